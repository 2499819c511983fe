/* inscription_liste.c - the list of those who wait: who gets what is freed, what both sides read
 *
 * The oldest who fits gets it.  Who waits for more than is free is offered what there is, once,
 * and it is held for her as long as an answer may take; then the next ones come.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/agenda/inscription_part.h"

enum { WAITERS = 1000, KEPT = 92 * 86400 };

enum verdict { PASSED, PROMOTED, OFFERED };

struct waiter {
	struct place p;
	const char *nom;
	int64_t refused;
	enum verdict verdict;
	int64_t given;
};

/* ---- who gets what ---- */

/* Oldest first. */
static unsigned
waiters(struct req *r, int64_t date_id, struct waiter *all)
{
	struct rows *w = db_rows(r,
		SQL("SELECT p.inscription_id, p.invites, p.offre, p.offre_refusee,"
		    " TRIM(IF(i.contact_id IS NULL, CONCAT(i.prenom, ' ', i.nom),"
		    " CONCAT(c.prenom, ' ', c.nom))) FROM place p"
		    " JOIN inscription i ON i.id = p.inscription_id"
		    " LEFT JOIN contact c ON c.id = i.contact_id"
		    " WHERE p.date_id = ? AND p.etat = 'attente'"
		    " ORDER BY p.depuis, p.inscription_id LIMIT 1000 FOR UPDATE"),
		I(date_id));
	unsigned n = 0;

	for (; n < WAITERS && db_next(w, &r->mem); n++)
		all[n] = (struct waiter) { .p = { .inscription = db_num(w, 0),
						   .etat = "attente",
						   .invites = db_num(w, 1),
						   .offre = db_num(w, 2) },
			.refused = db_num(w, 3),
			.nom = arena_strdup(&r->mem, db_text(w, 4)) };
	return n;
}

/* Give N people who wait what is free: how many people come in, guests included. */
static int64_t
decide(struct waiter *all, unsigned n, int64_t available)
{
	int64_t people = 0;

	for (unsigned i = 0; i < n && available > 0; i++) {
		struct waiter *w = &all[i];
		int64_t wants = 1 + w->p.invites - w->p.offre;

		if (wants <= available) {
			w->verdict = PROMOTED;
			w->given = wants;
			people += 1 + w->p.invites;
		} else if (w->p.offre == 0 && available > w->refused) {
			w->verdict = OFFERED;
			w->given = available;
		}
		available -= w->given;
	}
	return people;
}

/* ---- what is said ---- */

static const char *
seats(struct req *r, int64_t n)
{
	return n == 1 ? "une place" : arena_printf(&r->mem, "%" PRId64 " places", n);
}

static const char *
moment(struct req *r, const char *until)
{
	return text_moment(&r->mem, clock_parse(until));
}

static void
promote(struct req *r, struct seance *s, const struct waiter *w)
{
	const char *until = seance_deadline(r, s);

	seance_seat(r, s, &w->p, w->p.invites, until);
	seance_tell(r, s, w->p.inscription,
		until == NULL ? "Une place s’est libérée\u00A0: elle est à vous." :
				arena_printf(&r->mem,
					"Une place s’est libérée\u00A0: elle est à vous. Confirmez"
					" avant"
					" le %s, sinon elle passera à la personne suivante.",
					moment(r, until)));
}

static void
offer(struct req *r, struct seance *s, const struct waiter *w)
{
	const char *until = seance_deadline(r, s);

	if (until == NULL)
		until = s->debut;
	db_exec(r,
		SQL("UPDATE place SET offre = ?, offre_avant = ? WHERE date_id = ?"
		    " AND inscription_id = ?"),
		I(w->given), S(until), I(s->id), I(w->p.inscription));
	s->pris += w->given;
	seance_write(r, s);
	seance_tell(r, s, w->p.inscription,
		arena_printf(&r->mem,
			"Vous attendez %s, et %s %s\u00A0: prenez ce qu’il y a ou gardez votre"
			" rang,"
			" avant le %s.",
			seats(r, 1 + w->p.invites), seats(r, w->given),
			w->given > 1 ? "sont libres" : "est libre", moment(r, until)));
}

/* Why an older one got nothing, for herself and for who organises. */
static const char *
passed_over(struct req *r, const struct seance *s, const struct waiter *w)
{
	seance_tell(r, s, w->p.inscription,
		arena_printf(&r->mem,
			"Vous attendez %s\u00A0: il s’en est libéré moins, et vous gardez votre"
			" rang.",
			seats(r, 1 + w->p.invites)));
	return arena_printf(&r->mem, " %s, plus ancien dans la liste, attend %s et garde son rang.",
		w->nom, seats(r, 1 + w->p.invites));
}

