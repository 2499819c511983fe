/* db.h - MariaDB through prepared statements, and nothing else
 *
 * There is nothing to free and no error to test: a failure is a fault that names the
 * file and line of the statement.  Rows are text; NULL reads as "".
 */
#ifndef DB_H
#define DB_H

#include "base/req.h"

struct sql {
	const char *text, *file;
	int line;
	struct statement *prepared; /* by this process, on first use */
};

/* A statement is always a literal: SQL() refuses anything else, and leaves the
 * text where tests/sql_test.c finds it to prepare it against the real schema. */
#define SQL(literal) \
	(__extension__({ \
		static struct sql sql_ = { "" literal, __FILE__, __LINE__, NULL }; \
		static struct sql *const listed_ __attribute__((section("sqltext"), used)) = \
			&sql_; \
		listed_; \
	}))
extern struct sql *const __start_sqltext[], *const __stop_sqltext[];

struct value {
	char type;
	union {
		int64_t i;
		const char *s;
	};
};
#define I(x) ((struct value) { 'i', { .i = (x) } })
#define S(x) ((struct value) { 's', { .s = (x) } }) /* NULL is NULL */
#define NOTHING ((struct value) { 's', { .s = NULL } })
#define VALUES(...) \
	(const struct value[]) \
	{ \
		__VA_ARGS__ __VA_OPT__(, ) { 0 } \
	}

/* Where db_read() puts a column: text (in the arena), a number, a flag; NULL is "", 0, false. */
struct into {
	char type;
	void *at;
};
#define TO(p) \
	((struct into) { \
		_Generic((p), const char **: 's', int64_t *: 'i', int *: 'n', bool *: 'b'), (p) })
#define INTO(...) \
	(const struct into[]) \
	{ \
		__VA_ARGS__, { 0 } \
	}

#define db_list(r, name, sql, ...) db_list_(r, name, sql, VALUES(__VA_ARGS__))
#define db_later(r, name, then, sql, ...) db_later_(r, name, then, sql, VALUES(__VA_ARGS__))
#define db_one(r, name, sql, ...) db_one_(r, name, sql, VALUES(__VA_ARGS__))
#define db_read(r, sql, into, ...) db_read_(r, sql, into, VALUES(__VA_ARGS__))
#define db_exec(r, sql, ...) db_exec_(r, sql, VALUES(__VA_ARGS__))
#define db_insert(r, sql, ...) db_insert_(r, sql, VALUES(__VA_ARGS__))
#define db_int(r, sql, ...) db_int_(r, sql, VALUES(__VA_ARGS__))
#define db_string(r, sql, ...) db_string_(r, sql, VALUES(__VA_ARGS__))
#define db_rows(r, sql, ...) db_rows_(r, sql, VALUES(__VA_ARGS__), false)
#define db_stream(r, sql, ...) db_rows_(r, sql, VALUES(__VA_ARGS__), true)

int db_list_(struct req *, const char *name, struct sql *, const struct value *);
void db_later_(struct req *, const char *name, void (*then)(struct req *, const char *name),
	struct sql *, const struct value *);
void db_now(struct req *);
void db_settle(void);
bool db_one_(struct req *, const char *name, struct sql *, const struct value *);
bool db_read_(struct req *, struct sql *, const struct into *, const struct value *);
int64_t db_exec_(struct req *, struct sql *, const struct value *);
int64_t db_insert_(struct req *, struct sql *, const struct value *);
int64_t db_int_(struct req *, struct sql *, const struct value *);
const char *db_string_(struct req *, struct sql *, const struct value *);

struct rows;
struct rows *db_rows_(struct req *, struct sql *, const struct value *, bool stream);
bool db_next(struct rows *, struct arena *);
const char *db_text(struct rows *, unsigned column);
int64_t db_num(struct rows *, unsigned column);
unsigned db_columns(struct rows *);
const char *db_column(struct rows *, unsigned column);

struct sql *db_composed(struct req *, const char *text);

void db_patient(void);
void db_open(void);
void db_close(void);
void db_begin(bool read_only);
bool db_in_transaction(void);
unsigned db_sent(void);
unsigned db_trips(void);
unsigned db_slow(void);
void db_commit(void);
bool db_begin_own(void);
void db_commit_own(bool own);
void db_rollback(void);
bool db_alive(void);
void db_script(const char *text);
const char *db_check(struct sql *);

#endif
