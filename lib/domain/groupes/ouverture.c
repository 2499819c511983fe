/* ouverture.c - open, closed or hidden: who sees a group, and what is published in it
 *
 * Open and closed groups are known to volunteers and staff (to prospects too where the type says
 * so); a hidden one to its members, its coordination and the administration alone: no right comes
 * down to it.  What the grid gives beyond is in the table grille.
 */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/modele.h"
#include "net/live.h"

/* "0:12:" for a hidden group 12, "1:12:1,2,3" for a closed one: what its lists are named by.  What
 * was published in an archived one is read, no longer added to: 3 more. */
static const char *
list_words(struct req *r, int64_t id, bool content)
{
	return db_string(r,
		SQL("SELECT CONCAT(FIELD(g.ouverture, 'ferme', 'ouvert') + IF(?"
		    " AND o.archive_le IS NOT NULL, 3, 0), ':', g.id, ':', CASE"
		    " WHEN ? THEN IF(g.ouverture = 'ouvert', '2,3', '') WHEN g.ouverture = 'cache'"
		    " THEN '' WHEN t.prospects THEN '1,2,3' ELSE '2,3' END)"
		    " FROM groupe g JOIN groupe_type t ON t.cle = g.type"
		    " JOIN objet o ON o.id = g.id WHERE g.id = ?"),
		I(content), I(content), I(id));
}

/* The access list of what is published in that group: members contribute, as the grid says; all
 * volunteers read in an open one. */
int64_t
groupe_contenu_liste(struct req *r, int64_t id)
{
	return liste_id(r, arena_printf(&r->mem, "contenu:%s", list_words(r, id, true)));
}

/* The same without making it; 0: the group has none, and nobody reads there.  Writes nothing. */
int64_t
groupe_contenu_connue(struct req *r, int64_t id)
{
	return db_int(r, SQL("SELECT id FROM liste_acces WHERE cle = ?"),
		S(arena_printf(&r->mem, "contenu:%s", list_words(r, id, true))));
}

/* News of a group are managed from outside it only while it is open: "actualite:1:12:..." becomes
 * "actualite:2:12:...", or the other way. */
static void
follow_news(struct req *r, int64_t id)
{
	struct rows *lists = db_rows(r,
		SQL("SELECT DISTINCT l.id, CONCAT('actualite:', IF(g.ouverture <> 'ouvert', 2, 1),"
		    " SUBSTRING(l.cle, 12)) FROM liste_acces l"
		    " JOIN liste_groupe i ON i.liste_id = l.id AND i.lien = 1"
		    " JOIN groupe g ON g.id = i.groupe_id"
		    " WHERE i.groupe_id = ? AND l.cle LIKE 'actualite:%'"),
		I(id));

	while (db_next(lists, &r->mem)) {
		int64_t now = liste_id(r, arena_strdup(&r->mem, db_text(lists, 1)));

		db_exec(r, SQL("UPDATE objet SET liste_id = ? WHERE liste_id = ?"), I(now),
			I(db_num(lists, 0)));
		db_exec(r, SQL("UPDATE actualite SET liste_publiee = ? WHERE liste_publiee = ?"),
			I(now), I(db_num(lists, 0)));
	}
}

/* Give the group, and what is published in it, the lists that its state asks for. */
void
ouverture_apply(struct req *r, int64_t id)
{
	int64_t page = liste_id(r, arena_printf(&r->mem, "groupe:%s", list_words(r, id, false)));

	db_exec(r, SQL("UPDATE objet SET liste_id = ? WHERE id = ?"), I(page), I(id));
	arbre_inherit(r, id,
		db_int(r, SQL("SELECT ouverture <> 'cache' FROM groupe WHERE id = ?"), I(id)));
	db_exec(r,
		SQL("UPDATE objet o JOIN liste_acces l ON l.id = o.liste_id AND l.genre = 'contenu'"
		    " JOIN liste_groupe i ON i.liste_id = l.id SET o.liste_id = ?"
		    " WHERE i.groupe_id = ?"),
		I(groupe_contenu_liste(r, id)), I(id));
	follow_news(r, id);
	live_end_objet(r, id);
}

/* The same for every group: after the rules themselves changed. */
void
ouverture_everywhere(struct req *r)
{
	struct rows *rows = db_rows(r, SQL("SELECT id FROM groupe ORDER BY id"));

	while (db_next(rows, &r->mem))
		ouverture_apply(r, db_num(rows, 0));
}

void
ouverture_set(struct req *r, int64_t id, const char *ouverture)
{
	db_exec(r, SQL("UPDATE groupe SET ouverture = ? WHERE id = ?"), S(ouverture), I(id));
	ouverture_apply(r, id);
	acces_coordonnees_groupe(r, id);
	modele_changed(r);
}

/* May the reader change the group and who is in it?  Never what the reader does not see. */
bool
groupe_manages(struct req *r, int64_t id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM objet o WHERE o.id = ? AND o.genre = 'groupe'"
			   " AND " MANAGES("o")),
		       I(id), ME(r)) != 0;
}

/* An archived group is read-only. */
bool
groupe_writable(struct req *r, int64_t id)
{
	return db_int(r, SQL("SELECT archive_le IS NULL FROM objet WHERE id = ?"), I(id)) != 0;
}
