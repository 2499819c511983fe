/* store.c - contents of files: in a bucket (store_s3.c), or in a folder: written beside, flushed,
 * then named, so that a name is whole
 *
 * Folders and files are open to the group: the web server reads them (nginx, /_f/).
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "net/store.h"
#include "net/store_s3.h"

/* Where a content stands in the store: its first two letters are a folder. */
char *
store_place(struct arena *a, const char *hash)
{
	return arena_printf(a, "%.2s/%s", hash, hash);
}

static const char *
folder(void)
{
	if (conf.store_url == NULL || strncmp(conf.store_url, "file:///", 8) != 0)
		fault("store.url: file:///FOLDER or s3://BUCKET@HOST is wanted");
	return conf.store_url + 7;
}

bool
store_is_folder(void)
{
	return !s3_is();
}

/* The file that a content is, or would be: where it is a folder. */
const char *
store_path(struct arena *a, const char *hash)
{
	return arena_printf(a, "%s/%s", folder(), store_place(a, hash));
}

static void
sync_folder(struct arena *a, const char *hash)
{
	int fd = open(arena_printf(a, "%s/%.2s", folder(), hash), O_RDONLY | O_DIRECTORY);

	if (fd < 0 || fsync(fd) != 0)
		fault_down("%s: %s", folder(), strerror(errno));
	close(fd);
}

static bool
copy(int from, int to)
{
	char block[65536];
	ssize_t n, done = 0;

	lseek(from, 0, SEEK_SET);
	while ((n = read(from, block, sizeof block)) > 0)
		for (ssize_t at = 0; at < n; at += done)
			if ((done = write(to, block + at, (size_t) (n - at))) <= 0)
				return false;
	return n == 0;
}

static void
put_file(struct arena *a, const char *hash, int fd)
{
	const char *path = store_path(a, hash);
	const char *temp = arena_printf(a, "%s.%s", path, random_hex(a, 8));
	int to;

	if (access(path, F_OK) == 0)
		return;
	mkdir(folder(), 0750);
	mkdir(arena_printf(a, "%s/%.2s", folder(), hash), 0750);
	to = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	if (to < 0)
		fault_down("%s: %s", temp, strerror(errno));
	if (!copy(fd, to) || fsync(to) != 0 || close(to) != 0 || rename(temp, path) != 0) {
		int why = errno;

		unlink(temp); /* a full disk is not filled further by each that tries again */
		fault_down("%s: %s", path, strerror(why));
	}
	sync_folder(a, hash);
}

/* Keep the content of FD, whose SHA-256 is HASH; nothing to do when it is there already. */
void
store_put(struct arena *a, const char *hash, int fd)
{
	if (s3_is())
		s3_put(a, store_place(a, hash), fd);
	else
		put_file(a, hash, fd);
}

/* The content, to read; closed by its reader.  -1: it is not there. */
int
store_open(struct arena *a, const char *hash)
{
	char part[S3_PART];
	int fd;

	if (!s3_is())
		return open(store_path(a, hash), O_RDONLY | O_CLOEXEC);
	fd = s3_open(a, store_place(a, hash), NULL, part);
	return fd >= 0 ? fcntl(fd, F_DUPFD_CLOEXEC, 3) : -1;
}

/* The bytes RANGE of what stands at PLACE, where it is a bucket: s3_open(). */
int
store_part(struct arena *a, const char *place, const char *range, char part[STORE_PART])
{
	return s3_open(a, place, range, part);
}

/* The content goes; that it was not there is no fault. */
void
store_drop(struct arena *a, const char *hash)
{
	if (s3_is())
		s3_drop(a, store_place(a, hash));
	else
		unlink(store_path(a, hash));
}
