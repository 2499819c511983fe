/* table_reply.c - a list that people take along as a table, as it is found: .csv or .xlsx */

#include "base/text.h"
#include "db/db.h"
#include "domain/socle/journal.h"
#include "web/reply.h"
#include "web/table_reply.h"

/* ROWS under COLUMNS, N of each, in a sheet called TITLE and a file of that name; the journal keeps
 * that ACTE was done to OBJET_ID (0: to none). */
int
table_reply(struct req *r, const char *title, const char *acte, int64_t objet_id,
	const char *const *columns, unsigned n, struct rows *rows)
{
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), title, columns, n);
	char *name = text_fold(&r->mem, title);
	struct arena row = { 0 };

	for (; db_next(rows, &row); arena_reset(&row)) {
		for (unsigned i = 0; i < n; i++)
			sheet_cell(sheet, db_text(rows, i));
		sheet_row(sheet);
	}
	arena_reset(&row);
	journal_apart(r, acte, objet_id, NULL, NULL);
	for (char *s = name; *s != '\0'; s++)
		if (*s == ' ')
			*s = '-';
	return reply_sheet(r, sheet, name);
}
