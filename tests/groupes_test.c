/* groupes_test.c - groups: who joins, who gives which role, hidden ones, the tree, archives */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "domain/acces.h"
#include "domain/arbre.h"
#include "domain/cycle.h"
#include "domain/demo_groupes.h"
#include "domain/groupe.h"
#include "domain/membre.h"
#include "domain/notif.h"
#include "domain/ouverture.h"
#include "t.h"

static int64_t paris, lille, coop, benp, benl, pro, sal, adm;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	pro = t_person("Prosper", "Futur", "prosper@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	db_exec(&t,
		SQL("INSERT INTO contact_mot (mot, champ_id, contact_id) VALUES ('elodie', 2, ?), ('berthe', 2, ?)"),
		I(benp), I(benl));
	t_member(paris, coop, "coordination");
	t_member(paris, coop, "membre");
	t_member(paris, benp, "membre");
	t_member(lille, benl, "membre");
}

static const char *
at(int64_t id, const char *rest)
{
	return arena_printf(&t.mem, "/groupes/%" PRId64 "%s", id, rest);
}

static int64_t
made(const char *titre)
{
	return db_int(
		&t, SQL("SELECT id FROM objet WHERE genre = 'groupe' AND titre = ?"), S(titre));
}

static const char *
member_page(int64_t group, int64_t who)
{
	return arena_printf(&t.mem, "/groupes/%" PRId64 "/membres/%" PRId64, group, who);
}

static int64_t
post_in(int64_t group)
{
	return db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cadre_id, liste_id)"
		    " VALUES ('publication', 'Mot', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?, ?)"),
		I(group), I(groupe_contenu_liste(&t, group)));
}

static int64_t
right(int64_t who, int64_t objet)
{
	return db_int(&t,
		SQL("SELECT MAX(a.droit) FROM objet o JOIN acces a ON a.liste_id = o.liste_id"
		    " JOIN contact_public cp ON cp.public_id = a.public_id AND cp.contact_id = ? WHERE o.id = ?"),
		I(who), I(objet));
}

/* How many events of that kind were told to somebody. */
static int64_t
told(const char *genre)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_evenement e JOIN notif_cible c ON c.evenement_id = e.id WHERE e.genre = ?"),
		S(genre));
}

TEST(groupes_are_made_by_volunteers_who_then_coordinate_them)
{
	int64_t gt;

	people();
	as(pro);
	check(get("/groupes/nouveau") == 403);
	as(benp);
	check(get("/groupes/nouveau") == 200);
	check(post("/groupes/nouveau", "titre=&type=groupe_travail&ouverture=ouvert") == 422);
	check(post("/groupes/nouveau",
		      "titre=Instance+secr%C3%A8te&type=instance&ouverture=ouvert") == 422);
	check(post("/groupes/nouveau",
		      "titre=GT+Banques&type=groupe_travail&ouverture=ferme&description=Les+**banques**+et+%3Cscript%3E&departement=75") ==
		303);
	gt = made("GT Banques");
	check(membre_is(&t, gt, benp));
	check(get(at(gt, "/modifier")) == 200);
	check_says("Les **banques** et");
	check(get(at(gt, "/a-propos")) == 200);
	check_says("Les <strong>banques</strong> et");
	check_hides("et <script>");
	check(get(at(gt, "")) == 200);
	check_says("<p>Les banques et");
	check(post("/groupes/nouveau", "titre=gt+banques&type=groupe_travail&ouverture=ferme") ==
		422);
	check_says("porte déjà ce nom");
	as(benl);
	check(get(at(gt, "")) == 200);
	check(get(at(gt, "/modifier")) == 404);
	check(get("/groupes?vue=carte") == 200);
	check_says("/groupes?departement=75");
	db_exec(&t, SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP() WHERE id = ?"), I(gt));
	check(get("/groupes?vue=carte") == 200);
	check_hides("/groupes?departement=75");
	db_exec(&t, SQL("UPDATE objet SET archive_le = NULL WHERE id = ?"), I(gt));
	check(get("/groupes.json?q=banq") == 200);
	check_says("\"total\":1");
	as(adm);
	check(post(at(gt, "/modifier"),
		      "titre=GT+Finances&type=groupe_travail&ouverture=ouvert&cree_le=2020-01-05&ferme_le=2026-02-01&actif=0&ville=Lyon&departement=69") ==
		303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM public WHERE cle LIKE CONCAT(?, '%') AND titre LIKE '%GT Banques'"),
		      I(gt)) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM public WHERE cle = ? AND titre = 'Coordination, GT Finances'"),
		      I(gt)) == 1);
	check(get("/groupes.csv?etat=inactifs") == 200);
	check(get("/groupes.json?etat=inactifs") == 200);
	check_says("GT Finances");
	check_says("2020-01-05");
	check(get("/groupes.json?departement=69&etat=actifs") == 200);
	check_says("\"total\":0");
}

