/* fil_cycle.h - what a person wrote, when she is merged, erased, or asks for her data */
#ifndef FIL_CYCLE_H
#define FIL_CYCLE_H

#include "db/db.h"

void fil_merge(struct req *, int64_t from, int64_t into);
void fil_erase(struct req *, int64_t contact_id);
void fil_say_data(struct req *, int64_t contact_id);

#endif
