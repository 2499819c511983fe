/* effacement.h - what the erasure of a person does with every table: see effacement.def */
#ifndef EFFACEMENT_H
#define EFFACEMENT_H

#include "domain/vie/traces.h"

enum effacement_sort { E_ACCOUNT, E_PERSON, E_NAMED, E_DROPPED, E_KEPT, E_EMPTIED, E_PLAIN };

/* A line of effacement.def. */
struct effacement_ligne {
	enum effacement_sort sort;
	const char *table, *colonnes; /* by spaces; "": all those of the table */
};

extern const struct effacement_ligne effacement_lignes[];

void effacement_account(struct req *, int64_t contact_id);
void effacement_person(struct req *, int64_t contact_id);
void effacement_words(struct req *, const struct traces *);

#endif
