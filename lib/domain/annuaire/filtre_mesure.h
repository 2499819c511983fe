/* filtre_mesure.h - criteria that are no field of a person: what the figures of the dashboard count
 * by
 *
 * Each is offered as a field whose id is negative and whose key has a dash, which no field has.
 */
#ifndef FILTRE_MESURE_H
#define FILTRE_MESURE_H

#include "domain/annuaire/filtre_critere.h"

enum { MESURES = 10 };

/* One bracket of years: from LEAST to MOST complete years; MOST -1: and more. */
struct tranche {
	const char *cle;
	int least, most;
};

extern const struct tranche ages[], anciennetes[]; /* end with a zero entry */

const struct champ *mesures_of(struct req *, const struct modele *);
const struct champ *mesure_find(struct req *, const struct modele *, const char *cle);
bool mesure_is(const struct champ *);
bool mesure_former(const struct champ *);
const char *mesure_index(const struct champ *);
const char *mesure_label(
	struct req *, const struct modele *, const struct champ *, const char *value);
void mesure_put(struct req *, struct query *, const struct champ *, const char *value);
const char *mesure_today(struct req *);

#endif
