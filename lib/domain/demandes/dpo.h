/* dpo.h - who is in charge of the protection of data: named on screen, told of each request */
#ifndef DPO_H
#define DPO_H

#include "db/db.h"

void dpo_say(struct req *);
void dpo_set(struct req *, const char *nom, const char *adresse);
void dpo_tell(struct req *, const char *genre);

#endif
