/* adresse.c - where an objet is shown, and as what */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/objets/adresse.h"
#include "domain/socle/genre.h"

/* The address of that objet; /fil/ID, which leads to it, for a kind that has no page of its own. */
const char *
adresse(struct req *r, const char *genre, int64_t id, int64_t cadre_id)
{
	const struct genre *g = genre_find(genre);

	if (g == NULL || g->adresse == NULL)
		return arena_printf(&r->mem, "/fil/%" PRId64, id);
	return g->milieu == NULL ? arena_printf(&r->mem, "%s/%" PRId64, g->adresse, id) :
				   arena_printf(&r->mem, "%s/%" PRId64 "/%s/%" PRId64, g->adresse,
					   cadre_id, g->milieu, id);
}

/* What a list shows of the objet of ROW (id, genre, cadre_id) by its kind: url, icone,
 * genre_nom. */
void
genre_dress(struct req *r, struct row *row)
{
	const char *nom = row_text(row, "genre");
	const struct genre *g = genre_find(nom);

	row_say(row, "url", adresse(r, nom, row_id(row, "id"), row_id(row, "cadre_id")));
	row_say(row, "icone", g != NULL ? g->icone : "file");
	row_say(row, "genre_nom", g != NULL ? g->titre : "");
}

/* The objet that a number or a pasted address means: its last part that is a number.  0: none. */
int64_t
adresse_read(const char *text)
{
	size_t n = strcspn(text, "?#");
	const char *end = text + n;

	while (end > text && !isdigit((unsigned char) end[-1]))
		end--;
	for (n = 0; end - n > text && isdigit((unsigned char) end[-(ptrdiff_t) n - 1]);)
		n++;
	if (n == 0 || n > 17 || (end - n > text && end[-(ptrdiff_t) n - 1] != '/'))
		return 0;
	return strtoll(end - n, NULL, 10);
}
