/* siege.c - "Contacter le Siège": the form, the shared box of the staff, the subjects */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/messages/siege.h"
#include "domain/notifications/notif.h"
#include "domain/objets/fichier.h"
#include "domain/objets/texte.h"
#include "domain/socle/journal.h"
#include "messages/messages.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"

enum { PAR = 20 };

static int
form_page(struct req *r)
{
	siege_subjects(r, "Sujets");
	for (struct row *s = row_first(r, "Sujets"); s != NULL; s = row_next(s))
		if (strcmp(row_text(s, "valeur"), param(r, "sujet")) == 0)
			row_say(s, "choisi", "1");
	title(r, "Contacter le Siège");
	return page(r, "messages/siege.cs");
}

static int
siege_form(struct req *r)
{
	return form_page(r);
}

static int
siege_send(struct req *r)
{
	const char *texte = "", *why;
	int64_t sujet = 0, id = 0, sent;
	const struct field fields[] = {
		{ "sujet", ID(&sujet), REQUIRED },
		{ "texte", TEXT(&texte), REQUIRED, .max = MESSAGE_LONG },
		{ 0 },
	};

	form_read(r, fields);
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	if ((why = message_pace(r)) != NULL)
		form_error(r, "texte", why);
	if (!r->invalid && (id = siege_ask(r, sujet)) == 0)
		form_error(r, "sujet", "Choisissez un sujet dans la liste.");
	if (r->invalid)
		return form_page(r);
	siege_tell_staff(r, id, "écrit au Siège");
	sent = message_send(r, &(struct envoi) { id, texte });
	message_attach_uploads(r, sent, id, "fichiers");
	return redirect(r, "/messages/%" PRId64 "?fait=message-siege", id);
}

/* What is refused here since it is held elsewhere is asked for with one press: the page that
 * refuses has written what is asked (demander() of the macros). */
static int
siege_change_send(struct req *r)
{
	const char *titre = "", *texte = "", *why;
	int64_t id;
	const struct field fields[] = {
		{ "titre", LINE(&titre), REQUIRED, .max = 120 },
		{ "texte", TEXT(&texte), REQUIRED, .max = MESSAGE_LONG },
		{ 0 },
	};

	form_read(r, fields);
	if ((why = message_pace(r)) != NULL)
		form_error(r, "texte", why);
	if (r->invalid)
		return form_page(r);
	id = siege_change(r, titre);
	message_send(r, &(struct envoi) { id, texte });
	return redirect(r, "/messages/%" PRId64 "?fait=message-siege", id);
}

static int
siege_box(struct req *r)
{
	const char *vue = param(r, "vue");
	int64_t here = pager_asked(r);

	if (strcmp(vue, "miennes") != 0 && strcmp(vue, "repondu") != 0 && strcmp(vue, "clos") != 0)
		vue = "";
	say_list(r, "items");
	say_int(r, "page", here);
	if (siege_list(r, vue, (here - 1) * PAR) > PAR) {
		unsay(r, arena_printf(&r->mem, "items.%d", PAR));
		say(r, "Suivante",
			arena_printf(&r->mem, "/messages/siege/demandes?vue=%s&page=%" PRId64, vue,
				here + 1));
	}
	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row)) {
		row_say(row, "quand",
			text_when(&r->mem, clock_parse(row_text(row, "cree_le")), clock_now()));
		row_say(row, "extrait", texte_court(r, row_text(row, "Texte"), 120));
	}
	siege_counts(r);
	say(r, "Filtre.vue", vue);
	title(r, "Demandes au Siège");
	return page(r, "messages/demandes.cs");
}

/* A demand that the staff sees; else the status to answer. */
static int
load(struct req *r, int64_t id)
{
	return conversation_say(r, id) && siege_say(r, id) ? 0 : not_found(r);
}

static int
siege_follow_up(struct req *r)
{
	const char *etat = "";
	int64_t assigne = 0, id = caught_id(r, 0);
	const struct field fields[] = {
		{ "etat", CHOICE(&etat), REQUIRED, .choices = "nouveau|en_cours|repondu|clos" },
		{ "assigne", ID(&assigne) },
		{ 0 },
	};
	int refused = load(r, id);

	if (refused != 0)
		return refused;
	if (choices_sought(r))
		return messages_thread(r, id);
	form_read(r, fields);
	if (assigne != 0 &&
		db_int(r, SQL("SELECT COUNT(*) FROM contact WHERE id = ? AND acces = 3"),
			I(assigne)) == 0)
		form_error(r, "assigne", "Choisissez une personne de l’équipe.");
	if (r->invalid)
		return messages_thread(r, id);
	siege_set(r, id, etat, assigne);
	return redirect(r, "/messages/%" PRId64 "?fait=message-suivi", id);
}

