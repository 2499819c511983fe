/* table.c - whole tables, out of the base and into it: for dumps */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "db/statement.h"
#include "db/table.h"

enum { PIECE = 1 << 16, INSERT = 512 << 10 /* bytes of a statement, about */ };

/* What waits to be put into a sink. */
struct pipe {
	struct sink to;
	char *s;
	size_t n, room;
};

static void
flush(struct pipe *p)
{
	if (p->to.put != NULL && p->n > 0)
		p->to.put(p->to.into, p->s, p->n);
	p->n = 0;
}

static void
ensure(struct pipe *p, size_t n)
{
	if (p->n + n <= p->room)
		return;
	flush(p);
	if (n > p->room && (p->s = realloc(p->s, p->room = n)) == NULL)
		fault("out of memory");
}

static void
add(struct pipe *p, const char *s, size_t n)
{
	ensure(p, n);
	memcpy(p->s + p->n, s, n);
	p->n += n;
}

static void
puts_to(struct pipe *p, const char *s)
{
	add(p, s, strlen(s));
}

static void
add_hex(struct pipe *p, const char *s, size_t n)
{
	static const char digits[] = "0123456789ABCDEF";

	ensure(p, n * 2);
	for (size_t i = 0; i < n; i++) {
		p->s[p->n++] = digits[(unsigned char) s[i] >> 4];
		p->s[p->n++] = digits[(unsigned char) s[i] & 15];
	}
}

/* In quotes, those within doubled. */
static void
add_quoted(struct pipe *p, const char *s, size_t n)
{
	ensure(p, n * 2 + 2);
	p->s[p->n++] = '"';
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			p->s[p->n++] = '"';
		p->s[p->n++] = s[i];
	}
	p->s[p->n++] = '"';
}

static MYSQL_RES *
ask(const char *sql, bool whole)
{
	MYSQL *db = db_connection();
	MYSQL_RES *res;

	if (mysql_query(db, sql) != 0 ||
		(res = whole ? mysql_store_result(db) : mysql_use_result(db)) == NULL)
		db_fault(mysql_errno(db), __FILE__, __LINE__, mysql_error(db));
	return res;
}

/* The first column of what SQL finds, in A; ends with NULL.  How many. */
static unsigned
words(struct arena *a, const char *sql, const char *const **into)
{
	MYSQL_RES *res = ask(sql, true);
	unsigned n = (unsigned) mysql_num_rows(res);
	const char **all = arena_alloc(a, (n + 1) * sizeof *all);
	MYSQL_ROW row;

	for (unsigned i = 0; (row = mysql_fetch_row(res)) != NULL; i++)
		all[i] = arena_strdup(a, row[0]);
	all[n] = NULL;
	mysql_free_result(res);
	*into = all;
	return n;
}

