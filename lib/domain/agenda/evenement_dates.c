/* evenement_dates.c - the dates of an event: written from its rule, kept when they have people
 *
 * A date is named by its day (jour), for ever.  When a rule changes, a date that it still gives
 * stays itself; when the whole moves to other days, the first date to come becomes the first of
 * the new ones, and so on, with its people.  What is over never changes.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/recur.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"

enum { HORIZON = 550 }; /* days that a series without end is written ahead */

/* What the dates of an event follow. */
struct pattern {
	struct wall from, to, last; /* last: of a series without end, no date after it yet */
	bool journee;
	const char *rule;
	struct wall *days;
	unsigned n;
};

struct date {
	int64_t id;
	const char *jour;
};

/* As SQL; the hour that a night leaves out is the one after it. */
const char *
evenement_utc(struct req *r, struct wall w)
{
	time_t t;

	wall_instant(w, &t);
	return clock_sql(&r->mem, t);
}

struct wall
evenement_wall(const char *utc)
{
	return wall_at(clock_parse(utc));
}

static bool
read_pattern(struct req *r, int64_t id, struct pattern *p)
{
	const char *debut = "", *fin = "";

	p->rule = "";
	if (!db_read(r, SQL("SELECT debut, fin, journee, rrule FROM evenement WHERE id = ?"),
		    INTO(TO(&debut), TO(&fin), TO(&p->journee), TO(&p->rule)), I(id)))
		return false;
	p->from = evenement_wall(debut);
	p->to = evenement_wall(fin);
	p->last = wall_add_days(wall_at(clock_now()), HORIZON);
	if (wall_days_between(p->from, p->last) < HORIZON || !recur_endless(p->rule))
		p->last = wall_add_days(p->from, recur_endless(p->rule) ? HORIZON : 366 * 60);
	p->n = recur_days(&r->mem, p->rule, p->from, p->last, &p->days);
	return true;
}

/* The N-th end: as many days later, at the hour of the first. */
static struct wall
end_of(const struct pattern *p, unsigned n)
{
	struct wall end = wall_add_days(p->days[n], wall_days_between(p->from, p->to));

	end.hour = p->to.hour;
	end.minute = p->to.minute;
	return end;
}

static void
insert_date(struct req *r, int64_t id, const struct pattern *p, unsigned n)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO evenement_date (evenement_id, jour, debut, fin)"
		    " VALUES (?, ?, ?, ?)"),
		I(id), S(wall_ymd(&r->mem, p->days[n])), S(evenement_utc(r, p->days[n])),
		S(evenement_utc(r, end_of(p, n))));
}

static void
move_date(struct req *r, int64_t date_id, const struct pattern *p, unsigned n)
{
	db_exec(r,
		SQL("UPDATE evenement_date SET jour = ?, debut = IF(deplace, debut, ?),"
		    " fin = IF(deplace, fin, ?) WHERE id = ?"),
		S(wall_ymd(&r->mem, p->days[n])), S(evenement_utc(r, p->days[n])),
		S(evenement_utc(r, end_of(p, n))), I(date_id));
}

/* Those of its dates that are not over, by day. */
static struct date *
read_dates(struct req *r, int64_t id, unsigned *n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT d.id, d.jour FROM evenement_date d WHERE d.evenement_id = ?"
		    " AND d.fin > ? AND NOT d.ajoute ORDER BY d.jour LIMIT 1000 FOR UPDATE"),
		I(id), S(clock_sql(&r->mem, clock_now())));
	struct date *all = arena_alloc(&r->mem, 1000 * sizeof *all);

	for (*n = 0; db_next(rows, &r->mem); (*n)++)
		all[*n] =
			(struct date) { db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)) };
	return all;
}

static int
find_day(struct req *r, const struct pattern *p, const char *jour)
{
	for (unsigned i = 0; i < p->n; i++)
		if (strcmp(wall_ymd(&r->mem, p->days[i]), jour) == 0)
			return (int) i;
	return -1;
}

/* A date that was added by hand and that the rule gives now is one of its own, at the hour that was
 * said by hand. */
