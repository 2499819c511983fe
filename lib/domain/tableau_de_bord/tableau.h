/* tableau.h - the figures of the dashboard: of everybody, of a group with those below, of a segment
 *
 * People are counted at each reading as long as they are few; when they are many the figures are
 * those that essaim-tableau kept.  Both come from the same statements, and nobody's rights are in
 * them: figures tell no names.
 */
#ifndef TABLEAU_H
#define TABLEAU_H

#include "db/db.h"

struct chiffre {
	const struct chiffre *next;
	int64_t groupe, n;
	const char *axe, *cle;
};

struct tableau {
	const struct chiffre *chiffres;
	time_t moment;
	const char *depuis, *debut; /* newcomers are counted since; arrivals and departures from */
};

enum { MOIS = 24 };

bool tableau_follows(struct req *, int64_t groupe);
struct tableau *tableau_of(struct req *, int64_t groupe);
struct tableau *tableau_among(struct req *, const char *ids);
struct tableau *tableau_groups(struct req *);
int64_t tableau_n(const struct tableau *, int64_t groupe, const char *axe, const char *cle);
int64_t tableau_keep(struct req *);

extern int64_t tableau_few; /* so many people are counted at each reading; tests change it */

#endif
