/* traitement.h - the register of processing (GDPR, article 30): what for, on what ground, how long
 *
 * One line of traitements.def for each group of tables; a table that is in none fails
 * tests/sql_test.c.
 */
#ifndef TRAITEMENT_H
#define TRAITEMENT_H

#include "db/db.h"

enum { TRAITEMENTS_MAX = 40 };

struct traitement {
	const char *cle, *titre;
	const char *finalite, *base;
	const char *personnes, *donnees, *destinataires, *duree;
	const char *tables; /* by spaces */
};

extern const struct traitement traitements[]; /* ends with a zero entry */
extern const char *const traitements_sans;    /* tables that hold nothing of persons, by spaces */

const struct traitement *traitement_of(const char *table);
bool traitement_known(const char *table);
void traitements_say(struct req *, const char *list);

#endif
