/* reponse.c - "je viens", "je ne peux plus", "je cède ma place": answered from a mail, without
 * signing in.  A GET shows what stands; a POST does, and shows it again. */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/cession.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/reponse_lien.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static void
say_event(struct req *r, int64_t id)
{
	db_one(r, "evenement",
		SQL("SELECT o.id, o.titre, e.lien, e.etat, e.motif, e.invites_max FROM evenement e"
		    " JOIN objet o ON o.id = e.id WHERE e.id = ?"),
		I(id));
}

/* The dates that the link answers for, and what can be answered to each. */
static void
say_dates(struct req *r, const struct reponse_lien *l)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_list(r, "dates",
		SQL("SELECT d.id, CAST(d.jour AS CHAR) AS jour, d.debut, d.fin, e.journee,"
		    " COALESCE(NULLIF(d.lieu, ''), e.lieu) AS lieu, COALESCE(p.etat, 'annule')"
		    " AS etat, p.invites, p.offre, p.confirmer_avant IS NOT NULL AS confirmer,"
		    " p.phrase, d.fin <= ? AS passee, d.debut <= ? AS commencee,"
		    " (d.etat = 'annule' OR e.etat = 'annule') AS annulee,"
		    " (SELECT COALESCE(NULLIF(x.email, ''), CONCAT(c.prenom, ' ', c.nom))"
		    " FROM place_cession x LEFT JOIN contact c ON c.id = x.contact_id"
		    " WHERE x.inscription_id = p.inscription_id AND x.date_id = d.id"
		    " AND x.etat = 'proposee' LIMIT 1) AS cede FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id"
		    " LEFT JOIN place p ON p.date_id = d.id AND p.inscription_id = ?"
		    " WHERE d.evenement_id = ? AND (d.id = ? OR (? = 0"
		    " AND p.inscription_id IS NOT NULL AND d.fin > ?)) ORDER BY d.debut LIMIT 12"),
		S(now), S(now), I(l->inscription), I(l->evenement), I(l->date), I(l->date), S(now));
	for (struct row *d = row_first(r, "dates"); d != NULL; d = row_next(d))
		evenement_dress(r, d);
}

/* Whom she may name: those of her groups who see the event; to herself, signed in. */
static void
say_people(struct req *r, const struct reponse_lien *l)
{
	if (l->contact == 0 || r->user.id != l->contact)
		return;
	db_list(r, "personnes",
		SQL("SELECT c.id, CONCAT(c.prenom, ' ', c.nom) AS nom FROM " PEERS
		    " k JOIN contact c ON c.id = k.contact_id AND c.acces > 0 AND c.id <> ?"
		    " JOIN objet co ON co.id = c.id AND " SEES(
			    "co") " JOIN objet o ON o.id = ? AND " SEEN_BY("o",
			    "c.id") " GROUP BY c.id ORDER BY c.tri LIMIT 300"),
		I(r->user.id), I(r->user.id), ME(r), I(l->evenement));
}

/* With what was wrong in the answer for that date, if something was. */
static int
reponse_page(struct req *r, const struct reponse_lien *l, int64_t date)
{
	unsay(r, "evenement");
	say_event(r, l->evenement);
	say_dates(r, l);
	say_people(r, l);
	say_int(r, "choisie", date != 0 ? date : said_id(r, "dates.0.id"));
	say(r, "cle", r->caught[0]);
	title(r, "Ma place");
	return page(r, "agenda/ma_place.cs");
}

static int
reponse_show(struct req *r)
{
	struct reponse_lien l;

	return reponse_lien_read(r, r->caught[0], &l) ? reponse_page(r, &l, 0) : not_found(r);
}

/* The date of the link, or that of the form among those it answers for; 0: there is none. */
static int64_t
date_asked(struct req *r, const struct reponse_lien *l)
{
	if (l->date != 0)
		return l->date;
	return db_int(r,
		SQL("SELECT d.id FROM evenement_date d JOIN place p ON p.date_id = d.id"
		    " WHERE d.evenement_id = ? AND d.id = ? AND p.inscription_id = ?"),
		I(l->evenement), I(strtoll(param(r, "date"), NULL, 10)), I(l->inscription));
}

/* She comes: she keeps her seat, or asks again for one; without an account, only while it is open
 * to all. */
static int
comes(struct req *r, const struct reponse_lien *l, int64_t date)
{
	struct venue v = { .contact_id = l->contact, .prenom = "", .nom = "", .email = "" };
	int64_t had =
		db_int(r, SQL("SELECT invites FROM place WHERE inscription_id = ? AND date_id = ?"),
			I(l->inscription), I(date));

	say_event(r, l->evenement);
	v.invites = (int) had;
	if (agenda_sent(r, "invites") && !agenda_guests(r, &v.invites))
		return PLACE_COMPLET;
	if (v.invites == had && inscription_confirm(r, l->inscription, date))
		return PLACE_INSCRIT;
	if (l->contact == 0 &&
		db_int(r, SQL("SELECT visibilite = 'public' FROM evenement WHERE id = ?"),
			I(l->evenement)) == 0)
		return PLACE_SANS;
	db_read(r, SQL("SELECT prenom, nom, email FROM inscription WHERE id = ?"),
		INTO(TO(&v.prenom), TO(&v.nom), TO(&v.email)), I(l->inscription));
	return inscription_take(r, l->evenement, date, &v);
}