TEST(groupes_whose_creation_is_restricted_by_the_grid)
{
	people();
	db_exec(&t,
		SQL("DELETE FROM profil_droit WHERE domaine = 'creation' AND profil_id IN (3, 5)"));
	as(benp);
	check(get("/groupes/nouveau") == 403);
	check(post("/groupes/nouveau", "titre=X&type=groupe_travail&ouverture=ouvert") == 403);
	check(get("/groupes") == 200);
	check_hides("/groupes/nouveau");
}

TEST(groupes_open_are_joined_at_once_and_left_with_their_history)
{
	people();
	ouverture_set(&t, paris, "ouvert");
	as(benl);
	check(get(at(paris, "/rejoindre")) == 200);
	check(post(at(paris, "/rejoindre"), "") == 303);
	check(membre_is(&t, paris, benl));
	check(get(at(paris, "/quitter")) == 200);
	check(post(at(paris, "/quitter"), "") == 303);
	check(!membre_is(&t, paris, benl));
	check(get(at(paris, "/membres?vue=anciens")) == 200);
	check_hides("jusqu’au");
	as(coop);
	check(get(at(paris, "/membres?vue=anciens")) == 200);
	check_says("Berthe");
	check_says("jusqu’au");
	check(get(at(paris, "/quitter")) == 200);
	check_says("Personne d’autre ne coordonne");
}

TEST(groupes_closed_are_asked_and_their_coordination_answers)
{
	int64_t id;

	people();
	as(benl);
	check(post(at(paris, "/rejoindre"), "mot=Je+d%C3%A9m%C3%A9nage") == 303);
	check(!membre_is(&t, paris, benl));
	check(post(at(paris, "/rejoindre"), "mot=Encore") == 303);
	id = db_int(&t,
		SQL("SELECT id FROM groupe_demande WHERE contact_id = ? AND etat = 'attente'"),
		I(benl));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"),
		      I(benl)) == 1);
	check(told("demande_groupe") == 1);
	check(get(at(paris, "")) == 200);
	check_says("Demande envoyée");
	check(get(at(paris, "/demandes")) == 404);
	as(benp);
	check(get(at(paris, "/demandes")) == 404);
	check(post(at(paris, arena_printf(&t.mem, "/demandes/%" PRId64, id)), "acte=accepter") ==
		404);
	check(get("/") == 200);
	check_hides("/demandes\"");
	as(coop);
	check(get("/") == 200);
	check_says("Répondre à 1 demande");
	check_says("/demandes\"");
	check(get(at(paris, "/demandes")) == 200);
	check_says("Je déménage");
	check(post(at(lille, arena_printf(&t.mem, "/demandes/%" PRId64, id)), "acte=accepter") ==
		404);
	check(post(at(paris, arena_printf(&t.mem, "/demandes/%" PRId64, id)),
		      "acte=accepter&mot=Bienvenue") == 303);
	check(membre_is(&t, paris, benl));
	check(told("invitation_groupe") == 1);
	check(post(at(paris, arena_printf(&t.mem, "/demandes/%" PRId64, id)), "acte=refuser") ==
		404);
}

