/* siege.c - demands: who follows one, where it stands */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/messages/conversation.h"
#include "domain/messages/siege.h"
#include "domain/notifications/notif.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"

enum { PAR = 20 };

/* Say the subjects that may be chosen: NAME.N.{valeur, libelle}. */
int
siege_subjects(struct req *r, const char *name)
{
	return db_list(r, name,
		SQL("SELECT s.id AS valeur, s.libelle, s.ordre, s.responsable_id, CONCAT_WS(' ',"
		    " c.prenom, c.nom) AS responsable"
		    " FROM siege_sujet s LEFT JOIN contact c ON c.id = s.responsable_id"
		    " WHERE s.retire_le IS NULL ORDER BY s.ordre, s.id"));
}

static int64_t
open_for(struct req *r, int64_t sujet_id, int64_t who, const char *titre)
{
	int64_t id = conversation_open(r, "siege", titre);

	db_exec(r,
		SQL("INSERT INTO siege_demande (conversation_id, sujet_id, assigne_id,"
		    " demandeur_id) VALUES (?, ?, NULLIF(?, 0), ?)"),
		I(id), I(sujet_id), I(who), I(r->user.id));
	if (who != 0)
		conversation_add(r, id, who);
	return id;
}

/* Open a demand of who asks on that subject, given to whom the subject goes first; its
 * conversation, to be written in.  0: no such subject. */
int64_t
siege_ask(struct req *r, int64_t sujet_id)
{
	const char *libelle;
	int64_t who;

	if (!db_read(r,
		    SQL("SELECT s.libelle, c.id FROM siege_sujet s"
			" LEFT JOIN contact c ON c.id = s.responsable_id AND c.acces = 3"
			" WHERE s.id = ? AND s.retire_le IS NULL"),
		    INTO(TO(&libelle), TO(&who)), I(sujet_id)))
		return 0;
	return open_for(r, sujet_id, who, libelle);
}

/* The whole staff is told when a demand goes to nobody first; SAYS: what who asks does. */
void
siege_tell_staff(struct req *r, int64_t id, const char *says)
{
	int64_t ev, assigne = 0;
	const char *sujet = "";

	db_read(r,
		SQL("SELECT d.assigne_id, o.titre FROM siege_demande d"
		    " JOIN objet o ON o.id = d.conversation_id"
		    " WHERE d.conversation_id = ?"),
		INTO(TO(&assigne), TO(&sujet)), I(id));
	if (assigne != 0)
		return;
	ev = notif_event(r, "siege", id, arena_printf(&r->mem, "/messages/%" PRId64, id),
		arena_printf(&r->mem, "%s %s %s\u00a0: «\u00a0%s\u00a0»", r->user.prenom,
			r->user.nom, says, sujet));
	db_exec(r,
		SQL("INSERT INTO notif_cible (evenement_id, sorte, cible_id) SELECT ?, 1, id"
		    " FROM contact WHERE acces = 3 AND type_contact = 'salarie' AND id <> ?"),
		I(ev), I(r->user.id));
}

/* The subject for all the rest, and WHO answers it first (0: nobody; NULL: never mind). */
static int64_t
last_subject(struct req *r, int64_t *who)
{
	int64_t sujet = 0, first = 0;

	db_read(r,
		SQL("SELECT s.id, c.id FROM siege_sujet s LEFT JOIN contact c"
		    " ON c.id = s.responsable_id AND c.acces = 3 WHERE s.retire_le IS NULL"
		    " ORDER BY s.ordre DESC, s.id DESC LIMIT 1"),
		INTO(TO(&sujet), TO(&first)));
	if (who != NULL)
		*who = first;
	return sujet;
}

/* A demand out of an answer to what the association wrote to many, called TITRE, on the last of the
 * subjects (which is for all the rest); its conversation, to be written in. */
int64_t
siege_answer(struct req *r, const char *titre)
{
	int64_t who = 0, sujet = last_subject(r, &who), id;

	id = open_for(r, sujet, who, titre);
	siege_tell_staff(r, id, "répond au Siège");
	return id;
}

/* A demand to change, where it can be changed, what the asker cannot change here; called TITRE.
 * Its conversation, to be written in. */
int64_t
siege_change(struct req *r, const char *titre)
{
	int64_t who = 0, sujet = last_subject(r, &who), id;

	id = open_for(r, sujet, who, titre);
	siege_tell_staff(r, id, "demande un changement");
	return id;
}

/* A demand about the site itself, of which its administrators are told; its conversation, to be
 * written in. */
