/* afaire.c - what waits for the reader: the lines "à faire" of her home */

#include "base/row.h"
#include "domain/socle/afaire.h"

/* How many lines there are yet. */
unsigned
afaire_count(struct req *r)
{
	unsigned n = 0;

	for (struct row *row = row_first(r, "afaire"); row != NULL; row = row_next(row))
		n++;
	return n;
}

/* One line more, below the others. */
void
afaire(struct req *r, const char *url, const char *titre, const char *texte, const char *icone)
{
	struct row *row = row_nth(r, "afaire", afaire_count(r));

	row_say(row, "url", url);
	row_say(row, "titre", titre);
	row_say(row, "texte", texte);
	row_say(row, "icone", icone);
}
