/* index_refait.h - the full text made again, so that it forgets the words of erased people */
#ifndef INDEX_REFAIT_H
#define INDEX_REFAIT_H

#include "db/db.h"

void index_stale(struct req *);
bool index_rebuild(struct req *);

#endif
