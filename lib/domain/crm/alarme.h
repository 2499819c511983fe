/* alarme.h - what administrators are told by mail when nobody is looking */
#ifndef ALARME_H
#define ALARME_H

#include "db/db.h"

enum { SYNCHRO_LATE = 15 * 60 }; /* seconds without a good read before it is an alarm */

void alarme_tell(struct req *, const char *genre);
int64_t synchro_age(struct req *);
bool alarme_turned(struct req *, const char *cle, bool wrong);
void alarme_consultation(struct req *, long pages);
void alarme_frein(struct req *, long people);
void alarme_ecart(struct req *, long contacts);
void alarme_sauvegarde(struct req *, const char *nom, const char *wrong);

#endif
