/* fil.c - one conversation: its messages, and the next one */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/messages/siege.h"
#include "domain/notifications/abonnement.h"
#include "domain/objets/fichier.h"
#include "domain/objets/texte.h"
#include "messages/messages.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"

/* Staff who may be given a demand. */
static void
say_staff(struct req *r)
{
	const char *given = said(r, "demande.assigne_id");

	db_list(r, "Equipe",
		SQL("SELECT id AS valeur, CONCAT_WS(' ', prenom, nom) AS libelle FROM contact"
		    " WHERE acces = 3 AND type_contact = 'salarie'"
		    " ORDER BY tri, id"));
	for (struct row *row = row_first(r, "Equipe"); row != NULL; row = row_next(row))
		if (strcmp(row_text(row, "valeur"), given) == 0)
			row_say(row, "choisi", "1");
	choices_cut(r, row_at(r, "Equipe"), row_at(r, "Form.assigne"), "cherche");
}

/* Who may write where: who takes part; the staff in a demand; not those of a sending whose
 * answers go to its author, who answer apart. */
static bool
writes_here(struct req *r)
{
	bool author = said_id(r, "conversation.cree_par") == r->user.id;

	if (strcmp(said(r, "conversation.genre"), "siege") == 0)
		return strcmp(said(r, "conversation.participe"), "1") == 0 ||
			r->user.level >= STAFF;
	if (strcmp(said(r, "conversation.reponses"), "auteur") == 0 && !author)
		return false;
	return strcmp(said(r, "conversation.participe"), "1") == 0 &&
		said_id(r, "conversation.nombre") > 1;
}

/* The page of a conversation that conversation_say() has said. */
int
messages_thread(struct req *r, int64_t id)
{
	int64_t avant = strtoll(param(r, "avant"), NULL, 10);
	int n = message_list(r, "messages", id, avant);
	const char *first = said(r, "messages.0.id");

	if (r->format == JSON)
		return page(r, "");
	if (n == MESSAGES_PAR)
		say(r, "Avant", arena_printf(&r->mem, "/messages/%" PRId64 "?avant=%s", id, first));
	if (avant > 0)
		say(r, "Apres", "1");
	if (strcmp(said(r, "conversation.genre"), "siege") == 0 && siege_say(r, id) &&
		r->user.level >= STAFF)
		say_staff(r);
	if (writes_here(r))
		say(r, "Ecrire", "1");
	if (said_id(r, "conversation.lu_id") < said_id(r, "conversation.dernier_id") &&
		strcmp(said(r, "conversation.participe"), "1") == 0)
		say(r, "A_lire", "1");
	messages_say_box(r, id);
	title(r, "Conversation\u00A0: %s", said(r, "conversation.nom"));
	return page(r, "messages/fil.cs");
}

static int
messages_show(struct req *r)
{
	if (!conversation_say(r, caught_id(r, 0)))
		return not_found(r);
	return messages_thread(r, caught_id(r, 0));
}

/* An answer to a sending whose answers are for its author: a conversation of two, the words
 * answered above. */
static int64_t
apart(struct req *r)
{
	int64_t author = said_id(r, "conversation.cree_par");
	bool to_author = strcmp(said(r, "conversation.reponses"), "auteur") == 0 &&
		author != r->user.id && author != 0;

	return to_author ? conversation_between(r, author) : 0;
}

static bool
any_file(struct req *r)
{
	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, "fichiers") == 0)
			return true;
	return false;
}

static bool
read_message(struct req *r, const char **texte)
{
	const struct field fields[] = {
		{ "texte", TEXT(texte), .max = MESSAGE_LONG },
		{ 0 },
	};
	const char *why;

	form_read(r, fields);
	if (!r->invalid && **texte == '\0' && !any_file(r))
		form_error(r, "texte", "Écrivez votre message, ou joignez un fichier.");
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	if ((why = message_pace(r)) != NULL)
		form_error(r, "texte", why);
	return !r->invalid;
}

static int
messages_write(struct req *r)
{
	int64_t id = caught_id(r, 0), other, sent;
	const char *texte = "";

	if (!conversation_say(r, id))
		return not_found(r);
	other = apart(r);
	if (other == 0 && !writes_here(r))
		return forbidden(r);
	if (!read_message(r, &texte))
		return messages_thread(r, id);
	if (other != 0) {
		texte = arena_printf(&r->mem, "> %s\n\n%s",
			arena_printf(&r->mem, "«\u00A0%s\u00A0»", said(r, "conversation.titre")),
			texte);
		id = other;
	}
	if (strcmp(said(r, "conversation.genre"), "siege") == 0) {
		conversation_add(r, id, r->user.id);
		siege_follow(r, id);
	}
	sent = message_send(r, &(struct envoi) { id, texte });
	message_attach_uploads(r, sent, id, "fichiers");
	return redirect(r, "/messages/%" PRId64 "#m-%" PRId64, id, sent);
}

/* The three that follow change only what who asks sees of a conversation. */
static int
messages_read_all(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!conversation_say(r, id))
		return not_found(r);
	conversation_read(r, id);
	return redirect(r, "/messages/%" PRId64, id);
}

static int
messages_archive(struct req *r)
{
	int64_t id = caught_id(r, 0);
	bool back = strcmp(param(r, "remettre"), "1") == 0;

	if (!conversation_say(r, id))
		return not_found(r);
	conversation_read(r, id);
	conversation_archive(r, id, !back);
	return redirect(r, "/messages?fait=%s", back ? "message-remis" : "message-archive");
}

static int
messages_mute(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!conversation_say(r, id))
		return not_found(r);
	abonnement_set(r, id, r->user.id,
		strcmp(param(r, "entendre"), "1") == 0 ? NI_SUIVI_NI_MUET : MUET);
	return redirect(r, "/messages/%" PRId64, id);
}

const struct route messages_fil_routes[] = {
	{ GET, ":id", PROSPECT, messages_show },
	{ POST, ":id", PROSPECT, messages_write },
	{ POST, ":id/lu", PROSPECT, messages_read_all },
	{ POST, ":id/archiver", PROSPECT, messages_archive },
	{ POST, ":id/muet", PROSPECT, messages_mute },
	{ 0 },
};
