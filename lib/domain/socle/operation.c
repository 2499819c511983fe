/* operation.c - one at a time of what works on the whole site; the second knows which is first */

#include <stdio.h>

#include "base/clock.h"
#include "base/fault.h"
#include "db/lock.h"
#include "domain/socle/operation.h"
#include "domain/socle/reglage.h"

enum { LONGEST_S = 24 * 3600 };

/* A base that is being made has no settings yet, and nobody who would read them. */
static bool
has_settings(struct req *r)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM information_schema.tables"
			   " WHERE table_schema = DATABASE() AND table_name = 'reglage'")) != 0;
}

/* From now on, and as long as this connection lasts, NAME alone works on the whole site.  Waits for
 * another that does, and says which on standard output. */
void
operation_begin(struct req *r, const char *name)
{
	if (!lock_take(r, "operation", 0)) {
		printf("%s: waits for %s\n", name, reglage(r, "operation", "another operation"));
		fflush(stdout);
		if (!lock_take(r, "operation", LONGEST_S))
			fault("%s has been at work for a day",
				reglage(r, "operation", "another operation"));
	}
	if (has_settings(r))
		db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('operation', ?)"),
			S(arena_printf(&r->mem, "%s, at work since %s UTC", name,
				clock_sql(&r->mem, clock_now()))));
}