TEST(groupes_invite_whom_one_does_not_manage_and_add_whom_one_does)
{
	const char *answer;
	int64_t equipe;

	people();
	equipe = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, equipe, paris));
	as(coop);
	check(get(at(equipe, "/inviter?q=Elodie")) == 200);
	check_says("entre aussitôt");
	check(get(at(equipe, "/inviter?q=Berthe")) == 200);
	check_says("reçoit une invitation");
	check(post(at(equipe, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&role=membre", benp)) == 303);
	check(membre_is(&t, equipe, benp));
	check(post(at(equipe, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&role=coordination&mot=Viens",
			      benl)) == 303);
	check(!membre_is(&t, equipe, benl));
	answer = arena_printf(&t.mem, "/groupes/invitations/%" PRId64,
		db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande WHERE contact_id = ?"),
			I(benl)));
	check(get(answer) == 404); /* not hers */
	check(get("/") == 200);
	check_hides("l’invitation");
	as(benl);
	check(get("/") == 200);
	check_says("Répondre à l’invitation : Équipe affiches");
	check_says("/groupes/invitations/");
	check(get(answer) == 200);
	check_says("Coline Martin vous invite");
	check(post(answer, "reponse=oui") == 303);
	check(get("/") == 200);
	check_hides("l’invitation");
	check(membre_is(&t, equipe, benl));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND role = 'coordination'"),
		      I(benl)) == 0);
	check(get(answer) == 404);
}

TEST(groupes_offer_and_take_only_whom_the_reader_may_see)
{
	int64_t gone = 0;

	people();
	gone = t_person("Prune", "Inconnue", "prune@exemple.org", "prospect", "benevole");
	db_exec(&t,
		SQL("INSERT INTO contact_mot (mot, champ_id, contact_id) VALUES ('prune', 2, ?)"),
		I(gone));
	as(coop);
	check(get(at(paris, "/inviter?q=Prune")) == 200);
	check_hides("Inconnue");
	check(post(at(paris, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, gone)) == 404);
	check(post(at(paris, "/inviter"),
		      "adresses=prune@exemple.org,+berthe@exemple.org,+nul@exemple.org") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"),
		      I(gone)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"),
		      I(benl)) == 1);
	check(told("invitation_groupe") == 1);
	check(post(at(paris, "/inviter"), "adresses=personne") == 422);
	as(benp);
	check(get(at(paris, "/inviter?q=Berthe")) == 404);
	check(post(at(paris, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, benl)) == 404);
}

TEST(groupes_promote_then_demote_and_the_former_rights_are_back)
{
	const char *before;

	people();
	t_member(paris, pro, "membre");
	before = db_string(&t,
		SQL("SELECT GROUP_CONCAT(public_id ORDER BY public_id) FROM contact_public WHERE contact_id = ?"),
		I(benp));
	check(right(benp, pro) == 0);
	as(coop);
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 303);
	check(right(benp, pro) == 3 && right(benp, paris) == 3);
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 303);
	check(post(member_page(paris, benp), "acte=retirer&role=coordination") == 303);
	check(right(benp, pro) == 0 && right(benp, paris) == 1);
	check(strcmp(before,
		      db_string(&t,
			      SQL("SELECT GROUP_CONCAT(public_id ORDER BY public_id) FROM contact_public WHERE contact_id = ?"),
			      I(benp))) == 0);
	check(membre_is(&t, paris, benp));
	check(get(member_page(paris, benp)) == 200);
	check_says("du ");
}

TEST(groupes_roles_are_not_given_above_ones_own_level)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO profil_droit (profil_id, domaine, niveau) VALUES (4, 'groupes', 1)"));
	t_member(paris, benp, "referent_plaidoyer");
	liste_expand_grid(&t);
	as(benp); /* a référence to whom the grid gives the groups */
	check(get(member_page(paris, coop)) == 200);
	check_hides("value=\"coordination\"");
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 403);
	check(post(member_page(paris, coop), "acte=retirer&role=coordination") == 403);
	check(post(member_page(paris, benp), "acte=donner&role=referent_communication") == 303);
	as(benl);
	check(post(member_page(paris, benl), "acte=donner&role=coordination") == 404);
}

