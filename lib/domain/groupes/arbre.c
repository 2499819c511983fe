/* arbre.c - the tree of groups, kept as objet.cadre_id and as its closure, groupe_arbre
 *
 * Rights come down the tree: what changes here computes again the lists that are concerned,
 * however many people the groups have (liste.c).
 *
 * Rights over people come down only by places that the CRM, the operator or the staff decided
 * (groupe.place_sure; groupe_arbre.incertaines counts those on the way that are not): nobody gets
 * hold of the members of a group by putting it below her own.
 */

#include <inttypes.h>

#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/membre.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"

/* The group that holds all others. */
int64_t
arbre_root(struct req *r)
{
	return db_int(r,
		SQL("SELECT g.id FROM groupe g JOIN objet o ON o.id = g.id"
		    " WHERE g.type = 'ensemble' AND o.cadre_id IS NULL ORDER BY g.id LIMIT 1"));
}

/* Is a place that is given now one that rights over people come down by?  Nobody signed in: the
 * sync, or the operator. */
static bool
decides(struct req *r)
{
	return r->user.id == 0 || membre_confirms(r);
}

/* Links from PARENT and all above it to GROUPE and all below it. */
static void
link_below(struct req *r, int64_t groupe, int64_t parent)
{
	db_exec(r,
		SQL("INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance, coupures,"
		    " incertaines) SELECT h.ancetre_id, b.groupe_id, h.distance + 1 + b.distance,"
		    " h.coupures + b.coupures + (g.heritage = 0),"
		    " h.incertaines + b.incertaines + (NOT g.place_sure)"
		    " FROM groupe_arbre h JOIN groupe_arbre b ON b.ancetre_id = ?"
		    " JOIN groupe g ON g.id = b.ancetre_id"
		    " WHERE h.groupe_id = ?"),
		I(groupe), I(parent));
	db_exec(r, SQL("UPDATE objet SET cadre_id = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(parent), I(groupe));
}

/* A new group, whose publics are there, below PARENT. */
void
arbre_add(struct req *r, int64_t groupe, int64_t parent)
{
	db_exec(r,
		SQL("INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance) VALUES (?, ?, 0)"),
		I(groupe), I(groupe));
	db_exec(r, SQL("UPDATE groupe SET place_sure = ? OR type = 'ensemble' WHERE id = ?"),
		I(decides(r)), I(groupe));
	link_below(r, groupe, parent);
	liste_expand_group(r, groupe);
}

static void
tell_move(struct req *r, int64_t groupe, int64_t before, int64_t parent)
{
	modele_changed(r);
	journal(r, "groupe.deplace", groupe, json_made(&r->mem, JN("dans", before)),
		json_made(&r->mem, JN("dans", parent)));
}

/* The staff says that the group is in its place: what anybody may have chosen is sure from now
 * on. */
static void
settle(struct req *r, int64_t groupe, int64_t parent)
{
	if (!decides(r) ||
		db_exec(r,
			SQL("UPDATE groupe SET place_sure = TRUE WHERE id = ? AND NOT place_sure"),
			I(groupe)) == 0)
		return;
	db_exec(r,
		SQL("UPDATE groupe_arbre h JOIN groupe_arbre b ON b.ancetre_id = h.groupe_id"
		    " JOIN groupe_arbre x ON x.ancetre_id = h.ancetre_id"
		    " AND x.groupe_id = b.groupe_id"
		    " SET x.incertaines = x.incertaines - 1 WHERE h.groupe_id = ?"
		    " AND h.distance > 0"),
		I(groupe));
	liste_expand_group(r, groupe);
	tell_move(r, groupe, parent, parent);
}

/* Does the CRM say of that group, or of one that moves with it, what it is? */
bool
arbre_from_crm(struct req *r, int64_t groupe)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM groupe_arbre a"
			   " JOIN groupe g ON g.id = a.groupe_id"
			   " WHERE a.ancetre_id = ? AND g.champ_id IS NOT NULL)"),
		       I(groupe)) != 0;
}

/* The open group at or above PARENT whose members, who come as they like, would read what is closed
 * in GROUPE; 0: none. */
int64_t
arbre_opened_by(struct req *r, int64_t groupe, int64_t parent)
{
	return db_int(r,
		SQL("SELECT p.id FROM arbre_haut h JOIN groupe p ON p.id = h.ancetre_id"
		    " AND p.ouverture = 'ouvert' AND p.type <> 'ensemble'"
		    " JOIN groupe g ON g.id = ? AND g.ouverture = 'ferme'"
		    " JOIN objet o ON o.id = g.id AND o.cadre_id <> ?"
		    " WHERE h.groupe_id = ? ORDER BY p.id = h.groupe_id DESC, p.id LIMIT 1"),
		I(groupe), I(parent), I(parent));
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
		    SQL("SELECT 1 FROM groupe_arbre WHERE ancetre_id = ?"
			" AND groupe_id = ? FOR UPDATE"),
		    I(groupe), I(parent)) != 0 ||
		db_int(r, SQL("SELECT 1 FROM groupe WHERE id = ?"), I(parent)) == 0)
		return false;
	if (before == parent) {
		settle(r, groupe, parent);
		return true;
	}
	db_exec(r,
		SQL("DELETE x FROM groupe_arbre x JOIN groupe_arbre b ON b.ancetre_id = ?"
		    " AND b.groupe_id = x.groupe_id"
		    " LEFT JOIN groupe_arbre s ON s.ancetre_id = b.ancetre_id"
		    " AND s.groupe_id = x.ancetre_id"
		    " WHERE s.groupe_id IS NULL"),
		I(groupe));
	liste_expand_group(r, before);
	db_exec(r, SQL("UPDATE groupe SET place_sure = ? WHERE id = ?"), I(decides(r)), I(groupe));
	link_below(r, groupe, parent);
	liste_expand_group(r, groupe);
	tell_move(r, groupe, before, parent);
	return true;
}

/* Do those who have rights in the groups above have them in this one and below?  True: it
 * changed. */
bool
arbre_inherit(struct req *r, int64_t groupe, bool heritage)
{
	if (db_exec(r, SQL("UPDATE groupe SET heritage = ? WHERE id = ?"), I(heritage),
		    I(groupe)) == 0)
		return false;
	db_exec(r,
		SQL("UPDATE groupe_arbre h JOIN groupe_arbre b ON b.ancetre_id = h.groupe_id"
		    " JOIN groupe_arbre x ON x.ancetre_id = h.ancetre_id"
		    " AND x.groupe_id = b.groupe_id"
		    " SET x.coupures = x.coupures + IF(?, -1, 1) WHERE h.groupe_id = ?"
		    " AND h.distance > 0"),
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
