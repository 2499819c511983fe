/* groupes_test.c - groups: who joins, who gives which role, hidden ones, the tree, archives */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/demo/demo_groupes.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/membre.h"
#include "domain/vie/cycle.h"
#include "groupes.h"

TEST(groupes_are_made_by_volunteers_who_then_coordinate_them)
{
	int64_t gt;

	groupes_people();
	as(pro);
	check(get("/groupes/nouveau") == 403);
	as(benp);
	check(get("/groupes/nouveau") == 200);
	check(post("/groupes/nouveau", "titre=&type=groupe_travail&ouverture=ouvert") == 422);
	check(post("/groupes/nouveau",
		      "titre=Instance+secr%C3%A8te&type=instance&ouverture=ouvert") == 422);
	check(post("/groupes/nouveau",
		      "titre=GT+Banques&type=groupe_travail&ouverture=ferme"
		      "&description=Les+**banques**+et+%3Cscript%3E&departement=75") == 303);
	gt = made("GT Banques");
	check(membre_is(&t, gt, benp));
	check(get(groupes_at(gt, "/modifier")) == 200);
	check_says("Les **banques** et");
	check(get(groupes_at(gt, "/a-propos")) == 200);
	check_says("Les <strong>banques</strong> et");
	check_hides("et <script>");
	check(get(groupes_at(gt, "")) == 200);
	check_says("<p>Les banques et");
	check(post("/groupes/nouveau", "titre=gt+++banques&type=groupe_travail&ouverture=ferme") ==
		422);
	check_says("porte déjà ce nom");
	as(benl);
	check(get(groupes_at(gt, "")) == 200);
	check(get(groupes_at(gt, "/modifier")) == 404);
	check(get("/groupes?vue=carte") == 200);
	check_says("/groupes?departement=75");
	db_exec(&t, SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP() WHERE id = ?"), I(gt));
	check(get("/groupes?vue=carte") == 200);
	check_hides("/groupes?departement=75");
	db_exec(&t, SQL("UPDATE objet SET archive_le = NULL WHERE id = ?"), I(gt));
	check(get("/groupes.json?q=banq") == 200);
	check_says("\"total\":1");
	as(adm);
	check(post(groupes_at(gt, "/modifier"),
		      "titre=GT+Finances&type=groupe_travail&ouverture=ouvert&cree_le=2020-01-05"
		      "&ferme_le=2026-02-01&actif=0&ville=Lyon&departement=69") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM public WHERE cle LIKE CONCAT(?, '%')"
			  " AND titre LIKE '%GT Banques'"),
		      I(gt)) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM public WHERE cle = ?"
			  " AND titre = 'Coordination, GT Finances'"),
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
	groupes_people();
	db_exec(&t,
		SQL("DELETE FROM profil_droit WHERE domaine = 'creation' AND profil_id IN (3, 5)"));
	as(benp);
	check(get("/groupes/nouveau") == 403);
	check(post("/groupes/nouveau", "titre=X&type=groupe_travail&ouverture=ouvert") == 403);
	check(get("/groupes") == 200);
	check_hides("/groupes/nouveau");
}

TEST(groupes_move_says_before_who_will_see_and_who_will_not)
{
	int64_t billet;

	groupes_people();
	equipe = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, equipe, paris));
	billet = post_in(equipe);
	check(right_of(benp, billet) > 0 && right_of(benl, billet) == 0);
	as(benp);
	check(get(groupes_at(equipe, "/deplacer")) == 404);
	as(adm);
	check(get(groupes_at(equipe, arena_printf(&t.mem, "/deplacer?vers=%" PRId64, lille))) ==
		200);
	check_says("<b>2 personnes ne verront plus</b>");
	check_says("<b>1 personne le verra en plus</b>");
	check(post(groupes_at(equipe, "/deplacer"),
		      arena_printf(&t.mem, "vers=%" PRId64, equipe)) == 422);
	check(post(groupes_at(equipe, "/deplacer"), arena_printf(&t.mem, "vers=%" PRId64, lille)) ==
		303);
	check(right_of(benp, billet) == 0 && right_of(coop, billet) == 0 &&
		right_of(benl, billet) > 0);
	check(get(groupes_at(equipe, "/deplacer")) == 200);
	check_says("Remettre dans Groupe local de Paris");
	check(post(groupes_at(equipe, "/deplacer"), arena_printf(&t.mem, "vers=%" PRId64, paris)) ==
		303);
	check(right_of(benp, billet) > 0 && right_of(benl, billet) == 0);
}

TEST(groupes_archived_are_read_and_no_longer_written)
{
	int64_t billet;

	groupes_people();
	billet = post_in(paris);
	check(right_of(benp, billet) == 2 && right_of(coop, billet) == 3);
	as(benp);
	check(get(groupes_at(paris, "/archiver")) == 404);
	as(coop);
	check(get(groupes_at(paris, "/archiver")) == 200);
	check(post(groupes_at(paris, "/archiver"), "acte=archiver") == 303);
	check(right_of(benp, billet) == 1 && right_of(coop, billet) == 1);
	check(post(member_page(paris, benp), "acte=donner&role=coordination") == 409);
	check(get(groupes_at(paris, "/inviter")) == 409);
	as(benl);
	check(get("/groupes") == 200);
	check_hides("Groupe local de Paris");
	check(post(groupes_at(paris, "/rejoindre"), "") == 409);
	check(get("/groupes?etat=archives") == 200);
	check_says("Groupe local de Paris");
	check(db_int(&t, SQL("SELECT ferme_le = UTC_DATE() FROM groupe WHERE id = ?"), I(paris)) ==
		1);
	as(coop);
	check(post(groupes_at(paris, "/archiver"), "acte=rouvrir") == 303);
	check(right_of(benp, billet) == 2 && right_of(coop, billet) == 3);
	as(benl);
	check(get("/groupes") == 200);
	check_says("Groupe local de Paris");
}