static int
siege_note(struct req *r)
{
	const char *note = "";
	int64_t id = caught_id(r, 0);
	const struct field fields[] = {
		{ "note", TEXT(&note), REQUIRED, .max = 4000 },
		{ 0 },
	};
	int refused = load(r, id);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return messages_thread(r, id);
	message_send(r, &(struct envoi) { id, note, .interne = true });
	return redirect(r, "/messages/%" PRId64, id);
}

/* The subjects, and the form of one of them (?id=) or of a new one. */
static int
subjects_page(struct req *r)
{
	const char *who;

	siege_subjects(r, "sujets");
	for (struct row *s = row_first(r, "sujets"); s != NULL; s = row_next(s))
		row_say(s, "url",
			arena_printf(
				&r->mem, "/messages/siege/sujets?id=%s", row_text(s, "valeur")));
	db_list(r, "Equipe",
		SQL("SELECT id AS valeur, CONCAT_WS(' ', prenom, nom) AS libelle FROM contact"
		    " WHERE acces = 3 AND type_contact = 'salarie'"
		    " ORDER BY tri, id"));
	if (*param(r, "id") != '\0' &&
		db_one(r, "Sujet",
			SQL("SELECT id, libelle, ordre, responsable_id FROM siege_sujet"
			    " WHERE id = ? AND retire_le IS NULL"),
			S(param(r, "id"))) &&
		!r->invalid && !choices_sought(r))
		form_value(r, "libelle", said(r, "Sujet.libelle"));
	who = r->invalid ? param(r, "responsable") : said(r, "Sujet.responsable_id");
	for (struct row *s = row_first(r, "Equipe"); s != NULL; s = row_next(s))
		if (strcmp(row_text(s, "valeur"), who) == 0)
			row_say(s, "choisi", "1");
	choices_cut(r, row_at(r, "Equipe"), row_at(r, "Form.responsable"), "cherche");
	title(r, "Sujets des demandes");
	return page(r, "messages/sujets.cs");
}

static int
siege_subjects_page(struct req *r)
{
	return subjects_page(r);
}

/* One subject: new (no id), renamed, given to somebody, or retired. */
static int
siege_subjects_save(struct req *r)
{
	const char *libelle = "";
	int64_t id = 0, who = 0, ordre = 50;
	bool retire = false;
	const struct field fields[] = {
		{ "id", ID(&id) },
		{ "libelle", LINE(&libelle), REQUIRED, .max = 120 },
		{ "responsable", ID(&who) },
		{ "ordre", ID(&ordre) },
		{ "retirer", YES(&retire) },
		{ 0 },
	};

	if (choices_sought(r)) {
		form_value(r, "libelle", param(r, "libelle"));
		return subjects_page(r);
	}
	if (!form_read(r, fields))
		return subjects_page(r);
	if (id == 0)
		id = db_insert(r, SQL("INSERT INTO siege_sujet (libelle) VALUES (?)"), S(libelle));
	db_exec(r,
		SQL("UPDATE siege_sujet SET libelle = ?, ordre = LEAST(?, 1000), responsable_id ="
		    " (SELECT c.id FROM contact c WHERE c.id = ? AND c.acces = 3),"
		    " retire_le = IF(?, UTC_TIMESTAMP(), NULL) WHERE id = ? AND retire_le IS NULL"),
		S(libelle), I(ordre), I(who), I(retire), I(id));
	journal(r, "siege.sujet", 0, NULL, json_made(&r->mem, JN("sujet", id)));
	return redirect(r, "/messages/siege/sujets?fait=reglage");
}

const struct route messages_siege_routes[] = {
	{ GET, "siege", PROSPECT, siege_form },
	{ POST, "siege", PROSPECT, siege_send },
	{ POST, "siege/changement", PROSPECT, siege_change_send },
	{ GET, "siege/demandes", STAFF, siege_box },
	{ GET, "siege/sujets", ADMIN, siege_subjects_page },
	{ POST, "siege/sujets", ADMIN, siege_subjects_save },
	{ POST, ":id/suivi", STAFF, siege_follow_up },
	{ POST, ":id/note", STAFF, siege_note },
	{ 0 },
};
