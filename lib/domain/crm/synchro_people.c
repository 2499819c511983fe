/* synchro_people.c - whom to read again by number: those with access, those who left lately, those
 * whom a webhook named, and those who may leave
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/crm/alarme.h"
#include "domain/crm/sortie.h"
#include "domain/crm/synchro.h"

enum { AGAIN_S = 3600 };

/* The numbers that ROWS gives. */
size_t
synchro_ids(struct rows *rows, struct arena *mem, int64_t *ids)
{
	size_t n = 0;

	while (db_next(rows, mem))
		ids[n++] = db_num(rows, 0);
	return n;
}

/* Read again, by portions, the contacts that SQL gives: at most 100 whose number is above the one
 * bound to it, by number.  Webhooks are served in between, unless ALONE. */
enum synchro_end
synchro_again(struct synchro *s, struct sql *sql, bool alone)
{
	int64_t ids[SYNCHRO_BATCH], last = 0;
	enum synchro_end end = SYNCHRO_DONE;
	size_t n;

	do {
		struct req r = { 0 };
		bool ok = true;

		req_init(&r);
		n = synchro_ids(db_rows(&r, sql, I(last)), &r.mem, ids);
		if (n > 0) {
			last = ids[n - 1];
			ok = synchro_refresh(s, &r, ids, n);
		}
		arena_reset(&r.mem);
		if (!ok)
			return synchro_failed(s);
		if (!alone)
			end = synchro_serve(s);
	} while (n == SYNCHRO_BATCH && end == SYNCHRO_DONE);
	return end;
}

/* Everyone who may enter, so that what the CRM closed is closed within a minute, whatever its
 * search index says. */
enum synchro_end
synchro_people(struct synchro *s)
{
	return synchro_again(s,
		SQL("SELECT hubspot_id FROM contact WHERE acces > 0 AND hubspot_id > ?"
		    " ORDER BY hubspot_id LIMIT 100"),
		false);
}

/* Those who left while the CRM could still put them back (90 days): putting back moves no date. */
enum synchro_end
synchro_gone(struct synchro *s)
{
	return synchro_again(s,
		SQL("SELECT hubspot_id FROM contact WHERE retire_le > UTC_TIMESTAMP() -"
		    " INTERVAL 90 DAY"
		    " AND fusionne_dans IS NULL AND hubspot_id > ? ORDER BY hubspot_id LIMIT 100"),
		false);
}

/* Is what KEY says to be said again?  Once an hour, or when it is NEWS. */
static bool
hourly(struct req *r, const char *key, bool news)
{
	const char *text = synchro_state(r, key);
	int64_t then = text != NULL ? strtoll(text, NULL, 10) : 0, now = clock_now();

	if (!news && now >= then && now - then < AGAIN_S)
		return false;
	synchro_set_state(r, key, arena_printf(&r->mem, "%" PRId64, now));
	return true;
}

/* In the transaction that stopped them: administrators are told when it begins (NEWS: nobody
 * waited), then once an hour while more are stopped, and once a run. */
static void
tell(struct synchro *s, struct req *r, const struct sorties *all, bool news)
{
	if (!s->braked || news) {
		s->quiet = !hourly(r, "frein_dit_le", news);
		if (!s->quiet)
			alarme_frein(r, sortie_waiting(r));
	}
	if (news)
		synchro_set_state(r, "attente_dite_le", "0");
	s->braked = true;
	snprintf(s->why, sizeof s->why,
		"%ld people would be closed within an hour and %ld is the most: nothing was closed"
		" (decide on /admin/synchro; essaim-sync --full --force-removals if this is right)",
		all->lately, all->most);
}

/* Judge the departures seen SINCE ("": all), then read again, and close, those that are let
 * through. */
enum synchro_end
synchro_release(struct synchro *s, const char *since)
{
	struct req r = { 0 };
	struct sorties all;
	bool any, news;

	req_init(&r);
	any = db_int(&r,
		      SQL("SELECT EXISTS (SELECT 1 FROM sync_sortie"
			  " WHERE etat IN ('vue', 'oui', 'frein'))")) != 0;
	if (any) {
		db_begin(false);
		news = sortie_waiting(&r) == 0;
		sortie_judge(&r, since, s->force, &all);
		if (all.stopped)
			tell(s, &r, &all, news);
		db_commit();
	}
	arena_reset(&r.mem);
	if (!any)
		return SYNCHRO_DONE;
	return synchro_again(s,
		SQL("SELECT c.hubspot_id FROM sync_sortie s JOIN contact c ON c.id = s.contact_id"
		    " WHERE s.etat = 'oui' AND c.hubspot_id > ? ORDER BY c.hubspot_id LIMIT 100"),
		true);
}

/* Contacts that a webhook named, and those whose erasure waits for them to be read as gone and who
 * are due, each once; departures among them are judged at once. */
enum synchro_end
synchro_serve(struct synchro *s)
{
	struct req r = { 0 };
	enum synchro_end end = SYNCHRO_DONE;
	const char *since;

	req_init(&r);
	since = db_string(&r,
		SQL("SELECT UTC_TIMESTAMP(3) FROM DUAL WHERE EXISTS (SELECT 1 FROM sync_file)"
		    " OR EXISTS (SELECT 1 FROM sync_efface WHERE lire_le <= UTC_TIMESTAMP(3))"));
	if (since != NULL) {
		end = synchro_again(s,
			SQL("SELECT q.hubspot_id FROM (SELECT hubspot_id FROM sync_file UNION"
			    " SELECT hubspot_id FROM sync_efface"
			    " WHERE lire_le <= UTC_TIMESTAMP(3)) q WHERE q.hubspot_id > ?"
			    " ORDER BY q.hubspot_id LIMIT 100"),
			true);
		if (end == SYNCHRO_DONE)
			end = synchro_release(s, since);
	}
	arena_reset(&r.mem);
	return end;
}

/* Departures that wait for an administrator are told at the end of each run. */
void
synchro_tell_waiting(struct synchro *s, struct req *r)
{
	long waiting = s->braked ? 0 : sortie_waiting(r);

	if (waiting > 0) {
		s->quiet = !hourly(r, "attente_dite_le", false);
		snprintf(s->why, sizeof s->why,
			"%ld departures wait for an administrator: nothing was closed"
			" (decide on /admin/synchro; essaim-sync --full --force-removals if this is"
			" right)",
			waiting);
	}
	s->waiting = s->braked || waiting > 0;
}
