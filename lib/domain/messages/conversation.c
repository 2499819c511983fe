/* conversation.c - who takes part in a conversation, and each one's box of messages */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "domain/notifications/notif.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "net/live.h"

/* May who asks write to that person?  Those she sees, unless they said that they want no message
 * from other volunteers; the staff and the coordination of their groups always may. */
bool
conversation_writes_to(struct req *r, int64_t contact_id)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM contact c JOIN objet oc ON oc.id = c.id"
			   " WHERE c.id = ? AND " ECRIT_A),
		       I(contact_id), ECRIRE_ME(r)) > 0;
}

/* A new conversation whose only participant is who asks.  Its id. */
int64_t
conversation_open(struct req *r, const char *genre, const char *titre)
{
	int64_t id = db_insert(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cree_par, liste_id)"
		    " VALUES ('conversation', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?, 1)"),
		S(titre), I(r->user.id));
	int64_t who = public_id(
		r, "conversation", arena_printf(&r->mem, "%" PRId64, id), "Participant-e-s");
	bool siege = strcmp(genre, "siege") == 0;

	db_exec(r, SQL("UPDATE objet SET liste_id = ? WHERE id = ?"),
		I(liste_id(r,
			arena_printf(&r->mem,
				siege ? "prive:2:%" PRId64 ",2:3" : "prive:2:%" PRId64, who))),
		I(id));
	db_exec(r, SQL("INSERT INTO conversation (id, genre, public_id) VALUES (?, ?, ?)"), I(id),
		S(genre), I(who));
	conversation_add(r, id, r->user.id);
	journal(r, "conversation.ouverte", id, NULL, NULL);
	return id;
}

/* The conversation of who asks and OTHER alone, opened if there is none. */
int64_t
conversation_between(struct req *r, int64_t other)
{
	int64_t id = db_int(r,
		SQL("SELECT a.conversation_id FROM conversation_participant a"
		    " JOIN conversation v ON v.id = a.conversation_id"
		    " JOIN conversation_participant b ON b.conversation_id = a.conversation_id"
		    " AND b.contact_id = ? AND b.parti_le IS NULL"
		    " JOIN objet o ON o.id = v.id WHERE a.contact_id = ? AND a.parti_le IS NULL"
		    " AND v.genre = 'personnes' AND o.titre = ''"
		    " AND NOT EXISTS (SELECT 1 FROM conversation_participant x"
		    " WHERE x.conversation_id = v.id"
		    " AND x.contact_id NOT IN (a.contact_id, b.contact_id))"
		    " ORDER BY v.dernier_id DESC LIMIT 1"),
		I(other), I(r->user.id));

	if (id == 0) {
		id = conversation_open(r, "personnes", "");
		conversation_add(r, id, other);
	}
	return id;
}

/* What follows from the participants: who sees the conversation. */
static void
let_in(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT p.contact_id, v.public_id FROM conversation v"
		    " JOIN conversation_participant p"
		    " ON p.conversation_id = v.id AND p.parti_le IS NULL"
		    " JOIN contact c ON c.id = p.contact_id AND c.acces > 0"
		    " WHERE v.id = ?"),
		I(id));
}

/* That person takes part from now on; she finds what was said before. */
void
conversation_add(struct req *r, int64_t id, int64_t contact_id)
{
	db_exec(r,
		SQL("INSERT INTO conversation_participant (conversation_id, contact_id, arrive_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE"
		    " arrive_le = IF(parti_le IS NULL, arrive_le,"
		    " VALUES(arrive_le)), parti_le = NULL"),
		I(id), I(contact_id));
	let_in(r, id);
}

/* Everybody of the group, and of those below it that the reader sees, who may enter; how many. */
int64_t
conversation_add_group(struct req *r, int64_t id, int64_t groupe_id)
{
	int64_t n = db_exec(r,
		SQL("INSERT IGNORE INTO conversation_participant (conversation_id, contact_id,"
		    " arrive_le) SELECT ?, m.contact_id, UTC_TIMESTAMP() FROM " MEMBERS_BELOW
		    " m JOIN contact c ON c.id = m.contact_id AND c.acces > 0"),
		I(id), BELOW_ME(r, groupe_id));

	let_in(r, id);
	return n;
}

