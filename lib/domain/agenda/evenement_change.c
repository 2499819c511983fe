/* evenement_change.c - an event changed, and who comes told what changed
 *
 * The words alone change nothing for anybody: nobody is told.  A day that moves keeps its people,
 * who confirm (inscription_reconfirm()).
 */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/recur.h"
#include "base/span.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/evenement_serie.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/poste.h"
#include "domain/socle/journal.h"

enum { DATES = 1000, HORIZON = 550 };

static const char *
now_sql(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* ---- in words ---- */

static void
sentence(struct buffer *b, const char *s)
{
	if (b->n > 0)
		buffer_char(b, ' ');
	buffer_puts(b, s);
}

/* Does it take place on the same days, for as far as anybody looks? */
static bool
same_days(struct req *r, const struct evenement *was, const struct evenement *now)
{
	struct wall a = evenement_wall(was->debut), b = evenement_wall(now->debut), *x, *y;
	struct wall last = wall_add_days(wall_at(clock_now()), HORIZON);
	unsigned n = recur_days(&r->mem, was->rrule, a, last, &x);

	if (recur_days(&r->mem, now->rrule, b, last, &y) != n)
		return false;
	while (n > 0 && wall_days_between(x[n - 1], y[n - 1]) == 0)
		n--;
	return n == 0;
}

/* Another hour, on the same day. */
static const char *
hours(struct req *r, const struct evenement *was, const struct evenement *now)
{
	const char *from = text_hour(&r->mem, evenement_wall(was->debut)),
		   *to = text_hour(&r->mem, evenement_wall(now->debut)),
		   *end = text_hour(&r->mem, evenement_wall(now->fin)),
		   *ended = text_hour(&r->mem, evenement_wall(was->fin));

	if (strcmp(from, to) != 0)
		return arena_printf(&r->mem, "L’heure change\u00A0: %s au lieu de %s.", to, from);
	return strcmp(end, ended) != 0 ?
		arena_printf(&r->mem, "La fin change\u00A0: %s au lieu de %s.", end, ended) :
		"";
}

/* Other moments, in sentences. */
static void
say_moments(
	struct req *r, struct buffer *b, const struct evenement *was, const struct evenement *now)
{
	bool series = *was->rrule != '\0' || *now->rrule != '\0';
	bool days = same_days(r, was, now);
	int span = wall_days_between(evenement_wall(was->debut), evenement_wall(was->fin));

	if (series && !days)
		sentence(b, "Les dates de la série changent.");
	if (was->journee != now->journee || (!series && !days) ||
		span != wall_days_between(evenement_wall(now->debut), evenement_wall(now->fin)))
		sentence(b,
			arena_printf(&r->mem, "Nouvelle date\u00A0: %s, au lieu de %s.",
				evenement_when_inside(r, now->debut, now->fin, now->journee),
				evenement_when_inside(r, was->debut, was->fin, was->journee)));
	else if (!now->journee && *hours(r, was, now) != '\0')
		sentence(b, hours(r, was, now));
}

/* What people must know of that change, in sentences; "": nothing. */
const char *
evenement_difference(struct req *r, const struct evenement *was, const struct evenement *now)
{
	struct buffer b = { &r->mem };

	say_moments(r, &b, was, now);
	if (strcmp(was->lieu, now->lieu) != 0 && *now->lieu != '\0')
		sentence(&b, arena_printf(&r->mem, "Nouveau lieu\u00A0: %s.", now->lieu));
	else if (strcmp(was->lieu, now->lieu) != 0)
		sentence(&b, "Le lieu n’est plus indiqué.");
	if (strcmp(was->lien, now->lien) != 0)
		sentence(&b,
			*now->lien != '\0' ? "Le lien de la réunion en ligne change." :
					     "La réunion en ligne n’a plus de lien.");
	return buffer_text(&b);
}

/* How many people are told of what becomes of that date, or of those to come (0): those who come,
 * wait or have asked, and those who are invited and have not answered; never the reader. */
int64_t
evenement_told(struct req *r, int64_t id, int64_t date_id)
{
	if (db_int(r, SQL("SELECT etat = 'brouillon' FROM evenement WHERE id = ?"), I(id)))
		return 0;
	return db_int(r,
		SQL("SELECT (SELECT COUNT(DISTINCT i.id) FROM inscription i"
		    " JOIN place p ON p.inscription_id = i.id"
		    " AND p.etat IN ('inscrit', 'attente', 'demande')"
		    " JOIN evenement_date d ON d.id = p.date_id AND d.fin > ?"
		    " WHERE i.evenement_id = ? AND i.confirme_le IS NOT NULL"
		    " AND (i.contact_id IS NULL OR i.contact_id <> ?) AND (? = 0 OR d.id = ?))"
		    " + (SELECT COUNT(*) FROM evenement_invite v WHERE v.evenement_id = ?"
		    " AND v.contact_id <> ? AND NOT EXISTS (SELECT 1 FROM inscription i"
		    " WHERE i.evenement_id = v.evenement_id AND i.contact_id = v.contact_id))"),
		S(now_sql(r)), I(id), I(r->user.id), I(date_id), I(date_id), I(id), I(r->user.id));
}

/* ---- the event ---- */

struct before {
	int64_t id;
	const char *debut, *fin;
};

/* Its dates to come. */
static unsigned
dates_to_come(struct req *r, int64_t id, struct before *all)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id, debut, fin FROM evenement_date WHERE evenement_id = ?"
		    " AND etat = 'prevu' AND fin > ? ORDER BY id LIMIT 1000"),
		I(id), S(now_sql(r)));
	unsigned n = 0;

	while (n < DATES && db_next(rows, &r->mem)) {
		all[n].id = db_num(rows, 0);
		all[n].debut = arena_strdup(&r->mem, db_text(rows, 1));
		all[n++].fin = arena_strdup(&r->mem, db_text(rows, 2));
	}
	return n;
}