int64_t
siege_problem(struct req *r)
{
	static const char titre[] = "Problème signalé sur le site";
	int64_t id, ev;

	id = open_for(r, last_subject(r, NULL), 0, titre);
	ev = notif_event(r, "siege", id, arena_printf(&r->mem, "/messages/%" PRId64, id),
		arena_printf(&r->mem, "%s %s signale un problème sur le site", r->user.prenom,
			r->user.nom));
	db_exec(r,
		SQL("INSERT INTO notif_cible (evenement_id, sorte, cible_id) SELECT ?, 1, c.id"
		    " FROM compte co JOIN contact c ON c.id = co.contact_id"
		    " WHERE co.role = 'admin' AND c.acces = 3 AND c.id <> ?"),
		I(ev), I(r->user.id));
	return id;
}

/* Say demande: where it stands, for the staff and for who asked.  False: it is no demand. */
bool
siege_say(struct req *r, int64_t id)
{
	return db_one(r, "demande",
		SQL("SELECT d.etat, d.assigne_id, CONCAT_WS(' ', a.prenom, a.nom) AS assigne,"
		    " d.demandeur_id,"
		    " CONCAT_WS(' ', q.prenom, q.nom) AS demandeur FROM siege_demande d"
		    " LEFT JOIN contact a ON a.id = d.assigne_id"
		    " LEFT JOIN contact q ON q.id = d.demandeur_id WHERE d.conversation_id = ?"),
		I(id));
}

/* After a message: the staff's answer is an answer, a word more of who asked opens it again. */
void
siege_follow(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE siege_demande SET etat = IF(demandeur_id = ?, IF(etat = 'nouveau',"
		    " 'nouveau', 'en_cours'), 'repondu')"
		    " WHERE conversation_id = ?"),
		I(r->user.id), I(id));
}

/* A colleague to whom it is given is told. */
static void
tell(struct req *r, int64_t id, int64_t who)
{
	const char *titre = db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(id));
	int64_t ev;

	ev = notif_event(r, "siege", id, arena_printf(&r->mem, "/messages/%" PRId64, id),
		arena_printf(&r->mem, "%s %s vous confie une demande\u00a0: «\u00a0%s\u00a0»",
			r->user.prenom, r->user.nom, titre));
	notif_to(r, ev, who);
}

/* The staff says where it stands and who answers (0: nobody yet). */
void
siege_set(struct req *r, int64_t id, const char *etat, int64_t assigne_id)
{
	bool given = assigne_id != 0 &&
		db_int(r, SQL("SELECT assigne_id FROM siege_demande WHERE conversation_id = ?"),
			I(id)) != assigne_id;

	if (db_exec(r,
		    SQL("UPDATE siege_demande SET etat = ?, assigne_id = NULLIF(?, 0)"
			" WHERE conversation_id = ?"),
		    S(etat), I(assigne_id), I(id)) == 0)
		return;
	if (assigne_id != 0)
		conversation_add(r, id, assigne_id);
	if (given)
		tell(r, id, assigne_id);
	journal(r, "siege.suivi", id, NULL,
		json_made(&r->mem, JS("etat", etat), JN("assigne", assigne_id)));
}

/* Say items: the demands of a state ("" all but closed ones, miennes), the oldest word first. */
int
siege_list(struct req *r, const char *vue, int64_t from)
{
	int n = db_list(r, "items",
		SQL("SELECT o.id, o.titre, d.etat, d.assigne_id, CONCAT_WS(' ', a.prenom,"
		    " a.nom) AS assigne, q.prenom, q.nom,"
		    " q.id AS demandeur_id, m.cree_le, m.texte AS Texte FROM siege_demande d"
		    " JOIN objet o ON o.id = d.conversation_id"
		    " JOIN conversation v ON v.id = o.id JOIN message m ON m.id = v.dernier_id"
		    " LEFT JOIN contact a ON a.id = d.assigne_id"
		    " LEFT JOIN contact q ON q.id = d.demandeur_id"
		    " WHERE " SEES("o") " AND (CASE WHEN ? THEN d.etat IN ('nouveau', 'en_cours')"
					" WHEN ? THEN d.assigne_id = ? AND d.etat <> 'clos'"
					" ELSE d.etat = ? END)"
					" ORDER BY d.etat = 'clos', m.id LIMIT ? OFFSET ?"),
		ME(r), I(*vue == '\0'), I(strcmp(vue, "miennes") == 0), I(r->user.id), S(vue),
		I(PAR + 1), I(from));

	visages(r, "items", "demandeur_id");
	return n;
}

/* Say compte.{nouveau, en_cours, miennes}. */
void
siege_counts(struct req *r)
{
	db_one(r, "compte",
		SQL("SELECT COALESCE(SUM(d.etat = 'nouveau'), 0) AS nouveau,"
		    " COALESCE(SUM(d.etat = 'en_cours'), 0) AS en_cours,"
		    " COALESCE(SUM(d.assigne_id = ? AND d.etat <> 'clos'), 0) AS miennes"
		    " FROM siege_demande d"
		    " JOIN objet o ON o.id = d.conversation_id WHERE d.etat <> 'clos'"
		    " AND " SEES("o")),
		I(r->user.id), ME(r));
}
