/* archive.c - a ZIP file that is made, by libzip: whole, or not at all */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>

#include <zip.h>

#include "base/archive.h"
#include "base/fault.h"

struct archive {
	struct arena *mem;
	char path[64];
	zip_t *zip; /* NULL: closed */
	int fd;
};

static void
drop(void *thing)
{
	struct archive *a = thing;

	if (a->zip != NULL)
		zip_discard(a->zip);
	if (a->fd >= 0)
		close(a->fd);
	unlink(a->path);
}

/* It is written to a file of its own, which goes with MEM. */
struct archive *
archive_open(struct arena *mem)
{
	struct archive *a = arena_alloc(mem, sizeof *a);
	int fd, why = 0;

	*a = (struct archive) { .mem = mem, .path = "/tmp/essaim-zip-XXXXXX", .fd = -1 };
	fd = mkstemp(a->path);
	if (fd < 0)
		fault("%s: no file can be made there", a->path);
	close(fd);
	a->zip = zip_open(a->path, ZIP_CREATE | ZIP_TRUNCATE, &why);
	if (a->zip == NULL)
		fault("%s: no archive (%d)", a->path, why);
	return arena_own(mem, a, drop);
}

static bool
add(struct archive *a, const char *name, zip_source_t *from)
{
	if (from != NULL &&
		zip_file_add(a->zip, name, from, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE) >= 0)
		return true;
	if (from != NULL)
		zip_source_free(from);
	return false;
}

/* TEXT, which stays until the archive is closed. */
bool
archive_text(struct archive *a, const char *name, const char *text)
{
	return add(a, name, zip_source_buffer(a->zip, text, strlen(text), 0));
}

/* The file of that path.  False: it cannot be read. */
bool
archive_file(struct archive *a, const char *name, const char *path)
{
	return access(path, R_OK) == 0 && add(a, name, zip_source_file(a->zip, path, 0, -1));
}

/* The archive, as a file that its arena closes; -1: some of it could not be read or written. */
int
archive_close(struct archive *a)
{
	if (zip_close(a->zip) != 0)
		return -1;
	a->zip = NULL;
	return a->fd = open(a->path, O_RDONLY | O_CLOEXEC);
}
