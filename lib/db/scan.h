/* scan.h - every column of text of the base, looked through for words */
#ifndef SCAN_H
#define SCAN_H

#include "db/db.h"

struct rows *scan_columns(struct req *);
int64_t scan_column(
	struct req *, const char *table, const char *column, const char *lit, const char *motif);

#endif
