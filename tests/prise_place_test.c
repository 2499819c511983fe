/* prise_place_test.c - a place in the tree that one chooses oneself gives nothing over people */

#include <inttypes.h>

#include "apportes.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/membre.h"
#include "groupes.h"

static int64_t equipe_libre;

/* Coline coordinates GL Paris, and the staff confirmed it; Berthe is of nowhere but of an open team
 * that volunteers made. */
static void
cast(void)
{
	apportes();
	t_member(paris, benl, "membre");
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(benl));
	acces_contact(&t, benl);
	db_exec(&t, SQL("UPDATE contact SET telephone = '+33 6 99 88 77 66' WHERE id = ?"),
		I(benl));
	t_settle(benl);
	db_exec(&t, SQL("UPDATE groupe_type SET libre = TRUE WHERE cle = 'equipe'"));
	check(right_of(coop, benp) == GERER && right_of(coop, benl) == VOIR);
}

static void
joins(int64_t who, int64_t group)
{
	as(who);
	check(post(groupes_at(group, "/rejoindre"), "") == 303);
	check(membre_is(&t, group, who));
}

static void
team(int64_t who, int64_t parent)
{
	as(who);
	check(post("/groupes/nouveau",
		      at("titre=Equipe+libre&type=equipe&ouverture=ouvert&parent=%" PRId64,
			      parent)) == 303);
	equipe_libre = made("Equipe libre");
	check(equipe_libre != 0);
}

static int
moves(int64_t who, int64_t group, int64_t to)
{
	as(who);
	return post(groupes_at(group, "/deplacer"), at("vers=%" PRId64, to));
}

static void
nothing_of_berthe(void)
{
	check(right_of(coop, benl) <= VOIR);
	as(coop);
	check(get(at("/contacts/%" PRId64, benl)) == 200);
	check_hides("99 88 77 66");
	check(get(at("/contacts/%" PRId64 "/notes", benl)) == 404);
	check(post(at("/contacts/%" PRId64 "/modifier", benl), "bio=Autre") != 303);
	check(post(groupes_at(paris, "/inviter"), at("contact=%" PRId64 "&role=membre", benl)) ==
		303);
	check(!membre_is(&t, paris, benl));
	t.user.id = coop;
	check(!droit_sur(&t, "fiches", equipe_libre) && !droit_sur(&t, "tableau", equipe_libre));
	check(droit_sur(&t, "groupes", equipe_libre) && droit_sur(&t, "fil", equipe_libre));
}

TEST(prise_place_of_a_team_made_below_ones_group_gives_nothing_over_who_joins)
{
	cast();
	team(coop, paris);
	joins(benl, equipe_libre);
	nothing_of_berthe();
	check(right_of(coop, equipe_libre) == GERER && right_of(coop, benp) == GERER);
}

TEST(prise_place_of_a_team_moved_below_ones_group_gives_nothing_till_the_staff_says_so)
{
	int64_t billet,
		voisine = t_person("Nour", "Paris", "nour@exemple.org", "confirme", "benevole");

	cast();
	t_member(paris, voisine, "membre");
	team(benp, 0);
	joins(benl, equipe_libre);
	t_member(equipe_libre, coop, "coordination");
	db_exec(&t,
		SQL("UPDATE membre SET confirme = FALSE WHERE groupe_id = ? AND contact_id = ?"),
		I(equipe_libre), I(coop));
	acces_contact(&t, coop);
	check(moves(coop, equipe_libre, paris) == 303);
	nothing_of_berthe();
	billet = post_in(equipe_libre);
	check(right_of(voisine, billet) == CONTRIBUER); /* what is published comes down as before */
	as(sal);
	check(get(groupes_at(equipe_libre, at("/deplacer?vers=%" PRId64, paris))) == 200);
	check_says("sur les personnes");
	check(moves(sal, equipe_libre, paris) == 303);
	check(right_of(coop, benl) == GERER);
}

/* A sure place below one that is not: nothing comes through it. */
TEST(prise_place_counts_all_the_way_up)
{
	int64_t sous;

	cast();
	team(coop, paris);
	sous = t_group("equipe", "Sous-équipe");
	t.user.id = 0; /* the operator: sure */
	check(arbre_move(&t, sous, equipe_libre));
	t_member(sous, benl, "membre");
	check(right_of(coop, benl) <= VOIR);
	t_member(equipe_libre, benp, "coordination");
	check(right_of(benp, benl) == GERER); /* from the team down to what the staff put there */
	check(moves(sal, equipe_libre, paris) == 303);
	check(right_of(coop, benl) == GERER);
	check(moves(coop, sous, paris) == 303); /* what she places anew, she has nobody by */
	check(right_of(coop, benl) <= VOIR);
}

/* What the CRM gives is moved by the staff, and so is what holds it. */
TEST(prise_place_of_what_the_crm_gives_is_the_staffs_to_change)
{
	int64_t mine, region = t_group("groupe_local", "Région");

	cast();
	t.user.id = 0;
	check(arbre_move(&t, paris, region));
	db_exec(&t,
		SQL("UPDATE groupe SET champ_id = (SELECT MIN(id) FROM champ), valeur = 'paris'"
		    " WHERE id = ?"),
		I(paris));
	t_member(region, benl, "coordination");
	db_exec(&t, SQL("UPDATE membre SET confirme = FALSE WHERE contact_id = ?"), I(benl));
	acces_contact(&t, benl);
	as(benl);
	check(post("/groupes/nouveau",
		      "titre=Mon+groupe&type=groupe_travail&ouverture=ferme&parent=") == 303);
	mine = made("Mon groupe");
	check(moves(benl, paris, mine) == 422);
	check_says("HubSpot");
	check(moves(benl, region, mine) == 422);
	check(get(groupes_at(paris, "/deplacer")) == 200);
	check_says("HubSpot");
	check_hides("Voir ce qui va changer");
	check(moves(sal, paris, mine) == 303);
}

/* Whoever walks into the one above would read what is closed. */
TEST(prise_place_below_an_open_group_is_given_to_a_closed_one_by_the_staff)
{
	int64_t closed;

	cast();
	team(benl, 0);
	closed = t_group("equipe", "Cercle");
	t_member(closed, benl, "coordination");
	check(moves(benl, closed, equipe_libre) == 422);
	check_says("Equipe libre");
	check_says("Siège");
	check(moves(sal, closed, equipe_libre) == 303);
}
