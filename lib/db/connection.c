/* connection.c - the one connection of this process: opened when needed, opened again
 * when lost, with its transactions */

#include <stdlib.h>
#include <string.h>

#include <mariadb/errmsg.h>
#include <mariadb/mysql.h>
#include <mariadb/mysqld_error.h>

#include "base/conf.h"
#include "base/fault.h"
#include "db/statement.h"

enum { NOT_READY = ER_UNKNOWN_COM_ERROR }; /* what a node of Galera says that lost the others */

static MYSQL *db;
static bool in_transaction, committing, patient;

/* The statements of this process may take as long as they need: said before the first one. */
void
db_patient(void)
{
	patient = true;
}

static void
connection_options(MYSQL *c)
{
	unsigned connect = 5, other = patient ? 0 : 60;

	mysql_options(c, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_options(c, MYSQL_OPT_READ_TIMEOUT, &other);
	mysql_options(c, MYSQL_OPT_WRITE_TIMEOUT, &other);
	mysql_options(c, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(c, MYSQL_INIT_COMMAND,
		"SET sql_mode = 'TRADITIONAL', time_zone = '+00:00', max_statement_time = 50,"
		/* EXISTS is a test on each row, IN a set: the writer chooses */
		" optimizer_switch = 'exists_to_in=off',"
		" collation_connection = 'utf8mb4_uca1400_ai_ci'"
		/* a row that another changed meanwhile is read as it is now, as before 11.6.2 */
		" /*M!110602 , innodb_snapshot_isolation = OFF */");
	if (patient)
		mysql_options(c, MYSQL_INIT_COMMAND, "SET max_statement_time = 0");
}

static MYSQL *
connect_to(const char *host, unsigned port, const char *password, char why[256])
{
	MYSQL *c = mysql_init(NULL);

	if (c == NULL)
		fault("out of memory");
	connection_options(c);
	if (mysql_real_connect(c, host, conf.db_user, password, conf.db_name, port, conf.db_socket,
		    CLIENT_MULTI_STATEMENTS))
		return c;
	snprintf(why, 256, "%s", mysql_error(c));
	mysql_close(c);
	return NULL;
}

/* The first of conf.db_host, "HOST[:PORT], ...", that answers: all processes of all machines try
 * them in that order, so that they write to one node of a cluster, and the locks of jobs hold
 * between machines. */
static MYSQL *
connect_to_one(const char *password, char why[256])
{
	const char *rest = conf.db_host;
	MYSQL *c = NULL;
	char host[256];

	if (rest == NULL)
		return connect_to(NULL, 0, password, why);
	while (c == NULL && *(rest += strspn(rest, ", ")) != '\0') {
		size_t n = strcspn(rest, ", ");
		char *colon;

		snprintf(host, sizeof host, "%.*s", (int) n, rest);
		rest += n;
		if ((colon = strrchr(host, ':')) != NULL)
			*colon = '\0';
		c = connect_to(host,
			(unsigned) (colon != NULL ? strtol(colon + 1, NULL, 10) : conf.db_port),
			password, why);
	}
	return c;
}

/* Connect as the configuration says, if this is not done yet.  FAULT_DOWN when it fails. */
void
db_open(void)
{
	static char why[256];
	const char *password = NULL;

	if (db != NULL)
		return;
	if (conf.db_password_file != NULL)
		password = conf_file_text(conf.db_password_file);
	db = connect_to_one(password, why);
	free((void *) password);
	if (db == NULL)
		fault_down("database: %s", why);
}

MYSQL *
db_connection(void)
{
	db_open();
	return db;
}

/* Drop the connection and all that hangs on it. */
void
db_close(void)
{
	statements_close();
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
		error == ER_NORMAL_SHUTDOWN || error == NOT_READY;
}

/* The server has no room to write: not our mistake, and it may pass. */
static bool
full(unsigned error)
{
	return error == ER_DISK_FULL || error == ER_ERROR_ON_WRITE || error == ER_RECORD_FILE_FULL;
}

/* Which fault an error of the server is.  A lost connection or a deadlock undid the whole
 * transaction, so the request may run again; not so when COMMIT itself got no answer. */
_Noreturn void
db_fault(unsigned error, const char *file, int line, const char *message)
{
	static char why[400];
	bool again = gone(error) || error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT;
	bool down = full(error) || (committing && gone(error));

	snprintf(why, sizeof why, "%s (%u)", message, error);
	if (again || statements_wait())
		db_close();
	if (down)
		fault_at(FAULT_DOWN, file, line, "%s", why);
	fault_at(again                        ? FAULT_AGAIN :
			error == ER_DUP_ENTRY ? FAULT_RACE :
						FAULT_BUG,
		file, line, "%s", why);
}

static void
plain(const char *text)
{
	db_open();
	statements_settle();
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

/* Begin a transaction unless one is open, which is joined (a test holds one around everything):
 * db_commit_own() of the answer ends what this began. */
bool
db_begin_own(void)
{
	bool own = !in_transaction;

	if (own)
		db_begin(false);
	return own;
}

void
db_commit_own(bool own)
{
	if (own)
		db_commit();
}

/* Undo whatever is open; never faults: after a lost connection there is nothing to undo. */
void
db_rollback(void)
{
	committing = false;
	if (statements_wait() || (db != NULL && in_transaction && mysql_query(db, "ROLLBACK") != 0))
		db_close(); /* answers that nobody read are in its way */
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
		statements_settle();
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
