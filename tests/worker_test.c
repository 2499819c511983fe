/* worker_test.c - a request through the worker itself, as plain CGI: what is committed, what is
 * sent */

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "t.h"
#include "web/reply.h"
#include "web/worker.h"

/* Write down that R came, then end as its address says. */
static int
write_then(struct req *r)
{
	const char *how = r->caught[0];
	static int locked;

	db_exec(r, SQL("INSERT INTO reglage (cle, valeur) VALUES (?, 'x')"),
		S(arena_printf(&r->mem, "essai.%s", how)));
	if (strcmp(how, "panne") == 0)
		fault("broken");
	if (strcmp(how, "verrou") == 0 && ++locked < 3)
		fault_again("deadlock");
	if (*how > '9' && strcmp(how, "compte") != 0)
		return redirect(r, "/essai");
	r->keep = strcmp(how, "compte") == 0;
	return reply_text(r, (int) strtol(how, NULL, 10) + (r->keep ? 429 : 0), "text/plain", "x");
}

static const struct route routes[] = {
	{ POST, ":x", PUBLIC, write_then, .unsigned_post = true },
	{ 0 },
};
static const struct area essai = { "essai", ROUTES(routes) };

static void
be_a_worker(const char *path, int into)
{
	setenv("ESSAIM_CONF", "/dev/null", 1);
	setenv("ESSAIM_DB_SOCKET", conf.db_socket, 1);
	setenv("ESSAIM_DB_NAME", conf.db_name, 1);
	setenv("ESSAIM_DB_USER", conf.db_user, 1);
	setenv("REQUEST_METHOD", "POST", 1);
	setenv("REQUEST_URI", path, 1);
	setenv("CONTENT_TYPE", "application/x-www-form-urlencoded", 1);
	setenv("CONTENT_LENGTH", "0", 1);
	dup2(scratch_open(&t.mem, "/tmp"), 0);
	dup2(into, 1);
	dup2(open("/dev/null", O_WRONLY), 2); /* its log */
	worker_run(&essai, NULL);
	fflush(stdout);
	_exit(0);
}

/* What a worker of its own answers to a POST of PATH; did what it wrote stay? */
static bool
stays(const char *path, const char *answer)
{
	char got[8192] = "";
	int into = scratch_open(&t.mem, "/tmp"), status;
	pid_t child;

	db_rollback();
	db_close();
	fflush(stdout);
	if ((child = fork()) == 0)
		be_a_worker(path, into);
	check(waitpid(child, &status, 0) == child && status == 0);
	check(pread(into, got, sizeof got - 1, 0) > 0);
	t_check(strncmp(got, answer, strlen(answer)) == 0, __FILE__, __LINE__, path);
	db_begin(false);
	return db_int(&t, SQL("SELECT COUNT(*) FROM reglage WHERE cle = ?"),
		       S(arena_printf(&t.mem, "essai.%s", path + strlen("/essai/")))) > 0;
}

TEST(worker_commits_what_is_done_and_nothing_of_what_is_refused)
{
	static const char *const refusals[] = { "/essai/400", "/essai/403", "/essai/404",
		"/essai/409", "/essai/422", "/essai/429" };

	check(stays("/essai/suite", "Status: 303\r\n"));
	check(stays("/essai/200", "Status: 200\r\n"));
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		check(!stays(refusals[i],
			arena_printf(&t.mem, "Status: %s\r\n", refusals[i] + strlen("/essai/"))));
	check(stays("/essai/compte", "Status: 429\r\n")); /* what is counted is kept */
	check(!stays("/essai/panne", "Status: 500\r\n"));
	check(stays("/essai/verrou", "Status: 303\r\n")); /* run again, from nothing */
	db_exec(&t, SQL("DELETE FROM reglage WHERE cle LIKE 'essai.%'"));
	db_commit();
	db_begin(false);
}
