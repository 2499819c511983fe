/* xlsx.h - the first sheet of a workbook, row by row, as csv.h gives the rows of a text
 *
 * A number is as it was typed ("1000", "12.5"), a date "2026-09-14" or "2026-09-14 18:30", what a
 * formula gave is text.  The archive is hostile: bounded once unpacked, no document type, no
 * entity, nothing fetched.  Memory does not grow with the file.
 */
#ifndef XLSX_H
#define XLSX_H

#include "base/csv.h"

const char *xlsx_read(struct arena *, int fd, const char *tmpdir, csv_sink *, void *into);

#endif
