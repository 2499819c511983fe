/* visiteur.h - people without an account who come to an event: their links, their confirmation
 *
 * A stranger is a row of inscription without contact_id.  Each mail to her brings a key of its own,
 * which opens the page of her registration; all of them open until her data are erased.
 */
#ifndef VISITEUR_H
#define VISITEUR_H

#include "db/db.h"

enum { VISITEUR_CLE = 16, VISITEUR_MOIS = 3 };

/* The address where that registration is confirmed and left, for one more mail. */
const char *visiteur_lien(struct req *, int64_t inscription_id);
/* Whose registration that key opens; 0: nobody's. */
int64_t visiteur_inscription(struct req *, const char *cle);

#endif
