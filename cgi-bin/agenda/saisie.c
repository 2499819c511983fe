/* saisie.c - what the form of an event says: read, checked, shown again
 *
 * What was not sent at all stays as it was: a program may send the fields that it changes.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/groupes/ouverture.h"
#include "web/choices.h"
#include "web/form.h"

enum { TITRE = 200, DESCRIPTION = 20000, INVITES = 20, DELAI = 336, RETRAIT = 720 };

bool
agenda_sent(struct req *r, const char *name)
{
	return param_nth(r, name, 0) != NULL;
}

/* ---- words and places ---- */

/* Of a field that was sent what it says, be it nothing; else WAS. */
static const char *
blank(struct req *r, const char *name, const char *was)
{
	return agenda_sent(r, name) ? "" : was;
}

static bool
good_link(const char *url)
{
	return (strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0) &&
		strpbrk(url, " \"<>\\") == NULL && strlen(url) > 10;
}

static void
read_words(struct req *r, struct evenement *e)
{
	const struct field fields[] = {
		{ "titre", LINE(&e->titre), .max = TITRE },
		{ "description", TEXT(&e->texte), .max = DESCRIPTION },
		{ "type", LINE(&e->type), .max = 30 },
		{ "lieu", LINE(&e->lieu), .max = 300 },
		{ "code_postal", LINE(&e->code_postal), .max = 30 },
		{ "lien", LINE(&e->lien), .max = 2000 },
		{ 0 },
	};

	e->titre = blank(r, "titre", e->titre);
	e->texte = blank(r, "description", e->texte);
	e->type = blank(r, "type", e->type);
	e->lieu = blank(r, "lieu", e->lieu);
	e->code_postal = blank(r, "code_postal", e->code_postal);
	e->lien = blank(r, "lien", e->lien);
	form_read(r, fields);
	e->titre = text_line(&r->mem, e->titre);
	e->lieu = text_line(&r->mem, e->lieu);
	e->lien = text_trim(&r->mem, e->lien);
	if (*e->titre == '\0' && *said(r, "Form.titre.error") == '\0')
		form_error(r, "titre", "Donnez un titre.");
	if (*e->lien != '\0' && !good_link(e->lien))
		form_error(r, "lien", "Collez une adresse entière, qui commence par https://");
	if (*e->code_postal != '\0' &&
		(e->code_postal = text_postcode(&r->mem, e->code_postal)) == NULL)
		form_error(
			r, "code_postal", "Écrivez les cinq chiffres du code postal\u00A0: 75011.");
	if (*e->type != '\0' &&
		!db_int(r, SQL("SELECT 1 FROM groupe_type WHERE cle = ? AND retire_le IS NULL"),
			S(text_key(e->type))))
		form_error(r, "type", "Choisissez un type de la liste.");
}

/* ---- who organises ---- */

/* May the reader name that group, or does it organise already? */
static bool
organises(struct req *r, int64_t groupe, const struct evenement *was)
{
	return groupe == was->groupe ||
		(groupe_seen(r, groupe) && groupe_writable(r, groupe) &&
			evenement_may_create(r, groupe));
}

/* Herself; the staff may name another whom it sees and who enters. */
static bool
answers(struct req *r, int64_t who, const struct evenement *was)
{
	if (who == r->user.id || (who == was->organisateur && was->groupe == 0))
		return true;
	return r->user.level >= STAFF &&
		db_int(r,
			SQL("SELECT 1 FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
			    " AND c.acces >= 2 AND " SEES("o")),
			I(who), ME(r));
}

static void
read_organiser(struct req *r, int64_t id, struct evenement *e)
{
	const char *text = param(r, "organisateur");
	int64_t who = strtoll(text, NULL, 10);

	form_value(r, "organisateur", text);
	if (!agenda_sent(r, "organisateur") && id != 0)
		return;
	if (*text == '\0')
		who = r->user.id;
	if (db_int(r, SQL("SELECT 1 FROM groupe WHERE id = ?"), I(who)) && organises(r, who, e)) {
		if (who != e->groupe || e->organisateur == 0)
			e->organisateur = r->user.id;
		e->groupe = who;
	} else if (who > 0 && answers(r, who, e)) {
		e->groupe = 0;
		e->organisateur = who;
	} else {
		form_error(r, "organisateur",
			"Choisissez dans la liste\u00A0: vous-même, ou un groupe où vous pouvez"
			" créer des événements.");
	}
}

/* ---- who sees it ---- */

bool
agenda_has_group(const struct evenement *e, int64_t groupe)
{
	for (unsigned i = 0; i < EVENEMENT_GROUPES && e->groupes[i] != 0; i++)
		if (e->groupes[i] == groupe)
			return true;
	return false;
}

/* False: there are too many. */
static bool
add_group(struct evenement *e, int64_t groupe)
{
	unsigned n = 0;

	if (agenda_has_group(e, groupe))
		return true;
	while (n < EVENEMENT_GROUPES && e->groupes[n] != 0)
		n++;
	if (n == EVENEMENT_GROUPES)
		return false;
	e->groupes[n] = groupe;
	return true;
}

/* Those of WAS that the reader does not see, and so could not send, stay. */
static bool
keep_unseen(struct req *r, struct evenement *e, const struct evenement *was)
{
	bool room = true;

	for (unsigned i = 0; i < EVENEMENT_GROUPES && was->groupes[i] != 0; i++)
		if (!groupe_seen(r, was->groupes[i]))
			room = add_group(e, was->groupes[i]) && room;
	return room;
}

