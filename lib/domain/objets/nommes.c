/* nommes.c - people as lists and pickers show them: found by their name, with a face */

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/objets/mots.h"
#include "domain/objets/nommes.h"

enum { NOM_MAX = 200 }; /* characters */

/* Read what was typed, word by word as the directory does.  False: too short to search by. */
bool
nom_lit(struct req *r, const char *q, struct nom *nom)
{
	struct mots words = { 0 };
	struct buffer all = { &r->mem };
	const char *longest = "";

	mots_read(r, &words, text_cut(&r->mem, q, NOM_MAX));
	for (unsigned i = 0; i < words.n; i++) {
		json_add_text(&all, mots_beginning(r, words.v[i]));
		if (strlen(words.v[i]) > strlen(longest))
			longest = words.v[i];
	}
	nom->debut = mots_beginning(r, longest);
	nom->mots = json_list(&all);
	return text_length(longest) >= 2;
}

/* Two letters and a hue for the person of ROW: its prenom, nom, and the number under ID. */
void
visage(struct req *r, struct row *row, const char *id)
{
	row_say(row, "initiales",
		text_initials(&r->mem, row_text(row, "prenom"), row_text(row, "nom")));
	row_say_int(row, "teinte", text_hue(row_id(row, id)));
}

void
visages(struct req *r, const char *list, const char *id)
{
	for (struct row *row = row_first(r, list); row != NULL; row = row_next(row))
		visage(r, row, id);
}
