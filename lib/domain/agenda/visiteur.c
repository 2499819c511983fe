/* visiteur.c - people without an account who come to an event: their links, their confirmation
 *
 * Taking a seat is made short: all that can be written before the lock of the date is, and the seat
 * itself is two statements (at_once()); what is not simple goes the way of everybody
 * (inscription_take()).
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/reponse_lien.h"
#include "domain/agenda/visiteur.h"
#include "domain/compte/compte.h"
#include "domain/notifications/courriel.h"

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
	char *day = text_day_named(&r->mem, clock_parse(debut));

	*day = (char) (*day - 'A' + 'a');
	return day;
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

/* ---- the mail ---- */

/* What the mail says of the event, and of that date (0: of the first to come). */
static bool
say_event(struct req *r, int64_t evenement_id, int64_t date_id)
{
	struct row *c;

	unsay(r, "Courriel");
	if (!db_one(r, "Courriel",
		    SQL("SELECT o.titre, IF(g.ouverture = 'cache', '', COALESCE(og.titre, '')) AS"
			" groupe, d.debut, d.fin, e.journee, COALESCE(d.lieu, e.lieu) AS lieu,"
			" e.rrule, d.id AS date_id FROM evenement e JOIN objet o ON o.id = e.id"
			" JOIN evenement_date d ON d.evenement_id = e.id"
			" LEFT JOIN groupe g ON g.id = e.groupe_id"
			" LEFT JOIN objet og ON og.id = g.id WHERE e.id = ?"
			" AND (d.id = ? OR (? = 0 AND d.fin > ?)) ORDER BY d.debut LIMIT 1"),
		    I(evenement_id), I(date_id), I(date_id), S(now(r))))
		return false;
	c = row_at(r, "Courriel");
	evenement_dress(r, c);
	row_say(c, "jour", visiteur_jour(r, row_text(c, "debut")));
	row_say_int(c, "toutes", date_id == 0 && *row_text(c, "rrule") != '\0');
	return true;
}

/* To a stranger: the link to confirm, what she confirms, the date for her calendar. */
static int64_t
mail_stranger(struct req *r, int64_t id, const struct venue *v, int etat)
{
	const char *dates = arena_printf(&r->mem, "[%s]", said(r, "Courriel.date_id")), *ics;
	int64_t mail;

	say(r, "Courriel.prenom", v->prenom);
	say(r, "Courriel.lien", reponse_lien_new(r, LIEN_VISITEUR, id, 0));
	say_int(r, "Courriel.invites", v->invites);
	say(r, "Courriel.etat", inscription_name(etat));
	say(r, "Courriel.avant", text_moment(&r->mem, clock_parse(v->jusqu_a)));
	mail = courriel_queue(r, 0, v->email, "inscription_confirmer");
	if (etat != PLACE_INSCRIT || said_int(r, "Courriel.toutes"))
		return mail;
	ics = calendrier(r, &(struct calendrier) { .ouvert = true }, dates);
	db_exec(r, SQL("UPDATE courriel SET calendrier = ?, methode = 'PUBLISH' WHERE id = ?"),
		S(ics), I(mail));
	return mail;
}

/* To who has an account and comes already. */
static void
mail_known(struct req *r, int64_t evenement_id, int64_t contact, const struct venue *v)
{
	say(r, "Courriel.prenom", v->prenom);
	say(r, "Courriel.lien",
		arena_printf(&r->mem, "%s/agenda/%" PRId64, conf.site_url, evenement_id));
	courriel_queue(r, contact, v->email, "inscription_deja");
}

/* ---- the seat ---- */

/* A seat of a date that is open, where nobody waits and nothing is kept aside.  False: it is not so
 * simple, and nothing was changed.  Rows are locked as everywhere: the event, then the date. */
