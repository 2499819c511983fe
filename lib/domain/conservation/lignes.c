/* lignes.c - rows that were kept long enough, by the rules that no other file follows
 *
 * visiteur_vie.c follows "visiteurs", cycle.c and demande.c the technical ones.  A portion at a
 * time, each in the caller's transaction: whoever is killed leaves whole portions.
 */

#include <string.h>

#include "base/clock.h"
#include "domain/conservation/conservation.h"
#include "domain/socle/garde.h"
#include "domain/vie/index_refait.h"

enum { PORTION = 200 };

/* Nothing of who is put aside (limite.h) goes; alias or name T. */
#define FREE(t) \
	"NOT EXISTS (SELECT 1 FROM contact l_ WHERE l_.id = " t ".contact_id" \
	" AND l_.limite_le IS NOT NULL)"

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* Notes, but those that somebody is still to be reminded of. */
static int64_t
notes(struct req *r)
{
	return db_exec(r,
		SQL("DELETE FROM note WHERE cree_le < " AVANT(
			"notes", "?") " AND (rappel_le IS NULL OR fait_le IS NOT NULL"
				      " OR rappel_le < DATE(?)) AND " FREE("note") " LIMIT ?"),
		S(now(r)), S(now(r)), S(now(r)), S(now(r)), I(PORTION));
}

/* Hours of that month are nobody's; the group has them still, and each year its sum. */
static int64_t
hours(struct req *r)
{
	return db_exec(r,
		SQL("UPDATE heures SET contact_id = NULL, date_id = NULL, creneau_id = NULL,"
		    " quoi = '', raison = '', debut = NULL, fin = NULL, decide_par = NULL,"
		    " jour = jour - INTERVAL DAYOFMONTH(jour) - 1 DAY"
		    " WHERE contact_id IS NOT NULL AND " FREE("heures") " AND jour < " AVANT(
			    "heures", "?") " LIMIT ?"),
		S(now(r)), S(now(r)), S(now(r)), I(PORTION));
}

/* Conversations nobody wrote in: out of everybody's list ... */
static int64_t
put_away(struct req *r)
{
	return db_exec(r,
		SQL("UPDATE conversation_participant p JOIN (SELECT v.id FROM conversation v"
		    " JOIN message m ON m.id = v.dernier_id WHERE m.cree_le < " AVANT("messages",
			    "?") " AND EXISTS (SELECT 1 FROM conversation_participant e"
				 " WHERE e.conversation_id = v.id AND e.archive_le IS NULL)"
				 " LIMIT ?) x ON x.id = p.conversation_id"
				 " SET p.archive_le = ? WHERE p.archive_le IS NULL"),
		S(now(r)), S(now(r)), S(now(r)), I(PORTION), S(now(r)));
}

/* ... and half a year later their words and files go; who came and went stays, as where one message
 * is deleted. */
static int64_t
conversations(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT v.id FROM conversation v JOIN message m ON m.id = v.dernier_id"
		    " WHERE NOT EXISTS (SELECT 1 FROM conversation_participant p WHERE"
		    " p.conversation_id = v.id AND NOT " FREE("p") ") AND m.cree_le < " AVANT(
			    "messages", "?") " - INTERVAL 6 MONTH"
					     " AND EXISTS (SELECT 1 FROM message e"
					     " WHERE e.conversation_id = v.id"
					     " AND e.efface_le IS NULL AND e.genre <> 'trace')"
					     " ORDER BY v.id LIMIT ?"),
		S(now(r)), S(now(r)), S(now(r)), I(PORTION));
	int64_t n = 0;

	for (; db_next(rows, &r->mem); n++) {
		int64_t id = db_num(rows, 0);

		db_exec(r,
			SQL("DELETE f FROM message m JOIN message_fichier mf"
			    " ON mf.message_id = m.id"
			    " JOIN fichier f ON f.id = mf.fichier_id WHERE m.conversation_id = ?"),
			I(id));
		db_exec(r,
			SQL("UPDATE message SET texte = '', html = '', mots = '', efface_le = ?"
			    " WHERE conversation_id = ? AND efface_le IS NULL"
			    " AND genre <> 'trace'"),
			S(now(r)), I(id));
		db_exec(r,
			SQL("UPDATE objet SET titre = 'Texte supprimé' WHERE id = ?"
			    " AND titre <> ''"),
			I(id));
		db_exec(r, SQL("DELETE FROM notif_evenement WHERE objet_id = ?"), I(id));
	}
	if (n > 0)
		index_stale(r);
	return n;
}

