/* consultation.c - the directory is read by people, page after page; it is not copied
 *
 * contacts.rate pages of people an hour are what one account may read.  Staff and administrators
 * read as many as they need; what they take along is in the journal.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/compte/tentative.h"
#include "domain/crm/alarme.h"
#include "web/consultation.h"
#include "web/reply.h"

enum { HOUR = 3600, DAY = 86400 };

/* Too many: the answer, and administrators are told once a day. */
static int
slowed(struct req *r, const char *me, long pages, long left)
{
	long unused;

	if (tentative_window(r, "consultation.dite", me, 1, DAY, &unused) == 1)
		alarme_consultation(r, pages);
	header(r, "Retry-After", arena_printf(&r->mem, "%ld", left));
	return refuse_why(r, 429, NULL,
		arena_printf(&r->mem,
			"Vous avez ouvert beaucoup de fiches depuis une heure. Pour protéger"
			" chacun-e, les suivantes attendent : reprenez dans %ld min. S’il vous faut"
			" une liste, la coordination de votre groupe ou le Siège peut vous aider.",
			(left + 59) / 60));
}

/* The reader is about to read so many more pages of other people.  0: go on; else the answer. */
int
consultation(struct req *r, long pages)
{
	const char *me = arena_printf(&r->mem, "%" PRId64, r->user.id);
	long left, n;

	if (conf.contacts_rate == 0 || r->user.level >= STAFF || r->user.by != 0)
		return 0;
	n = tentative_window(r, "consultation", me, pages, HOUR, &left);
	return n > conf.contacts_rate ? slowed(r, me, n, left > 0 ? left : 1) : 0;
}

/* The reader reads the page of that other person: who was touched, should her account be another's
 * one day.  One statement, which is no part of what the request reads: a GET leaves a trace too. */
void
consultation_note(struct req *r, int64_t contact_id)
{
	struct rows *rows = db_rows(r,
		SQL("INSERT IGNORE INTO fiche_lue (contact_id, par_id, lue_le) VALUES (?, ?, ?)"
		    " RETURNING contact_id"),
		I(contact_id), I(r->user.by != 0 ? r->user.by : r->user.id),
		S(clock_sql(&r->mem, clock_now() / 60 * 60)));

	while (db_next(rows, &r->mem))
		;
}
