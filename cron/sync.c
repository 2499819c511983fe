/* sync.c - essaim-sync: pull what changed in HubSpot, each minute, until the next one takes over
 *
 * Two never work at once: one that starts waits for the end of the one that works, which ends its
 * last seconds early for it.  A third one leaves.
 *
 * Exit status: 0 done, 1 failed and to be tried again, 2 configuration.
 */

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/options.h"
#include "db/lock.h"
#include "domain/crm/synchro.h"
#include "domain/socle/journal.h"
#include "domain/socle/identite.h"

enum {
	LOCK_WAIT = 90, /* of a full run: it must be done */
	TAKE_OVER = 20, /* of a run that follows: the one before is at its end */
	LOCK_MOMENT = 2,
	LAST_S = 15, /* of a run: it may end for who waits */
	EVERY = 5,
	PEOPLE_EVERY = 60,
	GONE_EVERY = 120
};

static struct options {
	bool full, force;
	long for_s, every_s;
} options = { .every_s = EVERY };

static volatile sig_atomic_t stopped;

static void
stop(int sig)
{
	(void) sig;
	stopped = 1;
}

/* A run that was killed left its line open. */
static int64_t
begin_log(struct req *r)
{
	db_exec(r,
		SQL("UPDATE sync_tour SET etat = 'echec', fin = UTC_TIMESTAMP(3),"
		    " message = 'interrompu' WHERE etat = 'en_cours'"));
	return db_insert(r,
		SQL("INSERT INTO sync_tour (genre, debut) VALUES (?, UTC_TIMESTAMP(3))"),
		S(options.full ? "complet" : "suite"));
}

static void
write_log(struct req *r, int64_t tour, struct synchro *s, const char *etat)
{
	db_exec(r,
		SQL("UPDATE sync_tour SET fin = UTC_TIMESTAMP(3), etat = ?, nb_vus = ?,"
		    " nb_crees = ?, nb_modifies = ?,"
		    " nb_retires = ?, nb_appels = ?, message = ? WHERE id = ?"),
		S(etat), I(s->seen), I(s->created), I(s->updated), I(s->removed),
		I(s->hubspot.calls), S(s->why), I(tour));
	synchro_note_rest(s, r);
}

/* Everything is read when asked, and the first time. */
static enum synchro_end
first_turn(struct synchro *s, struct req *r)
{
	s->afresh = options.full;
	if (options.full || synchro_state(r, "curseur") == NULL) {
		options.full = true;
		return synchro_full(s);
	}
	return SYNCHRO_DONE;
}

/* Is what is done each EVERY seconds, and was written under KEY, due? */
static bool
is_due(struct req *r, const char *key, int64_t every)
{
	const char *text = synchro_state(r, key);
	int64_t then = text != NULL ? strtoll(text, NULL, 10) : 0, now = clock_now();

	return now - then >= every || now < then;
}

/* Do that if it is due, then judge who would leave. */
static enum synchro_end
now_and_then(struct synchro *s, struct req *r, const char *key, int64_t every,
	enum synchro_end (*what)(struct synchro *))
{
	int64_t now = clock_now();
	enum synchro_end end;

	if (!is_due(r, key, every))
		return SYNCHRO_DONE;
	if ((end = what(s)) == SYNCHRO_DONE)
		synchro_set_state(r, key, arena_printf(&r->mem, "%" PRId64, now));
	return end == SYNCHRO_DONE ? synchro_release(s, "") : end;
}

static enum synchro_end
turn(struct synchro *s, struct req *r)
{
	enum synchro_end end = synchro_changes(s);

	if (end == SYNCHRO_DONE)
		end = synchro_release(s, "");
	if (end == SYNCHRO_DONE)
		end = now_and_then(s, r, "personnes_le", PEOPLE_EVERY, synchro_people);
	if (end == SYNCHRO_DONE)
		end = now_and_then(s, r, "partis_le", GONE_EVERY, synchro_gone);
	return end;
}

/* Does another run wait for this one to end? */
static bool
is_awaited(struct req *r)
{
	return db_int(r,
		       SQL("SELECT IS_USED_LOCK(CONCAT(DATABASE(),"
			   " '.sync_suivant')) IS NOT NULL")) == 1;
}

/* Wait for the next turn, looking twice a second for what webhooks queued.  *OVER: the run is. */
static enum synchro_end
pause_until(struct synchro *s, struct req *r, int64_t next, int64_t until, bool *over)
{
	enum synchro_end end = SYNCHRO_DONE;

	while (clock_ms() < next && !stopped && !*over && end == SYNCHRO_DONE) {
		nanosleep(&(struct timespec) { 0, 500000000 }, NULL);
		end = synchro_serve(s);
		*over = clock_ms() >= until ||
			(clock_ms() >= until - LAST_S * 1000 && is_awaited(r));
	}
	return end;
}

