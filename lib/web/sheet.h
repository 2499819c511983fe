/* sheet.h - one table to a file, for who asked for .csv, .xlsx or json: the same cells, flat
 * memory */
#ifndef SHEET_H
#define SHEET_H

#include <stddef.h>

#include "base/arena.h"

enum sheet_kind { SHEET_CSV, SHEET_XLSX, SHEET_JSON };

struct sheet *sheet_open(
	struct arena *, enum sheet_kind, const char *title, const char *const *columns, size_t n);
void sheet_cell(struct sheet *, const char *text);
void sheet_row(struct sheet *);
int sheet_close(struct sheet *);

#endif
