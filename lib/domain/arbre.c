/* arbre.c - the tree of groups, kept as objet.cadre_id and as its closure, groupe_arbre
 *
 * Rights come down the tree: what changes here computes again the lists that are concerned,
 * however many people the groups have (liste.c).
 */

#include <inttypes.h>

#include "domain/acces.h"
#include "domain/arbre.h"
#include "domain/champ.h"
#include "domain/journal.h"

/* The group that holds all others. */
int64_t
arbre_root(struct req *r)
{
	return db_int(r,
		SQL("SELECT g.id FROM groupe g JOIN objet o ON o.id = g.id"
		    " WHERE g.type = 'ensemble' AND o.cadre_id IS NULL ORDER BY g.id LIMIT 1"));
}

/* Links from PARENT and all above it to GROUPE and all below it. */
static void
link_below(struct req *r, int64_t groupe, int64_t parent)
{
	db_exec(r,
		SQL("INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance, coupures)"
		    " SELECT h.ancetre_id, b.groupe_id, h.distance + 1 + b.distance, h.coupures + b.coupures + (g.heritage = 0)"
		    " FROM groupe_arbre h JOIN groupe_arbre b ON b.ancetre_id = ? JOIN groupe g ON g.id = b.ancetre_id"
		    " WHERE h.groupe_id = ?"),
		I(groupe), I(parent));
	db_exec(r, SQL("UPDATE objet SET cadre_id = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(parent), I(groupe));
}

/* A new group, whose publics are there, below PARENT. */
void
arbre_add(struct req *r, int64_t groupe, int64_t parent)
{
	db_exec(r, SQL("INSERT INTO groupe_arbre VALUES (?, ?, 0, 0)"), I(groupe), I(groupe));
	link_below(r, groupe, parent);
	liste_expand_group(r, groupe);
}

/* Put a group, and all that is below it, under another parent; rights follow.  False: PARENT is
 * the group itself or below it, or no group.  One move at a time: of two that
 * would put each group below the other, the second is refused. */
bool
arbre_move(struct req *r, int64_t groupe, int64_t parent)
{
	int64_t before;

	db_int(r, SQL("SELECT id FROM groupe WHERE id = ? FOR UPDATE"), I(arbre_root(r)));
	before = db_int(r, SQL("SELECT cadre_id FROM objet WHERE id = ? FOR UPDATE"), I(groupe));
	if (db_int(r,
		    SQL("SELECT 1 FROM groupe_arbre WHERE ancetre_id = ? AND groupe_id = ? FOR UPDATE"),
		    I(groupe), I(parent)) != 0 ||
		db_int(r, SQL("SELECT 1 FROM groupe WHERE id = ?"), I(parent)) == 0)
		return false;
	if (before == parent)
		return true;
	db_exec(r,
		SQL("DELETE x FROM groupe_arbre x JOIN groupe_arbre b ON b.ancetre_id = ? AND b.groupe_id = x.groupe_id"
		    " LEFT JOIN groupe_arbre s ON s.ancetre_id = b.ancetre_id AND s.groupe_id = x.ancetre_id"
		    " WHERE s.groupe_id IS NULL"),
		I(groupe));
	liste_expand_group(r, before);
	link_below(r, groupe, parent);
	liste_expand_group(r, groupe);
	modele_changed(r);
	journal(r, "groupe.deplace", groupe,
		arena_printf(&r->mem, "{\"dans\":%" PRId64 "}", before),
		arena_printf(&r->mem, "{\"dans\":%" PRId64 "}", parent));
	return true;
}

/* Do those who have rights in the groups above have them in this one and below?  True: it changed. */
bool
arbre_inherit(struct req *r, int64_t groupe, bool heritage)
{
	if (db_exec(r, SQL("UPDATE groupe SET heritage = ? WHERE id = ?"), I(heritage),
		    I(groupe)) == 0)
		return false;
	db_exec(r,
		SQL("UPDATE groupe_arbre h JOIN groupe_arbre b ON b.ancetre_id = h.groupe_id"
		    " JOIN groupe_arbre x ON x.ancetre_id = h.ancetre_id AND x.groupe_id = b.groupe_id"
		    " SET x.coupures = x.coupures + IF(?, -1, 1) WHERE h.groupe_id = ? AND h.distance > 0"),
		I(heritage), I(groupe));
	liste_expand_group(r, groupe);
	journal(r, "groupe.heritage", groupe, heritage ? "0" : "1", heritage ? "1" : "0");
	return true;
}

/* The groups above, the root first: INTO.N with id and titre, of those the reader may see. */
void
arbre_say_above(struct req *r, const char *into, int64_t groupe)
{
	db_list(r, into,
		SQL("SELECT o.id, o.titre FROM groupe_arbre a JOIN objet o ON o.id = a.ancetre_id"
		    " WHERE a.groupe_id = ? AND a.distance > 0 AND " SEES(
			    "o") " ORDER BY a.distance DESC"),
		I(groupe), ME(r));
}