/* The people of a list of ids as JSON ("[1,2]"), if they may enter; how many. */
int64_t
conversation_add_many(struct req *r, int64_t id, const char *json)
{
	int64_t n = db_exec(r,
		SQL("INSERT IGNORE INTO conversation_participant (conversation_id, contact_id,"
		    " arrive_le) SELECT ?, c.id, UTC_TIMESTAMP() FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (i BIGINT PATH '$')) j"
		    " JOIN contact c ON c.id = j.i AND c.acces > 0"),
		I(id), S(json));

	let_in(r, id);
	return n;
}

/* Does that person take part? */
bool
conversation_joins(struct req *r, int64_t id, int64_t contact_id)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM conversation_participant WHERE conversation_id = ?"
			   " AND contact_id = ? AND parti_le IS NULL"),
		       I(id), I(contact_id)) > 0;
}

/* That person leaves, or is taken out by who asks: the others keep everything and see it in the
 * thread.  False: she was not in. */
bool
conversation_leave(struct req *r, int64_t id, int64_t contact_id)
{
	bool herself = contact_id == r->user.id;

	if (db_exec(r,
		    SQL("UPDATE conversation_participant SET parti_le = UTC_TIMESTAMP()"
			" WHERE conversation_id = ? AND contact_id = ? AND parti_le IS NULL"),
		    I(id), I(contact_id)) == 0)
		return false;
	message_trace(r, id, herself ? "part" : "retire", herself ? 0 : contact_id);
	db_exec(r,
		SQL("DELETE cp FROM contact_public cp JOIN conversation v ON v.public_id ="
		    " cp.public_id WHERE v.id = ? AND cp.contact_id = ?"),
		I(id), I(contact_id));
	live_end_person(r, contact_id);
	journal(r, herself ? "conversation.quittee" : "conversation.retrait", id, NULL,
		herself ? NULL : json_made(&r->mem, JN("contact", contact_id)));
	return true;
}

/* Who asks has read all there is. */
void
conversation_read(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE conversation_participant p JOIN conversation v ON v.id ="
		    " p.conversation_id"
		    " SET p.lu_id = v.dernier_id WHERE v.id = ? AND p.contact_id = ?"),
		I(id), I(r->user.id));
	notif_seen(r, id);
}

/* Put aside, or back: for who asks alone, until the next message. */
void
conversation_archive(struct req *r, int64_t id, bool archived)
{
	db_exec(r,
		SQL("UPDATE conversation_participant SET archive_le = IF(?, UTC_TIMESTAMP(), NULL)"
		    " WHERE conversation_id = ? AND contact_id = ?"),
		I(archived), I(id), I(r->user.id));
}

/* How many conversations wait for who asks, 100 at most. */
int64_t
conversation_unread(struct req *r)
{
	if (r->user.shell != NULL)
		return r->user.shell->messages;
	return db_int(
		r, SQL("SELECT COUNT(*) FROM (" CONVERSATION_UNREAD(MOI) ") x"), I(r->user.id));
}

/* The box of who asks: p its row, v the conversation, o the objet; those that SEARCH finds. */
#define BOX(search) \
	" FROM conversation_participant p JOIN conversation v ON v.id = p.conversation_id" \
	" AND v.dernier_id > 0" \
	" JOIN objet o ON o.id = v.id WHERE p.contact_id = ? AND p.parti_le IS NULL" \
	" AND " SEES("o") " AND (? OR (p.archive_le IS NOT NULL) = ?) AND (NOT ?" \
			  " OR v.dernier_id > p.lu_id)" search
#define SEARCH \
	" AND (EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = v.id" \
	" AND m.genre = 'texte' AND MATCH (m.mots) AGAINST (? IN BOOLEAN MODE))" \
	" OR EXISTS (SELECT 1 FROM conversation_participant x" \
	" JOIN recherche t ON t.objet_id = x.contact_id" \
	" WHERE x.conversation_id = v.id AND v.genre = 'personnes'" \
	" AND MATCH (t.titre) AGAINST (? IN BOOLEAN MODE)))"
