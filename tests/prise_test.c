/* prise_test.c - nobody takes hold of somebody: a group of one's own and a bulk change give no
 * member who was not asked
 */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/groupes/membre.h"
#include "domain/imports/import.h"
#include "pris.h"

static int64_t
last_import(void)
{
	return im = db_int(&t, SQL("SELECT MAX(id) FROM import"));
}

static int64_t
invited(int64_t group, int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM groupe_demande WHERE groupe_id = ? AND contact_id = ?"
		    " AND genre = 'invitation' AND etat = 'attente'"),
		I(group), I(who));
}

/* A change of groups of PEOPLE ("p=43"), tried. */
static int
lot_of_groups(int64_t who, const char *people, const char *value)
{
	as(who);
	return post(arena_printf(&t.mem, "/imports/lot?champ=groupe&%s", people), value);
}

TEST(prise_of_anybody_by_a_group_of_ones_own_and_a_bulk_change)
{
	taken();
	lot_of_groups(bout, arena_printf(&t.mem, "p=%" PRId64, benp), "valeur=Mon+groupe&mode=1");
	last_import();
	post(import_at("/appliquer"), "");
	check(!membre_is(&t, mine, benp));
	nothing_of_her();
	lot_of_groups(bout, "tout=1", "valeur=Mon+groupe&mode=1");
	last_import();
	post(import_at("/appliquer"), "");
	check(db_int(&t,
		      SQL("SELECT COUNT(DISTINCT contact_id) FROM membre WHERE groupe_id = ?"
			  " AND fin IS NULL"),
		      I(mine)) == 1);
	nothing_of_her();
}

TEST(prise_whom_one_does_not_manage_is_invited_and_the_dry_run_says_so)
{
	int64_t cercle;

	taken();
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64 "&p=%" PRId64, benp, benl),
		      "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	check(get(import_at("")) == 200);
	check_says("recevra une invitation");
	check_says("Une personne recevra une invitation");
	check(invited(cercle, benl) == 0);
	check(post(import_at("/appliquer"), "") == 303);
	check(membre_is(&t, cercle, benp));
	check(!membre_is(&t, cercle, benl) && invited(cercle, benl) == 1);
	check(get(import_at("")) == 200);
	check_says("invitation envoyée");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ?"
			  " AND acte = 'membre.ajoute'"),
		      I(benp)) == 1);
	check(post(import_at("/annuler"), "") == 303);
	check(!membre_is(&t, cercle, benp));
	check(invited(cercle, benl) == 0);
}

TEST(prise_what_she_accepted_stays_when_the_change_is_undone)
{
	int64_t cercle;

	taken();
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benl),
		      "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	check(post(import_at("/appliquer"), "") == 303);
	as(benl);
	check(post(at("/groupes/invitations/%" PRId64,
			   db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande"))),
		      "reponse=oui") == 303);
	check(membre_is(&t, cercle, benl));
	as(coop);
	check(post(import_at("/annuler"), "") == 303);
	check(membre_is(&t, cercle, benl));
	check(get(import_at("")) == 200);
	check_says("laissée telle quelle");
}

/* Whoever asked to come in need not be asked. */
TEST(prise_who_asked_to_come_in_is_put_in)
{
	int64_t cercle;

	taken();
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	as(benl);
	check(post(at("/groupes/%" PRId64 "/rejoindre", cercle), "mot=Moi") == 303);
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benl),
		      "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	check(post(import_at("/appliquer"), "") == 303);
	check(membre_is(&t, cercle, benl));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"
			  " AND etat = 'attente'"),
		      I(benl)) == 0);
}

/* Between the dry run and now: the group is no longer the reader's, or the person is not. */
TEST(prise_rights_are_asked_again_when_it_is_applied_and_undone)
{
	int64_t cercle;

	taken();
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benp),
		      "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ? AND groupe_id = ?"),
		I(coop), I(cercle));
	acces_contact(&t, coop);
	check(post(import_at("/appliquer"), "") == 303);
	check(!membre_is(&t, cercle, benp));
	check(get(import_at("")) == 200);
	check_says("laissée telle quelle");

	t_member(cercle, coop, "coordination");
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benp),
		      "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ? AND groupe_id = ?"),
		I(benp), I(paris));
	acces_contact(&t, benp);
	check(post(import_at("/appliquer"), "") == 303);
	check(!membre_is(&t, cercle, benp) && invited(cercle, benp) == 0);

	t_member(paris, benp, "membre");
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benp),
		      "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	check(post(import_at("/appliquer"), "") == 303);
	check(membre_is(&t, cercle, benp));
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ? AND groupe_id = ?"),
		I(coop), I(cercle));
	acces_contact(&t, coop);
	check(post(import_at("/annuler"), "") == 303);
	check(membre_is(&t, cercle, benp));
}

TEST(prise_memberships_that_changed_since_are_left)
{
	int64_t cercle;

	taken();
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	t_member(cercle, benp, "membre");
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benp),
		      "valeur=Cercle+de+Paris&mode=3") == 303);
	last_import();
	t_member(cercle, benp, "referent_plaidoyer");
	check(post(import_at("/appliquer"), "") == 303);
	check(membre_is(&t, cercle, benp));
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benp),
		      "valeur=Cercle+de+Paris&mode=3") == 303);
	last_import();
	check(get(import_at("?vue=refusees")) == 200);
	check_says("a un rôle dans ce groupe");
	as(coop);
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"
		    " AND role = 'referent_plaidoyer'"),
		I(benp));
	check(lot_of_groups(coop, arena_printf(&t.mem, "p=%" PRId64, benp),
		      "valeur=Cercle+de+Paris&mode=3") == 303);
	last_import();
	check(post(import_at("/appliquer"), "") == 303);
	check(!membre_is(&t, cercle, benp));
	t_member(cercle, benp, "membre"); /* back by herself */
	as(coop);
	check(post(import_at("/annuler"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND groupe_id = ?"
			  " AND fin IS NULL"),
		      I(benp), I(cercle)) == 1);
	check(get(import_at("")) == 200);
	check_says("laissée telle quelle");
}

TEST(prise_nobody_invites_everybody_at_once)
{
	int64_t cercle, id;
	int n = 0;

	taken();
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	for (int i = 0; i < 503; i++) {
		id = t_person("Lou", arena_printf(&t.mem, "Numéro%d", i),
			arena_printf(&t.mem, "lou%d@exemple.org", i), "confirme", "benevole");
		n += id != 0;
	}
	check(n == 503);
	check(lot_of_groups(coop, "tout=1", "valeur=Cercle+de+Paris&mode=1") == 303);
	last_import();
	check(get(import_at("?vue=refusees")) == 200);
	check_says("invite 500 personnes au plus");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_membre WHERE import_id = ? AND acte = 2"),
		      I(im)) == 500);
}
