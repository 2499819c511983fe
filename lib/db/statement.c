/* statement.c - the prepared statements of this process: made once, run with values */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <mariadb/mysql.h>
#include <mariadb/mysqld_error.h>

#include "base/conf.h"
#include "base/fault.h"
#include "db/statement.h"

enum { COMPOSED = 64, WAITING = 16 }; /* made at run time that are kept; sent at once */

static struct statement *statements;
static struct waiting *first, **last = &first; /* in the order in which they answer */
static unsigned sent, trips, slow;             /* by this process */
static struct sql *composed[COMPOSED];

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

/* All of them: their connection ends. */
void
statements_close(void)
{
	first = NULL;
	last = &first;
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
}

_Noreturn void
statement_fault(struct statement *q, unsigned error, const char *message)
{
	db_fault(error, q->sql->file, q->sql->line, message);
}

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
	MYSQL *c = db_connection(); /* first: what faults must leave nothing behind */
	struct statement *q = zeroed(1, sizeof *q);

	q->sql = sql;
	if ((q->stmt = mysql_stmt_init(c)) == NULL)
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

/* How many statements this process has sent since it began: the difference is what a page costs. */
unsigned
db_sent(void)
{
	return sent;
}

/* How many times it waited for the server. */
unsigned
db_trips(void)
{
	return trips;
}

/* How many of them took longer than log.slow_ms. */
unsigned
db_slow(void)
{
	return slow;
}

/* Which statement took so long since BEGAN: its text, a literal, and none of its values. */
static void
note_slow(const struct sql *sql, const struct timespec *began)
{
	struct timespec now;
	double ms;

	clock_gettime(CLOCK_MONOTONIC, &now);
	ms = (double) (now.tv_sec - began->tv_sec) * 1e3 +
		(double) (now.tv_nsec - began->tv_nsec) / 1e6;
	if (conf.log_slow_ms == 0 || ms < (double) conf.log_slow_ms)
		return;
	slow++;
	fprintf(stderr, "slow: program=%s at=%s:%d ms=%.0f sql=\"", program_invocation_short_name,
		sql->file, sql->line, ms);
	for (const char *s = sql->text; *s != '\0'; s++)
		fputc((unsigned char) *s < ' ' ? ' ' : *s == '"' ? '\'' : *s, stderr);
	fputs("\"\n", stderr);
}

/* The columns of the answer that has come, and its rows unless STREAM leaves them on the server. */
static void
hold(struct statement *q, bool stream)
{
	/* The columns of RETURNING are known only now. */
	if (q->n_out == 0 && (q->n_out = mysql_stmt_field_count(q->stmt)) > 0)
		bind_out(q);
	if (q->n_out == 0)
		return;
	MUST(mysql_stmt_bind_result(q->stmt, q->out), q);
	if (!stream)
		MUST(mysql_stmt_store_result(q->stmt), q);
}

/* Execute SQL with its values, after what waits.  The result, if any, is held by the client, or
 * left on the server when STREAM: then no other statement may run until its last row was read. */
struct statement *
statement_run(struct sql *sql, const struct value *v, bool stream)
{
	struct statement *q;
	struct timespec began;

	statements_settle();
	q = sql->prepared ? sql->prepared : prepare(sql);
	sent++;
	trips++;
	clock_gettime(CLOCK_MONOTONIC, &began);
	statement_execute(q, v);
	note_slow(sql, &began);
	hold(q, stream);
	return q;
}

/* ---- statements that are sent together ---- */

bool
statements_wait(void)
{
	return first != NULL;
}

/* Is its answer among those that are waited for?  It has room for one. */
static bool
is_waiting(const struct sql *sql)
{
	for (const struct waiting *w = first; w != NULL; w = w->next)
		if (w->q->sql == sql)
			return true;
	return false;
}

/* Send a statement that only reads and go on: its rows are read by W->got when the next statement
 * that is waited for runs, or by statements_settle().  W and V are the caller's till then.  MariaDB
 * answers what it was sent in its order (Connector/C: MARIADB_OPT_SKIP_READ_RESPONSE). */
void
statement_send(struct sql *sql, const struct value *v, struct waiting *w)
{
	unsigned n = 0;

	for (const struct waiting *one = first; one != NULL; one = one->next)
		n++;
	if (n >= WAITING || sql->prepared == NULL || is_waiting(sql))
		statements_settle();
	w->q = sql->prepared ? sql->prepared : prepare(sql);
	w->v = v;
	w->next = NULL;
	sent++;
	statement_execute_only(w->q, v);
	*last = w;
	last = &w->next;
}

/* Read the answer of the first that waits.  False: its texts must travel otherwise (execute.c). */
static bool
receive(struct waiting *w)
{
	struct timespec began;

	clock_gettime(CLOCK_MONOTONIC, &began);
	if (db_connection()->methods->db_read_execute_response(w->q->stmt) != 0) {
		if (statement_is_mix(w->q))
			return false;
		MUST(true, w->q);
	}
	note_slow(w->q->sql, &began);
	hold(w->q, false);
	return true;
}

/* Read what was sent and waits. */
void
statements_settle(void)
{
	struct waiting *again = NULL, **end = &again;

	trips += first != NULL;
	while (first != NULL) {
		struct waiting *w = first;
		bool good = receive(w);

		if ((first = w->next) == NULL)
			last = &first;
		w->next = NULL;
		if (good) {
			w->got(w->q, w->of);
			continue;
		}
		*end = w;
		end = &w->next;
	}
	for (; again != NULL; again = again->next)
		again->got(statement_run(again->q->sql, again->v, false), again->of);
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
	statements_settle();
	next = (next + 1) % COMPOSED;
	if (composed[next] != NULL)
		forget(composed[next]);
	s = zeroed(1, sizeof *s);
	*s = (struct sql) { strdup(text), "composed", 0, NULL };
	return composed[next] = s;
}
