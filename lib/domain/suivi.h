/* suivi.h - following an objet, or hearing no more of it */
#ifndef SUIVI_H
#define SUIVI_H

#include "db/db.h"

enum suivi { NI_SUIVI_NI_MUET, SUIVI, MUET };

void suivre(struct req *, int64_t objet_id, int64_t contact_id, enum suivi);
void suivre_si_rien(struct req *, int64_t objet_id, int64_t contact_id);
enum suivi suit(struct req *, int64_t objet_id, int64_t contact_id);

#endif