static const char *
gives(struct req *r, const struct reponse_lien *l, int64_t date)
{
	const char *email = "", *nom = "";
	const struct field fields[] = { { "email", LINE(&email), .max = 254 },
		{ "contact", LINE(&nom), .max = 20 }, { 0 } };
	int64_t contact;

	if (!form_read(r, fields))
		return NULL;
	contact = l->contact != 0 && r->user.id == l->contact ? strtoll(nom, NULL, 10) : 0;
	if (contact == 0 && *email == '\0')
		return "Donnez l’adresse de la personne à qui vous cédez votre place.";
	return cession_offer(r, l->inscription, date, contact, email);
}

/* What the button says; the code of what was done, NULL when a message says why not. */
static const char *
answer(struct req *r, const struct reponse_lien *l, int64_t date)
{
	const char *faire = param(r, "faire"), *why = NULL;
	int etat = PLACE_AUCUNE;

	if (strcmp(faire, "vient") == 0) {
		etat = comes(r, l, date);
		if (etat == PLACE_COMPLET && !r->invalid)
			form_error(r, "invites", agenda_why(etat));
		return r->invalid ? NULL : etat < PLACE_FERMEE ? "place-viens" : "place-non";
	}
	if (strcmp(faire, "retire") == 0) {
		cession_withdraw(r, l->inscription, date);
		etat = inscription_leave(r, l->evenement, date, l->inscription);
		return etat == PLACE_AUCUNE ? "place-rendue" : "place-tard";
	}
	if (strcmp(faire, "prendre") == 0 || strcmp(faire, "garder") == 0)
		return inscription_answer(r, l->inscription, date, strcmp(faire, "prendre") == 0) ?
			"place-repondu" :
			"place-non";
	if (strcmp(faire, "reprendre") == 0) {
		cession_withdraw(r, l->inscription, date);
		return "place-reprise";
	}
	if (strcmp(faire, "cede") == 0)
		why = gives(r, l, date);
	if (why != NULL)
		form_error(r, "email", why);
	return strcmp(faire, "cede") == 0 && !r->invalid ? "place-proposee" : NULL;
}

static int
reponse_do(struct req *r)
{
	struct reponse_lien l;
	const char *done;
	int64_t date;

	if (!reponse_lien_read(r, r->caught[0], &l) || (date = date_asked(r, &l)) == 0)
		return not_found(r);
	done = answer(r, &l, date);
	return done != NULL ? redirect(r, "/agenda/reponse/%s?fait=%s", r->caught[0], done) :
			      reponse_page(r, &l, date);
}

/* ---- who is given a seat ---- */

static int
place_page(struct req *r, const struct cession *c)
{
	say_event(r, c->evenement);
	db_one(r, "date",
		SQL("SELECT d.debut, d.fin, e.journee, COALESCE(NULLIF(d.lieu, ''), e.lieu) AS lieu"
		    " FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
		    " WHERE d.id = ?"),
		I(c->date));
	evenement_dress(r, row_at(r, "date"));
	say(r, "cession.qui", c->qui);
	say(r, "cession.etat", c->etat);
	say_int(r, "cession.libre", c->libre);
	say_int(r, "cession.inconnue", c->contact == 0);
	say(r, "cle", r->caught[0]);
	title(r, "Une place pour vous");
	return page(r, "agenda/place.cs");
}

static int
place_show(struct req *r)
{
	struct cession c;

	return cession_read(r, r->caught[0], &c) ? place_page(r, &c) : not_found(r);
}

static int
place_do(struct req *r)
{
	const char *prenom = "", *nom = "";
	const struct field names[] = { { "prenom", LINE(&prenom), REQUIRED, .max = 200 },
		{ "nom", LINE(&nom), REQUIRED, .max = 200 }, { 0 } };
	struct cession c;

	if (!cession_read(r, r->caught[0], &c))
		return not_found(r);
	if (strcmp(param(r, "faire"), "non") == 0)
		cession_decline(r, &c);
	else if (c.contact != 0 || form_read(r, names))
		cession_accept(r, &c, prenom, nom);
	if (r->invalid)
		return place_page(r, &c);
	return redirect(r, "/agenda/place/%s", r->caught[0]);
}

const struct route agenda_reponse_routes[] = {
	{ GET, "reponse/:cle", PUBLIC, reponse_show, .secret = true },
	{ POST, "reponse/:cle", PUBLIC, reponse_do, .unsigned_post = true, .secret = true },
	{ GET, "place/:cle", PUBLIC, place_show, .secret = true },
	{ POST, "place/:cle", PUBLIC, place_do, .unsigned_post = true, .secret = true },
	{ 0 },
};