TEST(groupes_memberships_of_the_crm_are_changed_there)
{
	people();
	db_exec(&t, SQL("UPDATE membre SET origine = 'hubspot' WHERE contact_id = ?"), I(benp));
	as(coop);
	check(get(member_page(paris, benp)) == 200);
	check_says("vient de HubSpot");
	check(post(member_page(paris, benp), "acte=retirer&role=membre") == 422);
	check_says("retirez-le là-bas");
	check(membre_is(&t, paris, benp));
	as(benp);
	check(get(at(paris, "/quitter")) == 200);
	check_says("inscrite dans HubSpot");
	check(post(at(paris, "/quitter"), "") == 303);
	check(membre_is(&t, paris, benp));
}

TEST(groupes_without_coordination_are_listed_and_stay_manageable)
{
	people();
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

TEST(groupes_hidden_are_known_to_their_members_alone)
{
	static const char *const everywhere[] = { "/groupes", "/groupes.json",
		"/groupes.csv?etat=actifs", "/groupes?vue=arbre", "/groupes?type=groupe_travail",
		"/recherche?q=complot", "/annuaire", "/annuaire.json",
		"/annuaire.csv?colonnes=groupe", "/annuaire/filtres", "/" };
	int64_t hidden;

	people();
	hidden = t_group("groupe_travail", "GT Complot");
	ouverture_set(&t, hidden, "cache");
	db_exec(&t, SQL("UPDATE recherche SET corps = titre WHERE objet_id = ?"), I(hidden));
	t_member(hidden, benp, "coordination");
	t_member(hidden, benp, "membre");
	for (size_t i = 0; i < sizeof everywhere / sizeof *everywhere; i++) {
		as(benl);
		check(get(everywhere[i]) == 200);
		check_hides("GT Complot");
		as(sal);
		check(get(everywhere[i]) == 200);
		check_hides("GT Complot");
	}
	as(benl);
	check(get(at(hidden, "")) == 404);
	check(get(at(hidden, "/rejoindre")) == 404);
	check(post(at(hidden, "/rejoindre"), "") == 404);
	check(get(at(hidden, "/qui")) == 404);
	check(get(arena_printf(&t.mem, "/annuaire.json?groupe=%" PRId64, hidden)) == 200);
	check_hides("Élodie");
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benp)) == 200);
	check_hides("GT Complot");
	as(benp);
	check(get("/groupes") == 200);
	check_says("GT Complot");
	check(get(at(hidden, "/membres")) == 200);
	as(adm);
	check(get(at(hidden, "")) == 200);
	as(benp);
	check(post(at(hidden, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, benl)) == 303);
	check(told("invitation_groupe") == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ? AND genre = 'groupe_invitation'"),
		      I(benl)) == 1);
	as(benl);
	check(get(at(hidden, "")) == 404);
	check(get(arena_printf(&t.mem, "/groupes/invitations/%" PRId64,
		      db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande")))) == 200);
	check_says("GT Complot");
}

TEST(groupes_move_says_before_who_will_see_and_who_will_not)
{
	int64_t equipe, billet;

	people();
	equipe = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, equipe, paris));
	billet = post_in(equipe);
	check(right(benp, billet) > 0 && right(benl, billet) == 0);
	as(benp);
	check(get(at(equipe, "/deplacer")) == 404);
	as(adm);
	check(get(at(equipe, arena_printf(&t.mem, "/deplacer?vers=%" PRId64, lille))) == 200);
	check_says("<b>2 personnes ne verront plus</b>");
	check_says("<b>1 personne le verra en plus</b>");
	check(post(at(equipe, "/deplacer"), arena_printf(&t.mem, "vers=%" PRId64, equipe)) == 422);
	check(post(at(equipe, "/deplacer"), arena_printf(&t.mem, "vers=%" PRId64, lille)) == 303);
	check(right(benp, billet) == 0 && right(coop, billet) == 0 && right(benl, billet) > 0);
	check(get(at(equipe, "/deplacer")) == 200);
	check_says("Remettre dans Groupe local de Paris");
	check(post(at(equipe, "/deplacer"), arena_printf(&t.mem, "vers=%" PRId64, paris)) == 303);
	check(right(benp, billet) > 0 && right(benl, billet) == 0);
}

