/* retention.c - essaim-retention: what was kept long enough goes, by the rules of
 * /admin/conservation; with --dry-run, one line for each person: id rule since action
 *
 * Exit status: 0 done, 1 failed, tried again by the next run, 2 configuration.
 */

#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/options.h"
#include "db/lock.h"
#include "domain/conservation/conservation.h"
#include "domain/socle/identite.h"

static void
tell(struct req *r)
{
	struct rows *rows = concernes_lines(r);

	while (db_next(rows, &r->mem))
		printf("%s %s %s %s\n", db_text(rows, 0), db_text(rows, 1), db_text(rows, 2),
			db_text(rows, 3));
}

static void
run(struct req *r)
{
	int64_t began = clock_ms();
	struct passage p;

	conservation_run(r, &p);
	printf("retention: anonymised=%" PRId64 " closed=%" PRId64 " warned=%" PRId64
	       " returned=%" PRId64 " rows=%" PRId64 " ms=%" PRId64 "%s%s\n",
		p.anonymises, p.fermes, p.avertis, p.revenus, conservation_rows(&p),
		clock_ms() - began, p.retenu ? " HELD" : "",
		p.adopte ? "" : " (the delays are not adopted yet)");
}

int
main(int argc, char **argv)
{
	static bool dry;
	static const struct choice known[] = { { "dry-run", .flag = &dry }, { 0 } };
	static struct req r;

	options_read(argc, argv, known, 0, "usage: essaim-retention [--dry-run]\n");
	conf_load();
	req_init(&r);
	db_patient();
	if (dry)
		tell(&r);
	else if (site_muet(&r))
		printf("retention: this is a restored copy: nothing is done before essaim-admin"
		       " site resume\n");
	else if (!lock_take(&r, "retention", 0))
		printf("retention: another one is at work\n");
	else
		run(&r);
	db_close();
	arena_reset(&r.mem);
	return 0;
}
