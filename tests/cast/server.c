/* server.c - one process, one client after the other; what they say is noted in memory of both */

#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fault.h"
#include "cast/server.h"

static pid_t child;
static int notes = -1;

static int
tcp(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof at;
	int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (bind(s, (struct sockaddr *) &at, sizeof at) != 0 || listen(s, 8) != 0 ||
		getsockname(s, (struct sockaddr *) &at, &n) != 0)
		fault_down("no port for a server of a test");
	*port = ntohs(at.sin_port);
	return s;
}

static int
local(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
	unlink(path);
	if (bind(s, (struct sockaddr *) &at, sizeof at) != 0 || listen(s, 8) != 0)
		fault_down("no socket for a server of a test");
	return s;
}

static void
serve(int s, server_talk *talk)
{
	for (int c; (c = accept(s, NULL, NULL)) >= 0;) {
		FILE *in = fdopen(c, "r"), *out = fdopen(dup(c), "w");

		talk(in, out);
		fclose(out);
		fclose(in);
	}
}

int
server_start(server_talk *talk, const char *path)
{
	int port = 0, s = path != NULL ? local(path) : tcp(&port);

	notes = memfd_create("notes", MFD_CLOEXEC);
	child = fork();
	if (child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGPIPE, SIG_IGN);
		serve(s, talk);
		_exit(0);
	}
	close(s);
	return port;
}

static bool
note(const char *bytes, size_t n)
{
	return write(notes, bytes, n) == (ssize_t) n;
}

bool
server_line(FILE *in, char line[SERVER_LINE])
{
	return fgets(line, SERVER_LINE, in) != NULL && note(line, strlen(line));
}

bool
server_bytes(FILE *in, char *into, size_t n)
{
	return fread(into, 1, n, in) == n && note(into, n);
}

char *
server_end(struct arena *a)
{
	off_t n;
	char *text;

	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	n = lseek(notes, 0, SEEK_END);
	text = arena_alloc(a, (size_t) n + 1);
	if (pread(notes, text, (size_t) n, 0) != n)
		text[0] = '\0';
	close(notes);
	return text;
}

bool
begins_with(const char *text, const char *words)
{
	return strncmp(text, words, strlen(words)) == 0;
}

int
times_in(const char *text, const char *words)
{
	int n = 0;

	for (; (text = strstr(text, words)) != NULL; text += strlen(words))
		n++;
	return n;
}
