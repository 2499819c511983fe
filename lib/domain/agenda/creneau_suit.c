/* creneau_suit.c - shifts follow their event: moved with its date, shared when it is split, copied
 *
 * An event of one date moves all its shifts to come, those of the days around it too; a date of a
 * series, those that stand on its days.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/poste.h"

struct move {
	int64_t id;
	const char *was, *debut, *fin; /* debut "": its date is gone */
};

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* So many days later on the wall, and so many minutes. */
static const char *
later(struct req *r, const char *utc, int days, int minutes)
{
	return clock_sql(&r->mem,
		clock_parse(evenement_utc(r, wall_add_days(evenement_wall(utc), days))) +
			minutes * 60);
}

/* Of the wall, from midnight; of a whole span. */
static int
minute_of(const char *utc)
{
	struct wall w = evenement_wall(utc);

	return w.hour * 60 + w.minute;
}

static int
length(const char *debut, const char *fin)
{
	return wall_days_between(evenement_wall(debut), evenement_wall(fin)) * 24 * 60 +
		minute_of(fin) - minute_of(debut);
}

/* The date, as it was, on whose days that day is; NULL: none. */
static const struct deplacee *
date_of_day(struct req *r, const char *jour, const struct deplacee *d, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (strcmp(jour, wall_ymd(&r->mem, evenement_wall(d[i].debut))) >= 0 &&
			strcmp(jour, wall_ymd(&r->mem, wall_at(clock_parse(d[i].fin) - 1))) <= 0)
			return &d[i];
	return NULL;
}

/* Hours of a shift follow when both ends of the date did. */
static bool
moves(struct req *r, struct move *m, const char *fin, const struct deplacee *d)
{
	int days, minutes;

	if (d == NULL)
		return false;
	m->debut = "";
	if (*d->maintenant == '\0')
		return true;
	days = wall_days_between(evenement_wall(d->debut), evenement_wall(d->maintenant));
	minutes = minute_of(d->maintenant) - minute_of(d->debut);
	if (length(d->maintenant, d->jusqu) != length(d->debut, d->fin))
		minutes = 0;
	m->debut = later(r, m->was, days, minutes);
	m->fin = later(r, fin, days, minutes);
	return days != 0 || minutes != 0;
}

/* Those that go back from the first on, then those that go forward from the last on: none takes the
 * hours of one that has yet to leave them. */
static int
in_turn(const void *a, const void *b)
{
	const struct move *x = a, *y = b;
	bool back = strcmp(x->debut, x->was) < 0;

	if (back != (strcmp(y->debut, y->was) < 0))
		return back ? -1 : 1;
	return back ? strcmp(x->was, y->was) : strcmp(y->was, x->was);
}

/* Shifts to come of an event whose dates are other ones now; of those that are gone they are
 * cancelled. */
void
creneaux_follow(struct req *r, int64_t evenement_id, const struct deplacee *d, unsigned n)
{
	struct move *all = arena_alloc(&r->mem, CRENEAUX_TOUS * sizeof *all);
	unsigned k = 0;
	bool one = db_int(r, SQL("SELECT rrule = '' FROM evenement WHERE id = ?"), I(evenement_id));
	struct rows *rows = db_rows(r,
		SQL("SELECT c.id, c.jour, c.debut, c.fin FROM creneau c JOIN poste p"
		    " ON p.id = c.poste_id WHERE p.evenement_id = ? AND c.fin > ?"
		    " ORDER BY c.id LIMIT ?"),
		I(evenement_id), S(now(r)), I(CRENEAUX_TOUS));

	while (n > 0 && db_next(rows, &r->mem)) {
		all[k] = (struct move) { .id = db_num(rows, 0),
			.was = arena_strdup(&r->mem, db_text(rows, 2)) };
		k += moves(r, &all[k], db_text(rows, 3),
			one && n == 1 ? d : date_of_day(r, db_text(rows, 1), d, n));
	}
	qsort(all, k, sizeof *all, in_turn);
	for (unsigned i = 0; i < k; i++)
		if (*all[i].debut == '\0')
			creneau_cancel(r, all[i].id, "Cette date ne fait plus partie de la série.");
		else
			creneau_move(r, all[i].id, all[i].debut, all[i].fin);
}

