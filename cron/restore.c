/* restore.c - essaim-restore DIR: a site from a dump, into an empty base; it writes to nobody
 * before an operator says that it is the site.  With --until, up to a moment after that dump, out
 * of the binary log.  With --trial, the last dump (or DIR) apart from the site, thrown away again.
 *
 * Exit status: 0 done, 1 failed, 2 configuration or command line.
 */

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/options.h"
#include "db/lock.h"
#include "domain/sauvegarde/dump.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/sauvegarde/veille.h"
#include "domain/socle/identite.h"
#include "domain/socle/operation.h"

static const char usage[] = "usage: essaim-restore DIR [--until \"AAAA-MM-JJ HH:MM:SS\" --binlog"
			    " DIR]\n       essaim-restore --trial [DIR]\n";

static int
complain(const char *about, const char *why)
{
	fprintf(stderr, "essaim-restore: %s: %s\n", about, why);
	return 1;
}

/* A site from DIR, then what the binary log says after it, then without who was erased since. */
static int
restore(struct req *r, const char *dir, const char *until, const char *binlogs)
{
	int64_t began = clock_ms(), erased;
	struct bilan b;
	const char *const *words = NULL;
	const char *wrong = NULL;

	if (until != NULL)
		wrong = rejoue_ready(r, dir, binlogs, until, &words);
	if (wrong == NULL)
		wrong = dump_restore(r, dir, &b);
	if (wrong == NULL && words != NULL)
		wrong = rejoue(r, words);
	if (wrong != NULL)
		return complain(dir, wrong);
	erased = effacements_beside(r, dir);
	printf("restore: tables=%" PRId64 " rows=%" PRId64 " files=%" PRId64 " ms=%" PRId64
	       "%s%s\nThis copy writes to nobody: no mail, no sync, no dump. When it is to"
	       " be the site: essaim-admin site resume\n",
		b.tables, b.rows, b.files, clock_ms() - began, until != NULL ? " until=" : "",
		until != NULL ? until : "");
	if (erased < 0)
		printf("Nothing says who was erased since: when the site that was dumped still has"
		       " dump.folder/effacements, essaim-admin erasure replay FILE\n");
	else
		printf("restore: erased again=%" PRId64 "\n", erased);
	return 0;
}

static int
try_one(struct req *r, const char *path)
{
	const char *nom = strrchr(path, '/') + 1, *wrong;
	struct sauvegarde_essai e;

	operation_begin(r, "essaim-restore --trial");
	wrong = essai_run(r, path, &e);
	db_begin(false);
	essai_note(r, &e, nom, wrong);
	veille_essai(r, nom, wrong);
	db_commit();
	if (wrong != NULL)
		fprintf(stderr, "essaim-restore: %s cannot be restored: %s\n", nom, wrong);
	else
		printf("trial: %s was restored whole in %s, which is gone again, ms=%" PRId64 "\n",
			nom, e.base, e.ms);
	return wrong != NULL;
}

/* DIR (by hand), or the last dump when a trial is due (each night). */
static int
trial(struct req *r, const char *dir)
{
	const char *last = NULL;

	if (site_muet(r))
		printf("trial: this is a restored copy: nothing is tried before essaim-admin site"
		       " resume\n");
	else if (!lock_take(r, "trial", 0))
		printf("trial: another one is at work\n");
	else if (dir == NULL && !essai_due(r))
		printf("trial: none is due\n");
	else if (dir != NULL && (last = realpath(dir, NULL)) == NULL)
		return complain(dir, strerror(errno));
	else if (dir != NULL)
		return try_one(r, arena_own(&r->mem, (char *) last, free));
	else if (conf.dump_folder == NULL || (last = dump_last(r, conf.dump_folder)) == NULL)
		return complain("dump.folder", "there is no dump");
	else
		return try_one(r, arena_printf(&r->mem, "%s/%s", conf.dump_folder, last));
	return 0;
}

int
main(int argc, char **argv)
{
	static bool tries;
	static const char *until, *binlogs;
	static const struct choice known[] = { { "trial", .flag = &tries },
		{ "until", .word = &until }, { "binlog", .word = &binlogs }, { 0 } };
	static struct req r;
	int at = options_read(argc, argv, known, 1, usage), status;

	if ((!tries && at >= argc) || (until != NULL) != (binlogs != NULL) || (tries && until)) {
		fputs(usage, stderr);
		return 2;
	}
	conf_load();
	req_init(&r);
	db_patient();
	status = tries ? trial(&r, argv[at]) : restore(&r, argv[at], until, binlogs);
	db_close();
	arena_reset(&r.mem);
	return status;
}
