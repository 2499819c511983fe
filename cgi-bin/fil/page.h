/* page.h - what one may do with any text: the pages, file by file */
#ifndef FIL_PAGE_H
#define FIL_PAGE_H

#include "web/route.h"

/* fil.c */
bool fil_load(struct req *, int64_t id);
bool fil_is(struct req *, const char *flag);
void fil_tell(struct req *);
int fil_back(struct req *, const char *fait, const char *anchor);

/* ecrire.c */
int fil_comment(struct req *);
int fil_edit(struct req *);
int fil_save(struct req *);
int fil_versions(struct req *);

/* moderer.c */
int fil_ask_delete(struct req *);
int fil_delete(struct req *);
int fil_ask_report(struct req *);
int fil_report(struct req *);

#endif
