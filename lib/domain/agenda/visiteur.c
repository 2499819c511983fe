/* visiteur.c - people without an account who come to an event: their links, their seats
 *
 * Taking a seat is made short: all that can be written before the lock of the date is, the seat
 * itself is two statements (at_once()), and the mail is a row that essaim-mail turns into words
 * (visiteur_courriel.c); what is not simple goes the way of everybody (inscription_take()).
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/reponse_lien.h"
#include "domain/agenda/visiteur.h"
#include "domain/compte/compte.h"

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* What is once in each event: it and the address; nothing reads the address out of it. */
const char *
visiteur_empreinte(struct req *r, int64_t evenement_id, const char *email)
{
	const char *text =
		arena_printf(&r->mem, "%" PRId64 " %s", evenement_id, text_fold(&r->mem, email));

	return sha256_hex(&r->mem, text, strlen(text));
}

int64_t
visiteur_inscription(struct req *r, const char *cle)
{
	struct reponse_lien l;

	return reponse_lien_read(r, cle, &l) ? l.inscription : 0;
}

/* "m•••@exemple.org", as NAME. */
void
visiteur_masque(struct req *r, const char *name, const char *email)
{
	const char *rest = email, *at = strrchr(email, '@');
	char first[4];

	say(r, name,
		arena_printf(&r->mem, "%.*s•••%s", (int) text_put(text_next(&rest), first), first,
			at != NULL ? at : ""));
}

/* Till when a seat is held for who has not confirmed: tomorrow's noon, but never beyond DEBUT. */
const char *
visiteur_jusqua(struct req *r, const char *debut)
{
	struct wall w = wall_add_days(wall_at(clock_now()), 1);
	const char *noon;

	w.hour = 12;
	w.minute = 0;
	noon = evenement_utc(r, w);
	return strcmp(noon, debut) < 0 ? noon : debut;
}

const char *
visiteur_jour(struct req *r, const char *debut)
{
	return text_inside(&r->mem, text_day_named(&r->mem, clock_parse(debut)));
}

/* The one person who may enter with that address; 0: nobody, or several. */
static int64_t
owner(struct req *r, const char *email)
{
	struct compte_personne people[PERSONNES];

	return compte_people(r, email, people) == 1 ? people[0].id : 0;
}

/* Does CONTACT come already, or wait, to something of what is asked for? */
static int64_t
comes(struct req *r, int64_t evenement_id, int64_t date_id, int64_t contact)
{
	return contact == 0 ? 0 :
			      db_int(r,
				      SQL("SELECT i.id FROM inscription i JOIN place p"
					  " ON p.inscription_id = i.id AND p.etat IN ('inscrit',"
					  " 'attente', 'demande') WHERE i.evenement_id = ?"
					  " AND i.contact_id = ? AND (? = 0 OR p.date_id = ?)"
					  " LIMIT 1"),
				      I(evenement_id), I(contact), I(date_id), I(date_id));
}

/* ---- the seat ---- */

/* What lets in whoever asks, of date D of event E: it is open, and nothing is kept aside.  Rows
 * are locked as everywhere: the event, then the date. */
#define OPEN_TO_ALL \
	"UPDATE evenement e STRAIGHT_JOIN evenement_date d ON d.evenement_id = e.id" \
	" SET d.pris = d.pris + ?, d.attente = d.attente + ? WHERE e.id = ? AND d.id = ?" \
	" AND d.etat = 'prevu' AND e.etat = 'publie' AND e.supprime_le IS NULL" \
	" AND e.mode = 'directe' AND e.inscriptions = 'ouvertes'" \
	" AND COALESCE(e.cloture, d.debut) > ? AND d.fin > ? AND e.reserve = 0"

/* A seat of a date that is open, where nobody waits and nothing is kept aside. */
static bool
seat_at_once(
	struct req *r, int64_t evenement_id, int64_t date_id, int64_t id, const struct venue *v)
{
	int64_t people = 1 + v->invites;

	if (db_exec(r,
		    SQL(OPEN_TO_ALL " AND d.attente = 0"
				    " AND (e.places IS NULL OR d.pris + ? <= e.places)"),
		    I(people), I(0), I(evenement_id), I(date_id), S(now(r)), S(now(r)),
		    I(people)) == 0)
		return false;
	db_exec(r,
		SQL("INSERT INTO place (date_id, inscription_id, etat, invites, depuis,"
		    " confirmer_avant) VALUES (?, ?, 'inscrit', ?, ?, ?)"),
		I(date_id), I(id), I(v->invites), S(now(r)), S(v->jusqu_a));
	return true;
}

