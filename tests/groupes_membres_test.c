/* groupes_membres_test.c - who enters a group, with which role, who leaves */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/vie/cycle.h"
#include "groupes.h"

TEST(groupes_open_are_joined_at_once_and_left_with_their_history)
{
	groupes_people();
	ouverture_set(&t, paris, "ouvert");
	as(benl);
	check(get(groupes_at(paris, "/rejoindre")) == 200);
	check(post(groupes_at(paris, "/rejoindre"), "") == 303);
	check(membre_is(&t, paris, benl));
	check(get(groupes_at(paris, "/quitter")) == 200);
	check(post(groupes_at(paris, "/quitter"), "") == 303);
	check(!membre_is(&t, paris, benl));
	check(get(groupes_at(paris, "/membres?vue=anciens")) == 200);
	check_hides("jusqu’au");
	as(coop);
	check(get(groupes_at(paris, "/membres?vue=anciens")) == 200);
	check_says("Berthe");
	check_says("jusqu’au");
	check(get(groupes_at(paris, "/quitter")) == 200);
	check_says("Personne d’autre ne coordonne");
}

TEST(groupes_closed_are_asked_and_their_coordination_answers)
{
	int64_t id;

	groupes_people();
	as(benl);
	check(post(groupes_at(paris, "/rejoindre"), "mot=Je+d%C3%A9m%C3%A9nage") == 303);
	check(!membre_is(&t, paris, benl));
	check(post(groupes_at(paris, "/rejoindre"), "mot=Encore") == 303);
	id = db_int(&t,
		SQL("SELECT id FROM groupe_demande WHERE contact_id = ? AND etat = 'attente'"),
		I(benl));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"),
		      I(benl)) == 1);
	check(groupes_told("demande_groupe") == 1);
	check(get(groupes_at(paris, "")) == 200);
	check_says("Demande envoyée");
	check(get(groupes_at(paris, "/demandes")) == 404);
	as(benp);
	check(get(groupes_at(paris, "/demandes")) == 404);
	check(post(groupes_at(paris, arena_printf(&t.mem, "/demandes/%" PRId64, id)),
		      "acte=accepter") == 404);
	check(get("/") == 200);
	check_hides("/demandes\"");
	as(coop);
	check(get("/") == 200);
	check_says("Répondre à 1 demande");
	check_says("/demandes\"");
	check(get(groupes_at(paris, "/demandes")) == 200);
	check_says("Je déménage");
	check(post(groupes_at(lille, arena_printf(&t.mem, "/demandes/%" PRId64, id)),
		      "acte=accepter") == 404);
	check(post(groupes_at(paris, arena_printf(&t.mem, "/demandes/%" PRId64, id)),
		      "acte=accepter&mot=Bienvenue") == 303);
	check(membre_is(&t, paris, benl));
	check(groupes_told("invitation_groupe") == 1);
	check(post(groupes_at(paris, arena_printf(&t.mem, "/demandes/%" PRId64, id)),
		      "acte=refuser") == 404);
}

TEST(groupes_invite_whom_one_does_not_manage_and_add_whom_one_does)
{
	const char *answer;

	groupes_people();
	equipe = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, equipe, paris));
	as(coop);
	check(get(groupes_at(equipe, "/inviter?q=Elodie")) == 200);
	check_says("entre aussitôt");
	check(get(groupes_at(equipe, "/inviter?q=Berthe")) == 200);
	check_says("reçoit une invitation");
	check(post(groupes_at(equipe, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&role=membre", benp)) == 303);
	check(membre_is(&t, equipe, benp));
	check(post(groupes_at(equipe, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&role=coordination&mot=Viens",
			      benl)) == 303);
	check(!membre_is(&t, equipe, benl));
	answer = arena_printf(&t.mem, "/groupes/invitations/%" PRId64,
		db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande WHERE contact_id = ?"),
			I(benl)));
	check(get(answer) == 404); /* not hers */
	check(get("/") == 200);
	check_hides("l’invitation");
	check(post(at("/groupes/%" PRId64 "/demandes/%s", equipe, strrchr(answer, '/') + 1),
		      "acte=retirer") == 303);
	as(benl);
	check(get(answer) == 404);
	check(post(answer, "reponse=oui") == 404 && !membre_is(&t, equipe, benl));
	as(coop);
	check(post(groupes_at(equipe, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&mot=Viens", benl)) == 303);
	answer = arena_printf(&t.mem, "/groupes/invitations/%" PRId64,
		db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande WHERE contact_id = ?"),
			I(benl)));
	as(benl);
	check(get("/") == 200);
	check_says("Répondre à l’invitation\u00A0: Équipe affiches");
	check_says("/groupes/invitations/");
	check(get(answer) == 200);
	check_says("Coline Martin vous invite");
	check(post(answer, "reponse=oui") == 303);
	check(get("/") == 200);
	check_hides("l’invitation");
	check(membre_is(&t, equipe, benl));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ?"
			  " AND role = 'coordination'"),
		      I(benl)) == 0);
	check(get(answer) == 404);
}

