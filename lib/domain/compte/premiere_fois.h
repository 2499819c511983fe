/* premiere_fois.h - what is known of a person, and what she may still tell */
#ifndef PREMIERE_FOIS_H
#define PREMIERE_FOIS_H

#include "db/db.h"

void premiere_fois_known(struct req *, int64_t contact_id);
int premiere_fois_missing(struct req *, int64_t contact_id);
bool premiere_fois_save(struct req *, int64_t contact_id);

#endif
