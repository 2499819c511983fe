/* lock.h - one job at a time, on any number of machines */
#ifndef LOCK_H
#define LOCK_H

#include "db/db.h"

bool lock_take(struct req *, const char *name, int seconds);
void lock_leave(struct req *, const char *name);

#endif