TEST(groupes_offer_and_take_only_whom_the_reader_may_see)
{
	int64_t gone = 0;

	groupes_people();
	gone = t_person("Prune", "Inconnue", "prune@exemple.org", "prospect", "benevole");
	db_exec(&t,
		SQL("INSERT INTO contact_mot (mot, champ_id, contact_id) VALUES ('prune', 2, ?)"),
		I(gone));
	as(coop);
	check(get(groupes_at(paris, "/inviter?q=Prune")) == 200);
	check_hides("Inconnue");
	check(post(groupes_at(paris, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, gone)) ==
		404);
	check(post(groupes_at(paris, "/inviter"),
		      "adresses=prune@exemple.org,+berthe@exemple.org,+nul@exemple.org") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"),
		      I(gone)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"),
		      I(benl)) == 1);
	check(groupes_told("invitation_groupe") == 1);
	check(post(groupes_at(paris, "/inviter"), "adresses=personne") == 422);
	check(post(groupes_at(paris, "/inviter"),
		      "adresses=malo@exemple.org%0ALouis+louis%40exemple%0Aberthe.exemple.org"
		      "&mot=Venez") == 422);
	check_says("Ce n’est pas une adresse complète\u00a0: louis@exemple, berthe.exemple.org.");
	check_says("malo@exemple.org");
	check_says("Venez");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande")) == 1);
	check(post(groupes_at(paris, "/inviter"),
		      "adresses=Bernard,+Malo+<malo@exemple.org>;+Berthe+<berthe@exemple.org>") ==
		303);
	as(benp);
	check(get(groupes_at(paris, "/inviter?q=Berthe")) == 404);
	check(post(groupes_at(paris, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, benl)) ==
		404);
}

TEST(groupes_promote_then_demote_and_the_former_rights_are_back)
{
	const char *before;

	groupes_people();
	t_member(paris, pro, "membre");
	before = db_string(&t,
		SQL("SELECT GROUP_CONCAT(public_id ORDER BY public_id) FROM contact_public"
		    " WHERE contact_id = ?"),
		I(benp));
	check(right_of(benp, pro) == 0);
	as(coop);
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 303);
	check(right_of(benp, pro) == 0 &&
		right_of(benp, paris) == 3); /* the group, not its people */
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 303);
	check(post(member_page(paris, benp), "acte=retirer&role=coordination") == 303);
	check(right_of(benp, pro) == 0 && right_of(benp, paris) == 1);
	check(strcmp(before,
		      db_string(&t,
			      SQL("SELECT GROUP_CONCAT(public_id ORDER BY public_id)"
				  " FROM contact_public WHERE contact_id = ?"),
			      I(benp))) == 0);
	check(membre_is(&t, paris, benp));
	check(get(member_page(paris, benp)) == 200);
	check_says("du ");
}

