/* creneau.c - who holds a shift: taken, left, handed over, confirmed again, cancelled */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/local.h"
#include "base/clock.h"
#include "base/json.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/poste.h"
#include "domain/agenda/releve.h"
#include "domain/socle/journal.h"

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* Read it, and nobody else writes there until this request ends: pris, hours and state are those
 * of this moment. */
bool
creneau_hold(struct req *r, int64_t id, struct creneau *c)
{
	int64_t pris, minimum, maximum;
	const char *etat, *debut, *fin, *jour;

	if (!db_read(r,
		    SQL("SELECT pris, minimum, maximum, etat, debut, fin, jour FROM creneau"
			" WHERE id = ? FOR UPDATE"),
		    INTO(TO(&pris), TO(&minimum), TO(&maximum), TO(&etat), TO(&debut), TO(&fin),
			    TO(&jour)),
		    I(id)) ||
		!creneau_read(r, id, c))
		return false;
	c->pris = pris;
	c->minimum = minimum;
	c->maximum = maximum;
	c->etat = etat;
	c->debut = debut;
	c->fin = fin;
	c->jour = jour;
	return true;
}

/* Is she in it now?  Under its lock. */
static bool
in(struct req *r, int64_t id, int64_t contact_id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM creneau_place WHERE creneau_id = ? AND contact_id = ?"
			   " AND etat = 'pris' FOR UPDATE"),
		       I(id), I(contact_id)) != 0;
}

/* One request of a person at a time: what she holds decides what she may take. */
static void
alone(struct req *r, int64_t contact_id)
{
	db_int(r, SQL("SELECT id FROM contact WHERE id = ? FOR UPDATE"), I(contact_id));
}

static void
enter(struct req *r, int64_t id, int64_t contact_id, int64_t from)
{
	db_exec(r,
		SQL("INSERT INTO creneau_place (creneau_id, contact_id, etat, pris_le, remplace_id)"
		    " VALUES (?, ?, 'pris', ?, NULLIF(?, 0)) ON DUPLICATE KEY UPDATE etat = 'pris',"
		    " pris_le = VALUES(pris_le), remplace_id = VALUES(remplace_id),"
		    " quitte_le = NULL, confirmer_avant = NULL, cherche_le = NULL,"
		    " present_le = NULL, present_par = NULL, parti_le = NULL"),
		I(id), I(contact_id), S(now(r)), I(from));
	journal(r, "creneau.pris", contact_id, NULL, json_made(&r->mem, JN("creneau", id)));
}

static void
out(struct req *r, int64_t id, int64_t contact_id, const char *etat)
{
	db_exec(r,
		SQL("UPDATE creneau_place SET etat = ?, quitte_le = ?, confirmer_avant = NULL,"
		    " cherche_le = NULL WHERE creneau_id = ? AND contact_id = ?"),
		S(etat), S(now(r)), I(id), I(contact_id));
	journal(r, "creneau.quitte", contact_id, NULL, json_made(&r->mem, JN("creneau", id)));
}

/* Write what was counted. */
static void
count(struct req *r, int64_t id, int64_t more)
{
	db_exec(r, SQL("UPDATE creneau SET pris = pris + ? WHERE id = ?"), I(more), I(id));
}

static int
in_order(const void *a, const void *b)
{
	int64_t x = *(const int64_t *) a, y = *(const int64_t *) b;

	return x < y ? -1 : x > y;
}

/* That person takes all of these shifts, or none: NULL, or why not which.  What she holds already
 * she keeps. */
const char *
creneau_take(struct req *r, int64_t contact_id, const int64_t *ids, unsigned n)
{
	int64_t sorted[CRENEAUX_A_LA_FOIS];
	struct volontaire v;
	struct creneau c[CRENEAUX_A_LA_FOIS];
	bool held[CRENEAUX_A_LA_FOIS];

	if (n > CRENEAUX_A_LA_FOIS)
		return "Prenez-en 30 au plus à la fois.";
	memcpy(sorted, ids, n * sizeof *ids);
	qsort(sorted, n, sizeof *sorted, in_order);
	alone(r, contact_id);
	for (unsigned i = 0; i < n; i++)
		if (!creneau_hold(r, sorted[i], &c[i]))
			return "Ce créneau n’existe plus.";
	volontaire_read(r, contact_id, &v, true);
	for (unsigned i = 0; i < n; i++) {
		const char *why;

		held[i] = (i > 0 && sorted[i] == sorted[i - 1]) || in(r, sorted[i], contact_id);
		if (held[i])
			continue;
		why = creneau_refus(r, &c[i], &v);
		if (why != NULL)
			return why;
		volontaire_adds(r, &v, &c[i]);
	}
	for (unsigned i = 0; i < n; i++)
		if (!held[i]) {
			enter(r, sorted[i], contact_id, 0);
			count(r, sorted[i], 1);
			releve_settle(r, sorted[i]);
		}
	return NULL;
}

