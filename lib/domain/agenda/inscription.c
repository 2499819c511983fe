/* inscription.c - taking a seat, leaving it, confirming it
 *
 * The one writer of what place says of a seat and of the counters of its date.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/agenda/inscription_part.h"
#include "domain/socle/journal.h"

/* As addresses and JSON call it. */
const char *
inscription_name(int etat)
{
	static const char *const names[] = { "aucun", "inscrit", "attente", "demande", "fermee",
		"passee", "annulee", "complet", "sans", "refusee", "tard" };

	return names[etat];
}

/* Her registration for that event; 0: none. */
int64_t
inscription_find(struct req *r, int64_t evenement_id, const struct venue *v)
{
	if (v->contact_id != 0)
		return db_int(r,
			SQL("SELECT id FROM inscription WHERE evenement_id = ? AND contact_id = ?"
			    " FOR UPDATE"),
			I(evenement_id), I(v->contact_id));
	return db_int(r,
		SQL("SELECT id FROM inscription WHERE evenement_id = ? AND email = ?"
		    " AND contact_id IS NULL ORDER BY id LIMIT 1 FOR UPDATE"),
		I(evenement_id), S(v->email));
}

/* The same, made when there is none; a date of it is locked. */
int64_t
inscription_row(struct req *r, int64_t evenement_id, const struct venue *v, bool series)
{
	int64_t id = v->contact_id != 0 ? 0 : inscription_find(r, evenement_id, v);

	if (id == 0)
		db_exec(r,
			SQL("INSERT IGNORE INTO inscription (evenement_id, contact_id, prenom, nom,"
			    " email, cree_le, confirme_le)"
			    " VALUES (?, NULLIF(?, 0), ?, ?, ?, ?, IF(? = 0, NULL, ?))"),
			I(evenement_id), I(v->contact_id), S(v->contact_id != 0 ? "" : v->prenom),
			S(v->contact_id != 0 ? "" : v->nom), S(v->contact_id != 0 ? "" : v->email),
			S(clock_sql(&r->mem, clock_now())), I(v->contact_id),
			S(clock_sql(&r->mem, clock_now())));
	id = inscription_find(r, evenement_id, v);
	db_exec(r,
		SQL("UPDATE inscription SET mot = IF(? = '', mot, LEFT(?, 1000)),"
		    " serie = serie OR ? WHERE id = ?"),
		S(v->mot != NULL ? v->mot : ""), S(v->mot != NULL ? v->mot : ""), I(series), I(id));
	return id;
}

/* Behind all who wait: later than the last of them by any clock. */
static void
wait_in_line(struct req *r, struct seance *s, const struct place *p, int64_t invites)
{
	const char *last = db_string(r,
		SQL("SELECT COALESCE(MAX(depuis) + INTERVAL 1 MICROSECOND, '') FROM place"
		    " WHERE date_id = ? AND etat = 'attente' FOR UPDATE"),
		I(s->id));

	seance_free_place(r, s, p, "attente");
	db_exec(r,
		SQL("UPDATE place SET invites = ?, depuis = ? WHERE date_id = ?"
		    " AND inscription_id = ?"),
		I(invites), S(strcmp(last, s->now) > 0 ? last : s->now), I(s->id),
		I(p->inscription));
	s->attente++;
	seance_write(r, s);
}

/* She has a seat, and says with how many guests she comes now. */
static int
change_guests(struct req *r, struct seance *s, const struct place *p, const struct venue *v)
{
	if (v->invites > p->invites && v->invites - p->invites > seance_free(r, s, v->a_la_main))
		return PLACE_COMPLET;
	if (v->invites > p->invites && s->fermee && !v->a_la_main)
		return PLACE_FERMEE;
	s->pris += v->invites - p->invites;
	db_exec(r,
		SQL("UPDATE place SET invites = ?, confirmer_avant = IF(?, confirmer_avant, NULL)"
		    " WHERE date_id = ? AND inscription_id = ?"),
		I(v->invites), I(v->jusqu_a != NULL), I(s->id), I(p->inscription));
	seance_write(r, s);
	if (v->invites < p->invites)
		seance_fill(r, s);
	return PLACE_INSCRIT;
}

/* She waits already, and now for that many. */
static int
change_wish(struct req *r, struct seance *s, const struct place *p, const struct venue *v)
{
	if (p->offre == 0 && v->invites != p->invites) {
		db_exec(r,
			SQL("UPDATE place SET invites = ?, offre_refusee = 0 WHERE date_id = ?"
			    " AND inscription_id = ?"),
			I(v->invites), I(s->id), I(p->inscription));
		seance_fill(r, s);
	}
	return strcmp(seance_place(r, s, p->inscription).etat, "inscrit") == 0 ? PLACE_INSCRIT :
										 PLACE_ATTENTE;
}

/* Why nobody enters now; PLACE_AUCUNE: she may. */
static int
barred(const struct seance *s, bool by_hand)
{
	if (s->passee)
		return PLACE_PASSEE;
	if (s->annulee)
		return PLACE_ANNULEE;
	if (by_hand)
		return PLACE_AUCUNE;
	if (strcmp(s->mode, "aucune") == 0)
		return PLACE_SANS;
	return s->fermee ? PLACE_FERMEE : PLACE_AUCUNE;
}

