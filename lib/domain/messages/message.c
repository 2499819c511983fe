/* message.c - send, show and forget messages */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/markdown_plain.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "domain/notifications/notif.h"
#include "domain/objets/carte.h"
#include "domain/objets/fichier.h"
#include "domain/objets/texte.h"
#include "domain/socle/alone.h"
#include "domain/socle/fusion.h"
#include "domain/socle/journal.h"
#include "net/live.h"

enum { HOUR_MESSAGES = 120 };

/* Why who asks must wait before another message, in a sentence; NULL: she need not. */
const char *
message_pace(struct req *r)
{
	reader_alone(r);
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM message WHERE auteur_id = ?"
			   " AND cree_le > UTC_TIMESTAMP() - INTERVAL 1 HOUR"
			   " LOCK IN SHARE MODE"),
		       I(r->user.id)) >= HOUR_MESSAGES ?
		"Vous avez écrit beaucoup de messages en peu de temps\u00A0: continuez dans une"
		" heure." :
		NULL;
}

/* Who is told: everybody who takes part, one by one or at once. */
static void
tell(struct req *r, const struct envoi *e, const char *source, const char *titre)
{
	const char *url = arena_printf(&r->mem, "/messages/%" PRId64, e->conversation_id);
	int64_t ev = notif_event(r, "message", e->conversation_id, url,
		*titre != '\0' ?
			arena_printf(&r->mem, "%s %s vous écrit\u00a0: «\u00a0%s\u00a0»",
				r->user.prenom, r->user.nom, titre) :
			arena_printf(&r->mem, "%s %s vous écrit", r->user.prenom, r->user.nom));

	notif_excerpt(r, ev, texte_brut(r, source));
	db_exec(r,
		SQL("INSERT INTO notif_cible (evenement_id, sorte, cible_id)"
		    " SELECT ?, 1, p.contact_id"
		    " FROM conversation_participant p WHERE p.conversation_id = ?"
		    " AND p.parti_le IS NULL AND p.contact_id <> ?"),
		I(ev), I(e->conversation_id), I(r->user.id));
	live_tell_objet(r, e->conversation_id);
}

/* Send a message of who asks, who may write there; the others are told.  Its id. */
int64_t
message_send(struct req *r, const struct envoi *e)
{
	const char *titre =
		db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(e->conversation_id));
	const char *source = e->voie != NULL && strcmp(e->voie, "courriel") == 0 ?
		markdown_plain(&r->mem, e->texte) :
		e->texte;
	int64_t id = db_insert(r,
		SQL("INSERT INTO message (conversation_id, genre, auteur_id, texte, html, mots,"
		    " important, voie, cree_le) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
		I(e->conversation_id), S(e->interne ? "interne" : "texte"), I(r->user.id),
		S(e->texte), S(texte_html_niveau(r, source, 2)),
		S(text_tokens(&r->mem, texte_brut(r, source))), I(e->important),
		S(e->voie != NULL ? e->voie : "site"), S(clock_sql(&r->mem, clock_now())));

	journal(r, "message.envoye", e->conversation_id, NULL,
		json_made(&r->mem, JN("message", id)));
	if (e->interne)
		return id;
	db_exec(r, SQL("UPDATE conversation SET dernier_id = ? WHERE id = ?"), I(id),
		I(e->conversation_id));
	db_exec(r,
		SQL("UPDATE conversation_participant SET archive_le = NULL"
		    " WHERE conversation_id = ? AND archive_le IS NOT NULL"),
		I(e->conversation_id));
	db_exec(r,
		SQL("UPDATE conversation_participant SET lu_id = ? WHERE conversation_id = ?"
		    " AND contact_id = ?"),
		I(id), I(e->conversation_id), I(r->user.id));
	tell(r, e, source, titre != NULL ? arena_strdup(&r->mem, titre) : "");
	return id;
}

/* A line of the thread that nobody wrote: who came ("arrive", whom who asks let in), who left
 * ("part"), whom who asks took out ("retire").  It moves nothing and tells nobody. */
