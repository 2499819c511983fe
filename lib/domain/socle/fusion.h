/* fusion.h - two people become one: rows that go from one to the other */
#ifndef FUSION_H
#define FUSION_H

#include "db/db.h"

/* The rows of FROM become INTO's, but for what INTO has already.  TABLE is a literal. */
#define MERGE_ROWS(r, table, from, into) \
	do { \
		db_exec(r, SQL("UPDATE IGNORE " table " SET contact_id = ? WHERE contact_id = ?"), \
			I(into), I(from)); \
		db_exec(r, SQL("DELETE FROM " table " WHERE contact_id = ?"), I(from)); \
	} while (0)

#endif
