/* nommes.c - people as lists and pickers show them: found by their name, with a face */

#include <string.h>

#include "base/text.h"
#include "domain/nommes.h"

/* Read what was typed; false: too short to search by. */
bool
nom_lit(struct req *r, const char *q, struct nom *nom)
{
	const char *words = text_fold(&r->mem, q), *space = strchr(words, ' ');
	size_t n = strcspn(words, " ");

	nom->debut = arena_printf(&r->mem, "%.*s%%", (int) n, words);
	nom->suite = arena_printf(&r->mem, "%s%%", space != NULL ? space + 1 : "");
	return n >= 2 && strpbrk(words, "%_\\") == NULL;
}

/* Two letters and a hue for the person of ROW: its prenom, nom, and the number under ID. */
void
visage(struct req *r, HDF *row, const char *id)
{
	hdf_say(row, "initiales",
		text_initials(
			&r->mem, hdf_get_value(row, "prenom", ""), hdf_get_value(row, "nom", "")));
	hdf_say_int(row, "teinte", text_hue(hdf_get_int_value(row, id, 0)));
}

void
visages(struct req *r, const char *list, const char *id)
{
	for (HDF *row = hdf_get_child(r->hdf, list); row != NULL; row = hdf_obj_next(row))
		visage(r, row, id);
}