static void
adopt_added(struct req *r, int64_t id, const struct pattern *p)
{
	struct rows *added = db_rows(r,
		SQL("SELECT id, jour FROM evenement_date WHERE evenement_id = ? AND ajoute"),
		I(id));

	while (db_next(added, &r->mem))
		if (find_day(r, p, db_text(added, 1)) >= 0)
			db_exec(r,
				SQL("UPDATE evenement_date SET ajoute = FALSE, deplace = TRUE"
				    " WHERE id = ?"),
				I(db_num(added, 0)));
}

/* A date that the rule no longer gives: gone, or cancelled when people came to know of it, be it a
 * moment ago. */
static void
drop_date(struct req *r, const struct date *d)
{
	if (db_int(r, SQL("SELECT 1 FROM place WHERE date_id = ? LIMIT 1 LOCK IN SHARE MODE"),
		    I(d->id)) != 0)
		db_exec(r, SQL("UPDATE evenement_date SET etat = 'annule' WHERE id = ?"), I(d->id));
	else
		db_exec(r, SQL("DELETE FROM evenement_date WHERE id = ?"), I(d->id));
}

/* The same of one that was put aside: what stays has the name it had, unless another has it now. */
static void
drop_aside(struct req *r, const struct date *d)
{
	drop_date(r, d);
	db_exec(r,
		SQL("UPDATE IGNORE evenement_date SET jour = jour - INTERVAL 4000 YEAR"
		    " WHERE id = ?"),
		I(d->id));
}

/* Other days: each date becomes the next one to come, with its people. */
static void
move_all(struct req *r, const struct pattern *p, struct date *dates, unsigned n)
{
	const char *today = wall_ymd(&r->mem, wall_at(clock_now()));
	unsigned next = 0;

	for (unsigned i = 0; i < n; i++) /* aside: no two bear one day on the way */
		db_exec(r,
			SQL("UPDATE evenement_date SET jour = jour + INTERVAL 4000 YEAR"
			    " WHERE id = ?"),
			I(dates[i].id));
	while (p->n > 1 && next < p->n && strcmp(wall_ymd(&r->mem, p->days[next]), today) < 0)
		next++;
	for (unsigned i = 0; i < n; i++, next++)
		if (next < p->n)
			move_date(r, dates[i].id, p, next);
		else
			drop_aside(r, &dates[i]);
}

/* Give the event the dates that its days and its rule say. */
void
evenement_dates_write(struct req *r, int64_t id)
{
	struct pattern p = { .n = 0 };
	struct date *dates;
	unsigned n;
	bool same = false;

	if (!read_pattern(r, id, &p))
		return;
	adopt_added(r, id, &p);
	dates = read_dates(r, id, &n);
	for (unsigned i = 0; i < n; i++)
		same = same || find_day(r, &p, dates[i].jour) >= 0;
	if (n > 0 && !same)
		move_all(r, &p, dates, n);
	for (unsigned i = 0; i < n && same; i++) {
		int day = find_day(r, &p, dates[i].jour);

		if (day >= 0)
			move_date(r, dates[i].id, &p, (unsigned) day);
		else
			drop_date(r, &dates[i]);
	}
	for (unsigned i = 0; i < p.n; i++)
		insert_date(r, id, &p, i);
	evenement_follow_dates(r, id);
	db_exec(r, SQL("UPDATE evenement SET etendu_au = ? WHERE id = ?"),
		S(recur_endless(p.rule) ? wall_ymd(&r->mem, p.last) : NULL), I(id));
	inscription_fill_dates(r, id);
}

/* Series without end go on: at each turn of essaim-mail, a few whose last written day comes
 * near. */
void
evenement_dates_extend(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id FROM evenement WHERE etendu_au < UTC_DATE() + INTERVAL 450 DAY"
		    " AND etat <> 'annule' ORDER BY etendu_au LIMIT 20"));

	while (db_next(rows, &r->mem))
		evenement_dates_write(r, db_num(rows, 0));
}
