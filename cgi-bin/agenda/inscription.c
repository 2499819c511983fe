/* inscription.c - coming to an event, no longer coming, answering what the list gives */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/json.h"
#include "domain/agenda/inscription.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/questions.h"
#include "web/reply.h"
#include "web/route.h"

/* The date that the form or the address names; 0: none of them, the one date or all to come.
 * False: there is no such date. */
bool
agenda_date(struct req *r, int64_t *date_id)
{
	const char *jour = param(r, "date");

	*date_id = 0;
	if (*jour == '\0')
		return true;
	*date_id =
		db_int(r, SQL("SELECT id FROM evenement_date WHERE evenement_id = ? AND jour = ?"),
			I(caught_id(r, 0)), S(strlen(jour) == 10 ? jour : NULL));
	return *date_id != 0;
}

/* Why nothing changed, for who asked. */
const char *
agenda_why(int etat)
{
	switch (etat) {
	case PLACE_FERMEE: return "Les inscriptions sont fermées.";
	case PLACE_PASSEE: return "C’est passé\u00A0: on ne peut plus rien y changer.";
	case PLACE_ANNULEE: return "Cette date est annulée.";
	case PLACE_COMPLET: return "Il ne reste pas assez de places pour autant de personnes.";
	case PLACE_SANS: return "On vient à cet événement sans s’inscrire.";
	case PLACE_REFUSEE:
		return "Votre demande n’a pas été acceptée\u00A0: écrivez à la personne qui"
		       " organise.";
	case PLACE_TARD:
		return "C’est trop près de la date\u00A0: vous pouvez céder votre place, ou"
		       " prévenir la"
		       " personne qui organise.";
	default: return "Ce n’est plus possible.";
	}
}

/* Where she stands, for programs; or the page of the event, for who reads. */
static int
reached(struct req *r, int64_t date_id, int etat)
{
	int64_t id = caught_id(r, 0);
	const char *jour = param(r, "date");

	if (etat >= PLACE_FERMEE)
		return agenda_stands(r, inscription_name(etat), agenda_why(etat));
	if (r->format != JSON)
		return *jour != '\0' ?
			redirect(r, "/agenda/%" PRId64 "?date=%s&fait=%s", id, jour,
				inscription_name(etat)) :
			redirect(r, "/agenda/%" PRId64 "?fait=%s", id, inscription_name(etat));
	unsay(r, "evenement");
	unsay(r, "questions");
	say_int(r, "id", id);
	say(r, "mon_etat", inscription_name(etat));
	db_list(r, "items",
		SQL("SELECT d.jour, p.etat AS mon_etat, p.invites, p.offre, IF(p.etat = 'attente',"
		    " (SELECT COUNT(*) + 1 FROM place x WHERE x.date_id = p.date_id"
		    " AND x.etat = 'attente' AND (x.depuis < p.depuis OR (x.depuis = p.depuis"
		    " AND x.inscription_id < p.inscription_id))), NULL) AS rang,"
		    " d.pris AS inscrits, d.attente FROM place p"
		    " JOIN inscription i ON i.id = p.inscription_id"
		    " JOIN evenement_date d ON d.id = p.date_id WHERE i.evenement_id = ?"
		    " AND i.contact_id = ? AND (? = 0 OR d.id = ?) ORDER BY d.debut LIMIT 200"
		    " LOCK IN SHARE MODE"),
		I(id), I(r->user.id), I(date_id), I(date_id));
	return page(r, "agenda/fiche.cs");
}

/* Guests, from 0: false after saying what is wrong with the number. */
bool
agenda_guests(struct req *r, int *invites)
{
	const char *typed = param(r, "invites");
	int64_t max = said_int(r, "evenement.invites_max");
	char *end;
	long n = strtol(typed, &end, 10);

	if (*end == '\0' && n >= 0 && n <= max) {
		*invites = (int) n;
		return true;
	}
	form_value(r, "invites", typed);
	form_error(r, "invites",
		max == 0 ? "On vient seul-e à cet événement." :
			   arena_printf(&r->mem,
				   "Donnez un nombre d’invité-e-s de 0 à %" PRId64 ".", max));
	return false;
}

/* The reader's own registration; 0: she has none. */
static int64_t
mine(struct req *r)
{
	return inscription_find(r, caught_id(r, 0), &(struct venue) { .contact_id = r->user.id });
}