TEST(groupes_roles_are_not_given_above_ones_own_level)
{
	groupes_people();
	db_exec(&t,
		SQL("INSERT INTO profil_droit (profil_id, domaine, niveau)"
		    " VALUES (4, 'groupes', 1)"));
	t_member(paris, benp, "referent_plaidoyer");
	liste_expand_grid(&t);
	as(benp); /* a référence to whom the grid gives the groups */
	check(get(member_page(paris, coop)) == 200);
	check_hides("value=\"coordination\"");
	check_hides("Retirer du groupe");
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 403);
	check(post(member_page(paris, coop), "acte=retirer&role=coordination") == 403);
	check(post(member_page(paris, coop), "acte=retirer&role=membre") == 403);
	check(membre_is(&t, paris, coop) && right_of(coop, paris) == 3);
	check(post(member_page(paris, benp), "acte=donner&role=referent_communication") == 303);
	as(benl);
	check(post(member_page(paris, benl), "acte=donner&role=coordination") == 404);
}

TEST(groupes_memberships_of_the_crm_are_changed_there)
{
	groupes_people();
	db_exec(&t, SQL("UPDATE membre SET origine = 'hubspot' WHERE contact_id = ?"), I(benp));
	as(coop);
	check(get(member_page(paris, benp)) == 200);
	check_says("vient de HubSpot");
	check(post(member_page(paris, benp), "acte=retirer&role=membre") == 422);
	check_says("retirez-le là-bas");
	check(membre_is(&t, paris, benp));
	as(benp);
	check(get(groupes_at(paris, "/quitter")) == 200);
	check_says("inscrite dans HubSpot");
	check(post(groupes_at(paris, "/quitter"), "") == 303);
	check(membre_is(&t, paris, benp));
}

TEST(groupes_without_coordination_are_listed_and_stay_manageable)
{
	groupes_people();
	as(sal);
	check(get("/groupes/sans-coordination.json") == 200);
	check_hides("Groupe local de Paris");
	check_says("Groupe local de Lille");
	db_exec(&t, SQL("UPDATE contact SET statut = 'ancien' WHERE id = ?"), I(coop));
	acces_contact(&t, coop);
	check(get("/groupes/sans-coordination.json") == 200);
	check_says("Groupe local de Paris");
	check(get("/groupes/sans-coordination.csv") == 200);
	check(get("/groupes/sans-coordination") == 200);
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 303);
	check(get("/groupes/sans-coordination.json") == 200);
	check_hides("Groupe local de Paris");
	as(benp);
	check(get("/groupes/sans-coordination.csv") == 403);
	check(get("/groupes/sans-coordination") == 403);
}

TEST(groupes_forget_who_is_erased_and_follow_who_is_merged)
{
	groupes_people();
	as(benl);
	check(post(groupes_at(paris, "/rejoindre"), "mot=Secret") == 303);
	cycle_merge(&t, benl, sal);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"), I(sal)) ==
		1);
	cycle_forget(&t, sal);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE mot = 'Secret'")) == 0);
}

TEST(groupes_that_hold_others_are_entered_by_nobody)
{
	int64_t root, secret;

	groupes_people();
	root = arbre_root(&t);
	secret = post_in(paris);
	as(benl);
	check(get(groupes_at(root, "/rejoindre")) == 404);
	check(post(groupes_at(root, "/rejoindre"), "mot=Bonjour") == 404);
	check(!membre_is(&t, root, benl));
	check(right_of(benl, secret) == 0);
	as(sal);
	check(post(groupes_at(root, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, benl)) ==
		404);
	check(post(groupes_at(root, "/demandes/1"), "acte=accepter") == 404);
}

