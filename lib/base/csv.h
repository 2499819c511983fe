/* csv.h - comma separated values: written for a French spreadsheet, read from any
 *
 * Written: UTF-8 with its mark, ';', CR LF.  Two liberties are taken with a cell, and both
 * undone by the reader, so that any table comes back byte for byte:
 * - what a spreadsheet would run as a formula (= + - @ tab CR LF first) gets an apostrophe
 *   before it; numbers ("-3,5") and phones ("+33 6 12 34 56 78") are no formula;
 * - digits that a spreadsheet would spoil ("01000", "+33612345678", "97 133", 12 digits and
 *   more) are
 *   written ="01000": Excel and LibreOffice show and keep the text.
 */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

struct csv {
	FILE *to;
	size_t cells; /* in this row so far */
	bool blank;   /* the row is one empty cell */
};

void csv_start(struct csv *, FILE *to);
void csv_cell(struct csv *, const char *text);
void csv_row(struct csv *);

/* What stops a reading; the line is in the reader. */
enum csv_fault { CSV_OK, CSV_BINARY, CSV_QUOTE, CSV_WIDE, CSV_STOPPED };

/* One row; LINE counts from 1.  The cells live until it returns; false stops the reading. */
typedef bool csv_sink(void *into, unsigned long line, const char *const *cells, size_t n);

struct csv_reader *csv_reader(struct arena *, csv_sink *, void *into);
enum csv_fault csv_read(struct csv_reader *, const char *bytes, size_t n);
enum csv_fault csv_end(struct csv_reader *);
unsigned long csv_line(const struct csv_reader *);

#endif
