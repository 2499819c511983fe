/* groupe.c - write to a whole group or segment: the count first, then the message */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/annuaire/segment.h"
#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "domain/objets/fichier.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { MOST = 20000 };

/* Whom it is for: a group, or a segment. */
struct cible {
	int64_t groupe, segment, nombre;
	const char *titre;
	struct filtre *filtre;
};

static bool
read_group(struct req *r, struct cible *c)
{
	if (!db_read(r,
		    SQL("SELECT o.titre FROM objet o WHERE o.id = ? AND o.genre = 'groupe'"
			" AND o.archive_le IS NULL AND " SEES("o")),
		    INTO(TO(&c->titre)), I(c->groupe), ME(r)) ||
		!droit_sur(r, "messages", c->groupe))
		return false;
	c->nombre = db_int(r,
		SQL("SELECT COUNT(*) FROM " MEMBERS_BELOW
		    " m JOIN contact c ON c.id = m.contact_id AND c.acces > 0 WHERE c.id <> ?"),
		BELOW_ME(r, c->groupe), I(r->user.id));
	return true;
}

static bool
read_segment(struct req *r, struct cible *c)
{
	if (droit(r, "messages") != PARTOUT)
		return false;
	c->filtre = segment_filtre(r, c->segment);
	if (c->filtre == NULL)
		return false;
	c->titre = db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(c->segment));
	c->nombre = filtre_count(r, c->filtre, MOST);
	return true;
}

/* The group or segment of the address, if who asks may write to all of it. */
static bool
read_target(struct req *r, struct cible *c)
{
	*c = (struct cible) { strtoll(param(r, "groupe"), NULL, 10),
		strtoll(param(r, "segment"), NULL, 10) };
	if (c->groupe != 0 ? !read_group(r, c) : c->segment == 0 || !read_segment(r, c))
		return false;
	say_int(r, "cible.groupe", c->groupe);
	say_int(r, "cible.segment", c->segment);
	say_int(r, "cible.nombre", c->nombre);
	say(r, "cible.titre", c->titre);
	return true;
}

static void
say_groups(struct req *r)
{
	db_list(r, "Groupes",
		SQL("SELECT o.id AS valeur, o.titre AS libelle, o.id = ? AS choisi FROM groupe g"
		    " JOIN objet o ON o.id = g.id"
		    " WHERE o.archive_le IS NULL AND " SEES("o") " AND " DROIT_SUR(
			    "o.id") " ORDER BY o.titre, o.id LIMIT 2000"),
		I(strtoll(param(r, "groupe"), NULL, 10)), ME(r), I(r->user.id), S("messages"));
	choices_cut(r, row_at(r, "Groupes"), row_at(r, "Form.groupe"), "cherche");
	if (droit(r, "messages") == PARTOUT)
		segment_offer(r, "Segments");
}

static int
form_page(struct req *r)
{
	if (!r->invalid)
		form_value(r, "reponses", "auteur");
	title(r, "Écrire à tout un groupe");
	return page(r, "messages/groupe.cs");
}

static int
messages_new_many(struct req *r)
{
	struct cible c;

	if (droit(r, "messages") == NULLE_PART)
		return forbidden(r);
	if (choices_sought(r) || (*param(r, "groupe") == '\0' && *param(r, "segment") == '\0'))
		say_groups(r);
	else if (!read_target(r, &c))
		return not_found(r);
	return form_page(r);
}

/* Why who asks must wait before writing to so many again; NULL: she need not. */
static const char *
pace(struct req *r)
{
	int64_t most = strtoll(reglage(r, "messages.envois_jour", "5"), NULL, 10);

	return db_int(r,
		       SQL("SELECT COUNT(*) FROM objet o JOIN conversation v ON v.id = o.id"
			   " WHERE v.genre = 'envoi'"
			   " AND o.cree_par = ? AND o.cree_le > UTC_TIMESTAMP() -"
			   " INTERVAL 1 DAY LOCK IN SHARE MODE"),
		       I(r->user.id)) >= most ?
		"Vous avez déjà écrit plusieurs fois à tout un groupe aujourd’hui\u00A0: attendez"
		" demain, ou publiez dans le groupe." :
		NULL;
}

static void
let_in(struct req *r, int64_t id, struct cible *c)
{
	struct buffer all = { &r->mem };
	struct rows *rows;

	if (c->groupe != 0) {
		conversation_add_group(r, id, c->groupe);
		return;
	}
	rows = filtre_rows(r, c->filtre, MOST, 0, false);
	while (db_next(rows, &r->mem))
		json_add_id(&all, db_num(rows, 0));
	if (all.n > 0) {
		buffer_char(&all, ']');
		conversation_add_many(r, id, buffer_text(&all));
	}
	segment_used(r, c->segment);
}

/* Whom it was sent to, for all who receive it: the name of a segment says what its author thinks
 * of the people it finds. */
static const char *
told_to(struct req *r, const struct cible *c)
{
	if (c->groupe != 0)
		return c->titre;
	return c->nombre == 1 ? "une personne" :
				arena_printf(&r->mem, "%" PRId64 "\u00a0personnes", c->nombre);
}

static int64_t
send_to_all(struct req *r, struct cible *c, const char *titre, const char *reponses)
{
	int64_t id = conversation_open(r, "envoi", titre);

	db_exec(r, SQL("UPDATE conversation SET a_qui = ?, reponses = ? WHERE id = ?"),
		S(told_to(r, c)), S(reponses), I(id));
	let_in(r, id, c);
	journal(r, "message.envoi", c->groupe != 0 ? c->groupe : c->segment, NULL,
		json_made(&r->mem, JN("conversation", id), JN("nombre", c->nombre)));
	return id;
}

static int
messages_open_many(struct req *r)
{
	const char *texte = "", *titre = "", *reponses = "auteur", *why;
	bool important = false;
	const struct field fields[] = {
		{ "titre", LINE(&titre), REQUIRED, .max = 120 },
		{ "texte", TEXT(&texte), REQUIRED, .max = MESSAGE_LONG },
		{ "reponses", CHOICE(&reponses), .choices = "auteur|tous" },
		{ "important", YES(&important) },
		{ 0 },
	};
	int64_t id, sent;
	struct cible c;

	if (!read_target(r, &c))
		return not_found(r);
	form_read(r, fields);
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	if ((why = message_pace(r)) != NULL || (why = pace(r)) != NULL)
		form_error(r, "general", why);
	if (c.nombre == 0)
		form_error(r, "general", "Personne d’autre n’est dans ce groupe pour l’instant.");
	if (r->invalid)
		return form_page(r);
	id = send_to_all(r, &c, titre, reponses);
	sent = message_send(r, &(struct envoi) { id, texte, .important = important });
	message_attach_uploads(r, sent, id, "fichiers");
	return redirect(r, "/messages/%" PRId64 "?fait=message-envoi", id);
}

const struct route messages_groupe_routes[] = {
	{ GET, "groupe", PROSPECT, messages_new_many },
	{ POST, "groupe", PROSPECT, messages_open_many },
	{ 0 },
};