TEST(groupes_give_no_role_that_their_type_does_not_offer)
{
	groupes_people();
	db_exec(&t,
		SQL("INSERT INTO groupe_role (cle, titre, ordre)"
		    " VALUES ('tresorerie', 'Trésorerie', 50)"));
	as(coop);
	check(post(member_page(paris, coop), "acte=donner&role=tresorerie") == 403);
	check(post(groupes_at(paris, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&role=tresorerie", benp)) == 403);
	t_member(paris, benp, "tresorerie");
	check(post(member_page(paris, benp), "acte=retirer&role=tresorerie") == 303);
	db_exec(&t,
		SQL("INSERT INTO groupe_type_role (type, role)"
		    " VALUES ('groupe_local', 'tresorerie')"));
	check(post(member_page(paris, benp), "acte=donner&role=tresorerie") == 303);
}

TEST(groupes_members_and_actions_are_taken_as_tables)
{
	groupes_people();
	as(coop);
	check(post(groupes_at(paris, "/actions"), "titre=%3DLouer+le+barnum&echeance=2026-12-01") ==
		303);
	check(get(groupes_at(paris, "/membres.csv")) == 200);
	check(strstr(t_file(), "Martin;Coline;Coordination;") != NULL);
	check(strstr(t_file(), "Paris;Élodie;;") != NULL);
	check(strstr(t_file(), "Berthe") == NULL);
	check(strstr(t_header("Content-Disposition"),
		      arena_printf(&t.mem, "membres-groupe-local-de-paris-%s.csv",
			      text_iso_at(&t.mem, clock_now()))) != NULL);
	/* what the coordination reads of a member, a member of another group does not */
	check(strstr(t_file(), "elodie@exemple.org") != NULL);
	as(benl);
	check(get(groupes_at(paris, "/membres.csv")) == 200);
	check(strstr(t_file(), "Paris;Élodie;") != NULL &&
		strstr(t_file(), "elodie@exemple.org") == NULL);
	as(coop);
	check(get(groupes_at(paris, "/actions.csv")) == 200);
	check(strstr(t_file(), "Louer le barnum") != NULL);
	check(strstr(t_file(), "\n=Louer") == NULL);
	check(strstr(t_file(), "À faire;2026-12-01") != NULL);
	check(get(groupes_at(paris, "/actions.xlsx")) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte IN ('groupe.membres_export',"
			  " 'groupe.actions_export') AND objet_id = ?"),
		      I(paris)) >= 3);
	as(benl);
	check(get(groupes_at(paris, "/actions.csv")) == 404);
	check(get(groupes_at(paris, "/membres.csv")) == 200);
	db_exec(&t, SQL("DELETE FROM profil_droit WHERE domaine = 'export'"));
	check(get(groupes_at(paris, "/membres.csv")) == 403);
}

/* A prospect is seen by the coordination alone, who left by who manages the group. */
TEST(groupes_tables_and_lists_hold_whom_and_what_one_may_see)
{
	int64_t old, hidden;

	groupes_people();
	pro = t_person("Prosper", "Prospect", "pro@exemple.org", "prospect", "benevole");
	old = t_person("Omer", "Ancien", "omer@exemple.org", "confirme", "benevole");
	t_member(paris, pro, "membre");
	t_member(paris, old, "membre");
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(old));
	as(coop);
	check(post(groupes_at(paris, "/actions"), "titre=Louer+le+barnum") == 303);
	check(post(groupes_at(paris, "/actions"), "titre=Chut") == 303);
	hidden = last();
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(hidden));
	check(get(groupes_at(paris, "/membres.csv")) == 200);
	check(strstr(t_file(), "Prosper") != NULL && strstr(t_file(), "Omer") == NULL);
	check(get(groupes_at(paris, "/membres.csv?vue=anciens")) == 200);
	check(strstr(t_file(), "Omer") != NULL);
	as(benp);
	check(get(groupes_at(paris, "/membres")) == 200);
	check_says("Coline");
	check_hides("Prosper");
	check(get("/") == 200);
	check_hides("Prosper"); /* nor as a newcomer */
	for (int i = 0; i < 2; i++) {
		check(get(groupes_at(
			      paris, i == 0 ? "/membres.csv" : "/membres.csv?vue=anciens")) == 200);
		check(strstr(t_file(), "Coline") != NULL && strstr(t_file(), "Prosper") == NULL &&
			strstr(t_file(), "Omer") == NULL);
	}
	check(get(groupes_at(paris, "/actions.csv")) == 200);
	check(strstr(t_file(), "Louer le barnum") != NULL && strstr(t_file(), "Chut") == NULL);
}