/* Who got which letter: only how many did. */
static int64_t
letters(struct req *r)
{
	return db_exec(r,
		SQL("UPDATE lettre_envoi SET contact_id = NULL, adresse = CONCAT('-', id),"
		    " domaine = '', erreur = '' WHERE etat NOT IN ('pret', 'pris')"
		    " AND (contact_id IS NOT NULL OR domaine <> '') AND " FREE(
			    "lettre_envoi") " AND COALESCE(envoye_le, du_le) < " AVANT("lettres",
			    "?") " LIMIT ?"),
		S(now(r)), S(now(r)), S(now(r)), I(PORTION));
}

static int64_t
invitations(struct req *r)
{
	return db_exec(r,
		SQL("DELETE FROM invitation WHERE " FREE(
			"invitation") " AND COALESCE(relance_le,"
				      " cree_le) < " AVANT("invitations", "?") " LIMIT ?"),
		S(now(r)), S(now(r)), S(now(r)), I(PORTION));
}

/* Pages tell the first that brought people, and the last of each kind that was done: these stay. */
static int64_t
runs(struct req *r)
{
	return db_exec(r,
		SQL("DELETE FROM sync_tour WHERE debut < " AVANT(
			"tours", "?") " AND id NOT IN (SELECT x.id FROM (SELECT MIN(id) AS id"
				      " FROM sync_tour WHERE etat = 'fait' AND nb_crees > 0"
				      " UNION ALL SELECT MAX(id) FROM sync_tour"
				      " WHERE etat = 'fait' GROUP BY genre) x"
				      " WHERE x.id IS NOT NULL) LIMIT ?"),
		S(now(r)), S(now(r)), S(now(r)), I(PORTION));
}

bool
lignes_clean(struct req *r, int64_t gone[LIGNES])
{
	static int64_t (*const kinds[LIGNES])(struct req *) = { [L_NOTES] = notes,
		[L_HEURES] = hours,
		[L_ARCHIVES] = put_away,
		[L_MESSAGES] = conversations,
		[L_LETTRES] = letters,
		[L_INVITATIONS] = invitations,
		[L_TOURS] = runs };
	bool more = false;

	for (int i = 0; i < LIGNES; i++) {
		int64_t n = kinds[i](r);

		gone[i] += n;
		more |= n >= PORTION;
	}
	return more;
}

/* The statement that counts what of that kind is older than a moment; NULL: nobody counts it. */
static struct sql *
counting(const char *cle)
{
	if (strcmp(cle, "notes") == 0)
		return SQL("SELECT COUNT(*) FROM note WHERE cree_le < ?");
	if (strcmp(cle, "heures") == 0)
		return SQL("SELECT COUNT(*) FROM heures WHERE contact_id IS NOT NULL AND jour < ?");
	if (strcmp(cle, "messages") == 0)
		return SQL("SELECT COUNT(*) FROM conversation v JOIN message m"
			   " ON m.id = v.dernier_id WHERE m.cree_le < ? AND EXISTS (SELECT 1"
			   " FROM message e WHERE e.conversation_id = v.id"
			   " AND e.efface_le IS NULL AND e.genre <> 'trace')");
	if (strcmp(cle, "visiteurs") == 0)
		return SQL("SELECT COUNT(*) FROM (SELECT MAX(d.fin) AS fin FROM inscription i"
			   " JOIN place p ON p.inscription_id = i.id"
			   " JOIN evenement_date d ON d.id = p.date_id WHERE i.contact_id IS NULL"
			   " AND i.prenom <> '' GROUP BY i.id) x WHERE x.fin < ?");
	if (strcmp(cle, "invitations") == 0)
		return SQL(
			"SELECT COUNT(*) FROM invitation WHERE COALESCE(relance_le, cree_le) < ?");
	return NULL;
}

int64_t
lignes_count(struct req *r, const char *cle, int64_t duree, const char *unite)
{
	struct sql *sql = counting(cle);

	if (sql == NULL)
		return -1;
	return db_int_(r, sql,
		VALUES(S(db_string(r,
			SQL("SELECT x.t - INTERVAL IF(x.u = 'jour', x.n, 0) DAY"
			    " - INTERVAL CASE x.u WHEN 'an' THEN 12 * x.n WHEN 'mois' THEN x.n"
			    " ELSE 0 END MONTH FROM (SELECT CAST(? AS DATETIME) + INTERVAL 30 DAY"
			    " AS t, ? AS u, ? AS n) x"),
			S(clock_sql(&r->mem, clock_now())), S(unite), I(duree)))));
}
