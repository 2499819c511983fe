/* course.c - two who ask at the same instant */

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fault.h"
#include "t.h"

/* One of two who ask at the same instant: commits, and tries again, as a worker does. */
static void
racer(const struct racer *who, int starting)
{
	char byte;

	(void) !read(starting, &byte, 1); /* the end of the pipe starts both */
	as(who->person);
	clock_shift += who->late;
	for (int tries = 0; tries < 3; tries++) {
		db_begin(false);
		post(who->path, who->body);
		if (t_reply->status < 400)
			db_commit();
		else
			db_rollback();
		if (t_reply->status != 500 ||
			(fault_kind != FAULT_AGAIN && fault_kind != FAULT_RACE))
			break;
	}
	if (t_reply->status == 500)
		printf("  %s: %s\n", who->path, t_reply->body);
	fflush(stdout);
	_exit(t_reply->status / 100);
}

/* How many transactions wait for one another; all of them are ours. */
static int64_t
waiting(void)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM information_schema.innodb_trx"
		    " WHERE trx_state = 'LOCK WAIT'"));
}

/* Two people, or one in two windows, ask at the same instant, each in a process of its own.  Both
 * are held at the row that HOLD, a SELECT of one number for update, takes, or before: what looks
 * before it writes has looked then.  STATUS[]: 2 done as a page, 3 done and sent on, 4 refused, 5
 * broken. */
void
t_race(const struct racer *both, struct sql *hold, int64_t id, int *status)
{
	int starting[2], ended;
	int64_t n = 0;
	pid_t child[2];

	if (db_in_transaction())
		db_commit();
	db_close();
	fflush(stdout);
	if (pipe(starting) != 0)
		fault("pipe");
	for (int i = 0; i < 2; i++)
		if ((child[i] = fork()) == 0) {
			close(starting[1]);
			racer(&both[i], starting[0]);
		}
	db_begin(false);
	db_int_(&t, hold, VALUES(I(id)));
	close(starting[0]);
	close(starting[1]);
	for (int i = 0; i < 200 && (n = waiting()) < 2; i++)
		usleep(150000); /* what it tells is made anew only after 0.1 s without a reader */
	check(n == 2);
	db_rollback();
	for (int i = 0; i < 2; i++) {
		waitpid(child[i], &ended, 0);
		status[i] = WIFEXITED(ended) ? WEXITSTATUS(ended) : 5;
	}
	db_begin(false);
}
