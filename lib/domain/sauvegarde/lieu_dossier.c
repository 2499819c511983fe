/* lieu_dossier.c - a second place that is a folder: another disk, a share of the network */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/lieu.h"

static const char *
part(const struct copie *c)
{
	return arena_printf(c->mem, "%s/.%s.part", c->where, c->name);
}

/* Of the files there of that PATTERN the newest KEPT stay. */
static void
keep(const struct copie *c, const char *pattern, long kept)
{
	const char *const *all;
	int n = dossier_names(c->mem, c->where, pattern, &all);

	for (int i = 0; i < n - kept; i++)
		unlink(arena_printf(c->mem, "%s/%s", c->where, all[i]));
}

/* The folder is never made: what is not mounted would be, on the disk that it should outlive. */
static bool
begin(struct copie *c)
{
	keep(c, "." COPIE_GLOB ".part", 0);
	c->fd = open(part(c), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	return c->fd >= 0 || copie_fails(c, strerror(errno));
}

static bool
is_there(struct copie *c, const char *sha256)
{
	int fd = open(part(c), O_RDONLY | O_CLOEXEC);
	int64_t n;
	const char *sum = fd >= 0 ? dossier_sum(c->mem, fd, &n) : NULL;

	if (fd >= 0)
		close(fd);
	return sum != NULL && strcmp(sum, sha256) == 0;
}

static bool
end(struct copie *c, const char *sha256, long copies)
{
	int fd = c->fd, parent;

	c->fd = -1;
	if (fsync(fd) != 0 || close(fd) != 0)
		return copie_fails(c, strerror(errno));
	if (!is_there(c, sha256))
		return copie_fails(c, "what is read there is not what was written");
	if (rename(part(c), arena_printf(c->mem, "%s/%s", c->where, c->name)) != 0)
		return copie_fails(c, strerror(errno));
	if ((parent = open(c->where, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) >= 0) {
		fsync(parent); /* some shares have none for folders */
		close(parent);
	}
	keep(c, COPIE_GLOB, copies);
	return true;
}

static void
give_up(struct copie *c)
{
	if (c->fd >= 0)
		close(c->fd);
	unlink(part(c));
}

const struct lieu lieu_dossier = { "file://", begin, copie_put, end, give_up };
