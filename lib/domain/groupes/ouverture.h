/* ouverture.h - open, closed or hidden: who knows of a group, and who manages it */
#ifndef OUVERTURE_H
#define OUVERTURE_H

#include "db/db.h"

#define OUVERTURES "ouvert|ferme|cache"

void ouverture_apply(struct req *, int64_t groupe_id);
void ouverture_everywhere(struct req *);
void ouverture_set(struct req *, int64_t groupe_id, const char *ouverture);
bool groupe_manages(struct req *, int64_t groupe_id);
bool groupe_writable(struct req *, int64_t groupe_id);

#endif