/* Shifts of these dates go where they went. */
static void
shifts_follow(struct req *r, int64_t id, const struct before *all, unsigned n)
{
	struct deplacee *d;

	if (postes_count(r, id) == 0)
		return;
	d = arena_alloc(&r->mem, DATES * sizeof *d);
	for (unsigned i = 0; i < n; i++) {
		d[i] = (struct deplacee) { all[i].debut, all[i].fin, "", "" };
		db_read(r,
			SQL("SELECT debut, fin FROM evenement_date WHERE id = ?"
			    " AND etat = 'prevu'"),
			INTO(TO(&d[i].maintenant), TO(&d[i].jusqu)), I(all[i].id));
	}
	creneaux_follow(r, id, d, n);
}

/* A date that was there before: gone, moved to another day, or as it was. */
static void
follow_date(struct req *r, int64_t id, const struct before *b)
{
	const char *etat = "", *debut = "";

	if (!db_read(r, SQL("SELECT etat, debut FROM evenement_date WHERE id = ?"),
		    INTO(TO(&etat), TO(&debut)), I(b->id)))
		return;
	if (strcmp(etat, "annule") == 0)
		evenement_tell_cancelled(
			r, id, b->id, "Cette date ne fait plus partie de la série.");
	else if (wall_days_between(evenement_wall(b->debut), evenement_wall(debut)) != 0)
		inscription_reconfirm(r, id, b->id);
}

/* The event is NOW from now on and was WAS: its dates follow, who comes is told what changed. */
void
evenement_change(
	struct req *r, int64_t id, const struct evenement *was, const struct evenement *now)
{
	const char *what = evenement_difference(r, was, now);
	struct before *dates = arena_alloc(&r->mem, DATES * sizeof *dates);
	unsigned n = dates_to_come(r, id, dates);

	evenement_save(r, id, now);
	shifts_follow(r, id, dates, n);
	if (db_int(r, SQL("SELECT etat <> 'publie' FROM evenement WHERE id = ?"), I(id)))
		return;
	for (unsigned i = 0; i < n; i++)
		follow_date(r, id, &dates[i]);
	if (*what != '\0')
		evenement_tell_changed(r, id, 0, what);
	if (was->places != now->places || was->reserve != now->reserve)
		inscription_promote_all(r, id);
}

