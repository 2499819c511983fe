/* prise_coordination_test.c - coordination that one gives oneself gives nothing over people */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/groupes/membre.h"
#include "domain/imports/import.h"
#include "domain/socle/modele.h"
#include "pris.h"

static int64_t
invited(int64_t group, int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM groupe_demande WHERE groupe_id = ? AND contact_id = ?"
		    " AND genre = 'invitation' AND etat = 'attente'"),
		I(group), I(who));
}

/* Élodie and a prospect accept to be in Bout's group: he coordinates it, and follows neither. */
static void
accepted(const char *type)
{
	taken();
	pro = t_person("Prosper", "Futur", "prosper@exemple.org", "prospect", "benevole");
	db_exec(&t, SQL("INSERT INTO objet_etiquette SELECT ?, MIN(id) FROM etiquette"), I(benp));
	db_exec(&t, SQL("UPDATE groupe SET type = ? WHERE id = ?"), S(type), I(mine));
	liste_expand_group(&t, mine);
	membre_follow_type(&t, mine, NULL);
	t_member(mine, benp, "membre");
	t_member(mine, pro, "membre");
	t_settle(benp);
	as(bout);
}

/* Everything over people that WHO must not have by coordinating MINE. */
static void
nothing_over_people(int64_t who)
{
	static const char *const closed[] = { "/imports", "/imports/modele.csv",
		"/contacts/accueil", "/etiquettes" };

	as(who);
	nothing_of_her();
	as(who);
	check(right_of(who, benp) <= VOIR && right_of(who, pro) == 0);
	check(get(at("/contacts/%" PRId64, pro)) == 404);
	check(get(at("/contacts/%" PRId64, benp)) == 200);
	check_hides("Fiable");
	check(get(at("/etiquettes/objet/%" PRId64, benp)) != 200);
	check(post(at("/etiquettes/objet/%" PRId64, benp), "etiquettes=1") != 303);
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
		get(closed[i]);
		check(t_reply->status == 403 || t_reply->status == 404);
	}
	check(get("/annuaire.json?q=0612345678") == 200);
	check_hides("lodie");
	check(get("/recherche.json?q=0612345678") == 200);
	check_hides("lodie");
	check(get("/annuaire.json?telephone=0612345678") == 200);
	check_hides("lodie");
	check(get("/annuaire.csv?col=nom&col=telephone&col=date_naissance&col=etiquettes") == 200);
	check(strstr(t_file(), "12 34 56") == NULL && strstr(t_file(), "Fiable") == NULL);
	check(get("/annuaire.json?statut=prospect") == 200);
	check_hides("Prosper");
	check(get(at("/annuaire.json?si=%%7B%%22lien%%22%%3A%%22toutes%%22%%2C%%22si%%22%%3A%%5B"
		     "%%7B%%22sujet%%22%%3A%%22telephone%%22%%2C%%22op%%22%%3A%%22commence%%22%%2C"
		     "%%22v%%22%%3A%%5B%%220612%%22%%5D%%7D%%5D%%7D")) == 200);
	check_hides("lodie");
	check(get(at("/groupes/%" PRId64 "/membres.csv", mine)) == 200);
	check(strstr(t_file(), "Prosper") == NULL);
	check(get(at("/tableau-de-bord/missions?groupe=%" PRId64, mine)) == 404);
	as(coop);
	check(get(at("/tableau-de-bord/missions?groupe=%" PRId64, paris)) == 200);
	as(who);
	check(get(at("/contacts/silence?groupe=%" PRId64, mine)) != 200);
	get(at("/compte/invitations/%" PRId64, mine));
	check(t_reply->status == 403 || t_reply->status == 404);
	check(right_of(who, mine) == GERER);
	check(get(at("/groupes/%" PRId64 "/membres", mine)) == 200);
	check(get(at("/groupes/%" PRId64 "/demandes", mine)) == 200);
	check(get(at("/groupes/%" PRId64 "/modifier", mine)) == 200);
}

TEST(prise_ones_own_group_gives_nothing_over_its_members)
{
	accepted("groupe_travail");
	db_exec(&t, SQL("UPDATE champ SET lecture = 3 WHERE cle = 'telephone'"));
	modele_changed(&t);
	nothing_over_people(bout);
}

