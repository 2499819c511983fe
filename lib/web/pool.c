/* pool.c - whose door it is forks who answers: nobody at rest, one who is asked, more while some
 * wait
 *
 * It has read the configuration and loaded the libraries, which those that it forks share until
 * they write to them: twenty areas at rest are twenty small processes.  It never answers itself,
 * so whatever a request does to a process, the door stays open and the next one comes.
 *
 * TERM, INT, USR1: what is in hand is answered, then all end.  HUP: the same, and the program that
 * now has our name goes on at the same door: nobody is refused.
 */

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "web/pool.h"

enum {
	DOOR = 0,
	MOST = 64,
	PATIENCE_MS = 10, /* somebody who waits longer is worth a process more */
	YOUNG_MS = 1000,  /* who ends badly before is followed by a pause, not by a storm */
	PAUSE_MS = 200,
};

static struct {
	pid_t pid;
	int64_t since;
} of[MOST];
static int n;

static void
pause_ms(int ms)
{
	nanosleep(&(struct timespec) { 0, ms * 1000000L }, NULL);
}

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
reap(void)
{
	pid_t pid;
	int how;
	bool storm = false;

	while ((pid = waitpid(-1, &how, WNOHANG)) > 0) {
		for (int i = 0; i < n; i++)
			if (of[i].pid == pid) {
				storm |= how != 0 && now_ms() - of[i].since < YOUNG_MS;
				of[i] = of[--n];
				break;
			}
		if (WIFSIGNALED(how))
			fprintf(stderr, "pool: process %d ended by signal %d\n", (int) pid,
				WTERMSIG(how));
		else if (how != 0)
			fprintf(stderr, "pool: process %d ended with status %d\n", (int) pid,
				WEXITSTATUS(how));
	}
	if (storm)
		pause_ms(PAUSE_MS);
}

static void
tell_all(int signal_number)
{
	for (int i = 0; i < n; i++)
		kill(of[i].pid, signal_number);
}

/* True: this is the new process. */
static bool
fork_one(void)
{
	pid_t pid;

	fflush(NULL);
	if ((pid = fork()) == 0)
		return true;
	if (pid < 0) {
		fprintf(stderr, "pool: no process more: errno %d\n", errno);
		pause_ms(PAUSE_MS);
		return false;
	}
	of[n].pid = pid;
	of[n++].since = now_ms();
	return false;
}

/* Does somebody stand at the door for whom no process has time? */
static bool
somebody_waits(void)
{
	struct pollfd door = { DOOR, POLLIN, 0 };

	if (n > 0)
		pause_ms(PATIENCE_MS);
	return poll(&door, 1, 0) > 0;
}

/* What is asked by signals: 0 nothing, else the last that asks us to end. */
static int
signals_say(int fd)
{
	struct signalfd_siginfo said;
	int asked = 0;

	while (read(fd, &said, sizeof said) == sizeof said)
		if (said.ssi_signo == SIGCHLD)
			reap();
		else
			asked = (int) said.ssi_signo;
	return asked;
}

static int
end(int asked, char **argv)
{
	tell_all(SIGTERM);
	if (asked == SIGHUP) {
		execv(argv[0], argv);
		fprintf(stderr, "pool: %s: errno %d\n", argv[0], errno);
	}
	while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
		;
	return asked == SIGHUP;
}

/* Until a signal asks for the end, or nobody came for pool.rest seconds: its exit status.  SERVE
 * runs in each process, with no signal blocked, and ends it by returning. */
int
pool_run(char **argv, void (*serve)(const void *), const void *what)
{
	int most = conf.pool_processes < MOST ? (int) conf.pool_processes : MOST, asked;
	sigset_t ours, none;
	struct pollfd at[2] = { { .events = POLLIN }, { .events = POLLIN } };

	sigemptyset(&none);
	sigemptyset(&ours);
	for (const int *s = (int[]) { SIGTERM, SIGINT, SIGUSR1, SIGHUP, SIGCHLD, 0 }; *s != 0; s++)
		sigaddset(&ours, *s);
	sigprocmask(SIG_BLOCK, &ours, NULL);
	at[0].fd = signalfd(-1, &ours, SFD_NONBLOCK | SFD_CLOEXEC);
	for (;;) {
		int rest = conf.pool_rest > 0 && n == 0 ? (int) conf.pool_rest * 1000 : -1;

		at[1].fd = n < most ? DOOR : -1;
		if (poll(at, 2, rest) == 0)
			return 0;
		if ((asked = signals_say(at[0].fd)) != 0)
			return end(asked, argv);
		if (at[1].revents != 0 && n < most && somebody_waits() && fork_one()) {
			close(at[0].fd);
			sigprocmask(SIG_SETMASK, &none, NULL);
			serve(what);
			return 0;
		}
	}
}
