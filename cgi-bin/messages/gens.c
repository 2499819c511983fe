/* gens.c - who takes part in a conversation: added, leaving, taken out, with a trace in the
 * thread */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/notifications/notif.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "messages/messages.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"

enum { PAR = 25 };

static bool
is(struct req *r, const char *name, const char *value)
{
	return strcmp(said(r, name), value) == 0;
}

/* People are added one by one where several talk; never to a sending or to a demand. */
static bool
adds(struct req *r)
{
	return is(r, "conversation.genre", "personnes") && is(r, "conversation.participe", "1") &&
		said_id(r, "conversation.nombre") < PARTICIPANTS;
}

/* Who opened a conversation of several may take people out of it. */
static bool
removes(struct req *r)
{
	return is(r, "conversation.genre", "personnes") && is(r, "conversation.participe", "1") &&
		said_id(r, "conversation.cree_par") == r->user.id &&
		said_id(r, "conversation.nombre") > 2;
}

static int
people_page(struct req *r, int64_t id)
{
	int64_t here = pager_asked(r);

	if (is(r, "conversation.reponses", "tous") ||
		is(r, "conversation.cree_par", arena_printf(&r->mem, "%" PRId64, r->user.id)))
		db_list(r, "participants",
			SQL("SELECT c.id, c.prenom, c.nom, p.arrive_le"
			    " FROM conversation_participant p JOIN contact c ON c.id = p.contact_id"
			    " WHERE p.conversation_id = ? AND p.parti_le IS NULL"
			    " ORDER BY c.tri, c.id LIMIT ? OFFSET ?"),
			I(id), I(PAR), I((here - 1) * PAR));
	visages(r, "participants", "id");
	pager_say(r, arena_printf(&r->mem, "/messages/%" PRId64 "/personnes?page=", id), here,
		said_id(r, "conversation.nombre"), PAR);
	if (removes(r))
		say(r, "Retirer", "1");
	if (adds(r)) {
		say(r, "Ajouter", "1");
		messages_find(r, "Trouvees", param(r, "q"));
		say(r, "Q", param(r, "q"));
	}
	title(r, "Personnes\u00A0: %s", said(r, "conversation.nom"));
	return page(r, "messages/personnes.cs");
}

static int
messages_people(struct req *r)
{
	if (!conversation_say(r, caught_id(r, 0)))
		return not_found(r);
	return people_page(r, caught_id(r, 0));
}

/* Two people keep to themselves what they wrote: a third opens a conversation of three. */
static int64_t
with_a_third(struct req *r, int64_t id, int64_t who)
{
	int64_t fresh = conversation_open(r, "personnes", "");
	struct rows *rows = db_rows(r,
		SQL("SELECT contact_id FROM conversation_participant WHERE conversation_id = ?"
		    " AND parti_le IS NULL"),
		I(id));

	while (db_next(rows, &r->mem))
		conversation_add(r, fresh, db_num(rows, 0));
	conversation_add(r, fresh, who);
	message_trace(r, fresh, "arrive", who);
	return fresh;
}

/* " : « subject »" of the conversation, if it has one. */
static const char *
called(struct req *r)
{
	const char *titre = said(r, "conversation.titre");

	return *titre == '\0' ? "" : arena_printf(&r->mem, "\u00a0: «\u00a0%s\u00a0»", titre);
}

/* Who comes in is told; the others see it in the thread. */
static void
let_in(struct req *r, int64_t id, int64_t who)
{
	int64_t ev;

	conversation_add(r, id, who);
	message_trace(r, id, "arrive", who);
	ev = notif_event(r, "message", id, arena_printf(&r->mem, "/messages/%" PRId64, id),
		arena_printf(&r->mem, "%s %s vous ajoute à une conversation%s", r->user.prenom,
			r->user.nom, called(r)));
	notif_to(r, ev, who);
	journal(r, "conversation.ajout", id, NULL, json_made(&r->mem, JN("contact", who)));
}

static int
messages_add(struct req *r)
{
	int64_t id = caught_id(r, 0), who = strtoll(param(r, "contact"), NULL, 10);

	if (!conversation_say(r, id))
		return not_found(r);
	if (!adds(r))
		return forbidden(r);
	if (!conversation_writes_to(r, who)) {
		form_error(r, "general", "Choisissez une personne à qui vous pouvez écrire.");
		return people_page(r, id);
	}
	if (conversation_joins(r, id, who))
		return redirect(r, "/messages/%" PRId64 "/personnes", id);
	if (said_id(r, "conversation.nombre") <= 2)
		return redirect(r, "/messages/%" PRId64, with_a_third(r, id, who));
	let_in(r, id, who);
	return redirect(r, "/messages/%" PRId64 "?fait=message-ajout", id);
}

static int
messages_leave(struct req *r)
{
	if (!conversation_say(r, caught_id(r, 0)))
		return not_found(r);
	conversation_leave(r, caught_id(r, 0), r->user.id);
	return redirect(r, "/messages?fait=message-parti");
}

/* Who opened the conversation takes somebody out of it; she is told. */
static int
messages_remove(struct req *r)
{
	int64_t id = caught_id(r, 0), who = strtoll(param(r, "contact"), NULL, 10), ev;

	if (!conversation_say(r, id))
		return not_found(r);
	if (!removes(r) || who == r->user.id)
		return forbidden(r);
	if (conversation_leave(r, id, who)) {
		ev = notif_event(r, "message", 0, "/messages",
			arena_printf(&r->mem, "%s %s vous a retiré-e d’une conversation%s",
				r->user.prenom, r->user.nom, called(r)));
		notif_to(r, ev, who);
	}
	return redirect(r, "/messages/%" PRId64 "/personnes?fait=message-retire", id);
}

const struct route messages_gens_routes[] = {
	{ GET, ":id/personnes", PROSPECT, messages_people },
	{ POST, ":id/personnes", PROSPECT, messages_add },
	{ POST, ":id/quitter", PROSPECT, messages_leave },
	{ POST, ":id/retirer", PROSPECT, messages_remove },
	{ 0 },
};
