/* connection.c - the one connection of this process: opened when needed, opened again
 * when lost, with its prepared statements and its transactions */

#include <stdlib.h>
#include <string.h>

#include <mariadb/errmsg.h>
#include <mariadb/mysql.h>
#include <mariadb/mysqld_error.h>

#include "base/conf.h"
#include "base/fault.h"
#include "db/statement.h"

enum { COMPOSED = 64, BOUND = 256 }; /* statements made at run time that are kept; values of one */

static MYSQL *db;
static struct statement *statements;
static struct sql *composed[COMPOSED];
static bool in_transaction, committing;

static void
connection_options(MYSQL *c)
{
	unsigned connect = 5, other = 60;

	mysql_options(c, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_options(c, MYSQL_OPT_READ_TIMEOUT, &other);
	mysql_options(c, MYSQL_OPT_WRITE_TIMEOUT, &other);
	mysql_options(c, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(c, MYSQL_INIT_COMMAND,
		"SET sql_mode = 'TRADITIONAL', time_zone = '+00:00', max_statement_time = 50,"
		" optimizer_switch = 'exists_to_in=off'," /* EXISTS is a test on each row, IN a set: the writer chooses */
		" collation_connection = 'utf8mb4_uca1400_ai_ci'");
}

/* Connect as the configuration says, if this is not done yet.  FAULT_DOWN when it fails. */
void
db_open(void)
{
	MYSQL *c;
	const char *password = NULL;

	if (db != NULL)
		return;
	if ((c = mysql_init(NULL)) == NULL)
		fault("out of memory");
	connection_options(c);
	if (conf.db_password_file != NULL)
		password = conf_file_text(conf.db_password_file);
	if (!mysql_real_connect(c, conf.db_host, conf.db_user, password, conf.db_name,
		    (unsigned) conf.db_port, conf.db_socket, CLIENT_MULTI_STATEMENTS)) {
		static char why[256];

		snprintf(why, sizeof why, "%s", mysql_error(c));
		mysql_close(c);
		free((void *) password);
		fault_down("database: %s", why);
	}
	free((void *) password);
	db = c;
}

static void
statement_close(struct statement *q)
{
	if (q->columns != NULL)
		mysql_free_result(q->columns);
	mysql_stmt_close(q->stmt);
	q->sql->prepared = NULL;
	free(q->out);
	free(q->cells);
	free(q->len);
	free(q->null);
	free(q->number);
	free(q);
}

/* Drop the connection and all that hangs on it. */
void
db_close(void)
{
	while (statements != NULL) {
		struct statement *q = statements;

		statements = q->next;
		statement_close(q);
	}
	for (size_t i = 0; i < COMPOSED; i++) {
		if (composed[i] != NULL)
			free((void *) composed[i]->text);
		free(composed[i]);
		composed[i] = NULL;
	}
	if (db != NULL)
		mysql_close(db);
	db = NULL;
	in_transaction = false;
}

static bool
gone(unsigned error)
{
	return error == CR_SERVER_GONE_ERROR || error == CR_SERVER_LOST ||
		error == CR_SERVER_LOST_EXTENDED || error == ER_SERVER_SHUTDOWN ||
		error == ER_CONNECTION_KILLED || error == ER_UNKNOWN_STMT_HANDLER ||
		error == ER_NORMAL_SHUTDOWN;
}

/* The server has no room to write: not our mistake, and it may pass. */
static bool
full(unsigned error)
{
	return error == ER_DISK_FULL || error == ER_ERROR_ON_WRITE || error == ER_RECORD_FILE_FULL;
}

/* Which fault an error of the server is.  A lost connection or a deadlock undid the whole
 * transaction, so the request may run again; not so when COMMIT itself got no answer. */
_Noreturn static void
db_fault(unsigned error, const char *file, int line, const char *message)
{
	static char why[400];
	bool again = gone(error) || error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT;
	bool down = full(error) || (committing && gone(error));

	snprintf(why, sizeof why, "%s (%u)", message, error);
	if (again)
		db_close();
	if (down)
		fault_at(FAULT_DOWN, file, line, "%s", why);
	fault_at(again ? FAULT_AGAIN : FAULT_BUG, file, line, "%s", why);
}

_Noreturn void
statement_fault(struct statement *q, unsigned error, const char *message)
{
	db_fault(error, q->sql->file, q->sql->line, message);
}

#define MUST(failed, q) \
	do { \
		if (failed) \
			statement_fault( \
				q, mysql_stmt_errno((q)->stmt), mysql_stmt_error((q)->stmt)); \
	} while (0)

static void *
zeroed(size_t n, size_t size)
{
	void *p = calloc(n, size);

	if (p == NULL)
		fault("out of memory");
	return p;
}

static bool
is_number(enum enum_field_types t)
{
	return t == MYSQL_TYPE_TINY || t == MYSQL_TYPE_SHORT || t == MYSQL_TYPE_INT24 ||
		t == MYSQL_TYPE_LONG || t == MYSQL_TYPE_LONGLONG || t == MYSQL_TYPE_DOUBLE ||
		t == MYSQL_TYPE_NEWDECIMAL;
}

static void
bind_out(struct statement *q)
{
	q->out = zeroed(q->n_out, sizeof *q->out);
	q->cells = zeroed(q->n_out, CELL);
	q->len = zeroed(q->n_out, sizeof *q->len);
	q->null = zeroed(q->n_out, sizeof *q->null);
	q->number = zeroed(q->n_out, sizeof *q->number);
	if ((q->columns = mysql_stmt_result_metadata(q->stmt)) == NULL)
		fault("out of memory");
	for (unsigned i = 0; i < q->n_out; i++) {
		q->number[i] = is_number(mysql_fetch_field_direct(q->columns, i)->type);
		q->out[i].buffer_type = MYSQL_TYPE_STRING;
		q->out[i].buffer = q->cells + i * CELL;
		q->out[i].buffer_length = CELL;
		q->out[i].length = &q->len[i];
		q->out[i].is_null = &q->null[i];
	}
}

static struct statement *
prepare(struct sql *sql)
{
	struct statement *q;

	db_open();
	q = zeroed(1, sizeof *q);
	q->sql = sql;
	if ((q->stmt = mysql_stmt_init(db)) == NULL)
		fault("out of memory");
	q->next = statements;
	statements = q;
	sql->prepared = q;
	if (mysql_stmt_prepare(q->stmt, sql->text, strlen(sql->text)) != 0) {
		char why[400];
		unsigned error = mysql_stmt_errno(q->stmt);

		snprintf(why, sizeof why, "%s", mysql_stmt_error(q->stmt));
		statements = q->next;
		statement_close(q);
		db_fault(error, sql->file, sql->line, why);
	}
	q->n_in = (unsigned) mysql_stmt_param_count(q->stmt);
	q->n_out = mysql_stmt_field_count(q->stmt);
	if (q->n_out > 0)
		bind_out(q);
	return q;
}

/* Execute SQL with its values.  The result, if any, is held by the client, or left on the
 * server when STREAM: then no other statement may run until its last row was read. */
struct statement *
statement_run(struct sql *sql, const struct value *v, bool stream)
{
	struct statement *q = sql->prepared ? sql->prepared : prepare(sql);
	MYSQL_BIND in[BOUND];
	unsigned n = 0;

	for (; v[n].type != 0 && n < BOUND; n++) {
		memset(&in[n], 0, sizeof in[n]);
		if (v[n].type == 'i') {
			in[n].buffer_type = MYSQL_TYPE_LONGLONG;
			in[n].buffer = (void *) &v[n].i;
		} else if (v[n].s == NULL) {
			in[n].buffer_type = MYSQL_TYPE_NULL;
		} else {
			in[n].buffer_type = MYSQL_TYPE_STRING;
			in[n].buffer = (void *) v[n].s;
			in[n].buffer_length = strlen(v[n].s);
		}
	}
	if (n != q->n_in)
		fault_at(FAULT_BUG, sql->file, sql->line, "%u values for %u '?'", n, q->n_in);
	if (n > 0)
		MUST(mysql_stmt_bind_param(q->stmt, in), q);
	MUST(mysql_stmt_execute(q->stmt), q);
	/* The columns of RETURNING are known only now. */
	if (q->n_out == 0 && (q->n_out = mysql_stmt_field_count(q->stmt)) > 0)
		bind_out(q);
	if (q->n_out > 0) {
		MUST(mysql_stmt_bind_result(q->stmt, q->out), q);
		if (!stream)
			MUST(mysql_stmt_store_result(q->stmt), q);
	}
	return q;
}

static void
forget(struct sql *sql)
{
	for (struct statement **p = &statements; *p != NULL; p = &(*p)->next)
		if (*p == sql->prepared) {
			struct statement *q = *p;

			*p = q->next;
			statement_close(q);
			break;
		}
	free((void *) sql->text);
	free(sql);
}

/* A statement put together at run time from literals (domain/filtre.c and nobody else:
 * `make lint` checks).  The most recent 64 different texts stay prepared. */
struct sql *
db_composed(struct req *r, const char *text)
{
	static unsigned next;
	struct sql *s;

	(void) r;
	for (size_t i = 0; i < COMPOSED; i++)
		if (composed[i] != NULL && strcmp(composed[i]->text, text) == 0)
			return composed[i];
	next = (next + 1) % COMPOSED;
	if (composed[next] != NULL)
		forget(composed[next]);
	s = zeroed(1, sizeof *s);
	*s = (struct sql) { strdup(text), "composed", 0, NULL };
	return composed[next] = s;
}

static void
plain(const char *text)
{
	db_open();
	if (mysql_query(db, text) != 0) {
		char why[400];
		unsigned error = mysql_errno(db);

		snprintf(why, sizeof why, "%s: %.200s", mysql_error(db), text);
		db_fault(error, __FILE__, __LINE__, why);
	}
}

void
db_begin(bool read_only)
{
	plain(read_only ? "START TRANSACTION READ ONLY" : "START TRANSACTION");
	in_transaction = true;
}

/* Is one open?  What wants one of its own then joins it (a test holds one around everything). */
bool
db_in_transaction(void)
{
	return in_transaction;
}

void
db_commit(void)
{
	committing = true;
	plain("COMMIT");
	in_transaction = committing = false;
}

/* Undo whatever is open; never faults: after a lost connection there is nothing to undo. */
void
db_rollback(void)
{
	committing = false;
	if (db != NULL && in_transaction && mysql_query(db, "ROLLBACK") != 0)
		db_close();
	in_transaction = false;
}

/* Does the server answer?  Connects if needed; never faults but when memory is out. */
bool
db_alive(void)
{
	jmp_buf here, *outer = fault_catcher;
	volatile bool ok = false;

	fault_catcher = &here;
	if (setjmp(here) == 0) {
		db_open();
		ok = mysql_ping(db) == 0;
	}
	fault_catcher = outer;
	if (!ok)
		db_close();
	return ok;
}

/* Run the statements of a file (a migration), one after the other. */
void
db_script(const char *text)
{
	int more;

	plain(text);
	do {
		MYSQL_RES *res = mysql_store_result(db);

		if (res != NULL)
			mysql_free_result(res);
		if ((more = mysql_next_result(db)) > 0) {
			char why[400];

			snprintf(why, sizeof why, "%s", mysql_error(db));
			db_fault(mysql_errno(db), __FILE__, __LINE__, why);
		}
	} while (more == 0);
}

/* NULL, or why this statement does not fit the schema. */
const char *
db_check(struct sql *sql)
{
	static char why[512];
	MYSQL_STMT *s;
	int bad;

	db_open();
	s = mysql_stmt_init(db);
	bad = mysql_stmt_prepare(s, sql->text, strlen(sql->text));
	snprintf(why, sizeof why, "%s", mysql_stmt_error(s));
	mysql_stmt_close(s);
	return bad ? why : NULL;
}