TEST(groupes_archived_are_read_and_no_longer_written)
{
	int64_t billet;

	people();
	billet = post_in(paris);
	check(right(benp, billet) == 2 && right(coop, billet) == 3);
	as(benp);
	check(get(at(paris, "/archiver")) == 404);
	as(coop);
	check(get(at(paris, "/archiver")) == 200);
	check(post(at(paris, "/archiver"), "acte=archiver") == 303);
	check(right(benp, billet) == 1 && right(coop, billet) == 1);
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 409);
	check(get(at(paris, "/inviter")) == 409);
	as(benl);
	check(get("/groupes") == 200);
	check_hides("Groupe local de Paris");
	check(post(at(paris, "/rejoindre"), "") == 409);
	check(get("/groupes?etat=archives") == 200);
	check_says("Groupe local de Paris");
	check(db_int(&t, SQL("SELECT ferme_le = UTC_DATE() FROM groupe WHERE id = ?"), I(paris)) ==
		1);
	as(coop);
	check(post(at(paris, "/archiver"), "acte=rouvrir") == 303);
	check(right(benp, billet) == 2 && right(coop, billet) == 3);
	as(benl);
	check(get("/groupes") == 200);
	check_says("Groupe local de Paris");
}

TEST(groupes_say_who_sees_them_by_the_test_that_opens_pages)
{
	people();
	post_in(paris);
	as(benp);
	check(get(at(paris, "/qui.json")) == 200);
	check_says("\"contenu\":{\"total\":");
	check(get(at(paris, "/qui")) == 200);
	check_says("Groupe local de Paris");
	check(get("/groupes?vue=arbre") == 200);
	check_says("Groupe local de Lille");
	check(get(at(paris, "/a-propos")) == 200);
}

TEST(groupes_types_and_roles_are_lists_of_the_administration)
{
	int64_t gt;

	people();
	as(sal);
	check(get("/admin/groupes") == 403);
	as(adm);
	check(get("/admin/groupes") == 200);
	check(get("/admin/groupes/types/nouveau") == 200);
	check(post("/admin/groupes/roles/nouveau", "titre=R%C3%A9f%C3%A9rence+logement&ordre=45") ==
		303);
	check(post("/admin/groupes/roles/nouveau", "titre=Pilotage&ordre=12&coordination=1") ==
		303);
	check(post("/admin/groupes/types/nouveau",
		      "titre=Collectif&pluriel=&teinte=4&ordre=9&ouverture=ouvert&roles=reference_logement") ==
		422);
	check_says("value=\"reference_logement\" checked");
	check_hides("value=\"pilotage\" checked");
	check(post("/admin/groupes/types/nouveau",
		      "titre=Collectif&pluriel=Collectifs&teinte=4&ordre=9&ouverture=ouvert&libre=1&roles=reference_logement&roles=pilotage") ==
		303);
	check(get("/admin/groupes/types/collectif") == 200);
	check_says("value=\"reference_logement\" checked");
	check(get("/admin/groupes/roles/pilotage") == 200);
	check(get("/admin/groupes/roles/rien") == 404);
	as(benp);
	check(post("/groupes/nouveau", "titre=Collectif+du+quai&type=collectif&ouverture=ouvert") ==
		303);
	gt = made("Collectif du quai");
	check(get(at(gt, "")) == 200);
	check_says("Collectifs"); /* in the tree, below those of its type */
	t_member(gt, benl, "membre");
	as(benp);
	check(get(member_page(gt, benl)) == 200);
	check_says("Référence logement");
	check(right(benl, gt) == 1);
	check(post(member_page(gt, benl), "acte=donner&role=pilotage") == 303);
	check(right(benl, gt) == 3);
	check(get(at(gt, "/membres")) == 200);
	check_says("Pilotage");
	as(adm);
	check(post("/admin/groupes/roles/coordination", "titre=Coordination&ordre=10&retire=1") ==
		303);
	check(db_int(&t,
		      SQL("SELECT retire_le IS NULL FROM groupe_role WHERE cle = 'coordination'")) ==
		1);
}

