/* deplacer.c - another place in the tree, with what will change for whom said before */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/acces/appartenance.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "groupes/groupes.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"

/* Groups that the reader manages and that are not the group itself or below it. */
#define PLACE_FOR \
	" FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type" \
	" WHERE o.archive_le IS NULL AND NOT EXISTS (SELECT 1 FROM groupe_arbre a" \
	" WHERE a.ancetre_id = ? AND a.groupe_id = o.id) AND " MANAGES("o")

static void
say_places(struct req *r, int64_t id, int64_t chosen)
{
	db_list(r, "Places",
		SQL("SELECT o.id AS valeur, o.titre AS libelle, o.id = ? AS choisi" PLACE_FOR
		    " ORDER BY t.ordre, o.titre, o.id LIMIT 2000"),
		I(chosen), I(id), ME(r));
	choices_cut(r, row_at(r, "Places"), row_at(r, "Form.vers"), "cherche");
}

/* avant, apres: the groups from which rights come down now, and once moved; hors: those that will
 * no longer, dans: those that will; d: people who read what is published by such a group. */
#define CHANGE(from, to) \
	"WITH avant AS (SELECT ancetre_id FROM arbre_haut WHERE groupe_id = ?)," \
	" apres AS (SELECT CAST(? AS SIGNED) AS ancetre_id UNION SELECT h.ancetre_id" \
	" FROM arbre_haut h JOIN groupe g ON g.id = ? AND g.heritage WHERE h.groupe_id = ?)," \
	" voies AS (SELECT p.groupe_genre, p.suffixe FROM profil p" \
	" JOIN profil_droit d ON d.profil_id = p.id" \
	" AND d.domaine = 'fil' WHERE p.groupe_genre IS NOT NULL)," \
	" d AS (SELECT cp.contact_id, v.id, v.genre, v.cle, v.titre FROM " from \
	" f JOIN voies w JOIN public v ON v.genre = w.groupe_genre" \
	" AND v.cle = CONCAT(f.ancetre_id, w.suffixe)" \
	" JOIN contact_public cp ON cp.public_id = v.id" \
	" JOIN contact c ON c.id = cp.contact_id AND c.acces > 0 WHERE f.ancetre_id NOT IN" \
	" (SELECT ancetre_id FROM " to ")" \
	" AND NOT EXISTS (SELECT 1 FROM " to \
	" s JOIN voies w2 JOIN public v2 ON v2.genre = w2.groupe_genre" \
	" AND v2.cle = CONCAT(s.ancetre_id, w2.suffixe)" \
	" JOIN contact_public c2 ON c2.public_id = v2.id" \
	" WHERE c2.contact_id = cp.contact_id)" \
	" AND NOT EXISTS (SELECT 1 FROM liste_acces l JOIN acces x ON x.liste_id = l.id" \
	" JOIN public v3 ON v3.id = x.public_id" \
	" JOIN contact_public c3 ON c3.public_id = x.public_id WHERE l.cle LIKE ?" \
	" AND c3.contact_id = cp.contact_id" \
	" AND v3.genre NOT IN (SELECT groupe_genre FROM voies))) "
#define CHANGE_OF(id, to) \
	I(id), I(id), I(id), I(to), S(arena_printf(&r->mem, "contenu:_:%" PRId64 ":%%", id))

/* Those that the reader may be told the name of, by number; the others are in the sums alone. */
#define TOLD PUBLIC_SEEN("d") " GROUP BY d.id ORDER BY n DESC LIMIT 12"

/* Who will no longer read what is published in the group, who will, and what its members no longer
 * have in common with the groups above: numbers and publics, before anything is done. */
