/* command.c - programs of this machine, run without a shell */

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fault.h"
#include "net/command.h"

enum { NO_TOOL = 127, LEAST = 3 /* descriptors that a program is born with */ };

/* Above those that it gets, so that none of them is written over before it is given. */
static int
apart(int fd)
{
	return fd < 0 ? open("/dev/null", O_RDWR) : fcntl(fd, F_DUPFD, 10);
}

/* In the child: become the program.  It gets no other file, least of all the connection to the
 * database, and says what fails in English. */
_Noreturn static void
become(const char *const *argv, struct streams s)
{
	const int all[LEAST] = { apart(s.in), apart(s.out), apart(s.err) };

	for (int i = 0; i < LEAST; i++)
		if (dup2(all[i], i) < 0)
			_exit(NO_TOOL);
	if (close_range(LEAST, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
		_exit(NO_TOOL);
	setenv("LC_ALL", "C.UTF-8", 1);
	signal(SIGPIPE, SIG_DFL);
	execvp(argv[0], (char *const *) argv);
	dprintf(2, "%s: %s\n", argv[0], strerror(errno));
	_exit(NO_TOOL);
}

/* It runs beside us; ARGV ends with NULL. */
pid_t
command_start(const char *const *argv, struct streams s)
{
	pid_t child = fork();

	if (child < 0)
		fault_down("%s: %s", argv[0], strerror(errno));
	if (child == 0)
		become(argv, s);
	return child;
}

/* Its exit status, once it has ended; 128 and more: a signal ended it. */
int
command_end(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) != child)
		if (errno != EINTR)
			return NO_TOOL;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* The last line of what programs wrote into the file ERR; "" when they wrote none. */
const char *
command_said(struct arena *a, int err)
{
	char text[2048];
	ssize_t n = lseek(err, 0, SEEK_END);
	char *line, *end;

	n = pread(err, text, sizeof text - 1,
		n > (ssize_t) sizeof text - 1 ? n - (ssize_t) sizeof text + 1 : 0);
	if (n <= 0)
		return "";
	for (end = text + n; end > text && strchr("\r\n", end[-1]) != NULL; end--)
		;
	*end = '\0';
	line = strrchr(text, '\n');
	return arena_strdup(a, line != NULL ? line + 1 : text);
}
