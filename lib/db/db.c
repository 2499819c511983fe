/* db.c - what handlers and jobs call: rows into the page, one value, one change */

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "db/statement.h"

struct rows {
	struct statement *q;
	struct arena *mem; /* of the current row */
	bool stream;
};

static bool
next(struct statement *q)
{
	int rc = mysql_stmt_fetch(q->stmt);

	if (rc == 1)
		statement_fault(q, mysql_stmt_errno(q->stmt), mysql_stmt_error(q->stmt));
	return rc != MYSQL_NO_DATA;
}

/* Column I of the current row, in MEM or in the statement until the next row. */
static const char *
column(struct arena *mem, struct statement *q, unsigned i)
{
	MYSQL_BIND b = q->out[i];
	my_bool null = 0;
	unsigned long len = 0;

	if (q->null[i])
		return "";
	if (q->len[i] < CELL) {
		char *cell = q->cells + i * CELL;

		cell[q->len[i]] = '\0';
		return cell;
	}
	b.buffer = arena_alloc(mem, q->len[i] + 1);
	b.buffer_length = q->len[i];
	b.is_null = &null;
	b.length = &len;
	if (mysql_stmt_fetch_column(q->stmt, &b, i, 0) != 0)
		statement_fault(q, mysql_stmt_errno(q->stmt), mysql_stmt_error(q->stmt));
	return b.buffer;
}

static void
say_row(struct req *r, struct statement *q, struct row *row)
{
	for (unsigned i = 0; i < q->n_out; i++) {
		const char *name = mysql_fetch_field_direct(q->columns, i)->name;

		if (r->format == JSON && q->null[i])
			continue;
		row_say(row, name, column(&r->mem, q, i));
		if (r->format == JSON && q->number[i])
			row_is_number(row, name);
	}
}

static int
say_rows(struct req *r, struct statement *q, struct row *list)
{
	int n = 0;

	for (; next(q); n++) {
		char at[16];

		snprintf(at, sizeof at, "%d", n);
		say_row(r, q, row_in(list, at));
	}
	mysql_stmt_free_result(q->stmt);
	return n;
}

/* All rows under NAME.0, NAME.1 ..., each column under its own name.  How many. */
int
db_list_(struct req *r, const char *name, struct sql *sql, const struct value *v)
{
	struct statement *q = statement_run(sql, v, false);

	return say_rows(r, q, say_list(r, name));
}

/* A list that was put off. */
struct later {
	struct waiting w;
	struct later *next;
	struct req *r;
	const char *name;
	void (*then)(struct req *, const char *name);
};

/* Those of a request, in their order. */
struct put_off {
	struct later *first, **last;
};

static struct put_off *
put_off(struct req *r)
{
	static const char owner;
	void **kept = req_kept(r, &owner);

	if (*kept == NULL) {
		struct put_off *all = arena_alloc(&r->mem, sizeof *all);

		*all = (struct put_off) { NULL, &all->first };
		*kept = all;
	}
	return *kept;
}

static void
got(struct statement *q, void *of)
{
	struct later *l = of;
	struct row *list = say_list(l->r, l->name);

	say_rows(l->r, q, list);
}

static const struct value *
values_kept(struct req *r, const struct value *v)
{
	struct value *kept;
	size_t n = 0;

	while (v[n].type != 0)
		n++;
	kept = arena_alloc(&r->mem, (n + 1) * sizeof *v);
	memcpy(kept, v, (n + 1) * sizeof *v);
	return kept;
}

/* The same as db_list() for a page that has more to ask before it needs the rows: sent now, they
 * are there after db_now(), which page() calls.  Then THEN(r, NAME), unless NULL, dresses them.
 * What is put off is answered together, in one round trip.  Texts of the values must last till
 * then; only of a GET. */
void
db_later_(struct req *r, const char *name, void (*then)(struct req *, const char *name),
	struct sql *sql, const struct value *v)
{
	struct later *l = arena_alloc(&r->mem, sizeof *l);
	struct put_off *all = put_off(r);

	*l = (struct later) { .w = { .got = got, .of = l }, .r = r, .name = name, .then = then };
	*all->last = l;
	all->last = &l->next;
	statement_send(sql, values_kept(r, v), &l->w);
}

/* Nothing waits on the server any more; a page that was never shown is not dressed. */
void
db_settle(void)
{
	statements_settle();
}

/* Whatever was put off is there. */
void
db_now(struct req *r)
{
	struct put_off *all = put_off(r);
	struct later *l;

	while ((l = all->first) != NULL) {
		statements_settle();
		if ((all->first = l->next) == NULL)
			all->last = &all->first;
		if (l->then != NULL)
			l->then(r, l->name);
	}
}