/* Even where the type is for that, and through somebody whom one named oneself. */
TEST(prise_a_role_given_by_whom_had_it_from_nobody_gives_nothing_over_people)
{
	accepted("groupe_local");
	db_exec(&t, SQL("UPDATE champ SET lecture = 3 WHERE cle = 'telephone'"));
	modele_changed(&t);
	nothing_over_people(bout);
	t_member(mine, benl, "membre");
	as(bout);
	check(post(member_page(mine, benl), "acte=donner&role=coordination") == 303);
	as(benl);
	check(get(at("/groupes/%" PRId64 "/demandes", mine)) == 200);
	bout = benl;
	nothing_over_people(benl);
}

/* A coordinator whom the CRM named names another: the group at once, its people when the staff says
 * so. */
TEST(prise_the_staff_confirms_a_coordination_and_its_rights_follow)
{
	taken();
	t_member(paris, benl, "membre");
	as(coop);
	check(post(member_page(paris, benl), "acte=donner&role=coordination") == 303);
	check(right_of(benl, paris) == GERER && right_of(benl, benp) == VOIR);
	check(get(member_page(paris, benl)) == 200);
	check_says("le Siège ne l’a pas confirmée");
	check_hides(">Confirmer<");
	as(sal);
	check(get(member_page(paris, benl)) == 200);
	check_says(">Confirmer<");
	check(post(member_page(paris, benl), "acte=donner&role=coordination") == 303);
	check(right_of(benl, benp) == GERER);
	check(get(member_page(paris, benl)) == 200);
	check_hides(">Confirmer<");
	as(coop); /* who may not confirm may not end what was confirmed */
	check(post(member_page(paris, benl), "acte=retirer&role=coordination") == 403);
	check(post(member_page(paris, benl), "acte=retirer&role=membre") == 403);
	as(sal);
	check(post(member_page(paris, benl), "acte=retirer&role=coordination") == 303);
	check(right_of(benl, benp) == VOIR);
}

/* The grid may give all groups to a volunteer: she keeps them, and has nobody by that. */
TEST(prise_who_keeps_all_groups_by_delegation_takes_hold_of_nobody)
{
	taken();
	as(adm);
	check(post("/admin/droits/nouveau", "email=bout%40exemple.org") == 303);
	check(post(t_reply->location, "d_groupes=2&confirmer=1") == 303);
	t_member(paris, bout, "membre");
	as(bout);
	check(post(member_page(paris, bout), "acte=donner&role=coordination") == 303);
	check(right_of(bout, paris) == GERER);
	check(right_of(bout, benp) <= VOIR);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 404);
	check(post(at("/groupes/%" PRId64 "/inviter", mine),
		      at("contact=%" PRId64 "&role=membre", benp)) == 303);
	check(!membre_is(&t, mine, benp) && invited(mine, benp) == 1);
	as(sal);
	check(post(at("/groupes/%" PRId64 "/inviter", paris),
		      at("contact=%" PRId64 "&role=membre", benl)) == 303);
	check(membre_is(&t, paris, benl));
}

TEST(prise_what_the_crm_says_of_a_coordination_gives_all_of_it)
{
	taken();
	db_exec(&t,
		SQL("UPDATE membre SET origine = 'hubspot', confirme = FALSE WHERE contact_id = ?"),
		I(coop));
	acces_contact(&t, coop);
	check(right_of(coop, benp) == GERER);
	as(coop);
	check(get("/imports") == 200);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 200);
	check_says("Confidence");
}

/* What a type says is changed by administrators, and rights follow; a manager cannot choose such a
 * type. */
TEST(prise_types_say_whose_coordination_follows_people)
{
	taken();
	as(bout);
	check(post(at("/groupes/%" PRId64 "/modifier", mine),
		      "titre=Mon+groupe&type=equipe&ouverture=ouvert&actif=1") == 422);
	check_says("demandez au Siège");
	as(adm);
	check(get("/admin/groupes/types/groupe_local") == 200);
	check_says("Leur coordination suit les personnes");
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=10&ouverture=ferme"
		      "&prospects=1") == 303);
	check(right_of(coop, benp) == VOIR && right_of(coop, paris) == GERER);
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=10&ouverture=ferme"
		      "&prospects=1&encadre=1") == 303);
	check(right_of(coop, benp) == GERER);
	db_exec(&t, SQL("INSERT INTO profil_droit VALUES (2, 'administration', 2)"));
	as(sal); /* administers by delegation: what it gives she may not hold */
	check(get("/admin/groupes/types/groupe_travail") == 200);
	check_hides("Leur coordination suit les personnes");
	check(post("/admin/groupes/types/groupe_travail",
		      "titre=GT&pluriel=GTs&teinte=1&ordre=10&ouverture=ouvert&libre=1"
		      "&encadre=1") == 303);
	check(db_int(&t, SQL("SELECT encadre FROM groupe_type WHERE cle = 'groupe_travail'")) == 0);
}

