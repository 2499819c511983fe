/* gens.c - who takes part in a conversation: added and leaving with a trace in the thread */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces.h"
#include "domain/journal.h"
#include "messages/messages.h"
#include "web/form.h"
#include "web/reply.h"

enum { SHOWN = 100, FOUND = 8 };

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
		strtoll(said(r, "conversation.nombre"), NULL, 10) < PARTICIPANTS;
}

static void
say_faces(struct req *r, const char *name)
{
	for (HDF *p = hdf_get_obj(r->hdf, arena_printf(&r->mem, "%s.0", name)); p != NULL;
		p = hdf_obj_next(p)) {
		hdf_say(p, "initiales",
			text_initials(&r->mem, hdf_get_value(p, "prenom", ""),
				hdf_get_value(p, "nom", "")));
		hdf_say_int(p, "teinte", text_hue(hdf_get_int_value(p, "id", 0)));
	}
}

static int
people_page(struct req *r, int64_t id)
{
	if (is(r, "conversation.reponses", "tous") ||
		is(r, "conversation.cree_par", arena_printf(&r->mem, "%" PRId64, r->user.id)))
		db_list(r, "participants",
			SQL("SELECT c.id, c.prenom, c.nom, p.arrive_le, p.lu_id FROM conversation_participant p JOIN contact c ON c.id = p.contact_id"
			    " WHERE p.conversation_id = ? AND p.parti_le IS NULL ORDER BY c.tri LIMIT ?"),
			I(id), I(SHOWN));
	say_faces(r, "participants");
	if (adds(r)) {
		say(r, "Ajouter", "1");
		messages_find(r, "Trouvees", param(r, "q"));
		say(r, "Q", param(r, "q"));
	}
	title(r, "Personnes : %s", said(r, "conversation.nom"));
	return page(r, "messages/personnes.cs");
}

int
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
		SQL("SELECT contact_id FROM conversation_participant WHERE conversation_id = ? AND parti_le IS NULL"),
		I(id));

	while (db_next(rows, &r->mem))
		conversation_add(r, fresh, db_num(rows, 0));
	conversation_add(r, fresh, who);
	message_trace(r, fresh, "arrive", who);
	return fresh;
}

int
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
	if (strtoll(said(r, "conversation.nombre"), NULL, 10) <= 2)
		return redirect(r, "/messages/%" PRId64, with_a_third(r, id, who));
	conversation_add(r, id, who);
	message_trace(r, id, "arrive", who);
	journal(r, "conversation.ajout", id, NULL,
		arena_printf(&r->mem, "{\"contact\":%" PRId64 "}", who));
	return redirect(r, "/messages/%" PRId64 "?fait=message-ajout", id);
}

int
messages_leave(struct req *r)
{
	if (!conversation_say(r, caught_id(r, 0)))
		return not_found(r);
	conversation_leave(r, caught_id(r, 0));
	return redirect(r, "/messages?fait=message-parti");
}