/* She leaves it; within the hours that the event says, she goes on holding it until somebody takes
 * over. */
enum depart
creneau_leave(struct req *r, int64_t contact_id, int64_t id)
{
	struct creneau c;
	time_t left;
	const char *who;

	if (!creneau_hold(r, id, &c) || !in(r, id, contact_id) ||
		clock_parse(c.debut) <= clock_now())
		return DEPART_NON;
	who = creneau_qui(r, contact_id);
	left = clock_parse(c.debut) - clock_now();
	if (left < c.retrait_h * 3600) {
		if (db_exec(r,
			    SQL("UPDATE creneau_place SET cherche_le = ? WHERE creneau_id = ?"
				" AND contact_id = ? AND cherche_le IS NULL"),
			    S(now(r)), I(id), I(contact_id)) > 0)
			creneau_alert(r, &c,
				arena_printf(&r->mem, "%s cherche une relève\u00A0: %s", who,
					creneau_mots(r, &c)));
		return DEPART_ATTEND;
	}
	out(r, id, contact_id, "quitte");
	count(r, id, -1);
	if (left < TARDIF_H * 3600)
		creneau_alert(r, &c,
			arena_printf(
				&r->mem, "%s s’est désisté-e\u00A0: %s", who, creneau_mots(r, &c)));
	return DEPART_FAIT;
}

/* INTO takes the place of FROM (0: of who waits longest for it, else a free one): NULL, or why
 * not. */
const char *
creneau_replace(struct req *r, int64_t id, int64_t from, int64_t into)
{
	struct creneau c;
	struct volontaire v;
	const char *why;
	int64_t leaving = from;

	alone(r, into);
	if (!creneau_hold(r, id, &c))
		return "Ce créneau n’existe plus.";
	if (in(r, id, into))
		return NULL;
	if (leaving == 0)
		leaving = db_int(r,
			SQL("SELECT contact_id FROM creneau_place WHERE creneau_id = ?"
			    " AND etat = 'pris' AND cherche_le IS NOT NULL"
			    " ORDER BY cherche_le LIMIT 1 FOR UPDATE"),
			I(id));
	else if (!in(r, id, leaving))
		return arena_printf(&r->mem, "%s\u00A0: cette place n’est plus à prendre.",
			creneau_mots(r, &c));
	c.pris -= leaving != 0;
	volontaire_read(r, into, &v, true);
	why = creneau_refus(r, &c, &v);
	if (why != NULL)
		return why;
	if (leaving != 0) {
		out(r, id, leaving, "remplace");
		creneau_tell(r, &c, leaving,
			arena_printf(&r->mem, "%s prend votre place\u00A0: %s",
				creneau_qui(r, into), creneau_mots(r, &c)));
	} else
		count(r, id, 1);
	enter(r, id, into, leaving);
	releve_settle(r, id);
	return NULL;
}

/* Yes, also with the new hours. */
bool
creneau_confirm(struct req *r, int64_t contact_id, int64_t id)
{
	return db_exec(r,
		       SQL("UPDATE creneau_place SET confirmer_avant = NULL WHERE creneau_id = ?"
			   " AND contact_id = ? AND etat = 'pris'"
			   " AND confirmer_avant IS NOT NULL"),
		       I(id), I(contact_id)) > 0;
}