static void
apply(struct req *r, struct seance *s, struct waiter *all, unsigned n)
{
	const char *skipped = "";

	for (unsigned i = 0; i < n; i++) {
		struct waiter *w = &all[i];
		bool younger = false;

		for (unsigned k = i + 1; k < n; k++)
			younger = younger || all[k].verdict != PASSED;
		if (w->verdict == PASSED && younger && w->p.offre == 0)
			skipped = arena_printf(&r->mem, "%s%s", skipped, passed_over(r, s, w));
		if (w->verdict == PROMOTED) {
			promote(r, s, w);
			seance_tell_organisers(r, s,
				arena_printf(&r->mem,
					"%s reçoit %s de la liste d’attente\u00A0: c’était la"
					" personne la plus ancienne pour ce qui s’est"
					" libéré.%s",
					w->nom, seats(r, 1 + w->p.invites), skipped));
		}
		if (w->verdict == OFFERED) {
			offer(r, s, w);
			seance_tell_organisers(r, s,
				arena_printf(&r->mem,
					"%s attend %s et peut en prendre %" PRId64
					"\u00A0: sa réponse est attendue, la place est gardée"
					" jusque-là.%s",
					w->nom, seats(r, 1 + w->p.invites), w->given, skipped));
		}
	}
}

/* Give what is free of a date that is locked; nobody enters once it is closed. */
void
seance_fill(struct req *r, struct seance *s)
{
	struct waiter *all;
	int64_t available;
	unsigned n;

	if (s->attente == 0 || s->fermee || s->annulee || s->passee ||
		(available = seance_free(r, s, false)) <= 0)
		return;
	all = arena_alloc(&r->mem, WAITERS * sizeof *all);
	n = waiters(r, s->id, all);
	decide(all, n, available);
	apply(r, s, all, n);
}

/* ---- from outside ---- */

/* A seat of that date was freed, or there are more of them. */
void
inscription_promote(struct req *r, int64_t date_id)
{
	struct seance s;

	if (seance_lock(r, date_id, &s))
		seance_fill(r, &s);
}

/* The same, of all its dates to come: after its seats, its reserve or its state were changed. */
void
inscription_promote_all(struct req *r, int64_t evenement_id)
{
	unsigned n;
	int64_t *dates = seance_dates(r, evenement_id, 0, 0, &n);

	for (unsigned i = 0; i < n; i++)
		inscription_promote(r, dates[i]);
}

/* How many people would come in from the lists of its dates to come with so many seats (-1: no
 * limit) and so many of them kept: for the page that asks before it is done. */
int
inscription_would_promote(struct req *r, int64_t evenement_id, int64_t places, int64_t reserve)
{
	unsigned n;
	int64_t *dates = seance_dates(r, evenement_id, 0, 0, &n), people = 0;
	struct waiter *all = arena_alloc(&r->mem, WAITERS * sizeof *all);

	for (unsigned i = 0; i < n; i++) {
		struct seance s;

		if (!seance_lock(r, dates[i], &s) || s.attente == 0 || s.fermee || s.annulee)
			continue;
		s.places = places;
		s.reserve = reserve;
		people += decide(all, waiters(r, s.id, all), seance_free(r, &s, false));
	}
	return (int) people;
}

/* Her time to answer is over: a seat passes on, an offer leaves her in her rank. */
static void
expire(struct req *r, int64_t date_id, int64_t inscription_id)
{
	struct seance s;
	struct place p;

	if (!seance_lock(r, date_id, &s) || s.commencee)
		return;
	p = seance_place(r, &s, inscription_id);
	if (!p.expiree)
		return;
	if (p.offre == 0) {
		seance_free_place(r, &s, &p, "annule");
		seance_tell(r, &s, inscription_id,
			"Vous n’avez pas confirmé à temps\u00A0: la place a été rendue.");
		seance_tell_organisers(r, &s,
			arena_printf(&r->mem,
				"%s n’a pas confirmé à temps\u00A0: sa place passe à la suite.",
				seance_who(r, inscription_id)));
	} else {
		s.pris -= p.offre;
		db_exec(r,
			SQL("UPDATE place SET offre_refusee = offre, offre = 0, offre_avant = NULL"
			    " WHERE date_id = ? AND inscription_id = ?"),
			I(date_id), I(inscription_id));
		seance_write(r, &s);
		seance_tell(r, &s, inscription_id,
			"L’offre est passée sans réponse\u00A0: vous gardez votre rang.");
	}
	seance_fill(r, &s);
}

/* At each turn of essaim-mail: what was not answered in time passes on; answers to the questions of
 * an event go three months after it. */
void
inscription_tour(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now());
	struct rows *late = db_rows(r,
		SQL("SELECT p.date_id, p.inscription_id FROM place p"
		    " JOIN evenement_date d ON d.id = p.date_id AND d.debut > ?"
		    " JOIN evenement e ON e.id = d.evenement_id AND e.places IS NOT NULL"
		    " WHERE p.confirmer_avant <= ? AND p.etat = 'inscrit' UNION"
		    " SELECT p.date_id, p.inscription_id FROM place p"
		    " JOIN evenement_date d ON d.id = p.date_id AND d.debut > ?"
		    " WHERE p.offre_avant <= ? AND p.offre > 0 ORDER BY 1, 2 LIMIT 200"),
		S(now), S(now), S(now), S(now));

	while (db_next(late, &r->mem))
		expire(r, db_num(late, 0), db_num(late, 1));
	db_exec(r,
		SQL("DELETE a FROM evenement_reponse a JOIN inscription i"
		    " ON i.id = a.inscription_id WHERE NOT EXISTS (SELECT 1 FROM evenement_date d"
		    " WHERE d.evenement_id = i.evenement_id AND d.fin > ?)"),
		S(clock_sql(&r->mem, clock_now() - KEPT)));
}
