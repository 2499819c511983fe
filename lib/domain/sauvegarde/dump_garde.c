/* dump_garde.c - which dumps are kept, what was noted of each, which one is not relied upon */

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <ftw.h>
#include <inttypes.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fault.h"
#include "domain/sauvegarde/dump.h"

enum { MONTHS = 12, LESS = 80 /* percent of the rows of the last one */ };

static int
is_dump(const struct dirent *d)
{
	return fnmatch("essaim-2*-*-*T*Z", d->d_name, 0) == 0;
}

static int
is_broken_off(const struct dirent *d)
{
	return fnmatch(".essaim-*", d->d_name, 0) == 0;
}

static int
take_away(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void) st, (void) kind, (void) where;
	return remove(path);
}

static void
drop(struct req *r, const char *folder, const char *name)
{
	const char *path = arena_printf(&r->mem, "%s/%s", folder, name);

	if (nftw(path, take_away, 16, FTW_DEPTH | FTW_PHYS) != 0)
		fault("%s: %s", path, strerror(errno));
}

/* Is it the newest of its month ("essaim-AAAA-MM")? */
static bool
last_of_month(struct dirent **all, int n, int i)
{
	return i + 1 == n || strncmp(all[i]->d_name, all[i + 1]->d_name, 14) != 0;
}

/* Of the dumps below FOLDER the newest NIGHTS stay, and the last of each of twelve months; those
 * that a kill broke off go.  Only for who holds the lock of the dumps. */
void
dump_keep(struct req *r, const char *folder, long nights)
{
	struct dirent **all;
	int n = scandir(folder, &all, is_broken_off, alphasort), months = 0;

	for (int i = 0; i < n; i++)
		drop(r, folder, all[i]->d_name);
	n = scandir(folder, &all, is_dump, alphasort);
	for (int i = n - 1; i >= 0; i--)
		if (i < n - nights && !(last_of_month(all, n, i) && months++ < MONTHS))
			drop(r, folder, all[i]->d_name);
}

/* Why a dump that was written must not be relied upon, next to the last good one; NULL: it may. */
const char *
dump_alarm(struct req *r, const struct bilan *b)
{
	int64_t before = db_int(r,
		SQL("SELECT COALESCE((SELECT lignes FROM sauvegarde WHERE erreur = ''"
		    " ORDER BY id DESC LIMIT 1), 0)"));

	if (b->rows * 100 < before * LESS)
		return arena_printf(&r->mem,
			"Elle contient %" PRId64 " lignes, la précédente en contenait %" PRId64 ".",
			b->rows, before);
	return NULL;
}

/* What became of it; WRONG in a sentence, or NULL. */
void
dump_note(struct req *r, const struct bilan *b, int64_t ms, const char *wrong)
{
	db_exec(r,
		SQL("INSERT INTO sauvegarde (nom, faite_le, duree_ms, tables_n, lignes, fichiers,"
		    " octets, erreur) VALUES (?, UTC_TIMESTAMP(), ?, ?, ?, ?, ?, ?)"),
		S(b->nom), I(ms), I(b->tables), I(b->rows), I(b->files), I(b->bytes),
		S(wrong != NULL ? wrong : ""));
}
