/* cycle.h - what becomes of an account when its person is merged, erased, or forgotten about */
#ifndef CYCLE_H
#define CYCLE_H

#include "db/db.h"

/* The rows of FROM become INTO's, but for what INTO has already.  TABLE is a literal. */
#define MERGE_ROWS(r, table, from, into) \
	do { \
		db_exec(r, SQL("UPDATE IGNORE " table " SET contact_id = ? WHERE contact_id = ?"), \
			I(into), I(from)); \
		db_exec(r, SQL("DELETE FROM " table " WHERE contact_id = ?"), I(from)); \
	} while (0)

void cycle_merge(struct req *, int64_t from, int64_t into);
void cycle_erase(struct req *, int64_t contact_id);
void cycle_forget(struct req *, int64_t contact_id);
bool cycle_asked(struct req *, int64_t contact_id);
void cycle_clean(struct req *);

#endif
