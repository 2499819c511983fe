/* acces.h - who may do what: the one test, and what keeps it true */
#ifndef ACCES_H
#define ACCES_H

#include "db/db.h"

enum droit { VOIR = 1, CONTRIBUER = 2, GERER = 3 };

/* The one way to ask, inside the WHERE of every list, page, search, export, feed, mail and
 * picker.  O is the alias of a row of objet; binds ME(r).  Everyone sees and manages
 * oneself. */
#define MAY(o, droit) \
	"(" o ".id = ? OR EXISTS (SELECT 1 FROM acces a_" \
	" JOIN contact_public p_ ON p_.public_id = a_.public_id" \
	" WHERE a_.liste_id = " o ".liste_id AND p_.contact_id = ? AND a_.droit >= " droit "))"
#define SEES(o) MAY(o, "1")
#define MANAGES(o) MAY(o, "3")

int64_t public_id(struct req *, const char *genre, const char *cle, const char *titre);
int64_t liste_id(struct req *, const char *cle);

void lot_clear(struct req *);
void lot_add(struct req *, int64_t contact_id);
void acces_levels(struct req *);
void acces_lot(struct req *);
void acces_contact(struct req *, int64_t contact_id);

#endif
