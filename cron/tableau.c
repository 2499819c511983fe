/* tableau.c - essaim-tableau: keep the figures of the dashboard where people are many */

#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/options.h"
#include "db/db.h"
#include "db/lock.h"
#include "domain/socle/journal.h"
#include "domain/tableau_de_bord/tableau.h"

int
main(int argc, char **argv)
{
	static struct req r;
	int64_t began = clock_ms(), n;

	options_read(argc, argv, (const struct choice[]) { { 0 } }, 0, "usage: essaim-tableau\n");
	conf_load();
	req_init(&r);
	if (!lock_take(&r, "tableau", 0)) {
		printf("tableau: another one is at work\n");
		return 0;
	}
	db_begin(false);
	n = tableau_keep(&r);
	db_commit();
	journal_witness_hourly(&r);
	printf("tableau: figures=%" PRId64 " ms=%" PRId64 "\n", n, clock_ms() - began);
	db_close();
	arena_reset(&r.mem);
	return 0;
}