static bool
at_once(struct req *r, int64_t evenement_id, int64_t date_id, int64_t id, const struct venue *v)
{
	int64_t people = 1 + v->invites;

	if (date_id == 0 ||
		db_exec(r,
			SQL("UPDATE evenement e STRAIGHT_JOIN evenement_date d"
			    " ON d.evenement_id = e.id SET d.pris = d.pris + ? WHERE e.id = ?"
			    " AND d.id = ? AND d.etat = 'prevu'"
			    " AND d.attente = 0 AND e.etat = 'publie' AND e.supprime_le IS NULL"
			    " AND e.mode = 'directe' AND e.inscriptions = 'ouvertes'"
			    " AND COALESCE(e.cloture, d.debut) > ? AND d.fin > ? AND e.reserve = 0"
			    " AND (e.places IS NULL OR d.pris + ? <= e.places)"),
			I(people), I(evenement_id), I(date_id), S(now(r)), S(now(r)),
			I(people)) == 0)
		return false;
	db_exec(r,
		SQL("INSERT INTO place (date_id, inscription_id, etat, invites, depuis,"
		    " confirmer_avant) VALUES (?, ?, 'inscrit', ?, ?, ?)"),
		I(date_id), I(id), I(v->invites), S(now(r)), S(v->jusqu_a));
	return true;
}

/* Her row, if her address is not known for that event. */
static int64_t
row_of(struct req *r, int64_t evenement_id, const struct venue *v, bool *known)
{
	const char *key = visiteur_empreinte(r, evenement_id, v->email);

	*known =
		db_exec(r,
			SQL("INSERT IGNORE INTO inscription (evenement_id, prenom, nom, email, mot,"
			    " visiteur, cree_le) VALUES (?, ?, ?, ?, LEFT(?, 1000), ?, ?)"),
			I(evenement_id), S(v->prenom), S(v->nom), S(v->email), S(v->mot), S(key),
			S(now(r))) == 0;
	return db_int(
		r, SQL("SELECT id FROM inscription WHERE visiteur = ? LOCK IN SHARE MODE"), S(key));
}

/* What she has there, with the same number of people; PLACE_AUCUNE: nothing any more. */
static int
stands(struct req *r, int64_t id, int64_t date_id, struct venue *v)
{
	const char *etat = "";
	int64_t guests = 0;

	db_read(r,
		SQL("SELECT etat, invites FROM place WHERE inscription_id = ?"
		    " AND (? = 0 OR date_id = ?) AND etat IN ('inscrit', 'attente', 'demande')"
		    " ORDER BY date_id LIMIT 1"),
		INTO(TO(&etat), TO(&guests)), I(id), I(date_id), I(date_id));
	v->invites = (int) guests;
	return strcmp(etat, "inscrit") == 0  ? PLACE_INSCRIT :
		strcmp(etat, "attente") == 0 ? PLACE_ATTENTE :
		strcmp(etat, "demande") == 0 ? PLACE_DEMANDE :
					       PLACE_AUCUNE;
}

/* A registration that was there before: the mail again; a seat again if she has none left. */
static int
again(struct req *r, int64_t evenement_id, int64_t date_id, int64_t id, const struct venue *v)
{
	struct venue was = *v;
	int etat = stands(r, id, date_id, &was);

	if (etat == PLACE_AUCUNE) {
		etat = inscription_take(r, evenement_id, date_id, v);
		was = *v;
	}
	if (etat < PLACE_FERMEE)
		mail_stranger(r, id, &was, etat);
	return etat;
}

int
visiteur_prend(struct req *r, int64_t evenement_id, int64_t date_id, const struct venue *v)
{
	int64_t contact = owner(r, v->email), id, mail;
	bool known;
	int etat;

	if (!say_event(r, evenement_id, date_id))
		return PLACE_PASSEE;
	if (comes(r, evenement_id, date_id, contact) != 0) {
		mail_known(r, evenement_id, contact, v);
		return PLACE_INSCRIT;
	}
	id = row_of(r, evenement_id, v, &known);
	if (known)
		return again(r, evenement_id, date_id, id, v);
	mail = mail_stranger(r, id, v, PLACE_INSCRIT);
	if (at_once(r, evenement_id, date_id, id, v))
		return PLACE_INSCRIT;
	db_exec(r, SQL("DELETE FROM courriel WHERE id = ?"), I(mail));
	etat = inscription_take(r, evenement_id, date_id, v);
	if (etat < PLACE_FERMEE)
		mail_stranger(r, id, v, etat);
	return etat;
}
