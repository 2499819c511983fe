/* abonnement.h - following an objet, or hearing no more of it */
#ifndef ABONNEMENT_H
#define ABONNEMENT_H

#include "db/db.h"

enum abonnement { NI_SUIVI_NI_MUET, SUIVI, MUET };

void abonnement_set(struct req *, int64_t objet_id, int64_t contact_id, enum abonnement);
void abonnement_begin(struct req *, int64_t objet_id, int64_t contact_id);
enum abonnement abonnement_of(struct req *, int64_t objet_id, int64_t contact_id);

#endif
