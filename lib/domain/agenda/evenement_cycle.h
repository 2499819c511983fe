/* evenement_cycle.h - events of a person who is merged, erased, or asks for her data */
#ifndef EVENEMENT_CYCLE_H
#define EVENEMENT_CYCLE_H

#include "db/db.h"

void evenement_merge(struct req *, int64_t from, int64_t into);
void evenement_erase(struct req *, int64_t contact_id);
void evenement_say_data(struct req *, int64_t contact_id);

#endif
