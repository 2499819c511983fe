/* fil_cycle.c - what a person wrote, when she is merged, erased, or asks for her data
 *
 * Counts stay true: a vote of an erased person stays in the counts of its poll, a task done stays
 * done; her name is nowhere, and what she wrote is emptied.
 */

#include "domain/acces/acces.h"
#include "domain/fil/fil_cycle.h"
#include "domain/fil/sondage.h"
#include "domain/notifications/notif.h"
#include "domain/objets/ecrit.h"
#include "domain/socle/fusion.h"
#include "domain/socle/genre.h"

/* Both answered: the answer of FROM is taken back, out of the counts too; of a secret poll they
 * stay, as nothing tells which it was. */
static void
merge_votes(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("UPDATE sondage_option o JOIN vote v ON v.option_id = o.id AND v.contact_id = ?"
		    " JOIN sondage_votant b ON b.sondage_id = o.sondage_id AND b.contact_id = ?"
		    " SET o.oui = o.oui - (v.valeur = 1),"
		    " o.peut_etre = o.peut_etre - (v.valeur = 2)"),
		I(from), I(into));
	db_exec(r,
		SQL("UPDATE sondage s JOIN sondage_votant a ON a.sondage_id = s.id"
		    " AND a.contact_id = ?"
		    " JOIN sondage_votant b ON b.sondage_id = s.id AND b.contact_id = ?"
		    " SET s.votants = s.votants - 1 WHERE NOT s.secret"),
		I(from), I(into));
	db_exec(r,
		SQL("DELETE v FROM vote v JOIN sondage_option o ON o.id = v.option_id"
		    " JOIN sondage_votant b ON b.sondage_id = o.sondage_id AND b.contact_id = ?"
		    " WHERE v.contact_id = ?"),
		I(into), I(from));
	MERGE_ROWS(r, "sondage_votant", from, into);
	MERGE_ROWS(r, "vote", from, into);
}

/* Both gave that sign: it counts once. */
static void
merge_reactions(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("UPDATE reaction_total t JOIN reaction a ON a.objet_id = t.objet_id"
		    " AND a.genre = t.genre AND a.contact_id = ?"
		    " JOIN reaction b ON b.objet_id = t.objet_id AND b.genre = t.genre"
		    " AND b.contact_id = ? SET t.n = t.n - 1"),
		I(from), I(into));
	MERGE_ROWS(r, "reaction", from, into);
}

/* What FROM wrote and took part in is INTO's: each thing once. */
void
fil_merge(struct req *r, int64_t from, int64_t into)
{
	merge_reactions(r, from, into);
	merge_votes(r, from, into);
	MERGE_ROWS(r, "lecture", from, into);
	MERGE_ROWS(r, "tache_responsable", from, into);
	db_exec(r, SQL("UPDATE tache SET fait_par = ? WHERE fait_par = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE signalement SET contact_id = ? WHERE contact_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE priorite SET cree_par = ? WHERE cree_par = ?"), I(into), I(from));
}

/* The texts go with their versions, files and index; their places stay, as those of an erased
 * person. */
static void
empty_texts(struct req *r, int64_t contact_id)
{
	struct rows *texts = db_rows(r,
		SQL("SELECT id FROM objet WHERE cree_par = ?"
		    " AND genre IN ('publication', 'commentaire')"),
		I(contact_id));

	while (db_next(texts, &r->mem)) {
		ecrit_forget(r, db_num(texts, 0));
		sondage_delete(r, db_num(texts, 0));
	}
	db_exec(r,
		SQL("UPDATE publication p JOIN objet o ON o.id = p.id"
		    " SET p.titre = '', p.texte = '', p.joints = 0, p.epingle_le = NULL,"
		    " p.important = FALSE,"
		    " p.supprime_le = COALESCE(p.supprime_le, UTC_TIMESTAMP()),"
		    " p.supprime_par = COALESCE(p.supprime_par, o.cree_par)"
		    " WHERE o.cree_par = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE commentaire k JOIN objet o ON o.id = k.id SET k.texte = '',"
		    " k.supprime_le = COALESCE(k.supprime_le, UTC_TIMESTAMP()),"
		    " k.supprime_par = COALESCE(k.supprime_par, o.cree_par)"
		    " WHERE o.cree_par = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE discussion d SET n = (SELECT COUNT(*) FROM commentaire k"
		    " WHERE k.sur_id = d.objet_id AND k.supprime_le IS NULL),"
		    " dernier_id = (SELECT MAX(k.id) FROM commentaire k WHERE k.sur_id = d.objet_id"
		    " AND k.supprime_le IS NULL), avant_id = NULL"
		    " WHERE d.objet_id IN (SELECT k.sur_id FROM commentaire k"
		    " JOIN objet o ON o.id = k.id WHERE o.cree_par = ?)"),
		I(contact_id));
}