static void
say_change(struct req *r, int64_t id, int64_t to)
{
	say_int(r, "Change.perdent",
		db_int(r, SQL(CHANGE("avant", "apres") "SELECT COUNT(DISTINCT contact_id) FROM d"),
			CHANGE_OF(id, to)));
	say_int(r, "Change.gagnent",
		db_int(r, SQL(CHANGE("apres", "avant") "SELECT COUNT(DISTINCT contact_id) FROM d"),
			CHANGE_OF(id, to)));
	db_list(r, "Change.moins",
		SQL(CHANGE("avant", "apres") "SELECT titre, COUNT(DISTINCT contact_id) AS n FROM d"
					     " WHERE " TOLD),
		CHANGE_OF(id, to), ME(r));
	db_list(r, "Change.plus",
		SQL(CHANGE("apres", "avant") "SELECT titre, COUNT(DISTINCT contact_id) AS n FROM d"
					     " WHERE " TOLD),
		CHANGE_OF(id, to), ME(r));
	say_int(r, "Change.sous",
		db_int(r, SQL("SELECT COUNT(*) - 1 FROM " GROUPS_BELOW " b"), BELOW_ME(r, id)));
	say_int(r, "Change.gens",
		db_int(r, SQL("SELECT COUNT(*) FROM " MEMBERS_BELOW " m"), BELOW_ME(r, id)));
}

static int
show(struct req *r, int64_t id, int64_t to)
{
	say_places(r, id, to);
	say_int(r, "Place.decide", membre_confirms(r));
	say_int(r, "Place.siege", !membre_confirms(r) && arbre_from_crm(r, id));
	say_int(r, "Place.sure",
		db_int(r, SQL("SELECT place_sure FROM groupe WHERE id = ?"), I(id)));
	if (to != 0 &&
		db_one(r, "Vers", SQL("SELECT o.id, o.titre" PLACE_FOR " AND o.id = ?"), I(id),
			ME(r), I(to)))
		say_change(r, id, to);
	db_one(r, "Avant",
		SQL("SELECT o.id, o.titre FROM journal j JOIN objet o ON o.id = JSON_VALUE(j.avant,"
		    " '$.dans') WHERE j.objet_id = ? AND j.acte = 'groupe.deplace'"
		    " AND o.id <> JSON_VALUE(j.apres, '$.dans') AND " SEES(
			    "o") " ORDER BY j.id DESC LIMIT 1"),
		I(id), ME(r));
	say(r, "Avant.url",
		arena_printf(
			&r->mem, "/groupes/%" PRId64 "/deplacer?vers=%s", id, said(r, "Avant.id")));
	title(r, "Déplacer %s", said(r, "groupe.titre"));
	return groupes_page(r, "groupes/deplacer.cs");
}

/* Is that move one that the staff alone makes?  Then it is said who can. */
static bool
staff_only(struct req *r, int64_t id, int64_t to)
{
	int64_t open;

	if (membre_confirms(r))
		return false;
	if (arbre_from_crm(r, id))
		form_error(r, "vers",
			"HubSpot donne ce groupe, ou un groupe qu’il contient : le Siège seul le"
			" déplace. Demandez-le-lui.");
	else if ((open = arbre_opened_by(r, id, to)) != 0)
		form_error(r, "vers",
			arena_printf(&r->mem,
				"On entre dans « %s » sans demander,"
				" et l’on y lirait ce groupe fermé : le Siège seul peut l’y placer."
				" Demandez-le-lui, ou choisissez une autre place.",
				groupe_seen(r, open) ?
					db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"),
						I(open)) :
					"un groupe du dessus"));
	return r->invalid;
}

static int
groupes_move_ask(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_managed(r, id, "a-propos"))
		return not_found(r);
	return show(r, id, strtoll(param(r, "vers"), NULL, 10));
}

static int
groupes_move(struct req *r)
{
	int64_t id = caught_id(r, 0), to = 0;
	const struct field fields[] = { { "vers", ID(&to), REQUIRED }, { 0 } };

	if (!groupes_managed(r, id, "a-propos"))
		return not_found(r);
	if (!groupe_writable(r, id))
		return refuse(r, 409);
	if (!form_read(r, fields))
		return show(r, id, 0);
	if (!db_int(r, SQL("SELECT 1" PLACE_FOR " AND o.id = ?"), I(id), ME(r), I(to)) ||
		staff_only(r, id, to) || !arbre_move(r, id, to)) {
		if (!r->invalid)
			form_error(r, "vers",
				"Choisissez un groupe que vous gérez, hors de celui-ci.");
		return show(r, id, 0);
	}
	return redirect(r, "/groupes/%" PRId64 "/deplacer?fait=deplace", id);
}

const struct route groupes_deplacer_routes[] = {
	{ GET, ":id/deplacer", MEMBER, groupes_move_ask },
	{ POST, ":id/deplacer", MEMBER, groupes_move },
	{ 0 },
};