/* It does not take place: who holds it is told and free. */
void
creneau_cancel(struct req *r, int64_t id, const char *motif)
{
	struct creneau c;

	if (!creneau_hold(r, id, &c) || strcmp(c.etat, "annule") == 0)
		return;
	if (clock_parse(c.fin) > clock_now())
		creneau_tell_all(r, &c,
			arena_printf(&r->mem, "Votre créneau est annulé\u00A0: %s%s%s",
				creneau_mots(r, &c), *motif != '\0' ? ". " : "", motif));
	db_exec(r,
		SQL("UPDATE creneau_place SET etat = 'annule', quitte_le = ?, cherche_le = NULL,"
		    " confirmer_avant = NULL WHERE creneau_id = ? AND etat = 'pris'"),
		S(now(r)), I(id));
	db_exec(r, SQL("UPDATE creneau SET etat = 'annule', motif = ?, pris = 0 WHERE id = ?"),
		S(motif), I(id));
	db_exec(r, SQL("UPDATE releve SET ferme_le = ? WHERE creneau_id = ? AND ferme_le IS NULL"),
		S(now(r)), I(id));
	journal(r, "creneau.annule", c.evenement, NULL, json_made(&r->mem, JN("creneau", id)));
}

/* The event does not take place, or that date of it (0: all): none of its shifts to come does. */
void
creneaux_cancel(struct req *r, int64_t evenement_id, int64_t date_id, const char *motif)
{
	const char *debut = now(r), *fin = now(r);
	struct rows *rows;

	db_read(r, SQL("SELECT debut, fin FROM evenement_date WHERE id = ?"),
		INTO(TO(&debut), TO(&fin)), I(date_id));
	rows = db_rows(r,
		SQL("SELECT c.id FROM creneau c JOIN poste p ON p.id = c.poste_id"
		    " WHERE p.evenement_id = ? AND c.fin > ? AND c.etat <> 'annule'"
		    " AND (? = 0 OR c.jour BETWEEN ? AND ?) ORDER BY c.id"),
		I(evenement_id), S(now(r)), I(date_id),
		S(wall_ymd(&r->mem, wall_at(clock_parse(debut)))),
		S(wall_ymd(&r->mem, wall_at(clock_parse(fin) - 1))));

	while (db_next(rows, &r->mem))
		creneau_cancel(r, db_num(rows, 0), motif);
}

/* She is there, or is not. */
void
creneau_present(struct req *r, int64_t id, int64_t contact_id, bool yes)
{
	db_exec(r,
		SQL("UPDATE creneau_place SET present_le = IF(?, COALESCE(present_le, ?), NULL),"
		    " present_par = IF(?, ?, NULL), parti_le = NULL WHERE creneau_id = ?"
		    " AND contact_id = ? AND etat = 'pris'"),
		I(yes), S(now(r)), I(yes), I(r->user.id), I(id), I(contact_id));
}

/* She goes now: her hours end here. */
void
creneau_parti(struct req *r, int64_t id, int64_t contact_id)
{
	db_exec(r,
		SQL("UPDATE creneau_place SET parti_le = GREATEST(present_le, ?)"
		    " WHERE creneau_id = ? AND contact_id = ? AND etat = 'pris'"
		    " AND present_le IS NOT NULL"),
		S(now(r)), I(id), I(contact_id));
}

/* Longer hours that were not confirmed in time: the place is free again, both sides are told. */
static void
free_one(struct req *r, int64_t id, int64_t contact_id)
{
	struct creneau c;

	if (!creneau_hold(r, id, &c) ||
		db_int(r,
			SQL("SELECT 1 FROM creneau_place WHERE creneau_id = ? AND contact_id = ?"
			    " AND etat = 'pris' AND confirmer_avant <= ? FOR UPDATE"),
			I(id), I(contact_id), S(now(r))) == 0)
		return;
	out(r, id, contact_id, "quitte");
	count(r, id, -1);
	creneau_tell(r, &c, contact_id,
		arena_printf(&r->mem,
			"Sans réponse de votre part, votre place est rendue\u00A0:"
			" %s",
			creneau_mots(r, &c)));
	creneau_alert(r, &c,
		arena_printf(&r->mem, "%s n’a pas confirmé les nouvelles heures\u00A0: %s",
			creneau_qui(r, contact_id), creneau_mots(r, &c)));
}

/* What is due, at each turn of essaim-mail. */
void
creneau_tour(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT creneau_id, contact_id FROM creneau_place WHERE etat = 'pris'"
		    " AND confirmer_avant <= ? ORDER BY creneau_id LIMIT 100"),
		S(now(r)));

	while (db_next(rows, &r->mem))
		free_one(r, db_num(rows, 0), db_num(rows, 1));
}
