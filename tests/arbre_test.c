/* arbre_test.c - rights follow the tree of groups and the grid */

#include <mariadb/mysql.h>

#include "base/conf.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/ouverture.h"
#include "t.h"

static int64_t region, paris, equipe, chef, coop, benp, bene, benl, pro, sal, billet;

static int64_t
published(int64_t groupe)
{
	return db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cadre_id, liste_id)"
		    " VALUES ('publication', 'Un message', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?,"
		    " ?)"),
		I(groupe), I(groupe_contenu_liste(&t, groupe)));
}

/* Region > Paris > a team, each with somebody; Lille apart. */
static void
people(void)
{
	region = t_group("groupe_local", "Région");
	paris = t_group("groupe_local", "Groupe local de Paris");
	equipe = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, paris, region) && arbre_move(&t, equipe, paris));
	chef = t_person("Chantal", "Région", "chef@exemple.org", "confirme", "benevole");
	coop = t_person("Coline", "Paris", "coop@exemple.org", "confirme", "benevole");
	benp = t_person("Basile", "Paris", "benp@exemple.org", "confirme", "benevole");
	bene = t_person("Bérénice", "Équipe", "bene@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "benl@exemple.org", "confirme", "benevole");
	pro = t_person("Prosper", "Équipe", "pro@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "sal@exemple.org", "", "salarie");
	t_member(region, chef, "coordination");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(equipe, bene, "membre");
	t_member(equipe, pro, "membre");
	billet = published(equipe);
}

/* 0 does not see, 1 sees, 2 contributes, 3 manages. */
static int64_t
right(int64_t who, int64_t objet)
{
	return db_int(&t,
		SQL("SELECT MAX(a.droit) FROM objet o JOIN acces a ON a.liste_id = o.liste_id"
		    " JOIN contact_public cp ON cp.public_id = a.public_id AND cp.contact_id = ?"
		    " WHERE o.id = ?"),
		I(who), I(objet));
}

TEST(arbre_coordination_has_its_rights_in_the_groups_below)
{
	people();
	check(right(chef, pro) == 3 && right(coop, pro) == 3 && right(coop, bene) == 3);
	check(right(chef, billet) == 3 && right(coop, billet) == 3 && right(bene, billet) == 2);
	check(right(benl, billet) == 0 && right(pro, billet) == 0 && right(benp, pro) == 0);
	check(right(coop, equipe) == 3 && right(benp, equipe) == 1 && right(coop, region) == 1);
}

TEST(arbre_a_moved_group_takes_its_new_rights_and_gives_back_the_old)
{
	int64_t lille = t_group("groupe_local", "Groupe local de Lille");

	people();
	t_member(lille, benl, "coordination");
	check(right(benl, pro) == 0);
	check(arbre_move(&t, equipe, lille));
	check(right(benl, pro) == 3 && right(benl, billet) == 3);
	check(right(coop, pro) == 0 && right(chef, pro) == 0 && right(coop, billet) == 0);
	check(arbre_move(&t, equipe, paris));
	check(right(benl, pro) == 0 && right(chef, pro) == 3 && right(coop, billet) == 3);
	check(!arbre_move(&t, paris, equipe) && !arbre_move(&t, paris, paris));
	check(!arbre_move(&t, paris, benl));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_arbre WHERE groupe_id = ?"), I(equipe)) ==
		5); /* itself, Paris, Région, local groups, the association */
}

TEST(arbre_no_right_comes_down_to_a_hidden_group)
{
	people();
	ouverture_set(&t, equipe, "cache");
	check(right(coop, equipe) == 0);
	check(right(benp, equipe) == 0);
	check(right(benl, equipe) == 0);
	check(right(bene, equipe) == 1 && right(bene, billet) == 2);
	check(right(coop, billet) == 0 && right(sal, billet) == 0 && right(sal, equipe) == 0);
	ouverture_set(&t, equipe, "ouvert");
	check(right(coop, equipe) == 3 && right(benl, equipe) == 1 && right(benl, billet) == 1);
	check(right(pro, billet) == 0);
	ouverture_set(&t, equipe, "ferme");
	check(right(benl, billet) == 0 && right(benl, equipe) == 1 && right(bene, billet) == 2);
}

TEST(arbre_the_grid_changes_what_a_profile_may)
{
	people();
	check(right(benl, bene) == 1);
	db_exec(&t,
		SQL("UPDATE profil_droit SET niveau = 1 WHERE profil_id = 5"
		    " AND domaine = 'contacts'"));
	liste_expand_grid(&t);
	check(right(benl, bene) == 0 && right(benp, bene) == 1 && right(bene, benp) == 0);
	check(right(sal, bene) == 1 && right(coop, bene) == 3);
	db_exec(&t,
		SQL("UPDATE profil_droit SET niveau = 2 WHERE profil_id = 5"
		    " AND domaine = 'contacts'"));
	liste_expand_grid(&t);
	check(right(benl, bene) == 1);
}

TEST(arbre_a_right_is_asked_by_domain_and_group)
{
	people();
	t.user.id = coop;
	check(droit(&t, "moderation") == SON_GROUPE && droit(&t, "creation") == PARTOUT);
	check(droit_sur(&t, "moderation", paris) && droit_sur(&t, "moderation", equipe));
	check(!droit_sur(&t, "moderation", region) && !droit_sur(&t, "lettres", paris));
	t.user.id = benp;
	check(droit(&t, "moderation") == NULLE_PART && droit_sur(&t, "fil", paris));
	t.user.id = sal;
	check(droit_sur(&t, "messages", equipe) && !droit_sur(&t, "administration", paris));
}

TEST(arbre_who_sees_is_counted_by_the_same_tables)
{
	people();
	check(acces_qui(&t, "Qui",
		      db_int(&t, SQL("SELECT liste_id FROM objet WHERE id = ?"), I(billet))) == 4);
	check_text(said(&t, "Qui.total"), "4"); /* chef, coop, benp (of the group above), bene */
}

/* Another connection makes the same rows after this one took its view of the base. */
TEST(arbre_two_at_once_make_one_list_and_one_public)
{
	MYSQL *other = mysql_init(NULL);

	check(mysql_real_connect(
		      other, NULL, conf.db_user, NULL, conf.db_name, 0, conf.db_socket, 0) != NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM liste_acces WHERE cle = '1:2,3:1'")) == 0);
	check(mysql_query(other,
		      "INSERT INTO public (genre, cle, titre)"
		      " VALUES ('benevolat', 'deux', 'Deux')") == 0);
	check(mysql_query(other, "INSERT INTO liste_acces (cle) VALUES ('1:2,3:1')") == 0);
	check(liste_id(&t, "1:2,3:1") == (int64_t) mysql_insert_id(other));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM acces WHERE liste_id = ? AND public_id IN (1, 2)"),
		      I((int64_t) mysql_insert_id(other))) == 2);
	check(public_id(&t, "benevolat", "deux", "Deux") != 0);
	db_rollback();
	check(mysql_query(other, "DELETE FROM liste_acces WHERE cle = '1:2,3:1'") == 0);
	check(mysql_query(other, "DELETE FROM public WHERE cle = 'deux'") == 0);
	mysql_close(other);
	db_begin(false);
}