/* The first row under NAME.column.  False: there is none, and nothing was said. */
bool
db_one_(struct req *r, const char *name, struct sql *sql, const struct value *v)
{
	struct statement *q = statement_run(sql, v, false);
	bool found = next(q);

	if (found)
		say_row(r, q, row_at(r, name));
	mysql_stmt_free_result(q->stmt);
	return found;
}

static void
put(struct arena *mem, const struct into *into, const char *text)
{
	switch (into->type) {
	case 's': *(const char **) into->at = arena_strdup(mem, text); break;
	case 'i': *(int64_t *) into->at = strtoll(text, NULL, 10); break;
	case 'n': *(int *) into->at = (int) strtol(text, NULL, 10); break;
	case 'b': *(bool *) into->at = strtol(text, NULL, 10) != 0; break;
	}
}

/* The columns of the first row, in their order, into variables: what the code needs to know and no
 * page shows.  False: there is no row, and nothing was written. */
bool
db_read_(struct req *r, struct sql *sql, const struct into *into, const struct value *v)
{
	struct statement *q = statement_run(sql, v, false);
	bool found = next(q);
	unsigned n = 0;

	while (into[n].type != 0)
		n++;
	if (n != q->n_out)
		fault("%s:%d: %u columns into %u variables", sql->file, sql->line, q->n_out, n);
	for (unsigned i = 0; found && i < n; i++)
		put(&r->mem, &into[i], column(&r->mem, q, i));
	mysql_stmt_free_result(q->stmt);
	return found;
}

/* First column of the first row; 0 when there is none. */
int64_t
db_int_(struct req *r, struct sql *sql, const struct value *v)
{
	struct statement *q = statement_run(sql, v, false);
	int64_t n = next(q) ? strtoll(column(&r->mem, q, 0), NULL, 10) : 0;

	mysql_stmt_free_result(q->stmt);
	return n;
}

/* First column of the first row, in the request's memory; NULL when there is no row or
 * it is NULL. */
const char *
db_string_(struct req *r, struct sql *sql, const struct value *v)
{
	struct statement *q = statement_run(sql, v, false);
	const char *s =
		next(q) && !q->null[0] ? arena_strdup(&r->mem, column(&r->mem, q, 0)) : NULL;

	mysql_stmt_free_result(q->stmt);
	return s;
}

static void
no_write_in_get(struct req *r, struct sql *sql)
{
	if (r->read_only)
		fault_at(FAULT_BUG, sql->file, sql->line, "a GET must not write");
}

/* How many rows changed. */
int64_t
db_exec_(struct req *r, struct sql *sql, const struct value *v)
{
	no_write_in_get(r, sql);
	return (int64_t) mysql_stmt_affected_rows(statement_run(sql, v, false)->stmt);
}

/* The AUTO_INCREMENT id given; 0 when no row was inserted. */
int64_t
db_insert_(struct req *r, struct sql *sql, const struct value *v)
{
	struct statement *q;

	no_write_in_get(r, sql);
	q = statement_run(sql, v, false);
	return mysql_stmt_affected_rows(q->stmt) > 0 ? (int64_t) mysql_stmt_insert_id(q->stmt) : 0;
}

/* A result to walk: while (db_next(rows, mem)) db_text(rows, 0).  With STREAM the memory
 * stays flat, but no other statement may run before the last row was read. */
struct rows *
db_rows_(struct req *r, struct sql *sql, const struct value *v, bool stream)
{
	struct rows *rows = arena_alloc(&r->mem, sizeof *rows);

	*rows = (struct rows) { statement_run(sql, v, stream), &r->mem, stream };
	return rows;
}

/* Step to the next row, whose long cells live in MEM.  False: that was the last. */
bool
db_next(struct rows *rows, struct arena *mem)
{
	rows->mem = mem;
	if (next(rows->q))
		return true;
	mysql_stmt_free_result(rows->q->stmt);
	return false;
}

/* Valid until the next row; "" for NULL. */
const char *
db_text(struct rows *rows, unsigned i)
{
	return column(rows->mem, rows->q, i);
}

int64_t
db_num(struct rows *rows, unsigned i)
{
	return strtoll(column(rows->mem, rows->q, i), NULL, 10);
}

unsigned
db_columns(struct rows *rows)
{
	return rows->q->n_out;
}

const char *
db_column(struct rows *rows, unsigned i)
{
	return mysql_fetch_field_direct(rows->q->columns, i)->name;
}