/* How many people hold a shift to come of that date, or of all (0). */
int64_t
creneaux_held(struct req *r, int64_t evenement_id, int64_t date_id)
{
	return db_int(r,
		SQL("SELECT COUNT(DISTINCT t.contact_id) FROM poste p JOIN creneau c"
		    " ON c.poste_id = p.id AND c.fin > ? JOIN creneau_place t"
		    " ON t.creneau_id = c.id AND t.etat = 'pris' JOIN evenement e"
		    " ON e.id = p.evenement_id LEFT JOIN evenement_date d ON d.id = ?"
		    " WHERE p.evenement_id = ? AND (? = 0 OR e.rrule = ''"
		    " OR (c.debut < d.fin AND c.fin > d.debut))"),
		S(now(r)), I(date_id), I(evenement_id), I(date_id));
}

/* ---- two events from one ---- */

/* A copy of that post there. */
static int64_t
copy_post(struct req *r, int64_t poste, int64_t new)
{
	return db_insert(r,
		SQL("INSERT INTO poste (evenement_id, titre, lieu, km, consignes, champ_id, valeur,"
		    " etiquette_id, age_min, habitue, ordre) SELECT ?, titre, lieu, km, consignes,"
		    " champ_id, valeur, etiquette_id, age_min, habitue, ordre FROM poste"
		    " WHERE id = ?"),
		I(new), I(poste));
}

static struct rows *
posts(struct req *r, int64_t evenement_id, int64_t new)
{
	db_exec(r,
		SQL("UPDATE evenement n JOIN evenement o ON o.id = ? SET n.repos_h = o.repos_h"
		    " WHERE n.id = ?"),
		I(evenement_id), I(new));
	return db_rows(r,
		SQL("SELECT id FROM poste WHERE evenement_id = ? AND retire_le IS NULL"
		    " ORDER BY id"),
		I(evenement_id));
}

/* Dates of the event have gone to NEW, from that day on: their shifts go with them and with their
 * people; both have all the posts. */
void
creneaux_split(struct req *r, int64_t evenement_id, int64_t new, const char *jour)
{
	struct rows *rows = posts(r, evenement_id, new);

	while (db_next(rows, &r->mem)) {
		int64_t was = db_num(rows, 0), copy = copy_post(r, was, new);

		db_exec(r,
			SQL("UPDATE creneau c SET c.poste_id = ? WHERE c.poste_id = ?"
			    " AND (EXISTS (SELECT 1 FROM evenement_date d WHERE d.evenement_id = ?"
			    " AND d.debut < c.fin AND d.fin > c.debut) OR (c.jour >= ?"
			    " AND NOT EXISTS (SELECT 1 FROM evenement_date d"
			    " WHERE d.evenement_id = ? AND d.debut < c.fin AND d.fin > c.debut)))"),
			I(copy), I(was), I(new), S(jour), I(evenement_id));
	}
	db_exec(r,
		SQL("INSERT IGNORE INTO releve_refus (evenement_id, contact_id, le)"
		    " SELECT ?, contact_id, le FROM releve_refus WHERE evenement_id = ?"),
		I(new), I(evenement_id));
}

/* The same posts and shifts for NEW, so many days later, without people. */
void
creneaux_copy(struct req *r, int64_t evenement_id, int64_t new, int days)
{
	struct rows *rows = posts(r, evenement_id, new);

	while (db_next(rows, &r->mem)) {
		int64_t was = db_num(rows, 0);

		poste_shifts_like(r, copy_post(r, was, new), was, days);
	}
}