/* The end of the line of a date that is full: behind all who wait, by any clock. */
static bool
line_at_once(
	struct req *r, int64_t evenement_id, int64_t date_id, int64_t id, const struct venue *v)
{
	if (db_exec(r, SQL(OPEN_TO_ALL " AND d.pris >= e.places AND ? <= e.places"), I(0), I(1),
		    I(evenement_id), I(date_id), S(now(r)), S(now(r)), I(1 + v->invites)) == 0)
		return false;
	db_exec(r,
		SQL("INSERT INTO place (date_id, inscription_id, etat, invites, depuis)"
		    " SELECT ?, ?, 'attente', ?, GREATEST(CAST(? AS DATETIME(6)),"
		    " COALESCE(MAX(depuis) + INTERVAL 1 MICROSECOND, ?)) FROM place"
		    " WHERE date_id = ? AND etat = 'attente'"),
		I(date_id), I(id), I(v->invites), S(now(r)), S(now(r)), I(date_id));
	return true;
}

/* What was reached without more ado; PLACE_AUCUNE: it is not so simple, and nothing was changed. */
static int
at_once(struct req *r, int64_t evenement_id, int64_t date_id, int64_t id, const struct venue *v)
{
	if (date_id == 0)
		return PLACE_AUCUNE;
	if (seat_at_once(r, evenement_id, date_id, id, v))
		return PLACE_INSCRIT;
	return line_at_once(r, evenement_id, date_id, id, v) ? PLACE_ATTENTE : PLACE_AUCUNE;
}

/* Her row, if her address is not known for that event. */
static int64_t
row_of(struct req *r, int64_t evenement_id, const struct venue *v, bool *known)
{
	const char *key = visiteur_empreinte(r, evenement_id, v->email);
	int64_t id = db_int(r,
		SQL("INSERT IGNORE INTO inscription (evenement_id, prenom, nom, email, mot,"
		    " visiteur, cree_le) VALUES (?, ?, ?, ?, LEFT(?, 1000), ?, ?) RETURNING id"),
		I(evenement_id), S(v->prenom), S(v->nom), S(v->email), S(v->mot), S(key),
		S(now(r)));

	*known = id == 0;
	return !*known ? id :
			 db_int(r,
				 SQL("SELECT id FROM inscription WHERE visiteur = ?"
				     " LOCK IN SHARE MODE"),
				 S(key));
}

/* Has she a seat there, or a place in a line? */
static bool
stands(struct req *r, int64_t id, int64_t date_id)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM place WHERE inscription_id = ?"
			   " AND (? = 0 OR date_id = ?) AND etat IN ('inscrit', 'attente',"
			   " 'demande'))"),
		       I(id), I(date_id), I(date_id)) != 0;
}

/* A mail for her is owed, of that kind: to CONTACT at ADRESSE, or to the stranger of registration
 * ID. */
static void
owe(struct req *r, const char *genre, int64_t evenement_id, int64_t date_id, int64_t contact,
	int64_t id, const char *adresse)
{
	db_exec(r,
		SQL("INSERT INTO evenement_avis (evenement_id, date_id, contact_id, inscription_id,"
		    " genre, phrase, cree_le) VALUES (?, NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, 0),"
		    " ?, ?, ?)"),
		I(evenement_id), I(date_id), I(contact), I(id), S(genre), S(adresse), S(now(r)));
}

int
visiteur_prend(
	struct req *r, int64_t evenement_id, int64_t date_id, const struct venue *v, int64_t *new)
{
	int64_t contact = owner(r, v->email), id;
	int etat = PLACE_INSCRIT;
	bool known;

	*new = 0;
	if (comes(r, evenement_id, date_id, contact) != 0) {
		owe(r, VISITEUR_DEJA, evenement_id, date_id, contact, 0, v->email);
		return etat;
	}
	id = row_of(r, evenement_id, v, &known);
	if (!known)
		etat = at_once(r, evenement_id, date_id, id, v);
	if (known ? !stands(r, id, date_id) : etat == PLACE_AUCUNE)
		etat = inscription_take(r, evenement_id, date_id, v);
	*new = known || etat >= PLACE_FERMEE ? 0 : id;
	if (etat < PLACE_FERMEE)
		owe(r, VISITEUR_CONFIRMER, evenement_id, date_id, 0, id, "");
	return etat;
}
