/* compteur.c - a page of memory that the processes of an area share
 *
 * Its blocks are taken before it is mapped: on a full disk a write into a hole would kill the
 * process.  Where there is no folder, or no room, a process counts for itself, and nobody reads it.
 */

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compteur.h"

#define SUFFIX ".compte1" /* another layout: another number */

const int compteur_ms[COMPTEUR_BORNES] = { 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120 };

/* The file mapped; NULL: it is not there, not whole, or there is no room for it. */
static struct compteur *
map(const char *path, bool make)
{
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (make ? O_CREAT : 0), 0600);
	struct stat st;
	void *page = MAP_FAILED;

	if (fd < 0)
		return NULL;
	if ((!make || posix_fallocate(fd, 0, sizeof(struct compteur)) == 0) &&
		fstat(fd, &st) == 0 && st.st_size == (off_t) sizeof(struct compteur))
		page = mmap(
			NULL, sizeof(struct compteur), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	return page != MAP_FAILED ? page : NULL;
}

static void
add(uint64_t *n, int64_t more)
{
	__atomic_fetch_add(n, more > 0 ? (uint64_t) more : 0, __ATOMIC_RELAXED);
}

/* One request more of AREA, in FOLDER (NULL: nowhere). */
void
compteur_note(const char *folder, const char *area, const struct mesure *m)
{
	static struct compteur *shared, own;
	static const char *mapped;
	struct compteur *c;
	int hundreds = m->status / 100, i = 0;

	if (shared == NULL || folder != mapped) {
		struct arena mem = { 0 };

		mapped = folder;
		shared = NULL;
		if (folder != NULL)
			shared = map(arena_printf(&mem, "%s/%s" SUFFIX, folder, area), true);
		if (shared == NULL)
			shared = &own;
		arena_reset(&mem);
	}
	c = shared;
	while (i < COMPTEUR_BORNES && m->us > (int64_t) compteur_ms[i] * 1000)
		i++;
	add(&c->all.requests[hundreds >= 1 && hundreds <= 5 ? hundreds : 0], 1);
	add(&c->all.durees[i], 1);
	add(&c->all.us, m->us);
	add(&c->all.cpu_us, m->cpu_us);
	add(&c->all.statements, m->statements);
	add(&c->all.slow, m->slow);
	add(&c->all.bytes, (int64_t) m->bytes);
}

/* Show ONE the counts of each area that has some.  False: there is no such folder. */
bool
compteur_walk(struct arena *mem, const char *folder,
	void (*one)(void *of, const char *area, struct compteur *), void *of)
{
	DIR *d = folder != NULL ? opendir(folder) : NULL;
	struct dirent *e;

	if (d == NULL)
		return false;
	while ((e = readdir(d)) != NULL) {
		size_t n = strlen(e->d_name), end = strlen(SUFFIX);
		struct compteur *c;

		if (n <= end || strcmp(e->d_name + n - end, SUFFIX) != 0 ||
			(c = map(arena_printf(mem, "%s/%s", folder, e->d_name), false)) == NULL)
			continue;
		one(of, arena_printf(mem, "%.*s", (int) (n - end), e->d_name), c);
		munmap(c, sizeof *c);
	}
	closedir(d);
	return true;
}

/* In how many ms so many PERCENT of those requests were answered, at most; 0: there are none. */
int
compteur_quantile(const uint64_t durees[COMPTEUR_BORNES + 1], int percent)
{
	uint64_t all = 0, seen = 0;

	for (int i = 0; i <= COMPTEUR_BORNES; i++)
		all += durees[i];
	if (all == 0)
		return 0;
	for (int i = 0; i < COMPTEUR_BORNES; i++) {
		uint64_t wanted = (all * (uint64_t) percent + 99) / 100;
		int from = i > 0 ? compteur_ms[i - 1] : 0;

		if (seen + durees[i] >= wanted)
			return from +
				(int) ((double) (compteur_ms[i] - from) * (double) (wanted - seen) /
					(double) durees[i]);
		seen += durees[i];
	}
	return compteur_ms[COMPTEUR_BORNES - 1];
}
