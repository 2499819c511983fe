/* dossier.c - the folder of a dump: written beside, named once whole, read again byte for byte */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fault.h"
#include "domain/sauvegarde/dossier.h"
#include "net/store.h"

enum { DEEP = 4 /* folders in folders that a dump has, and one more */ };

/* What is written there is for its owner alone. */
void
dossier_open(struct dossier *d, struct arena *mem, const char *path)
{
	*d = (struct dossier) { .mem = mem, .path = path, .manifest = { mem } };
	umask(0077);
	if (mkdir(path, 0700) != 0 || mkdir(arena_printf(mem, "%s/tables", path), 0700) != 0 ||
		mkdir(arena_printf(mem, "%s/fichiers", path), 0700) != 0)
		fault("%s: %s", path, strerror(errno));
}

static void
put(void *into, const char *bytes, size_t n)
{
	struct piece *p = into;

	crypto_hash_sha256_update(&p->sum, (const unsigned char *) bytes, n);
	if (fwrite(bytes, 1, n, p->f) != n)
		fault("%s: %s", p->name, strerror(errno));
	p->n += (int64_t) n;
}

/* A new file of D, and where its bytes go. */
struct sink
piece_open(struct dossier *d, struct piece *p, const char *name)
{
	*p = (struct piece) { .name = name,
		.f = fopen(arena_printf(d->mem, "%s/%s", d->path, name), "wx") };
	if (p->f == NULL)
		fault("%s/%s: %s", d->path, name, strerror(errno));
	crypto_hash_sha256_init(&p->sum);
	return (struct sink) { put, p };
}

static const char *
hex(struct arena *a, crypto_hash_sha256_state *sum)
{
	unsigned char bytes[crypto_hash_sha256_BYTES];
	char *text = arena_alloc(a, sizeof bytes * 2 + 1);

	crypto_hash_sha256_final(sum, bytes);
	return sodium_bin2hex(text, sizeof bytes * 2 + 1, bytes, sizeof bytes);
}

static void
list(struct dossier *d, const char *name, int64_t n, const char *sum)
{
	buffer_puts(&d->manifest, arena_printf(d->mem, "%s\t%" PRId64 "\t%s\n", name, n, sum));
}

/* It is whole, on the disk, and MANIFEST says so; ROWS of a table, -1: its bytes are told.  Its
 * SHA-256. */
const char *
piece_close(struct dossier *d, struct piece *p, int64_t rows)
{
	const char *sum = hex(d->mem, &p->sum);

	if (fflush(p->f) != 0 || fsync(fileno(p->f)) != 0 || fclose(p->f) != 0)
		fault("%s: %s", p->name, strerror(errno));
	d->bytes += p->n;
	list(d, p->name, rows >= 0 ? rows : p->n, sum);
	return sum;
}

void
dossier_text(struct dossier *d, const char *name, const char *text)
{
	struct piece p;

	piece_open(d, &p, name);
	put(&p, text, strlen(text));
	piece_close(d, &p, -1);
}

static bool
copy_all(int from, struct piece *p)
{
	char block[65536];
	ssize_t n;

	while ((n = read(from, block, sizeof block)) > 0)
		put(p, block, (size_t) n);
	return n == 0;
}

/* The SHA-256 of what FD holds, and how much that is; NULL: it cannot be read. */
const char *
dossier_sum(struct arena *a, int fd, int64_t *n)
{
	unsigned char block[65536];
	crypto_hash_sha256_state sum;
	ssize_t got;

	crypto_hash_sha256_init(&sum);
	for (*n = 0; (got = read(fd, block, sizeof block)) > 0; *n += got)
		crypto_hash_sha256_update(&sum, block, (size_t) got);
	return got == 0 ? hex(a, &sum) : NULL;
}

/* The content HASH of the store as NAME: the same file where the disk allows, else a copy.  Its
 * SHA-256, NULL: there is none. */
