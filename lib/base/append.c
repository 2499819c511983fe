/* append.c - lines added to a file that is kept for years */

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/append.h"
#include "base/fault.h"

static bool
put(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, s, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		s += done;
		n -= (size_t) done;
	}
	return true;
}

/* Does the file end in the middle of a line, because its disk was full, or who wrote was killed? */
static bool
is_cut(int fd)
{
	off_t end = lseek(fd, 0, SEEK_END);
	char last;

	return end > 0 && pread(fd, &last, 1, end - 1) == 1 && last != '\n';
}

/* The name of a new file is on the disk, too. */
static bool
sync_folder(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	int fd = open(slash != NULL ? arena_printf(a, "%.*s", (int) (slash - path + 1), path) : ".",
		O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool well = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return well;
}

/* LINES stand at the end of the file PATH and on the disk: what was cut there before is no part of
 * the first of them. */
void
append_lines(struct arena *a, const char *path, mode_t mode, const char *lines)
{
	int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, mode);
	bool fresh = fd >= 0 && lseek(fd, 0, SEEK_END) == 0;

	if (fd >= 0 && is_cut(fd))
		lines = arena_printf(a, "\n%s", lines);
	if (fd < 0 || !put(fd, lines, strlen(lines)) || fsync(fd) != 0 || close(fd) != 0 ||
		(fresh && !sync_folder(a, path)))
		fault("%s: %s", path, strerror(errno));
}
