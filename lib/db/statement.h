/* statement.h - between connection.c, statement.c and db.c: a prepared statement of this process */
#ifndef STATEMENT_H
#define STATEMENT_H

#include <mariadb/mysql.h>

#include "db/db.h"

enum { CELL = 256 }; /* bytes of a column read at once; longer ones are fetched apart */

struct statement {
	struct statement *next;
	struct sql *sql;
	MYSQL_STMT *stmt;
	unsigned n_in, n_out;
	MYSQL_BIND *out; /* all columns come back as text */
	char *cells;     /* n_out times CELL bytes */
	unsigned long *len;
	my_bool *null, *number;
	MYSQL_RES *columns; /* their names */
};

/* A statement that was sent and whose result waits on the server. */
struct waiting {
	struct waiting *next;
	struct statement *q;
	const struct value *v;
	void (*got)(struct statement *, void *of); /* reads its rows */
	void *of;
};

#define MUST(failed, q) \
	do { \
		if (failed) \
			statement_fault( \
				q, mysql_stmt_errno((q)->stmt), mysql_stmt_error((q)->stmt)); \
	} while (0)

void statement_execute(struct statement *, const struct value *);
void statement_execute_only(struct statement *, const struct value *);
bool statement_is_mix(struct statement *);
void statement_send(struct sql *, const struct value *, struct waiting *);
void statements_settle(void);
bool statements_wait(void);
struct statement *statement_run(struct sql *, const struct value *, bool stream);
void statements_close(void);
MYSQL *db_connection(void);
_Noreturn void db_fault(unsigned error, const char *file, int line, const char *message);
_Noreturn void statement_fault(struct statement *, unsigned error, const char *message);

#endif
