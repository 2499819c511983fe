/* cycle.h - what becomes of an account when its person is merged, erased, or forgotten about */
#ifndef CYCLE_H
#define CYCLE_H

#include "db/db.h"

void cycle_merge(struct req *, int64_t from, int64_t into);
void cycle_erase(struct req *, int64_t contact_id);
void cycle_forget(struct req *, int64_t contact_id);
bool cycle_asked(struct req *, int64_t contact_id);
void cycle_clean(struct req *);

#endif
