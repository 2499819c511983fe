/* inscription_seance.c - one date under its lock: its seats, and who has them
 *
 * What is read here is read by locking reads: a snapshot of before the lock would sell a seat
 * twice.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/fault.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/inscription_part.h"

enum { NO_LIMIT = 1000000, DATES = 1000 };

/* Lock that date and read it, with what its event says.  False: there is none.  A date that went to
 * another event meanwhile (evenement_split()) is looked for again. */
bool
seance_lock(struct req *r, int64_t date_id, struct seance *s)
{
	const char *limite = "", *fin = "", *inscriptions = "", *etat = "", *de = "";
	int64_t owner = 0;

	*s = (struct seance) { .id = date_id, .now = clock_sql(&r->mem, clock_now()) };
	s->evenement =
		db_int(r, SQL("SELECT evenement_id FROM evenement_date WHERE id = ?"), I(date_id));
	if (!db_read(r,
		    SQL("SELECT COALESCE(places, -1), reserve, invites_max, delai_h,"
			" retrait_h, mode, inscriptions, cloture, etat FROM evenement WHERE id = ?"
			" AND supprime_le IS NULL LOCK IN SHARE MODE"),
		    INTO(TO(&s->places), TO(&s->reserve), TO(&s->invites_max), TO(&s->delai_h),
			    TO(&s->retrait_h), TO(&s->mode), TO(&inscriptions), TO(&limite),
			    TO(&etat)),
		    I(s->evenement)) ||
		!db_read(r,
			SQL("SELECT debut, fin, etat, pris, attente, evenement_id"
			    " FROM evenement_date WHERE id = ? FOR UPDATE"),
			INTO(TO(&s->debut), TO(&fin), TO(&de), TO(&s->pris), TO(&s->attente),
				TO(&owner)),
			I(date_id)))
		return false;
	if (owner != s->evenement)
		fault_again("a date went to another event");
	s->annulee = strcmp(etat, "annule") == 0 || strcmp(de, "annule") == 0;
	s->passee = strcmp(fin, s->now) <= 0;
	s->commencee = strcmp(s->debut, s->now) <= 0;
	s->fermee = strcmp(etat, "publie") != 0 || strcmp(inscriptions, "fermees") == 0 ||
		strcmp(*limite != '\0' ? limite : s->debut, s->now) <= 0;
	return true;
}

/* Its counters, after the rows that they count. */
void
seance_write(struct req *r, const struct seance *s)
{
	db_exec(r, SQL("UPDATE evenement_date SET pris = ?, attente = ? WHERE id = ?"), I(s->pris),
		I(s->attente), I(s->id));
}

/* Seats that may be taken: those kept for whom organisers choose are not, but by them. */
int64_t
seance_free(struct req *r, const struct seance *s, bool by_hand)
{
	int64_t kept = s->reserve;

	if (s->places < 0)
		return NO_LIMIT;
	if (!by_hand && kept > 0)
		kept -= db_int(r,
			SQL("SELECT COALESCE(SUM(1 + invites), 0) FROM place WHERE date_id = ?"
			    " AND etat = 'inscrit' AND par_id IS NOT NULL LOCK IN SHARE MODE"),
			I(s->id));
	return s->places - s->pris - (by_hand || kept < 0 ? 0 : kept);
}

/* Her row of that date, made when there is none yet. */
struct place
seance_place(struct req *r, const struct seance *s, int64_t inscription_id)
{
	struct place p = { .inscription = inscription_id, .etat = "annule" };
	const char *avant = "", *offre_avant = "";

	db_exec(r,
		SQL("INSERT IGNORE INTO place (date_id, inscription_id, etat, depuis)"
		    " VALUES (?, ?, 'annule', ?)"),
		I(s->id), I(inscription_id), S(s->now));
	db_read(r,
		SQL("SELECT etat, invites, offre, confirmer_avant, offre_avant FROM place"
		    " WHERE date_id = ? AND inscription_id = ? FOR UPDATE"),
		INTO(TO(&p.etat), TO(&p.invites), TO(&p.offre), TO(&avant), TO(&offre_avant)),
		I(s->id), I(inscription_id));
	p.confirmer = *avant != '\0';
	if (p.offre > 0)
		avant = offre_avant;
	p.expiree = *avant != '\0' && strcmp(avant, s->now) <= 0;
	return p;
}