/* A seat or a place in the line, for who has neither. */
static int
enter(struct req *r, struct seance *s, const struct place *p, const struct venue *v)
{
	int64_t people = 1 + v->invites;

	if (!v->a_la_main && s->attente > 0)
		seance_fill(r, s);
	if (people <= seance_free(r, s, v->a_la_main)) {
		seance_seat(r, s, p, v->invites, v->jusqu_a);
		if (v->a_la_main)
			db_exec(r,
				SQL("UPDATE place SET par_id = ? WHERE date_id = ?"
				    " AND inscription_id = ?"),
				I(r->user.id), I(s->id), I(p->inscription));
		return PLACE_INSCRIT;
	}
	if (v->a_la_main || people > s->places - s->reserve)
		return PLACE_COMPLET;
	wait_in_line(r, s, p, v->invites);
	if (v->jusqu_a != NULL)
		return PLACE_ATTENTE; /* nobody's address yet: nothing is offered to it */
	seance_fill(r, s); /* fewer seats than she asks for are free: they are offered to her */
	s->inchangee = seance_place(r, s, p->inscription).offre > 0; /* and she was told */
	return PLACE_ATTENTE;
}

static int
take_one(struct req *r, struct seance *s, int64_t inscription, const struct venue *v)
{
	struct place p = seance_place(r, s, inscription);
	int why = barred(s, v->a_la_main);

	if (why == PLACE_PASSEE || why == PLACE_ANNULEE)
		return why;
	s->inchangee = v->invites == p.invites && !p.confirmer && !v->a_la_main &&
		(strcmp(p.etat, "inscrit") == 0 || strcmp(p.etat, "attente") == 0 ||
			strcmp(p.etat, "demande") == 0);
	if (strcmp(p.etat, "inscrit") == 0)
		return change_guests(r, s, &p, v);
	if (why != PLACE_AUCUNE)
		return why;
	if (strcmp(p.etat, "attente") == 0 && !v->a_la_main)
		return change_wish(r, s, &p, v);
	if (strcmp(p.etat, "refuse") == 0 && !v->a_la_main)
		return PLACE_REFUSEE;
	if (strcmp(s->mode, "demande") != 0 || v->a_la_main)
		return enter(r, s, &p, v);
	db_exec(r,
		SQL("UPDATE place SET depuis = IF(etat = 'demande', depuis, ?), etat = 'demande',"
		    " invites = ? WHERE date_id = ? AND inscription_id = ?"),
		S(s->now), I(v->invites), I(s->id), I(inscription));
	return PLACE_DEMANDE;
}

/* The best of what was reached on several dates; else why on none. */
static int
better(int a, int b)
{
	if (a == PLACE_AUCUNE || b == PLACE_AUCUNE)
		return a + b;
	return a < b ? a : b;
}

/* What she reads, and the organisers when they are to decide. */
static void
tell_taken(struct req *r, const struct seance *s, int64_t id, int etat, bool by_hand)
{
	const char *who = seance_who(r, id);

	if (etat == PLACE_INSCRIT)
		seance_tell(r, s, id,
			by_hand ? "L’organisation vous a inscrit-e\u00A0: votre venue est notée." :
				  "Votre venue est notée.");
	if (etat == PLACE_ATTENTE)
		seance_tell(r, s, id,
			"C’est complet\u00A0: vous êtes sur la liste d’attente, et nous vous"
			" écrirons"
			" dès qu’une place se libère.");
	if (etat != PLACE_DEMANDE)
		return;
	seance_tell(r, s, id,
		"Votre demande est partie\u00A0: une personne qui organise l’acceptera ou la"
		" refusera.");
	seance_tell_organisers(r, s,
		arena_printf(&r->mem,
			"%s demande à participer\u00A0: acceptez ou refusez sa"
			" demande.",
			who));
}

/* She comes, with so many guests: to that date, or to the whole.  What was reached. */
int
inscription_take(struct req *r, int64_t evenement_id, int64_t date_id, const struct venue *v)
{
	unsigned n;
	int64_t *dates = seance_dates(r, evenement_id, date_id, 0, &n), id = 0;
	int reached = PLACE_AUCUNE;
	bool told = true;
	struct seance s, first = { .id = 0 };

	for (unsigned i = 0; i < n; i++) {
		int one;

		if (!seance_lock(r, dates[i], &s))
			continue;
		if (id == 0)
			id = inscription_row(r, evenement_id, v, date_id == 0);
		one = take_one(r, &s, id, v);
		if (first.id == 0 || better(reached, one) != reached)
			first = s;
		reached = better(reached, one);
		told = told && (s.inchangee || one >= PLACE_FERMEE);
	}
	if (reached == PLACE_AUCUNE)
		return PLACE_PASSEE;
	if (reached < PLACE_FERMEE && !told) {
		if (v->jusqu_a == NULL)
			tell_taken(r, &first, id, reached, v->a_la_main);
		journal(r, "evenement.inscription", evenement_id, NULL, NULL);
	}
	return reached;
}

