/* priorite.h - what a group puts first, in order, and what it put first before */
#ifndef PRIORITE_H
#define PRIORITE_H

#include "db/db.h"

enum { PRIORITES = 7 };

void priorite_say(struct req *, int64_t groupe_id);
void priorite_say_past(struct req *, int64_t groupe_id);
void priorite_set(struct req *, int64_t groupe_id, const char *const textes[PRIORITES]);

#endif
