/* profil.h - what is known of a person, and what she may still tell */
#ifndef PROFIL_H
#define PROFIL_H

#include "db/db.h"

void profil_known(struct req *, int64_t contact_id);
int profil_missing(struct req *, int64_t contact_id);
bool profil_save(struct req *, int64_t contact_id);

#endif