/* All that this connection reads from here on is of this moment, whoever writes meanwhile. */
void
tables_snapshot(void)
{
	db_script("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
	db_script("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
}

/* Where the binary log of the server stands at the moment of the snapshot, "FILE:POSITION"; "": it
 * has none. */
const char *
tables_binlog(struct arena *a)
{
	const char *const *found;
	unsigned n = words(a,
		"SELECT CONCAT(f.variable_value, ':', p.variable_value)"
		" FROM information_schema.session_status f JOIN information_schema.session_status p"
		" WHERE f.variable_name = 'BINLOG_SNAPSHOT_FILE'"
		" AND p.variable_name = 'BINLOG_SNAPSHOT_POSITION' AND f.variable_value <> ''",
		&found);

	return n > 0 ? found[0] : "";
}

/* Is the base empty? */
bool
tables_none(void)
{
	struct arena a = { 0 };
	const char *const *names;
	bool none = tables_list(&a, &names, false) == 0;

	arena_reset(&a);
	return none;
}

/* The tables, or the views, by their names. */
unsigned
tables_list(struct arena *a, const char *const **names, bool views)
{
	return words(a,
		views ? "SELECT table_name FROM information_schema.tables WHERE table_schema ="
			" DATABASE() AND table_type = 'VIEW' ORDER BY table_name" :
			"SELECT table_name FROM information_schema.tables WHERE table_schema ="
			" DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
		names);
}

/* The statement that makes it, without the names of who made it here. */
const char *
table_schema(struct arena *a, const char *name, bool view)
{
	MYSQL_RES *res =
		ask(arena_printf(a, "SHOW CREATE %s `%s`", view ? "VIEW" : "TABLE", name), true);
	MYSQL_ROW row = mysql_fetch_row(res);
	const char *text = arena_strdup(a, row != NULL ? row[1] : "");

	mysql_free_result(res);
	if (view && (text = strstr(text, " VIEW ")) != NULL)
		text = arena_printf(a, "CREATE%s", text);
	return text != NULL ? text : "";
}

/* What is asked of that table, in the order of its key. */
static const char *
question(struct arena *a, const char *name, const struct mask *mask, const char **names)
{
	const char *const *columns, *const *key, *what = "", *order = "";

	words(a,
		arena_printf(a,
			"SELECT column_name FROM information_schema.columns WHERE table_schema ="
			" DATABASE() AND table_name = '%s' AND extra NOT LIKE '%%GENERATED%%'"
			" ORDER BY ordinal_position",
			name),
		&columns);
	words(a,
		arena_printf(a,
			"SELECT column_name FROM information_schema.statistics WHERE table_schema ="
			" DATABASE() AND table_name = '%s' AND index_name = 'PRIMARY'"
			" ORDER BY seq_in_index",
			name),
		&key);
	*names = "";
	for (const char *const *c = columns; *c != NULL; c++) {
		bool other = mask != NULL && strcmp(mask->table, name) == 0 &&
			strcmp(mask->column, *c) == 0;

		what = other ?
			arena_printf(a, "%s%s%s", what, *what != '\0' ? ", " : "", mask->says) :
			arena_printf(a, "%s%s`%s`", what, *what != '\0' ? ", " : "", *c);
		*names = arena_printf(a, "%s%s%s", *names, **names != '\0' ? "," : "", *c);
	}
	for (const char *const *c = *key != NULL ? key : columns; *c != NULL; c++)
		order = arena_printf(a, "%s%s`%s`", order, *order != '\0' ? ", " : "", *c);
	return arena_printf(a, "SELECT %s FROM `%s` ORDER BY %s", what, name, order);
}

enum shape { BARE, WORDS, BYTES };

static enum shape
shape(const MYSQL_FIELD *f)
{
	switch (f->type) {
	case MYSQL_TYPE_TINY_BLOB:
	case MYSQL_TYPE_MEDIUM_BLOB:
	case MYSQL_TYPE_LONG_BLOB:
	case MYSQL_TYPE_BLOB:
	case MYSQL_TYPE_VAR_STRING:
	case MYSQL_TYPE_VARCHAR:
	case MYSQL_TYPE_STRING: return f->charsetnr == 63 ? BYTES : WORDS;
	case MYSQL_TYPE_BIT: return BYTES;
	default: return BARE;
	}
}

static void
csv_cell(struct pipe *csv, enum shape kind, const char *s, size_t n)
{
	if (s == NULL)
		puts_to(csv, "\\N");
	else if (kind == WORDS)
		add_quoted(csv, s, n);
	else if (kind == BYTES)
		add_hex(csv, s, n);
	else
		add(csv, s, n);
}

static void
sql_cell(struct pipe *sql, enum shape kind, bool quoted, const char *s, size_t n)
{
	if (s == NULL) {
		puts_to(sql, "NULL");
	} else if (kind == BYTES) {
		puts_to(sql, n > 0 ? "0x" : "''");
		add_hex(sql, s, n);
	} else if (kind == WORDS || quoted) {
		ensure(sql, n * 2 + 3);
		sql->s[sql->n++] = '\'';
		sql->n += mysql_real_escape_string(db_connection(), sql->s + sql->n, s, n);
		sql->s[sql->n++] = '\'';
	} else {
		add(sql, s, n);
	}
}

/* One row, twice; BYTES_OUT is what the statement holds so far, 0: it begins here. */
static void
copy_row(MYSQL_RES *res, MYSQL_ROW row, const char *begin, struct pipe *csv, struct pipe *sql,
	size_t *bytes_out)
{
	const unsigned long *len = mysql_fetch_lengths(res);
	const MYSQL_FIELD *fields = mysql_fetch_fields(res);
	unsigned n = mysql_num_fields(res);

	puts_to(sql, *bytes_out == 0 ? begin : ",\n(");
	for (unsigned i = 0; i < n; i++) {
		enum shape kind = shape(fields + i);

		if (i > 0) {
			puts_to(csv, ",");
			puts_to(sql, ",");
		}
		csv_cell(csv, kind, row[i], len[i]);
		sql_cell(sql, kind, !IS_NUM(fields[i].type), row[i], len[i]);
		*bytes_out += len[i] + 3;
	}
	puts_to(csv, "\r\n");
	puts_to(sql, ")");
	if (*bytes_out > INSERT) {
		puts_to(sql, ";\n");
		*bytes_out = 0;
	}
}

/* Put the rows of that table into both: how many. */
int64_t
table_copy(const char *name, const struct mask *mask, struct sink to_csv, struct sink to_sql)
{
	struct arena a = { 0 };
	const char *names, *sql_text = question(&a, name, mask, &names), *begin;
	struct pipe csv = { to_csv, malloc(PIECE), 0, PIECE },
		    sql = { to_sql, malloc(PIECE), 0, PIECE };
	MYSQL_RES *res = ask(sql_text, false);
	size_t held = 0;
	int64_t rows = 0;
	MYSQL_ROW row;

	if (csv.s == NULL || sql.s == NULL)
		fault("out of memory");
	begin = arena_printf(&a, "INSERT INTO `%s` (%s) VALUES\n(", name, names);
	puts_to(&csv, names);
	puts_to(&csv, "\r\n");
	for (; (row = mysql_fetch_row(res)) != NULL; rows++)
		copy_row(res, row, begin, &csv, &sql, &held);
	if (mysql_errno(db_connection()) != 0)
		db_fault(mysql_errno(db_connection()), __FILE__, __LINE__,
			mysql_error(db_connection()));
	puts_to(&sql, held > 0 ? ";\n" : "");
	flush(&csv);
	flush(&sql);
	mysql_free_result(res);
	free(csv.s);
	free(sql.s);
	arena_reset(&a);
	return rows;
}