static int
agenda_register(struct req *r)
{
	struct venue v = { .contact_id = r->user.id, .mot = "" };
	const struct field fields[] = { { "mot", TEXT(&v.mot), .max = INSCRIPTION_MOT }, { 0 } };
	int refused = agenda_load(r, VOIR);
	int64_t date_id;
	int etat;

	if (refused != 0)
		return refused;
	if (!agenda_date(r, &date_id))
		return not_found(r);
	form_read(r, fields);
	if (!agenda_guests(r, &v.invites) || !questions_right(r, caught_id(r, 0)) || r->invalid)
		return agenda_page(r);
	etat = inscription_take(r, caught_id(r, 0), date_id, &v);
	if (etat < PLACE_FERMEE)
		questions_keep(r, mine(r));
	return reached(r, date_id, etat);
}

static int
agenda_unregister(struct req *r)
{
	int refused = agenda_load(r, VOIR);
	int64_t date_id, who;

	if (refused != 0)
		return refused;
	if (!agenda_date(r, &date_id))
		return not_found(r);
	who = mine(r);
	return reached(r, date_id,
		who == 0 ? PLACE_AUCUNE : inscription_leave(r, caught_id(r, 0), date_id, who));
}

/* One date of hers that waits for an answer: that of the form, or the event's one. */
static int64_t
date_to_answer(struct req *r, int64_t who)
{
	int64_t date_id;

	if (!agenda_date(r, &date_id) || date_id != 0)
		return date_id;
	return db_int(r,
		SQL("SELECT p.date_id FROM place p JOIN evenement_date d ON d.id = p.date_id"
		    " WHERE p.inscription_id = ? AND (p.confirmer_avant IS NOT NULL OR p.offre > 0)"
		    " ORDER BY d.debut LIMIT 1"),
		I(who));
}

static int
agenda_confirm(struct req *r)
{
	int refused = agenda_load(r, VOIR);
	int64_t date_id, who;

	if (refused != 0)
		return refused;
	who = mine(r);
	date_id = date_to_answer(r, who);
	if (who == 0 || date_id == 0 || !inscription_confirm(r, who, date_id))
		return agenda_stands(
			r, "perdue", "Cette place n’est plus à vous\u00A0: voici où vous en êtes.");
	return reached(r, date_id, PLACE_INSCRIT);
}

static int
agenda_answer(struct req *r)
{
	const char *reponse = "";
	const struct field fields[] = {
		{ "reponse", CHOICE(&reponse), REQUIRED, .choices = "prendre|garder" }, { 0 }
	};
	int refused = agenda_load(r, VOIR);
	int64_t date_id, who;
	bool takes;

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return agenda_page(r);
	takes = strcmp(reponse, "prendre") == 0;
	who = mine(r);
	date_id = date_to_answer(r, who);
	if (who == 0 || date_id == 0 || !inscription_answer(r, who, date_id, takes))
		return agenda_stands(
			r, "perdue", "Cette offre est passée\u00A0: voici où vous en êtes.");
	return reached(r, date_id, takes ? PLACE_INSCRIT : PLACE_ATTENTE);
}

/* Open, or closed: then nobody enters and nobody is promoted. */
static int
agenda_registrations(struct req *r)
{
	const char *etat = "";
	const struct field fields[] = {
		{ "etat", CHOICE(&etat), REQUIRED, .choices = "ouvertes|fermees" }, { 0 }
	};
	int refused = agenda_load(r, GERER);
	int64_t id = caught_id(r, 0);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return agenda_page(r);
	db_exec(r, SQL("UPDATE evenement SET inscriptions = ? WHERE id = ?"), S(etat), I(id));
	journal(r, "evenement.inscriptions", id, NULL, json_made(&r->mem, JS("etat", etat)));
	if (strcmp(etat, "ouvertes") == 0)
		inscription_promote_all(r, id);
	return redirect(r, "/agenda/%" PRId64 "?fait=%s", id, etat);
}

const struct route agenda_inscription_routes[] = {
	{ POST, ":id/inscription", PROSPECT, agenda_register },
	{ POST, ":id/desinscription", PROSPECT, agenda_unregister },
	{ POST, ":id/confirmation", PROSPECT, agenda_confirm },
	{ POST, ":id/offre", PROSPECT, agenda_answer },
	{ POST, ":id/inscriptions", PROSPECT, agenda_registrations },
	{ 0 },
};