#define BOX_OF(r, vue, q) \
	I((r)->user.id), ME(r), I(*(vue) == '\0' && *(q) != '\0'), \
		I(strcmp(vue, "archives") == 0), I(strcmp(vue, "non-lus") == 0)

/* How many conversations are in a view of the box ("", non-lus, archives); Q: a query of
 * text_query(), or "".  A search in no view looks among those put aside, too. */
int64_t
conversation_count(struct req *r, const char *vue, const char *q)
{
	return *q == '\0' ?
		db_int(r, SQL("SELECT COUNT(*)" BOX("")), BOX_OF(r, vue, q)) :
		db_int(r, SQL("SELECT COUNT(*)" BOX(SEARCH)), BOX_OF(r, vue, q), S(q), S(q));
}

/* As SQL: Autres, those of conversation v but WHO, as JSON: number, first name, name, whether she
 * left; four at most, those who are there first.  None of a sending: it does not tell. */
#define OTHERS(who) \
	"(SELECT CONCAT('[', GROUP_CONCAT(JSON_ARRAY(oc.id, oc.prenom, oc.nom," \
	" op.parti_le IS NOT NULL) ORDER BY op.parti_le IS NOT NULL, op.arrive_le, oc.tri" \
	" LIMIT 4), ']') FROM conversation_participant op" \
	" JOIN contact oc ON oc.id = op.contact_id WHERE op.conversation_id = v.id" \
	" AND v.genre <> 'envoi' AND op.contact_id <> " who ") AS Autres"

/* The names of the others, three at most, and two letters for them; of those who left when nobody
 * else is there. */
static void
say_others(struct req *r, struct row *row)
{
	const char *text = row_text(row, "Autres"), *names = "", *prenom = "", *nom = "";
	json_object *all = json_whole(&r->mem, text, strlen(text));
	int64_t n = 0, some = all != NULL ? (int64_t) json_object_array_length(all) : 0, first = 0;
	bool here = false;

	for (; n < some; n++) {
		json_object *one = json_object_array_get_idx(all, (size_t) n);
		bool left = json_object_get_boolean(json_object_array_get_idx(one, 3));

		if (n > 0 && here && left)
			break;
		if (n == 0) {
			here = !left;
			first = json_object_get_int64(json_object_array_get_idx(one, 0));
			prenom = json_object_get_string(json_object_array_get_idx(one, 1));
			nom = json_object_get_string(json_object_array_get_idx(one, 2));
			names = arena_printf(&r->mem, "%s %s", prenom, nom);
		} else if (n < 3)
			names = arena_printf(&r->mem, "%s, %s", names,
				json_object_get_string(json_object_array_get_idx(one, 1)));
	}
	if (n > 3)
		names = arena_printf(&r->mem, "%s…", names);
	if (*text_trim(&r->mem, names) == '\0')
		names = n == 0 ? "Vous" : "Personne effacée";
	row_unsay(row, "Autres");
	row_say(row, "noms", names);
	row_say_int(row, "autres", n);
	row_say(row, "initiales", text_initials(&r->mem, prenom, nom));
	row_say_int(row, "teinte", text_hue(first != 0 ? first : r->user.id));
}

/* A sending has a subject, and does not tell who else received it. */
static void
say_sending(struct req *r, struct row *row)
{
	const char *titre = row_text(row, "titre");

	row_say(row, "groupe", "1");
	row_say(row, "initiales", text_initials(&r->mem, titre, ""));
	row_say_int(row, "teinte", text_hue(row_id(row, "id")));
	row_say(row, "nom", titre);
}

