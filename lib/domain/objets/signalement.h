/* signalement.h - a text that somebody reports to who moderates */
#ifndef SIGNALEMENT_H
#define SIGNALEMENT_H

#include "db/db.h"

void signalement_create(struct req *, int64_t objet_id, const char *motif);
int64_t signalement_count(struct req *, int64_t groupe_id);
void signalement_say(struct req *, int64_t groupe_id);
int64_t signalement_settle(struct req *, int64_t id, const char *etat);

#endif