TEST(groupes_types_and_roles_are_lists_of_the_administration)
{
	int64_t gt;

	groupes_people();
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
		      "titre=Collectif&pluriel=&teinte=4&ordre=9&ouverture=ouvert"
		      "&roles=reference_logement") == 422);
	check_says("value=\"reference_logement\" checked");
	check_hides("value=\"pilotage\" checked");
	check(post("/admin/groupes/types/nouveau",
		      "titre=Collectif&pluriel=Collectifs&teinte=4&ordre=9&ouverture=ouvert&libre=1"
		      "&roles=reference_logement&roles=pilotage") == 303);
	check(get("/admin/groupes/types/collectif") == 200);
	check_says("value=\"reference_logement\" checked");
	check(get("/admin/groupes/roles/pilotage") == 200);
	check(get("/admin/groupes/roles/rien") == 404);
	as(benp);
	check(post("/groupes/nouveau", "titre=Collectif+du+quai&type=collectif&ouverture=ouvert") ==
		303);
	gt = made("Collectif du quai");
	check(get(groupes_at(gt, "")) == 200);
	check_says("Collectifs"); /* in the tree, below those of its type */
	t_member(gt, benl, "membre");
	as(benp);
	check(get(member_page(gt, benl)) == 200);
	check_says("Référence logement");
	check(right_of(benl, gt) == 1);
	check(post(member_page(gt, benl), "acte=donner&role=pilotage") == 303);
	check(right_of(benl, gt) == 3);
	check(get(groupes_at(gt, "/membres")) == 200);
	check_says("Pilotage");
	as(adm);
	check(post("/admin/groupes/roles/coordination", "titre=Coordination&ordre=10&retire=1") ==
		303);
	check(db_int(&t,
		      SQL("SELECT retire_le IS NULL FROM groupe_role"
			  " WHERE cle = 'coordination'")) == 1);
}

TEST(groupes_of_the_demonstration_are_made_once)
{
	groupes_people();
	t_group("trailwalker", "Trailwalker Avallon 2026");
	check(demo_groups(&t) > 5);
	check(demo_groups(&t) == 0);
	check(made("Les Semelles de vent") != 0 && made("GT Banques et climat") != 0);
	check(demo_tags(&t) > 5);
	check(demo_tags(&t) == 0);
	check(demo_values(&t) > 0);
	check(demo_values(&t) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM objet_etiquette oe"
			  " JOIN etiquette e ON e.id = oe.etiquette_id"
			  " WHERE e.nom = 'Climat' AND oe.objet_id = ?"),
		      I(made("GT Banques et climat"))) == 1);
}

TEST(groupes_are_made_neither_in_an_archived_one_nor_of_a_type_that_is_gone)
{
	groupes_people();
	as(coop);
	check(post(groupes_at(paris, "/archiver"), "acte=archiver") == 303);
	check(post("/groupes/nouveau",
		      arena_printf(&t.mem,
			      "titre=Sous+archive&type=equipe&ouverture=ouvert&parent=%" PRId64,
			      paris)) == 422);
	db_exec(&t, SQL("UPDATE groupe_type SET retire_le = UTC_TIMESTAMP() WHERE cle = 'equipe'"));
	check(post("/groupes/nouveau", "titre=Trop+tard&type=equipe&ouverture=ouvert") == 422);
}

TEST(groupes_searches_are_kept_by_each_for_herself)
{
	groupes_people();
	as(benp);
	check(post(groupes_at(paris, "/recherche"), "q=barnum&faire=garder") == 303);
	check(post(groupes_at(paris, "/recherche"), "q=barnum&faire=garder") == 303);
	check(get(groupes_at(paris, "/recherche?q=barnum")) == 200);
	check_says("Ne plus garder cette recherche");
	check(get(groupes_at(paris, "/recherche")) == 200);
	check_says("recherche?q=barnum\"");
	for (int i = 0; i < 12; i++)
		check(post(groupes_at(paris, "/recherche"), arena_printf(&t.mem, "q=mot%d", i)) ==
			303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM recherche_gardee WHERE contact_id = ?"),
		      I(benp)) == 10);
	as(coop);
	check(get(groupes_at(paris, "/recherche")) == 200);
	check_hides("q=barnum");
	as(benl);
	check(post(groupes_at(paris, "/recherche"), "q=barnum") == 404);
	as(benp);
	check(post(groupes_at(paris, "/recherche"), "q=barnum&faire=oublier") == 303);
	check(get(groupes_at(paris, "/recherche")) == 200);
	check_hides("q=barnum");
}

/* How many statements a post takes, which is answered STATUS. */
static unsigned
asked_by(int status, const char *path, const char *body)
{
	unsigned before = db_sent();

	check(post(path, body) == status);
	return db_sent() - before;
}

/* What changes something asks for the right to, and for nothing that pages show above their
 * tabs. */
TEST(groupes_posts_ask_for_the_right_and_not_for_the_page)
{
	const char *pin, *priorites, *search;

	people();
	pin = at("/groupes/%" PRId64 "/publications/%" PRId64 "/epingle", paris,
		a_post("texte=Le+barnum"));
	priorites = at("/groupes/%" PRId64 "/priorites", paris);
	search = at("/groupes/%" PRId64 "/recherche", paris);
	as(benp);
	get(search); /* what a process reads once */
	check(asked_by(403, pin, "haut=1") <= 9);
	check(asked_by(403, priorites, "p1=x") <= 8);
	check(asked_by(400, search, "") <= 8);
}