static enum synchro_end
follow(struct synchro *s, struct req *r, int64_t tour)
{
	int64_t until = clock_ms() + options.for_s * 1000;
	enum synchro_end end = SYNCHRO_DONE;
	bool over = false;

	if (options.full && options.for_s == 0)
		return end;
	while (end == SYNCHRO_DONE && !stopped) {
		int64_t next = clock_ms() + options.every_s * 1000;

		end = turn(s, r);
		write_log(r, tour, s, end == SYNCHRO_DONE ? "fait" : "echec");
		if (end == SYNCHRO_DONE && clock_ms() < until)
			end = pause_until(s, r, next, until, &over);
		if (over || clock_ms() >= until)
			break;
	}
	return end;
}

static enum synchro_end
work(struct synchro *s, struct req *r, int64_t tour)
{
	enum synchro_end end;

	s->hubspot.daily_left = -1;
	if (!synchro_allowed(s, r))
		return SYNCHRO_FAILED;
	if ((end = synchro_prepare(s, options.full)) != SYNCHRO_DONE ||
		(end = synchro_serve(s)) != SYNCHRO_DONE ||
		(end = first_turn(s, r)) != SYNCHRO_DONE)
		return end;
	write_log(r, tour, s, "fait");
	return follow(s, r, tour);
}

/* A run that stopped departures did not do all that it was to do; a full one says so until they are
 * decided. */
static enum synchro_end
conclude(struct synchro *s, struct req *r, enum synchro_end end)
{
	if (end != SYNCHRO_DONE)
		return end;
	synchro_tell_waiting(s, r);
	return s->braked || (s->waiting && s->afresh) ? SYNCHRO_FAILED : SYNCHRO_DONE;
}

/* False: another run works, and it is not ours to wait for its end. */
static bool
take_over(struct req *r)
{
	bool taken = lock_take(r, "sync", 0);

	if (taken)
		return true;
	if (!lock_take(r, "sync_suivant", options.full ? LOCK_WAIT : 0))
		return false;
	taken = lock_take(r, "sync",
		options.full              ? LOCK_WAIT :
			options.for_s > 0 ? TAKE_OVER :
					    LOCK_MOMENT);
	lock_leave(r, "sync_suivant");
	return taken;
}

static int
run(struct req *r)
{
	static struct synchro s;
	int64_t since = clock_ms(), tour;
	enum synchro_end end;

	s.force = options.force;
	if (site_muet(r)) {
		printf("sync: this is a restored copy: it reads nothing before essaim-admin site"
		       " resume\n");
		return SYNCHRO_DONE;
	}
	if (!take_over(r)) {
		fprintf(stderr, "essaim-sync: another one is running\n");
		return options.full;
	}
	tour = begin_log(r);
	end = conclude(&s, r, work(&s, r, tour));
	write_log(r, tour, &s, end == SYNCHRO_DONE ? "fait" : "echec");
	printf("sync: seen=%ld created=%ld updated=%ld removed=%ld calls=%ld ms=%" PRId64 "\n",
		s.seen, s.created, s.updated, s.removed, s.hubspot.calls, clock_ms() - since);
	if (*s.why != '\0' && (options.full || !s.quiet))
		fprintf(stderr, "essaim-sync: %s\n", s.why);
	if (s.cut > 0)
		fprintf(stderr,
			"essaim-sync: %ld values are longer than what is kept: see"
			" /admin/synchro\n",
			s.cut);
	arena_reset(&s.asked.mem);
	return end;
}

int
main(int argc, char **argv)
{
	static const struct choice known[] = { { "full", .flag = &options.full },
		{ "force-removals", .flag = &options.force }, { "for", .number = &options.for_s },
		{ "every", .number = &options.every_s }, { 0 } };
	static struct req r;
	int status;

	options_read(argc, argv, known, 0,
		"usage: essaim-sync [--full [--force-removals]] [--for SECONDS] [--every"
		" SECONDS]\n");
	if (options.every_s < 1)
		options.every_s = EVERY;
	conf_load();
	sigaction(SIGTERM, &(struct sigaction) { .sa_handler = stop }, NULL);
	sigaction(SIGINT, &(struct sigaction) { .sa_handler = stop }, NULL);
	req_init(&r);
	journal_from("hubspot");
	status = run(&r);
	db_close();
	arena_reset(&r.mem);
	return status;
}