static void
read_groups(struct req *r, struct evenement *e)
{
	struct evenement was = *e;
	/* No box that is ticked sends nothing: the form says that it showed them. */
	bool sent = agenda_sent(r, "groupes") || agenda_sent(r, "avec_groupes"), room = true;
	const char *one;

	if (sent)
		memset(e->groupes, 0, sizeof e->groupes);
	for (unsigned i = 0; (one = param_nth(r, "groupes", i)) != NULL; i++) {
		int64_t groupe = strtoll(one, NULL, 10);

		if (*one == '\0')
			continue;
		if (!groupe_seen(r, groupe)) {
			form_error(r, "groupes", "Choisissez des groupes de la liste.");
			return;
		}
		room = add_group(e, groupe) && room;
	}
	if (sent)
		room = keep_unseen(r, e, &was) && room;
	if (!room)
		form_error(r, "groupes",
			arena_printf(&r->mem,
				"%d groupes au plus\u00A0: pour davantage, choisissez tous les"
				" bénévoles.",
				EVENEMENT_GROUPES));
}

static void
read_audience(struct req *r, int64_t id, struct evenement *e)
{
	const struct field fields[] = {
		{ "visibilite", CHOICE(&e->visibilite),
			.choices = "public|benevoles|groupes|invites" },
		{ 0 },
	};

	if (id == 0)
		e->visibilite = e->groupe != 0 ? "groupes" : "benevoles";
	form_read(r, fields);
	read_groups(r, e);
	if (strcmp(e->visibilite, "groupes") == 0 && e->groupes[0] == 0 && !r->invalid) {
		if (e->groupe == 0)
			form_error(r, "groupes", "Choisissez au moins un groupe.");
		else
			e->groupes[0] = e->groupe;
	}
}

/* ---- registrations ---- */

/* Fewer seats than people who have one: those must be told first (E19). */
static void
check_seats(struct req *r, int64_t id, const struct evenement *e)
{
	int64_t taken;

	db_int(r, SQL("SELECT id FROM evenement WHERE id = ? FOR UPDATE"), I(id));
	taken = db_int(r, /* as it stands now, who was registering meanwhile included */
		SQL("SELECT COALESCE(MAX(pris), 0) FROM evenement_date WHERE evenement_id = ?"
		    " AND etat = 'prevu' AND fin > ? LOCK IN SHARE MODE"),
		I(id), S(clock_sql(&r->mem, clock_now())));

	if (e->places >= 0 && taken > e->places)
		form_error(r, "places",
			arena_printf(&r->mem,
				"%" PRId64 "\u00A0places sont déjà prises\u00A0: pour descendre à"
				" %" PRId64 ", prévenez d’abord %" PRId64 "\u00A0personne%s et"
				" retirez leur inscription.",
				taken, e->places, taken - e->places,
				taken - e->places > 1 ? "s" : ""));
	else if (e->reserve > 0 && e->places < 0)
		form_error(r, "reserve", "Donnez d’abord un nombre de places.");
	else if (e->reserve > e->places && e->reserve > 0)
		form_error(r, "reserve",
			"Vous réservez plus de places qu’il n’y en a\u00A0: baissez ce nombre.");
}

static void
read_closing(struct req *r, struct evenement *e)
{
	const char *when = NULL;
	struct wall w;
	time_t t;
	const struct field fields[] = { { "cloture", WHEN(&when) }, { 0 } };

	e->cloture = blank(r, "cloture", e->cloture);
	form_read(r, fields);
	if (when == NULL || !wall_read(when, &w))
		return;
	form_value(r, "cloture", when);
	wall_instant(w, &t);
	e->cloture = evenement_utc(r, w);
	if (*e->fin != '\0' && strcmp(e->cloture, e->fin) > 0)
		form_error(r, "cloture",
			"Les inscriptions ferment au plus tard à la fin de l’événement.");
}

static void
read_registrations(struct req *r, int64_t id, struct evenement *e)
{
	const struct field fields[] = {
		{ "mode", CHOICE(&e->mode), .choices = "directe|demande|aucune" },
		{ "places", NUMBER(&e->places), .min = 1, .max = EVENEMENT_PLACES },
		{ "reserve", NUMBER(&e->reserve), .min = 0, .max = EVENEMENT_PLACES },
		{ "invites_max", NUMBER(&e->invites_max), .min = 0, .max = INVITES },
		{ "delai_h", NUMBER(&e->delai_h), .min = 1, .max = DELAI },
		{ "retrait_h", NUMBER(&e->retrait_h), .min = 0, .max = RETRAIT },
		{ 0 },
	};

	if (agenda_sent(r, "places"))
		e->places = -1;
	if (agenda_sent(r, "reserve"))
		e->reserve = 0;
	if (form_read(r, fields))
		check_seats(r, id, e);
	read_closing(r, e);
}

/* The whole form into E, which holds what was written last (of a new one: evenement_new()); false:
 * the page says why.  AVIS: "", or the code of what is said once it is saved. */
bool
agenda_read(struct req *r, int64_t id, struct evenement *e, const char **avis)
{
	*avis = "";
	e->journee = strcmp(param(r, "journee"), "1") == 0;
	form_value(r, "journee", e->journee ? "1" : "");
	read_words(r, e);
	if (agenda_read_span(r, e->journee, &e->debut, &e->fin, avis))
		agenda_read_rule(r, e);
	read_organiser(r, id, e);
	read_audience(r, id, e);
	read_registrations(r, id, e);
	return !r->invalid;
}
