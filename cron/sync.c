/* sync.c - essaim-sync: pull what changed in HubSpot, each minute, for most of the minute
 *
 * Exit status: 0 done, 1 failed and to be tried again, 2 configuration.
 */

#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "db/lock.h"
#include "domain/synchro.h"

/* The run of the minute before may be at its last turn. */
enum { LOCK_WAIT = 90, HANDOVER = 2, EVERY = 5, PEOPLE_EVERY = 60 };

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

static void
read_options(int argc, char **argv)
{
	static const struct option known[] = { { "full", no_argument, NULL, 'f' },
		{ "for", required_argument, NULL, 's' }, { "every", required_argument, NULL, 'e' },
		{ "force-removals", no_argument, NULL, 'r' }, { 0 } };
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1)
		switch (c) {
		case 'f': options.full = true; break;
		case 's': options.for_s = strtol(optarg, NULL, 10); break;
		case 'e': options.every_s = strtol(optarg, NULL, 10); break;
		case 'r': options.force = true; break;
		default:
			fprintf(stderr,
				"usage: essaim-sync [--full [--force-removals]] [--for SECONDS] [--every SECONDS]\n");
			exit(2);
		}
	if (options.every_s < 1)
		options.every_s = EVERY;
}

/* A run that was killed left its line open. */
static int64_t
begin_log(struct req *r)
{
	db_exec(r,
		SQL("UPDATE sync_tour SET etat = 'echec', fin = UTC_TIMESTAMP(3), message = 'interrompu'"
		    " WHERE etat = 'en_cours'"));
	return db_insert(r,
		SQL("INSERT INTO sync_tour (genre, debut) VALUES (?, UTC_TIMESTAMP(3))"),
		S(options.full ? "complet" : "suite"));
}

static void
write_log(struct req *r, int64_t tour, struct synchro *s, const char *etat)
{
	db_exec(r,
		SQL("UPDATE sync_tour SET fin = UTC_TIMESTAMP(3), etat = ?, nb_vus = ?, nb_crees = ?, nb_modifies = ?,"
		    " nb_retires = ?, nb_appels = ?, message = ? WHERE id = ?"),
		S(etat), I(s->seen), I(s->created), I(s->updated), I(s->removed),
		I(s->hubspot.calls), S(s->why), I(tour));
	synchro_note_rest(s, r);
}

/* Everything is read when asked, and the first time. */
static enum synchro_end
first_turn(struct synchro *s, struct req *r)
{
	if (options.full || synchro_state(r, "curseur") == NULL) {
		options.full = true;
		return synchro_full(s);
	}
	return SYNCHRO_DONE;
}

/* The second at which everyone with access was last read again. */
static int64_t
people_at(struct req *r)
{
	const char *then = synchro_state(r, "personnes_le");

	return then != NULL ? strtoll(then, NULL, 10) : 0;
}

static enum synchro_end
turn(struct synchro *s, struct req *r)
{
	enum synchro_end end = synchro_changes(s);
	int64_t now = clock_now(), then = people_at(r);

	if (end == SYNCHRO_DONE && (now - then >= PEOPLE_EVERY || now < then)) {
		end = synchro_people(s);
		if (end == SYNCHRO_DONE)
			synchro_set_state(
				r, "personnes_le", arena_printf(&r->mem, "%" PRId64, now));
	}
	return end;
}

/* Wait for the next turn, looking twice a second for what webhooks queued. */
static enum synchro_end
pause_until(struct synchro *s, int64_t ms)
{
	enum synchro_end end = SYNCHRO_DONE;

	while (clock_ms() < ms && !stopped && end == SYNCHRO_DONE) {
		nanosleep(&(struct timespec) { 0, 500000000 }, NULL);
		end = synchro_queue(s);
	}
	return end;
}

static enum synchro_end
follow(struct synchro *s, struct req *r, int64_t tour)
{
	int64_t until = clock_ms() + options.for_s * 1000;
	enum synchro_end end = SYNCHRO_DONE;

	if (options.full && options.for_s == 0)
		return end;
	while (end == SYNCHRO_DONE && !stopped) {
		int64_t next = clock_ms() + options.every_s * 1000;

		end = turn(s, r);
		write_log(r, tour, s, end == SYNCHRO_DONE ? "fait" : "echec");
		if (end != SYNCHRO_DONE || next >= until)
			break;
		end = pause_until(s, next);
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
		(end = first_turn(s, r)) != SYNCHRO_DONE)
		return end;
	write_log(r, tour, s, "fait");
	return follow(s, r, tour);
}

static int
run(struct req *r)
{
	static struct synchro s;
	int64_t since = clock_ms(), tour;
	enum synchro_end end;

	s.force = options.force;
	if (!lock_take(r, "sync", options.full ? LOCK_WAIT : HANDOVER)) {
		fprintf(stderr, "essaim-sync: another one is running\n");
		return options.full;
	}
	tour = begin_log(r);
	end = work(&s, r, tour);
	write_log(r, tour, &s, end == SYNCHRO_DONE ? "fait" : "echec");
	printf("sync: seen=%ld created=%ld updated=%ld removed=%ld calls=%ld ms=%" PRId64 "\n",
		s.seen, s.created, s.updated, s.removed, s.hubspot.calls, clock_ms() - since);
	if (end != SYNCHRO_DONE)
		fprintf(stderr, "essaim-sync: %s\n", s.why);
	arena_reset(&s.mapping_mem);
	return end;
}

int
main(int argc, char **argv)
{
	static struct req r;
	int status;

	read_options(argc, argv);
	conf_load();
	sigaction(SIGTERM, &(struct sigaction) { .sa_handler = stop }, NULL);
	sigaction(SIGINT, &(struct sigaction) { .sa_handler = stop }, NULL);
	req_init(&r);
	status = run(&r);
	db_close();
	arena_reset(&r.mem);
	return status;
}