const char *
dossier_content(struct dossier *d, const char *name, const char *hash)
{
	const char *to = arena_printf(d->mem, "%s/%s", d->path, name), *sum = NULL;
	struct arena own = { 0 };
	int fd = store_open(&own, hash);
	struct piece p;
	int64_t n;

	if (fd >= 0)
		mkdir(arena_printf(d->mem, "%.*s", (int) (strrchr(to, '/') - to), to), 0700);
	if (fd >= 0 && store_is_folder() && link(store_path(&own, hash), to) == 0) {
		if ((sum = dossier_sum(d->mem, fd, &n)) == NULL)
			fault("%s: %s", hash, strerror(errno));
		d->bytes += n;
		list(d, name, n, sum);
	} else if (fd >= 0) {
		piece_open(d, &p, name);
		if (!copy_all(fd, &p))
			fault("%s: %s", hash, strerror(errno));
		sum = piece_close(d, &p, -1);
	}
	if (fd >= 0)
		close(fd);
	arena_reset(&own);
	return sum;
}

static void
write_plain(struct dossier *d, const char *name, const char *text)
{
	struct piece p;

	piece_open(d, &p, name);
	put(&p, text, strlen(text));
	if (fflush(p.f) != 0 || fsync(fileno(p.f)) != 0 || fclose(p.f) != 0)
		fault("%s: %s", name, strerror(errno));
}

/* It is whole: it takes the name FINAL, which nothing has. */
void
dossier_close(struct dossier *d, const char *final)
{
	const char *all = buffer_text(&d->manifest);
	int parent;

	write_plain(d, "MANIFEST", all);
	write_plain(d, "MANIFEST.sha256",
		arena_printf(d->mem, "%s  MANIFEST\n", sha256_hex(d->mem, all, strlen(all))));
	if (rename(d->path, final) != 0)
		fault("%s: %s", final, strerror(errno));
	parent = open(arena_printf(d->mem, "%.*s", (int) (strrchr(final, '/') - final), final),
		O_RDONLY | O_DIRECTORY);
	if (parent < 0 || fsync(parent) != 0)
		fault("%s: %s", final, strerror(errno));
	close(parent);
}

static int
take_away(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void) st, (void) kind, (void) where;
	return remove(path);
}

/* The folder goes, with all that is in it. */
void
dossier_drop(const char *path)
{
	if (nftw(path, take_away, 16, FTW_DEPTH | FTW_PHYS) != 0)
		fault("%s: %s", path, strerror(errno));
}

/* The names of that PATTERN in a folder, in their order: how many. */
int
dossier_names(struct arena *a, const char *path, const char *pattern, const char *const **names)
{
	struct dirent **all;
	int n = scandir(path, &all, NULL, alphasort), found = 0;
	const char **kept = arena_alloc(a, (size_t) (n > 0 ? n : 1) * sizeof *kept);

	for (int i = 0; i < n; i++) {
		if (fnmatch(pattern, all[i]->d_name, FNM_PERIOD) == 0)
			kept[found++] = arena_strdup(a, all[i]->d_name);
		free(all[i]);
	}
	if (n >= 0)
		free(all);
	*names = kept;
	return found;
}

/* The next line of a MANIFEST.  False: there is none, or it is none (name ""). */
bool
dossier_next(struct arena *a, const char **manifest, struct manifest_ligne *l)
{
	const char *s = *manifest, *end = strchr(s, '\n'), *tab = strchr(s, '\t'), *sum;
	char *after;

	*l = (struct manifest_ligne) { "", "", 0 };
	if (*s == '\0' || end == NULL || tab == NULL || tab > end)
		return false;
	l->n = strtoll(tab + 1, &after, 10);
	sum = after + 1;
	if (*after != '\t' || end - sum != 64)
		return false;
	l->name = arena_printf(a, "%.*s", (int) (tab - s), s);
	l->sum = arena_printf(a, "%.64s", sum);
	*manifest = end + 1;
	return true;
}