/* A date was added to the series that she comes to; ACCEPTED: nobody need decide again. */
void
inscription_follow(
	struct req *r, int64_t evenement_id, int64_t date_id, const struct venue *v, bool accepted)
{
	struct seance s;
	int64_t id;

	if (!seance_lock(r, date_id, &s))
		return;
	if (accepted)
		s.mode = "directe";
	id = inscription_find(r, evenement_id, v);
	if (id != 0 && take_one(r, &s, id, v) == PLACE_ATTENTE)
		seance_tell(r, &s, id,
			"Cette date de la série est complète\u00A0: vous y êtes sur la liste"
			" d’attente.");
}

/* ---- leaving ---- */

static void
leave_one(struct req *r, struct seance *s, const struct place *p)
{
	bool seat = strcmp(p->etat, "inscrit") == 0;
	const char *who;

	seance_free_place(r, s, p, "annule");
	if (!s->fermee && !s->annulee) {
		seance_fill(r, s);
		return;
	}
	if (!seat || s->annulee)
		return;
	who = seance_who(r, p->inscription);
	seance_tell_organisers(r, s,
		s->attente == 0 ?
			arena_printf(&r->mem, "%s ne vient plus.", who) :
			arena_printf(&r->mem,
				"%s ne vient plus. Les inscriptions sont fermées\u00A0: personne"
				" n’a été"
				" promu, et %" PRId64 " personne%s sur la liste d’attente.",
				who, s->attente, s->attente > 1 ? "s restent" : " reste"));
}

/* So near to it one leaves only when somebody takes over. */
static bool
late(const struct seance *s, const struct place *p)
{
	return strcmp(p->etat, "inscrit") == 0 && s->retrait_h > 0 && s->attente == 0 &&
		clock_parse(s->debut) - clock_now() < s->retrait_h * 3600;
}

static int
leave(struct req *r, int64_t evenement_id, int64_t date_id, int64_t inscription_id, bool may_stay)
{
	unsigned n;
	int64_t *dates = seance_dates(r, evenement_id, date_id, inscription_id, &n);
	int reached = PLACE_AUCUNE;
	struct seance s;

	for (unsigned i = 0; i < n; i++) {
		struct place p;

		if (!seance_lock(r, dates[i], &s))
			continue;
		p = seance_place(r, &s, inscription_id);
		if (strcmp(p.etat, "annule") == 0 || strcmp(p.etat, "refuse") == 0)
			continue;
		if (s.passee)
			reached = PLACE_PASSEE;
		else if (may_stay && late(&s, &p))
			reached = PLACE_TARD;
		else
			leave_one(r, &s, &p);
	}
	if (date_id == 0)
		db_exec(r, SQL("UPDATE inscription SET serie = FALSE WHERE id = ?"),
			I(inscription_id));
	journal(r, "evenement.desinscription", evenement_id, NULL, NULL);
	return reached;
}

/* She comes no longer: to that date, or to none to come.  What she is then: PLACE_AUCUNE, or why
 * she stays. */
int
inscription_leave(struct req *r, int64_t evenement_id, int64_t date_id, int64_t inscription_id)
{
	return leave(r, evenement_id, date_id, inscription_id, true);
}

/* She is no more: what she held of dates to come is free, however near they are. */
void
inscription_free(struct req *r, int64_t evenement_id, int64_t inscription_id)
{
	leave(r, evenement_id, 0, inscription_id, false);
}

/* ---- answering ---- */

/* She keeps the seat that she was given.  False: she has none. */
bool
inscription_confirm(struct req *r, int64_t inscription_id, int64_t date_id)
{
	struct seance s;

	if (!seance_lock(r, date_id, &s) ||
		strcmp(seance_place(r, &s, inscription_id).etat, "inscrit") != 0)
		return false;
	db_exec(r,
		SQL("UPDATE place SET confirmer_avant = NULL, phrase = '' WHERE date_id = ?"
		    " AND inscription_id = ?"),
		I(date_id), I(inscription_id));
	return true;
}

/* Fewer seats than she waits for were offered: she takes these, or keeps her rank.  False: the
 * offer is over. */
bool
inscription_answer(struct req *r, int64_t inscription_id, int64_t date_id, bool takes)
{
	struct seance s;
	struct place p;

	if (!seance_lock(r, date_id, &s))
		return false;
	p = seance_place(r, &s, inscription_id);
	if (p.offre == 0 || p.expiree || s.passee || s.annulee)
		return false;
	if (takes) {
		seance_seat(r, &s, &p, p.offre - 1, NULL);
		seance_tell(r, &s, inscription_id, "Vous avez pris ce qui vous était proposé.");
		return true;
	}
	s.pris -= p.offre;
	db_exec(r,
		SQL("UPDATE place SET offre_refusee = offre, offre = 0, offre_avant = NULL,"
		    " phrase = '' WHERE date_id = ? AND inscription_id = ?"),
		I(date_id), I(inscription_id));
	seance_write(r, &s);
	seance_fill(r, &s);
	return true;
}
