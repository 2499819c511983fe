/* scan.c - every column of text of the base, looked through for words: the proof of an erasure
 *
 * What is asked is made of names that the base itself gives, and binds the words.
 */

#include "db/scan.h"

/* Rows of two: each table with each of its columns that can hold words. */
struct rows *
scan_columns(struct req *r)
{
	return db_rows(r,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b ON b.TABLE_SCHEMA = c.TABLE_SCHEMA"
		    " AND b.TABLE_NAME = c.TABLE_NAME AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.CHARACTER_MAXIMUM_LENGTH IS NOT NULL"
		    " ORDER BY 1, 2"));
}

/* In how many rows of that column MOTIF, a regular expression, is found; LIT finds as much or more,
 * sooner. */
int64_t
scan_column(
	struct req *r, const char *table, const char *column, const char *lit, const char *motif)
{
	return db_int(r,
		db_composed(r,
			arena_printf(&r->mem,
				"SELECT COUNT(*) FROM `%s` WHERE CONVERT(`%s` USING utf8mb4)"
				" REGEXP ? AND CONVERT(`%s` USING utf8mb4) REGEXP ?",
				table, column, column)),
		S(lit), S(motif));
}
