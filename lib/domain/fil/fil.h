/* fil.h - pages of publications, the newest first: of a group, of mine, of all that one may see */
#ifndef FIL_H
#define FIL_H

#include "db/db.h"

enum { FIL_PAR = 5, FIL_GROUPES = 50, FIL_PHOTOS = 4 };

/* Which publications, and whether there are more behind them. */
struct fil {
	int64_t ids[FIL_PAR + 1];
	unsigned n;
	bool suite;
};

void fil_pinned(struct req *, struct fil *, int64_t groupe_id);
void fil_of_group(struct req *, struct fil *, int64_t groupe_id, int64_t avant);
void fil_of_mine(struct req *, struct fil *, int64_t avant);
void fil_of_siege(struct req *, struct fil *, int64_t avant);
void fil_of_all(struct req *, struct fil *, int64_t avant);
void fil_say(struct req *, const char *list, const struct fil *, bool whole);

#endif
