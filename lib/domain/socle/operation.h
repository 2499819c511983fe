/* operation.h - what works on the whole site: a dump, a trial of one, its schema; one at a time */
#ifndef OPERATION_H
#define OPERATION_H

#include "db/db.h"

void operation_begin(struct req *, const char *name);

#endif
