/* resultats.h - a list of people as the page shows it */
#ifndef ANNUAIRE_RESULTATS_H
#define ANNUAIRE_RESULTATS_H

#include "domain/annuaire/filtre.h"

enum { LISTE_CHAMPS = 200 };

struct list {
	struct filtre *f;
	int64_t page, par, total;
	const struct champ *fields[LISTE_CHAMPS]; /* the columns */
	unsigned n;
	bool chosen; /* by the reader */
	int level;   /* highest level of a field that the reader may read of anybody */
};

bool liste_read(struct req *, struct list *);
void liste_people(struct req *, struct list *);
void liste_filters(struct req *, const struct list *);
void liste_columns(struct req *, const struct list *);
void liste_pager(struct req *, const struct list *);
void liste_facet(
	struct req *, const struct list *, const char *at, const struct champ *, bool quick_one);
void liste_hidden(struct req *, const struct list *, const struct champ *const *shown, unsigned n);

#endif