TEST(groupes_forget_who_is_erased_and_follow_who_is_merged)
{
	people();
	as(benl);
	check(post(at(paris, "/rejoindre"), "mot=Secret") == 303);
	cycle_merge(&t, benl, sal);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE contact_id = ?"), I(sal)) ==
		1);
	cycle_forget(&t, sal);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_demande WHERE mot = 'Secret'")) == 0);
}

TEST(groupes_of_the_demonstration_are_made_once)
{
	people();
	t_group("trailwalker", "Trailwalker Avallon 2026");
	check(demo_groups(&t) > 5);
	check(demo_groups(&t) == 0);
	check(made("Les Semelles de vent") != 0 && made("GT Banques et climat") != 0);
	check(demo_tags(&t) > 5);
	check(demo_tags(&t) == 0);
	check(demo_values(&t) > 0);
	check(demo_values(&t) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM objet_etiquette oe JOIN etiquette e ON e.id = oe.etiquette_id"
			  " WHERE e.nom = 'Climat' AND oe.objet_id = ?"),
		      I(made("GT Banques et climat"))) == 1);
}

TEST(groupes_hidden_are_not_named_by_who_sees_what_is_below)
{
	int64_t hidden, team;

	people();
	hidden = t_group("groupe_travail", "GT Complot");
	team = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, team, hidden));
	ouverture_set(&t, hidden, "cache");
	t_member(hidden, benp, "membre");
	as(benl);
	check(get(at(team, "/qui")) == 200);
	check_hides("GT Complot");
	check(get(at(team, "")) == 200);
	check_hides("GT Complot");
	check(get("/groupes?vue=arbre") == 200);
	check_hides("GT Complot");
	as(benp);
	check(get(at(team, "/qui")) == 200);
	check_says("GT Complot");
}

TEST(groupes_that_hold_others_are_entered_by_nobody)
{
	int64_t root, secret;

	people();
	root = arbre_root(&t);
	secret = post_in(paris);
	as(benl);
	check(get(at(root, "/rejoindre")) == 404);
	check(post(at(root, "/rejoindre"), "mot=Bonjour") == 404);
	check(!membre_is(&t, root, benl));
	check(right(benl, secret) == 0);
	as(sal);
	check(post(at(root, "/inviter"), arena_printf(&t.mem, "contact=%" PRId64, benl)) == 404);
	check(post(at(root, "/demandes/1"), "acte=accepter") == 404);
}

TEST(groupes_give_no_role_that_their_type_does_not_offer)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO groupe_role (cle, titre, ordre) VALUES ('tresorerie', 'Trésorerie', 50)"));
	as(coop);
	check(post(member_page(paris, coop), "acte=donner&role=tresorerie") == 403);
	check(post(at(paris, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64 "&role=tresorerie", benp)) == 403);
	t_member(paris, benp, "tresorerie");
	check(post(member_page(paris, benp), "acte=retirer&role=tresorerie") == 303);
	db_exec(&t,
		SQL("INSERT INTO groupe_type_role (type, role) VALUES ('groupe_local', 'tresorerie')"));
	check(post(member_page(paris, benp), "acte=donner&role=tresorerie") == 303);
}