/* What she held is free, and what becomes of her is ETAT. */
void
seance_free_place(struct req *r, struct seance *s, const struct place *p, const char *etat)
{
	if (strcmp(p->etat, "inscrit") == 0)
		s->pris -= 1 + p->invites;
	if (strcmp(p->etat, "attente") == 0) {
		s->pris -= p->offre;
		s->attente--;
	}
	db_exec(r,
		SQL("UPDATE place SET etat = ?, depuis = ?, confirmer_avant = NULL, offre = 0,"
		    " offre_avant = NULL, offre_refusee = 0, par_id = NULL, phrase = ''"
		    " WHERE date_id = ? AND inscription_id = ?"),
		S(etat), S(s->now), I(s->id), I(p->inscription));
	seance_write(r, s);
}

/* She has a seat for herself and for each guest, to be confirmed before UNTIL (NULL: she has). */
void
seance_seat(
	struct req *r, struct seance *s, const struct place *p, int64_t invites, const char *until)
{
	seance_free_place(r, s, p, "inscrit");
	db_exec(r,
		SQL("UPDATE place SET invites = ?, confirmer_avant = ? WHERE date_id = ?"
		    " AND inscription_id = ?"),
		I(invites), S(until), I(s->id), I(p->inscription));
	s->pris += 1 + invites;
	seance_write(r, s);
}

/* Until when who was given something answers; NULL: she need not. */
const char *
seance_deadline(struct req *r, const struct seance *s)
{
	const char *until = clock_sql(&r->mem, clock_now() + s->delai_h * 3600);

	if (s->delai_h == 0)
		return NULL;
	return strcmp(until, s->debut) < 0 ? until : s->debut;
}

/* That sentence is the last word about her seat, for her. */
void
seance_tell(struct req *r, const struct seance *s, int64_t inscription_id, const char *phrase)
{
	db_exec(r,
		SQL("UPDATE place SET phrase = LEFT(?, 500) WHERE date_id = ?"
		    " AND inscription_id = ?"),
		S(phrase), I(s->id), I(inscription_id));
	inscription_tell(r, inscription_id, s->id, phrase);
}

void
seance_tell_organisers(struct req *r, const struct seance *s, const char *phrase)
{
	inscription_tell_organisers(r, s->evenement, phrase);
}

/* Her name. */
const char *
seance_who(struct req *r, int64_t inscription_id)
{
	return db_string(r,
		SQL("SELECT TRIM(IF(i.contact_id IS NULL, CONCAT(i.prenom, ' ', i.nom),"
		    " CONCAT(c.prenom, ' ', c.nom))) FROM inscription i"
		    " LEFT JOIN contact c ON c.id = i.contact_id WHERE i.id = ?"),
		I(inscription_id));
}

/* The dates that are meant, in the order of their ids: that one of that event; or all that are not
 * over, and of these, when INSCRIPTION_ID is given, those where she has something. */
int64_t *
seance_dates(
	struct req *r, int64_t evenement_id, int64_t date_id, int64_t inscription_id, unsigned *n)
{
	int64_t *all = arena_alloc(&r->mem, DATES * sizeof *all);
	struct rows *d = db_rows(r,
		SQL("SELECT d.id FROM evenement_date d WHERE d.evenement_id = ?"
		    " AND (d.id = ? OR (? = 0 AND (d.fin > ? OR (SELECT COUNT(*)"
		    " FROM evenement_date u WHERE u.evenement_id = d.evenement_id) = 1)))"
		    " AND (? = 0 OR EXISTS (SELECT 1 FROM place p WHERE p.date_id = d.id"
		    " AND p.inscription_id = ?)) ORDER BY d.id LIMIT 1000"),
		I(evenement_id), I(date_id), I(date_id), S(clock_sql(&r->mem, clock_now())),
		I(inscription_id), I(inscription_id));

	for (*n = 0; db_next(d, &r->mem); (*n)++)
		all[*n] = db_num(d, 0);
	return all;
}