void
message_trace(struct req *r, int64_t conversation_id, const char *code, int64_t concerne_id)
{
	db_insert(r,
		SQL("INSERT INTO message (conversation_id, genre, auteur_id, concerne_id, texte,"
		    " html, cree_le) VALUES (?, 'trace', ?, NULLIF(?, 0), ?, '', ?)"),
		I(conversation_id), I(r->user.id), I(concerne_id), S(code),
		S(clock_sql(&r->mem, clock_now())));
	live_tell_objet(r, conversation_id);
}

void
message_attach(struct req *r, int64_t message_id, int64_t fichier_id)
{
	db_exec(r, SQL("INSERT INTO message_fichier (message_id, fichier_id) VALUES (?, ?)"),
		I(message_id), I(fichier_id));
}

/* Keep the files of a field of the form, none of which is refused, with the message. */
void
message_attach_uploads(
	struct req *r, int64_t message_id, int64_t conversation_id, const char *field)
{
	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, field) == 0)
			message_attach(r, message_id, fichier_store(r, u, conversation_id));
}

static void
say_files(struct req *r, struct row *row, const char *at)
{
	const char *name = arena_printf(&r->mem, "%s.fichiers", at);

	if (row_int(row, "nb_fichiers") == 0)
		return;
	db_list(r, name,
		SQL("SELECT " FICHIER_ROW
		    " FROM message_fichier mf JOIN fichier f ON f.id = mf.fichier_id"
		    " JOIN fichier_contenu c ON c.empreinte = f.empreinte"
		    " WHERE mf.message_id = ? ORDER BY f.id"),
		S(row_text(row, "id")));
	for (struct row *f = row_first(r, name); f != NULL; f = row_next(f))
		fichier_dress(r, f);
}

/* The day of a message, said once above the first of that day. */
static const char *
say_day(struct req *r, struct row *row, const char *last)
{
	time_t when = clock_parse(row_text(row, "cree_le"));
	struct tm tm;
	const char *day;

	localtime_r(&when, &tm);
	day = text_iso_at(&r->mem, when);
	row_say(row, "heure", arena_printf(&r->mem, "%d\u00a0h\u00a0%02d", tm.tm_hour, tm.tm_min));
	if (strcmp(day, last) != 0)
		row_say(row, "jour", text_day_title(&r->mem, when, clock_now()));
	return day;
}

/* Say the messages of a conversation that who asks may read, MESSAGES_PAR before AVANT (0: the
 * latest), in the order they were written; how many. */
int
message_list(struct req *r, const char *name, int64_t conversation_id, int64_t avant)
{
	const char *last = "";
	int n = db_list(r, name,
		SQL("SELECT m.id, m.genre, m.auteur_id, m.texte, m.html AS Html, m.cree_le,"
		    " m.important, m.voie, m.efface_le,"
		    " c.prenom, c.nom, CONCAT_WS(' ', q.prenom, q.nom) AS concerne,"
		    " m.auteur_id <=> ? AS mien, (SELECT COUNT(*) FROM message_fichier f"
		    " WHERE f.message_id = m.id) AS nb_fichiers,"
		    " IF(m.auteur_id <=> ?, (SELECT COUNT(*) FROM conversation_participant p"
		    " WHERE p.conversation_id = m.conversation_id"
		    " AND p.contact_id <> m.auteur_id AND p.parti_le IS NULL"
		    " AND p.lu_id >= m.id), NULL) AS lu_par"
		    " FROM (SELECT id FROM message WHERE conversation_id = ? AND (? = 0 OR id < ?)"
		    " AND (? OR genre <> 'interne')"
		    " ORDER BY id DESC LIMIT 30) k JOIN message m ON m.id = k.id"
		    " LEFT JOIN contact c ON c.id = m.auteur_id"
		    " LEFT JOIN contact q ON q.id = m.concerne_id ORDER BY m.id"),
		I(r->user.id), I(r->user.id), I(conversation_id), I(avant), I(avant),
		I(r->user.level >= STAFF));
	int i = 0;

	for (struct row *row = row_first(r, name); row != NULL; row = row_next(row), i++) {
		last = say_day(r, row, last);
		say_files(r, row, arena_printf(&r->mem, "%s.%d", name, i));
		carte_say(
			r, arena_printf(&r->mem, "%s.%d.cartes", name, i), row_text(row, "texte"));
	}
	return n;
}