static bool
has_role_public(int64_t who)
{
	return db_int(&t,
		       SQL("SELECT COUNT(*) FROM contact_public cp"
			   " JOIN public p ON p.id = cp.public_id"
			   " WHERE cp.contact_id = ? AND p.genre = 'role_groupe'"
			   " AND p.cle = '0:animation'"),
		       I(who)) != 0;
}

/* A type that volunteers may make from now on: roles that they give one another count no more. */
TEST(prise_roles_follow_when_a_type_becomes_one_that_anybody_makes)
{
	taken();
	db_exec(&t,
		SQL("INSERT IGNORE INTO groupe_role (cle, titre, ordre)"
		    " VALUES ('animation', 'Animation', 12)"));
	db_exec(&t,
		SQL("INSERT IGNORE INTO public (genre, cle, titre)"
		    " VALUES ('role_groupe', '0:animation', 'Animation')"));
	t_member(paris, benl, "animation");
	db_exec(&t, SQL("UPDATE membre SET confirme = FALSE WHERE role = 'animation'"));
	acces_contact(&t, benl);
	check(has_role_public(benl));
	as(adm);
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=10&ouverture=ferme"
		      "&prospects=1&encadre=1&libre=1") == 303);
	check(!has_role_public(benl));
}

/* The line of the grid that anybody may have by making a group is offered nothing over people. */
TEST(prise_the_grid_gives_people_to_confirmed_coordination_alone)
{
	int64_t any, confirmed;

	taken();
	any = db_int(&t, SQL("SELECT id FROM profil WHERE genre = 'coordination'"));
	confirmed = db_int(&t, SQL("SELECT id FROM profil WHERE genre = 'encadrement'"));
	as(adm);
	check(get(at("/admin/droits/%" PRId64, any)) == 200);
	check_hides("d_fiches");
	check_says("d_groupes");
	check(post(at("/admin/droits/%" PRId64, any),
		      "d_fiches=2&d_coordonnees=1&d_groupes=2&d_fil=1&d_creation=2&confirmer=1") ==
		303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM profil_droit WHERE profil_id = ?"
			  " AND (domaine IN ('fiches', 'coordonnees')"
			  " OR (domaine = 'groupes' AND niveau = 2))"),
		      I(any)) == 0);
	nothing_of_her();
	as(adm);
	check(get(at("/admin/droits/%" PRId64, confirmed)) == 200);
	check_says("d_fiches");
	check(post(at("/admin/droits/%" PRId64, confirmed), "d_contacts=1&confirmer=1") == 303);
	check(right_of(coop, benp) < GERER);
}

/* A note is for the coordination of one group, not for that of every group she is in. */
TEST(prise_a_note_is_read_by_the_coordination_that_it_was_written_for)
{
	int64_t chef, other;

	taken();
	lille = t_group("groupe_local", "Groupe local de Lille");
	other = t_person("Léa", "Nord", "lea@exemple.org", "confirme", "benevole");
	chef = t_person("Chantal", "Région", "chantal@exemple.org", "confirme", "benevole");
	t_member(lille, other, "coordination");
	t_member(lille, benp, "membre");
	check(right_of(other, benp) == GERER);
	as(other);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 200);
	check_hides("Confidence");
	check(post(at("/contacts/%" PRId64 "/notes", benp),
		      arena_printf(&t.mem, "texte=Lilloise&niveau=coordination&groupe=%" PRId64,
			      paris)) == 303); /* not hers to choose: Lille's */
	as(coop);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 200);
	check_says("Confidence");
	check_says("La coordination de « Groupe local de Paris » et");
	check_hides("Lilloise");
	as(sal);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 200);
	check_says("Confidence");
	check_says("Lilloise");
	check_says("name=\"groupe\"");
	check(post(at("/contacts/%" PRId64 "/notes", benp),
		      arena_printf(&t.mem, "texte=Pour+Lille&niveau=coordination&groupe=%" PRId64,
			      lille)) == 303);
	as(coop);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 200);
	check_hides("Pour Lille");
	as(other);
	check(get(at("/contacts/%" PRId64 "/notes.json", benp)) == 200);
	check_says("Pour Lille");
	/* and by that of the group above it */
	t_member(db_int(&t, SQL("SELECT cadre_id FROM objet WHERE id = ?"), I(lille)), chef,
		"coordination");
	as(chef);
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 200);
	check_says("Lilloise");
}