/* Mails to others that have not left and quote what she did, or asked: they are written again, or
 * not at all. */
static void
unsend(struct req *r, int64_t contact_id)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT m.id FROM notif_evenement e"
		    " JOIN notif n ON n.evenement_id = e.id"
		    " JOIN courriel m ON m.id IN (n.courriel_id, n.resume_id)"
		    " AND m.etat <> 'envoye' WHERE e.auteur_id = ?"),
		I(contact_id));

	while (db_next(rows, &r->mem)) {
		notif_return(r, db_num(rows, 0));
		db_exec(r, SQL("DELETE FROM courriel WHERE id = ?"), I(db_num(rows, 0)));
	}
	db_exec(r,
		SQL("DELETE FROM courriel WHERE genre = 'effacement_demande'"
		    " AND texte REGEXP CONCAT('/contacts/', ?, '[^0-9]')"),
		I(contact_id));
}

void
fil_erase(struct req *r, int64_t contact_id)
{
	unsend(r, contact_id);
	empty_texts(r, contact_id);
	db_exec(r,
		SQL("UPDATE reaction_total t JOIN reaction x ON x.objet_id = t.objet_id"
		    " AND x.genre = t.genre SET t.n = t.n - 1 WHERE x.contact_id = ?"),
		I(contact_id));
	db_exec(r, SQL("DELETE FROM reaction WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM vote WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM sondage_votant WHERE contact_id = ?"), I(contact_id));
	db_exec(r,
		SQL("UPDATE signalement s JOIN objet o ON o.id = s.objet_id SET s.motif = ''"
		    " WHERE s.contact_id = ? OR (o.cree_par = ? AND FIND_IN_SET(o.genre, ?))"),
		I(contact_id), I(contact_id), S(genres_that(r, SIGNALE)));
	db_exec(r, SQL("UPDATE signalement SET contact_id = NULL WHERE contact_id = ?"),
		I(contact_id));
	db_exec(r, SQL("UPDATE priorite SET cree_par = NULL WHERE cree_par = ?"), I(contact_id));
}

/* Say publications, commentaires, reactions, votes, lectures, actions, signalements. */
void
fil_say_data(struct req *r, int64_t id)
{
	db_list(r, "publications",
		SQL("SELECT p.id, p.genre, p.titre, p.texte, o.cree_le, p.supprime_le"
		    " FROM publication p JOIN objet o ON o.id = p.id"
		    " WHERE o.cree_par = ? ORDER BY p.id"),
		I(id));
	db_list(r, "commentaires",
		SQL("SELECT k.id, k.sur_id, k.texte, o.cree_le, k.supprime_le FROM commentaire k"
		    " JOIN objet o ON o.id = k.id"
		    " WHERE o.cree_par = ? ORDER BY k.id"),
		I(id));
	db_list(r, "reactions", SQL("SELECT objet_id, genre FROM reaction WHERE contact_id = ?"),
		I(id));
	db_list(r, "lectures", SQL("SELECT objet_id, lu_le FROM lecture WHERE contact_id = ?"),
		I(id));
	db_list(r, "votes",
		SQL("SELECT v.sondage_id, v.score FROM sondage_votant v WHERE v.contact_id = ?"),
		I(id));
	db_list(r, "reponses",
		SQL("SELECT o.sondage_id, o.texte, o.jour, v.valeur FROM vote v"
		    " JOIN sondage_option o ON o.id = v.option_id"
		    " WHERE v.contact_id = ?"),
		I(id));
	db_list(r, "actions",
		SQL("SELECT o.id, IF(o.cree_par = ? OR " SEEN_BY("o",
			"?") ", o.titre,"
			     " NULL) AS titre, t.etat, t.echeance FROM tache t"
			     " JOIN objet o ON o.id = t.id"
			     " LEFT JOIN tache_responsable x ON x.tache_id = t.id"
			     " AND x.contact_id = ?"
			     " WHERE x.contact_id IS NOT NULL OR o.cree_par = ? OR t.fait_par = ?"),
		I(id), I(id), I(id), I(id), I(id), I(id));
	db_list(r, "signalements",
		SQL("SELECT objet_id, motif, cree_le, etat FROM signalement WHERE contact_id = ?"),
		I(id));
}