/* What a conversation is called for who asks: its subject, or the others. */
static void
say_name(struct req *r, struct row *row)
{
	const char *titre = row_text(row, "titre"), *genre = row_text(row, "genre");

	if (strcmp(genre, "envoi") == 0) {
		say_sending(r, row);
		return;
	}
	say_others(r, row);
	if (strcmp(genre, "siege") == 0 || row_int(row, "autres") > 1)
		row_say(row, "groupe", "1");
	if (strcmp(genre, "siege") == 0) {
		row_say(row, "initiales", "Si");
		row_say(row, "teinte", "6");
	}
	row_say(row, "nom", *titre != '\0' ? titre : row_text(row, "noms"));
}

#define ITEM \
	"SELECT v.id, v.genre, v.dernier_id, o.titre, d.cree_le, d.texte AS Texte," \
	" d.auteur_id = p.contact_id AS mien, a.prenom AS auteur," \
	" p.archive_le IS NOT NULL AS archive," \
	" (SELECT COUNT(*) FROM message m WHERE m.conversation_id = v.id" \
	" AND m.id > p.lu_id AND m.genre = 'texte'" \
	" AND NOT (m.auteur_id <=> p.contact_id)) AS non_lus," \
	" (SELECT 1 FROM abonnement s WHERE s.objet_id = v.id" \
	" AND s.contact_id = p.contact_id AND s.etat = 2) AS muet, " OTHERS("p.contact_id")
#define OF_BOX \
	" JOIN conversation v ON v.id = k.id" \
	" JOIN conversation_participant p ON p.conversation_id = v.id" \
	" AND p.contact_id = k.contact_id" \
	" JOIN objet o ON o.id = v.id JOIN message d ON d.id = v.dernier_id" \
	" LEFT JOIN contact a ON a.id = d.auteur_id ORDER BY v.dernier_id DESC"
#define ITEMS(search) \
	ITEM " FROM (SELECT v.id, p.contact_id" BOX( \
		search) " ORDER BY v.dernier_id DESC LIMIT ? OFFSET ?) k" OF_BOX

/* Say items: the conversations of a view of the box, the latest first; how many. */
int
conversation_list(struct req *r, const char *vue, const char *q, int64_t from, int64_t limit)
{
	int n = *q == '\0' ?
		db_list(r, "items", SQL(ITEMS("")), BOX_OF(r, vue, q), I(limit), I(from)) :
		db_list(r, "items", SQL(ITEMS(SEARCH)), BOX_OF(r, vue, q), S(q), S(q), I(limit),
			I(from));

	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row))
		say_name(r, row);
	return n;
}

#define ONE \
	" FROM conversation v JOIN objet o ON o.id = v.id" \
	" LEFT JOIN contact w ON w.id = o.cree_par AND w.acces > 0" \
	" LEFT JOIN conversation_participant p ON p.conversation_id = v.id" \
	" AND p.contact_id = ? WHERE v.id = ?"

/* Say conversation: of that id, if who asks may read it; cree_par only while that person is here
 * to be answered. */
bool
conversation_say(struct req *r, int64_t id)
{
	struct row *row;

	if (!db_one(r, "conversation",
		    SQL("SELECT v.id, v.genre, o.titre, v.a_qui, v.reponses, v.dernier_id,"
			" w.id AS cree_par, p.lu_id, p.archive_le IS NOT NULL AS archive,"
			" p.contact_id IS NOT NULL AND p.parti_le IS NULL AS participe,"
			" (SELECT COUNT(*) FROM conversation_participant n"
			" WHERE n.conversation_id = v.id AND n.parti_le IS NULL) AS nombre,"
			" (SELECT 1 FROM abonnement s WHERE s.objet_id = v.id AND s.contact_id = ?"
			" AND s.etat = 2) AS muet, " OTHERS("?") ONE " AND " SEES("o")),
		    I(r->user.id), I(r->user.id), I(r->user.id), I(id), ME(r)))
		return false;
	row = row_find(r, "conversation");
	say_name(r, row);
	return true;
}

const struct genre conversation_genre = {
	"conversation",
	"Conversation",
	"Conversations",
	"mail",
	"/messages",
	NULL,
	INTIME,
	.fusionne = message_merge,
};
