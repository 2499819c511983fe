/* pager.h - lists in pages: which one is asked for, and the links to the others */
#ifndef PAGER_H
#define PAGER_H

#include "db/db.h"

int64_t pager_asked(struct req *);
void pager_more(struct req *, const char *prefix, const char *list, int64_t par);
void pager_say(struct req *, const char *prefix, int64_t here, int64_t total, int64_t par);

#endif