TEST(groupes_are_made_neither_in_an_archived_one_nor_of_a_type_that_is_gone)
{
	people();
	as(coop);
	check(post(at(paris, "/archiver"), "acte=archiver") == 303);
	check(post("/groupes/nouveau",
		      arena_printf(&t.mem,
			      "titre=Sous+archive&type=equipe&ouverture=ouvert&parent=%" PRId64,
			      paris)) == 422);
	db_exec(&t, SQL("UPDATE groupe_type SET retire_le = UTC_TIMESTAMP() WHERE cle = 'equipe'"));
	check(post("/groupes/nouveau", "titre=Trop+tard&type=equipe&ouverture=ouvert") == 422);
}

TEST(groupes_of_a_type_are_hidden_from_prospects_when_it_is_said)
{
	people();
	as(pro);
	check(get(at(lille, "")) == 200);
	as(adm);
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=1&ouverture=ferme") ==
		422);
	check_says("(2) ne seront plus connus des sympathisant-e-s (1)");
	check_says("name=\"confirme\"");
	as(pro);
	check(get(at(lille, "")) == 200);
	as(adm);
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=1&ouverture=ferme&confirme=1") ==
		303);
	as(pro);
	check(get(at(lille, "")) == 404);
	as(benp);
	check(get(at(lille, "")) == 200);
}

TEST(groupes_asked_who_reads_them_write_nothing)
{
	int64_t before;

	people();
	db_exec(&t, SQL("UPDATE liste_acces SET cle = CONCAT('x', cle) WHERE cle LIKE ?"),
		S(arena_printf(&t.mem, "contenu:_:%" PRId64 ":%%", paris)));
	before = db_int(&t, SQL("SELECT COUNT(*) FROM liste_acces"));
	as(coop);
	check(get(at(paris, "/qui")) == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM liste_acces")) == before);
}

TEST(groupes_filters_of_many_choices_are_typed)
{
	people();
	for (int i = 0; i < 35; i++) {
		int64_t g = t_group("groupe_local", arena_printf(&t.mem, "Groupe %02d", i));

		db_exec(&t, SQL("UPDATE groupe SET departement = ? WHERE id = ?"),
			S(arena_printf(&t.mem, "%02d", i + 1)), I(g));
		db_exec(&t,
			SQL("INSERT INTO etiquette (nom, famille_id, cree_le) VALUES (?, 1, UTC_TIMESTAMP())"),
			S(arena_printf(&t.mem, "Mot %02d", i)));
		db_exec(&t,
			SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) SELECT ?, id FROM etiquette WHERE nom = ?"),
			I(g), S(arena_printf(&t.mem, "Mot %02d", i)));
	}
	as(adm);
	check(get("/groupes?departement=07") == 200);
	check_says("name=\"departement\" value=\"07\"");
	check_says("Groupe 06");
	check_hides("Groupe 07");
	check_hides("<option value=\"08\"");
	check(get("/groupes.json?tag=mot+12") == 200);
	check_says("\"total\":1");
	check_says("Groupe 12");
}

TEST(groupes_are_filtered_by_the_years_they_began_and_closed)
{
	people();
	db_exec(&t, SQL("UPDATE groupe SET cree_le = '2012-03-01' WHERE id = ?"), I(paris));
	db_exec(&t, SQL("UPDATE groupe SET cree_le = '2019-03-01' WHERE id = ?"), I(lille));
	as(adm);
	check(post(at(lille, "/archiver"), "archive=1") == 303);
	db_exec(&t, SQL("UPDATE groupe SET ferme_le = '2024-06-30' WHERE id = ?"), I(lille));
	check(get("/groupes?cree=2012") == 200);
	check_says("Groupe local de Paris");
	check_says("<option value=\"2012\" selected>");
	check_says("<option value=\"2024\">");
	check(get("/groupes.json?cree=2019&etat=archives") == 200);
	check_says("Groupe local de Lille");
	check_hides("Groupe local de Paris");
	check(get("/groupes.json?ferme=2024") == 200);
	check_says("\"total\":1");
	check_says("Groupe local de Lille");
	check(get("/groupes.json?ferme=2023") == 200);
	check_says("\"total\":0");
}