/* How many files there are in that folder, but those two that name the others. */
static int
count(struct arena *a, const char *path, int depth)
{
	DIR *dir = opendir(path);
	struct dirent *e;
	int n = 0;

	if (dir == NULL)
		return -1;
	while ((e = readdir(dir)) != NULL) {
		struct stat st;
		const char *name = arena_printf(a, "%s/%s", path, e->d_name);

		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
			(depth == 0 &&
				(strcmp(e->d_name, "MANIFEST") == 0 ||
					strcmp(e->d_name, "MANIFEST.sha256") == 0)))
			continue;
		if (lstat(name, &st) == 0 && S_ISDIR(st.st_mode) && depth < DEEP)
			n += count(a, name, depth + 1);
		else
			n++;
	}
	closedir(dir);
	return n;
}

/* A name that stays in its folder. */
static bool
safe(const char *name)
{
	return *name != '\0' && *name != '/' && strstr(name, "..") == NULL;
}

static const char *
line_wrong(struct arena *a, const char *path, const struct manifest_ligne *l)
{
	int fd = safe(l->name) ?
		open(arena_printf(a, "%s/%s", path, l->name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW) :
		-1;
	const char *sum;
	int64_t n;

	if (fd < 0)
		return arena_printf(a, "%s is missing", l->name);
	sum = dossier_sum(a, fd, &n);
	close(fd);
	return sum == NULL || strcmp(sum, l->sum) != 0 ?
		arena_printf(a, "%s is not what was written", l->name) :
		NULL;
}

/* All bytes of a file of ours; NULL: it cannot be read, or holds what no text does. */
static const char *
text_of(struct arena *a, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct buffer all = { a };
	char block[65536];
	ssize_t n = -1;

	while (fd >= 0 && (n = read(fd, block, sizeof block)) > 0)
		buffer_add(&all, block, (size_t) n);
	if (fd >= 0)
		close(fd);
	return n == 0 && strlen(buffer_text(&all)) == all.n ? buffer_text(&all) : NULL;
}

/* What MANIFEST says; NULL: it cannot be read. */
const char *
dossier_manifest(struct arena *a, const char *path)
{
	return text_of(a, arena_printf(a, "%s/MANIFEST", path));
}

/* What stands behind LINE in LISEZMOI; "": it has no such line. */
const char *
dossier_said(struct arena *a, const char *path, const char *line)
{
	const char *text = text_of(a, arena_printf(a, "%s/LISEZMOI", path));
	const char *at = text != NULL ? strstr(text, arena_printf(a, "\n%s", line)) : NULL;

	if (at == NULL)
		return "";
	at += 1 + strlen(line);
	return arena_printf(a, "%.*s", (int) strcspn(at, "\n"), at);
}

/* NULL: that folder is a dump as it was written, whole, with nothing besides; else what is wrong */
const char *
dossier_wrong(struct arena *a, const char *path)
{
	const char *s = dossier_manifest(a, path);
	const char *sum = text_of(a, arena_printf(a, "%s/MANIFEST.sha256", path));
	const char *wrong = NULL;
	struct manifest_ligne l;
	int n = 0;

	if (s == NULL || sum == NULL)
		return "there is no MANIFEST, or no MANIFEST.sha256";
	if (strcmp(sum, arena_printf(a, "%s  MANIFEST\n", sha256_hex(a, s, strlen(s)))) != 0)
		wrong = "MANIFEST is not what was written";
	for (; wrong == NULL && dossier_next(a, &s, &l); n++)
		wrong = line_wrong(a, path, &l);
	if (wrong == NULL && *s != '\0')
		wrong = "MANIFEST has a line that says nothing";
	if (wrong == NULL && count(a, path, 0) != n)
		wrong = "there are files that MANIFEST does not name";
	return wrong;
}