/* What FROM wrote and took part in is INTO's: the CRM says that they are one person. */
void
message_merge(struct req *r, int64_t from, int64_t into)
{
	db_exec(r, SQL("UPDATE message SET auteur_id = ? WHERE auteur_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE message SET concerne_id = ? WHERE concerne_id = ?"), I(into),
		I(from));
	db_exec(r,
		SQL("UPDATE objet SET cree_par = ? WHERE cree_par = ? AND genre = 'conversation'"),
		I(into), I(from));
	db_exec(r,
		SQL("UPDATE conversation_participant i JOIN conversation_participant f ON"
		    " f.conversation_id = i.conversation_id"
		    " AND f.contact_id = ? SET i.arrive_le = LEAST(i.arrive_le, f.arrive_le),"
		    " i.lu_id = GREATEST(i.lu_id, f.lu_id),"
		    " i.parti_le = IF(f.parti_le IS NULL, NULL, i.parti_le),"
		    " i.archive_le = IF(f.archive_le IS NULL, NULL, i.archive_le)"
		    " WHERE i.contact_id = ?"),
		I(from), I(into));
	MERGE_ROWS(r, "conversation_participant", from, into);
	db_exec(r, SQL("UPDATE siege_demande SET demandeur_id = ? WHERE demandeur_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE siege_demande SET assigne_id = ? WHERE assigne_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE siege_sujet SET responsable_id = ? WHERE responsable_id = ?"),
		I(into), I(from));
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT p.contact_id, v.public_id"
		    " FROM conversation_participant p JOIN conversation v ON v.id ="
		    " p.conversation_id WHERE p.contact_id = ? AND p.parti_le IS NULL"),
		I(into));
}

/* What she asked of the Siège speaks of her, whoever wrote there: answers, notes of the staff and
 * their files go as well. */
static void
forget_asked(struct req *r, int64_t contact_id)
{
	db_exec(r,
		SQL("DELETE f FROM siege_demande d JOIN message m ON m.conversation_id ="
		    " d.conversation_id JOIN message_fichier mf ON mf.message_id = m.id"
		    " JOIN fichier f ON f.id = mf.fichier_id"
		    " WHERE d.demandeur_id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE siege_demande d JOIN message m ON m.conversation_id = d.conversation_id"
		    " AND m.genre <> 'trace'"
		    " SET m.texte = '', m.html = '', m.mots = '', m.efface_le = UTC_TIMESTAMP()"
		    " WHERE d.demandeur_id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("DELETE e FROM siege_demande d JOIN notif_evenement e ON e.objet_id ="
		    " d.conversation_id WHERE d.demandeur_id = ?"),
		I(contact_id));
}

/* A person is erased: the words and files she sent go, their place in the thread stays. */
void
message_forget(struct req *r, int64_t contact_id)
{
	db_exec(r,
		SQL("DELETE f FROM message m JOIN message_fichier mf ON mf.message_id = m.id"
		    " JOIN fichier f ON f.id = mf.fichier_id WHERE m.auteur_id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE message SET texte = '', html = '', mots = '',"
		    " efface_le = UTC_TIMESTAMP()"
		    " WHERE auteur_id = ? AND genre <> 'trace'"),
		I(contact_id));
	forget_asked(r, contact_id);
	db_exec(r,
		SQL("UPDATE objet SET titre = 'Texte supprimé' WHERE cree_par = ?"
		    " AND genre = 'conversation' AND titre <> ''"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE conversation_participant SET parti_le = COALESCE(parti_le,"
		    " UTC_TIMESTAMP()), lu_id = 0"
		    " WHERE contact_id = ?"),
		I(contact_id));
	db_exec(r, SQL("UPDATE siege_demande SET assigne_id = NULL WHERE assigne_id = ?"),
		I(contact_id));
	db_exec(r, SQL("UPDATE siege_sujet SET responsable_id = NULL WHERE responsable_id = ?"),
		I(contact_id));
}
