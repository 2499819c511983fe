/* table.h - whole tables, out of the base and into it: for dumps
 *
 * Rows come twice: as CSV (RFC 4180, UTF-8, first the names; texts in quotes, bytes in
 * hexadecimal, NULL is \N without quotes) and as INSERTs that any client of MariaDB loads.
 * Computed columns are in neither: the schema makes them again.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Where bytes go.  put NULL: nowhere. */
struct sink {
	void (*put)(void *into, const char *bytes, size_t n);
	void *into;
};

/* What stands there instead of a column: an SQL expression that says itself of what it made. */
struct mask {
	const char *table, *column, *says;
};

void tables_snapshot(void);
const char *tables_binlog(struct arena *);
bool tables_none(void);
unsigned tables_list(struct arena *, const char *const **names, bool views);
const char *table_schema(struct arena *, const char *name, bool view);
int64_t table_copy(const char *name, const struct mask *, struct sink csv, struct sink sql);

#endif
