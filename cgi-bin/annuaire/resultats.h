/* resultats.h - a list of people as the page shows it */
#ifndef ANNUAIRE_RESULTATS_H
#define ANNUAIRE_RESULTATS_H

#include "domain/annuaire/filtre.h"
#include "web/list.h"

enum { LISTE_CHAMPS = 200 };

extern const struct list annuaire_liste; /* its addresses */

struct found {
	struct filtre *f;
	int64_t page, par, total;
	const struct champ *fields[LISTE_CHAMPS]; /* the columns */
	unsigned n;
	bool chosen; /* by the reader */
	int level;   /* highest level of a field that the reader may read of anybody */
};

bool liste_read(struct req *, struct found *);
bool liste_whole(const struct found *);
void liste_people(struct req *, struct found *);
void liste_filters(struct req *, const struct found *);
void liste_columns(struct req *, const struct found *);
void liste_pager(struct req *, const struct found *);
void liste_facet(
	struct req *, const struct found *, unsigned at, const struct champ *, bool quick_one);
bool liste_asks(struct req *, const char *name);
void liste_hidden(struct req *, const struct champ *const *shown, unsigned n);

#endif