/* What the grid gives everywhere stops at what is hidden, list or no list. */
TEST(groupes_without_a_list_of_access_open_to_nobody)
{
	people();
	db_exec(&t,
		SQL("UPDATE profil_droit SET niveau = 2 WHERE domaine IN ('fil', 'moderation')"));
	db_exec(&t, SQL("UPDATE liste_acces SET cle = CONCAT('x', cle) WHERE cle LIKE ?"),
		S(arena_printf(&t.mem, "contenu:_:%" PRId64 ":%%", paris)));
	as(benl);
	check(get(at(paris, "")) == 200);
	check_hides("publications/nouvelle");
	check(get(at(paris, "/publications/nouvelle")) == 403);
}

TEST(groupes_counted_on_the_home_page_are_those_one_sees)
{
	char before[80];
	const char *said;

	people();
	as(benl);
	check(get("/accueil.json") == 200 || get("/.json") == 200);
	said = strstr(t_reply->body, "\"libelle\":\"groupes\"");
	check(said != NULL);
	snprintf(before, sizeof before, "%.24s\"libelle\":\"groupes\"", said - 24);
	as(benp);
	check(post("/groupes/nouveau", "titre=Dans+l%27ombre&type=equipe&ouverture=cache") == 303);
	as(benl);
	check(get("/accueil.json") == 200 || get("/.json") == 200);
	check(strstr(t_reply->body, before) != NULL);
}

TEST(groupes_tell_every_role_that_coordinates)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO groupe_role (cle, titre, coordination, ordre) VALUES ('pilotage', 'Pilotage', TRUE, 12)"));
	t_member(paris, benp, "pilotage");
	t_account(benp, "");
	as(benl);
	check(post(at(paris, "/rejoindre"), "mot=Bonjour") == 303);
	while (notif_spread(&t))
		continue;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif WHERE genre = 'demande_groupe' AND contact_id = ?"),
		      I(benp)) == 1);
	as(benp);
	check(get("/compte") == 200);
	check_says("/compte/invitations");
}

TEST(groupes_tree_is_shown_to_prospects_too)
{
	int64_t who = t_person("Prosper", "Arbre", "arbre@exemple.org", "prospect", "benevole");

	t_group("groupe_local", "Groupe local de Tours");
	as(who);
	check(get("/groupes?vue=arbre") == 200);
	check_says("Tours");
}

/* The file that was just answered holds WORD. */
static bool
file_holds(const char *word)
{
	static char text[1 << 14];
	ssize_t n = t_reply->file != 0 ? pread(t_reply->file, text, sizeof text - 1, 0) : 0;

	text[n > 0 ? n : 0] = '\0';
	return strstr(text, word) != NULL;
}

TEST(groupes_members_and_actions_are_taken_as_tables)
{
	people();
	as(coop);
	check(post(at(paris, "/actions"), "titre=%3DLouer+le+barnum&echeance=2026-12-01") == 303);
	check(get(at(paris, "/membres.csv")) == 200);
	check(file_holds("Martin;Coline;Coordination;"));
	check(file_holds("Paris;Élodie;;"));
	check(!file_holds("Berthe"));
	check(get(at(paris, "/actions.csv")) == 200);
	check(file_holds("Louer le barnum"));
	check(!file_holds("\n=Louer"));
	check(file_holds("À faire;2026-12-01"));
	check(get(at(paris, "/actions.xlsx")) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte IN ('groupe.membres_export', 'groupe.actions_export')"
			  " AND objet_id = ?"),
		      I(paris)) >= 3);
	as(benl);
	check(get(at(paris, "/actions.csv")) == 404);
	check(get(at(paris, "/membres.csv")) == 200);
	db_exec(&t, SQL("DELETE FROM profil_droit WHERE domaine = 'export'"));
	check(get(at(paris, "/membres.csv")) == 403);
}
