/* execute.c - the values of a statement on their way to the server */

#include <string.h>

#include <mariadb/mysql.h>
#include <mariadb/mysqld_error.h>

#include "base/fault.h"
#include "db/statement.h"

enum { BOUND = 256 }; /* values of one statement */

static bool
is_ascii(const char *s)
{
	while (*s > 0)
		s++;
	return *s == '\0';
}

enum bytes { NO_TEXT, NOT_ASCII, ALL_TEXT };

/* Which text travels as bytes without a charset.  How many values. */
static unsigned
bind_in(MYSQL_BIND *in, const struct value *v, enum bytes bytes)
{
	unsigned n = 0;

	for (; v[n].type != 0 && n < BOUND; n++) {
		memset(&in[n], 0, sizeof in[n]);
		if (v[n].type == 'i') {
			in[n].buffer_type = MYSQL_TYPE_LONGLONG;
			in[n].buffer = (void *) &v[n].i;
		} else if (v[n].s == NULL) {
			in[n].buffer_type = MYSQL_TYPE_NULL;
		} else {
			in[n].buffer_type =
				bytes == ALL_TEXT || (bytes == NOT_ASCII && !is_ascii(v[n].s)) ?
				MYSQL_TYPE_BLOB :
				MYSQL_TYPE_STRING;
			in[n].buffer = (void *) v[n].s;
			in[n].buffer_length = strlen(v[n].s);
		}
	}
	return n;
}

static void
bind(struct statement *q, const struct value *v, enum bytes bytes)
{
	MYSQL_BIND in[BOUND];
	unsigned n = bind_in(in, v, bytes);

	if (n != q->n_in)
		fault_at(FAULT_BUG, q->sql->file, q->sql->line, "%u values for %u '?'", n, q->n_in);
	if (n > 0)
		MUST(mysql_stmt_bind_param(q->stmt, in), q);
}

/* Did texts of several collations meet? */
bool
statement_is_mix(struct statement *q)
{
	unsigned error = mysql_stmt_errno(q->stmt);

	return error == ER_CANT_AGGREGATE_2COLLATIONS || error == ER_CANT_AGGREGATE_3COLLATIONS ||
		error == ER_CANT_AGGREGATE_NCOLLATIONS;
}

/* Keys are kept in ASCII columns.  The server gives what is compared with one its charset, so
 * that the index serves, and refuses a text that has no such form as a mix of collations,
 * before it has read a row.  Such a text is no key, which is no fault: the statement runs
 * again with it as bytes, which are compared with anything and equal no key; then with all text as
 * bytes, where a value stands beside a literal, whose collation is another. */
void
statement_execute(struct statement *q, const struct value *v)
{
	for (enum bytes bytes = NO_TEXT;; bytes++) {
		bind(q, v, bytes);
		if (mysql_stmt_execute(q->stmt) == 0)
			return;
		if (bytes == ALL_TEXT || !statement_is_mix(q))
			MUST(true, q);
	}
}

/* Send it, and leave its answer on the server. */
void
statement_execute_only(struct statement *q, const struct value *v)
{
	my_bool on = 1, off = 0;
	int failed;

	bind(q, v, NO_TEXT);
	mysql_optionsv(db_connection(), MARIADB_OPT_SKIP_READ_RESPONSE, &on);
	failed = mysql_stmt_execute(q->stmt);
	mysql_optionsv(db_connection(), MARIADB_OPT_SKIP_READ_RESPONSE, &off);
	MUST(failed, q);
}
