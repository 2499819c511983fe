/* page.h - what the pages of any text share */
#ifndef FIL_PAGE_H
#define FIL_PAGE_H

#include "web/route.h"

bool fil_load(struct req *, int64_t id);
bool fil_is(struct req *, const char *flag);
void fil_tell(struct req *);
int fil_back(struct req *, const char *fait, const char *anchor);

#endif
