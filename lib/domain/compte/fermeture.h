/* fermeture.h - an access that an administrator closed, until the CRM says the same */
#ifndef FERMETURE_H
#define FERMETURE_H

#include "db/db.h"

bool fermeture_close(struct req *, int64_t contact_id, const char *motif);
bool fermeture_open(struct req *, int64_t contact_id);
int fermeture_list(struct req *, const char *name);

#endif
