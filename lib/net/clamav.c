/* clamav.c - clamd's INSTREAM, over its unix socket */

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/conf.h"
#include "net/clamav.h"

static int
reach(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	struct timeval patience = { 20, 0 };
	int s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(at.sun_path, sizeof at.sun_path, "%s", conf.clamav_socket);
	if (s < 0)
		return -1;
	setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(s, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	if (connect(s, (struct sockaddr *) &at, sizeof at) == 0)
		return s;
	close(s);
	return -1;
}

static int
all(int s, const void *bytes, size_t n)
{
	for (const char *b = bytes; n > 0;) {
		ssize_t k = send(s, b, n, MSG_NOSIGNAL);

		if (k <= 0)
			return -1;
		b += k;
		n -= (size_t) k;
	}
	return 0;
}

static int
give(int s, int fd)
{
	char block[65536];
	uint32_t n;
	ssize_t k;

	lseek(fd, 0, SEEK_SET);
	if (all(s, "zINSTREAM", 10) != 0)
		return -1;
	while ((k = read(fd, block, sizeof block)) > 0) {
		n = htonl((uint32_t) k);
		if (all(s, &n, 4) != 0 || all(s, block, (size_t) k) != 0)
			return -1;
	}
	n = 0;
	return k < 0 ? -1 : all(s, &n, 4);
}

/* What clamd says of the content of FD; NAME: what it found.  Without a scanner all is clean. */
enum clamav_verdict
clamav_scan(struct arena *a, int fd, const char **name)
{
	char answer[300] = "";
	ssize_t k, n = 0;
	char *found;
	int s;

	*name = "";
	if (conf.clamav_socket == NULL || *conf.clamav_socket == '\0')
		return CLAMAV_CLEAN;
	if ((s = reach()) < 0)
		return CLAMAV_UNKNOWN;
	if (give(s, fd) == 0)
		while (n < (ssize_t) sizeof answer - 1 &&
			(k = recv(s, answer + n, sizeof answer - 1 - (size_t) n, 0)) > 0)
			n += k;
	close(s);
	answer[n] = '\0';
	if (strcmp(answer, "stream: OK") == 0)
		return CLAMAV_CLEAN;
	if ((found = strstr(answer, " FOUND")) == NULL || strncmp(answer, "stream: ", 8) != 0)
		return CLAMAV_UNKNOWN;
	*found = '\0';
	*name = arena_strdup(a, answer + 8);
	return CLAMAV_FOUND;
}
