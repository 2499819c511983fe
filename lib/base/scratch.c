/* scratch.c - files without a name: gone with the process, even killed */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/scratch.h"

static void
close_fd(void *fd)
{
	close(*(int *) fd);
}

/* A new empty file in DIR, readable and writable, closed by arena_reset(). */
int
scratch_open(struct arena *a, const char *dir)
{
	int *kept = arena_alloc(a, sizeof *kept);

	*kept = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (*kept < 0)
		fault_down("%s: no temporary file: %s", dir, strerror(errno));
	arena_own(a, kept, close_fd);
	return *kept;
}

/* All the bytes, or the request ends with 503: the disk is full or broken. */
void
scratch_write(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, bytes, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			fault_down("temporary file: %s", strerror(errno));
		bytes += k;
		n -= (size_t) k;
	}
}
