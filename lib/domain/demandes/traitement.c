/* traitement.c - the register of processing, from its table */

#include <string.h>

#include "domain/demandes/traitement.h"

const struct traitement traitements[] = {
#define TRAITEMENT(cle, titre, finalite, base, personnes, donnees, destinataires, duree, tables) \
	{ #cle, titre, finalite, base, personnes, donnees, destinataires, duree, tables },
#define SANS_PERSONNE(tables)
#include "domain/demandes/traitements.def"
#undef TRAITEMENT
#undef SANS_PERSONNE
	{ 0 }
};

const char *const traitements_sans =
#define TRAITEMENT(cle, titre, finalite, base, personnes, donnees, destinataires, duree, tables)
#define SANS_PERSONNE(tables) tables " "
#include "domain/demandes/traitements.def"
#undef TRAITEMENT
#undef SANS_PERSONNE
	;

/* Is that a word of the list? */
static bool
holds(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *s = list; (s = strstr(s, word)) != NULL; s += n)
		if ((s == list || s[-1] == ' ') && (s[n] == '\0' || s[n] == ' '))
			return true;
	return false;
}

/* The processing that TABLE belongs to; NULL: none. */
const struct traitement *
traitement_of(const char *table)
{
	for (const struct traitement *t = traitements; t->cle != NULL; t++)
		if (holds(t->tables, table))
			return t;
	return NULL;
}

/* Is TABLE in a processing, or said to hold nothing of persons? */
bool
traitement_known(const char *table)
{
	return traitement_of(table) != NULL || holds(traitements_sans, table);
}

/* Say LIST of all of them. */
void
traitements_say(struct req *r, const char *list)
{
	int n = 0;

	for (const struct traitement *t = traitements; t->cle != NULL; t++) {
		struct row *row = row_nth(r, list, n++);

		row_say(row, "cle", t->cle);
		row_say(row, "titre", t->titre);
		row_say(row, "finalite", t->finalite);
		row_say(row, "base", t->base);
		row_say(row, "personnes", t->personnes);
		row_say(row, "donnees", t->donnees);
		row_say(row, "destinataires", t->destinataires);
		row_say(row, "duree", t->duree);
		row_say(row, "tables", t->tables);
	}
}