/* It does not take place: its dates to come are cancelled, who comes is told why. */
void
evenement_cancel(struct req *r, int64_t id, const char *motif)
{
	if (db_exec(r,
		    SQL("UPDATE evenement SET etat = 'annule', motif = ?"
			" WHERE id = ? AND etat = 'publie'"),
		    S(motif), I(id)) == 0)
		return;
	evenement_changed(r, id);
	evenement_tell_cancelled(r, id, 0, motif);
	db_exec(r,
		SQL("UPDATE evenement_date SET etat = 'annule', motif = ? WHERE evenement_id = ?"
		    " AND etat = 'prevu' AND fin > ?"),
		S(motif), I(id), S(now_sql(r)));
	evenement_index(r, id);
	journal(r, "evenement.annule", id, NULL, NULL);
}

/* ---- one date ---- */

void
evenement_date_cancel(struct req *r, int64_t id, int64_t date_id, const char *motif)
{
	if (db_exec(r,
		    SQL("UPDATE evenement_date SET etat = 'annule', motif = ? WHERE id = ?"
			" AND etat = 'prevu'"),
		    S(motif), I(date_id)) == 0)
		return;
	evenement_changed(r, id);
	evenement_tell_cancelled(r, id, date_id, motif);
	journal(r, "evenement.date_annulee", id, NULL, NULL);
}

/* That date alone takes place then: the rule does not move it any more. */
void
evenement_date_move(struct req *r, int64_t id, int64_t date_id, const char *debut, const char *fin)
{
	struct evenement was, now;

	if (!evenement_read(r, id, &was))
		return;
	db_read(r, SQL("SELECT debut, fin FROM evenement_date WHERE id = ?"),
		INTO(TO(&was.debut), TO(&was.fin)), I(date_id));
	now = was;
	now.debut = debut;
	now.fin = fin;
	db_exec(r, SQL("UPDATE evenement_date SET debut = ?, fin = ?, deplace = TRUE WHERE id = ?"),
		S(debut), S(fin), I(date_id));
	shifts_follow(r, id, &(struct before) { date_id, was.debut, was.fin }, 1);
	evenement_changed(r, id);
	journal(r, "evenement.date_deplacee", id, NULL, NULL);
	if (db_int(r, SQL("SELECT etat <> 'publie' FROM evenement WHERE id = ?"), I(id)))
		return;
	if (wall_days_between(evenement_wall(was.debut), evenement_wall(debut)) != 0)
		inscription_reconfirm(r, id, date_id);
	evenement_tell_changed(r, id, date_id, evenement_difference(r, &was, &now));
}

/* A date more, which the rule does not give; whoever registered for the whole has it too.  Its id;
 * 0: that day has a date already. */
int64_t
evenement_date_add(struct req *r, int64_t id, const char *debut, const char *fin)
{
	const char *jour = wall_ymd(&r->mem, evenement_wall(debut));
	int64_t date_id;

	if (db_int(r,
		    SQL("SELECT 1 FROM evenement_date WHERE evenement_id = ? AND jour = ?"
			" FOR UPDATE"),
		    I(id), S(jour)))
		return 0;
	date_id = db_insert(r,
		SQL("INSERT INTO evenement_date (evenement_id, jour, debut, fin, ajoute)"
		    " VALUES (?, ?, ?, ?, TRUE)"),
		I(id), S(jour), S(debut), S(fin));
	evenement_follow_dates(r, id);
	evenement_changed(r, id);
	journal(r, "evenement.date_ajoutee", id, NULL, NULL);
	if (db_int(r, SQL("SELECT etat = 'publie' FROM evenement WHERE id = ?"), I(id))) {
		inscription_fill_dates(r, id);
		evenement_tell_changed(r, id, date_id, "Cette date s’ajoute à la série.");
	}
	return date_id;
}
