/* etiquettes_test.c - tags: who may, near names, merging, on people and groups alike */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/objets/etiquette.h"
#include "t.h"

static int64_t coop, benp, benl, sal, adm, paris;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
}

static int64_t
tag(const char *nom)
{
	t.user.id = adm;
	return etiquette_create(&t, 1, nom);
}

static const char *
at(const char *what, int64_t id, const char *rest)
{
	return arena_printf(&t.mem, "/etiquettes/%s%" PRId64 "%s", what, id, rest);
}

TEST(etiquettes_are_made_by_who_may)
{
	people();
	as(benp);
	check(get("/etiquettes") == 403);
	as(sal);
	check(get("/etiquettes") == 200);
	check(post("/etiquettes/nouvelle", "nom=Plaidoyer+climat&famille=1") == 303);
	check(etiquette_find(&t, "plaidoyer CLIMAT") != 0);
	db_exec(&t, SQL("UPDATE etiquette_famille SET creation = 5 WHERE id = 2"));
	check(post("/etiquettes/nouvelle", "nom=Faim+2030&famille=2") == 422);
	check(post("/etiquettes/nouvelle", "nom=a,b&famille=1") == 422);
	check_says("sans virgule");
	as(adm);
	check(post("/etiquettes/nouvelle", "nom=Faim+2030&famille=2") == 303);
	check(get("/etiquettes.csv") == 200);
}

TEST(etiquettes_that_look_alike_are_said_before)
{
	people();
	tag("Banques et climat");
	tag("Trail 2025");
	as(sal);
	check(post("/etiquettes/nouvelle", "nom=banque+%26+climat&famille=1") == 422);
	check_says("Banques et climat");
	check(post("/etiquettes/nouvelle", "nom=BANQUES+ET+CLIMAT&famille=1") == 422);
	check_says("existe déjà");
	check(post("/etiquettes/nouvelle", "nom=Banque+et+climat&famille=1&quand_meme=1") == 303);
	check(post("/etiquettes/nouvelle", "nom=Trail+2026&famille=1") == 303);
}

TEST(etiquettes_on_people_and_groups_are_chosen_by_who_manages_them)
{
	int64_t a = 0;

	people();
	a = tag("Fiable");
	as(coop);
	check(get(at("objet/", benp, "")) == 200);
	check(post(at("objet/", benp, ""), arena_printf(&t.mem, "e=%" PRId64, a)) == 303);
	check(get(at("objet/", benl, "")) == 403);
	check(post(at("objet/", benl, ""), arena_printf(&t.mem, "e=%" PRId64, a)) == 403);
	check(get(at("", a, "")) == 200);
	check_says("Élodie");
	as(benp);
	check(get(at("objet/", benp, "")) == 403);
	check(get(at("", a, "")) == 403);
	as(adm);
	db_exec(&t, SQL("UPDATE objet SET liste_id = 3 WHERE id = ?"), I(paris));
	check(post(at("objet/", paris, ""), "noms=Quartier+nord,+fiable&famille=4") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id = ?"),
		      I(paris)) == 2);
	check(get(at("", a, "")) == 200);
	check_says("Groupe local de Paris");
	check(post(at("objet/", paris, ""), "noms=Inconnue+totale") == 422);
	check_says("choisissez sa famille");
	check(post(at("objet/", paris, ""), "noms=fiables&famille=4") == 422);
	check_says("ressemble");
	check(get(arena_printf(&t.mem, "/annuaire?tag=%" PRId64, a)) == 200);
	check_says("class=\"tag chip\" href=\"/annuaire\""); /* the list without the tag */
	check(get(arena_printf(&t.mem, "/annuaire.json?tag=%" PRId64, a)) == 200);
	check_says("\"total\":1");
}

TEST(etiquettes_on_posts_and_actions_lead_to_them)
{
	int64_t e, post_id, action;

	people();
	e = tag("Fiable");
	as(coop);
	check(post(arena_printf(&t.mem, "/groupes/%" PRId64 "/publications", paris),
		      "texte=Réunion+mardi") == 303);
	post_id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	check(post(arena_printf(&t.mem, "/groupes/%" PRId64 "/actions", paris),
		      "titre=Louer+le+barnum") == 303);
	action = db_int(&t, SQL("SELECT MAX(id) FROM tache"));
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/publications/%" PRId64, paris,
		      post_id)) == 200);
	check_says("Choisir les étiquettes");
	check(get(at("objet/", post_id, "")) == 200);
	check(post(at("objet/", post_id, ""), arena_printf(&t.mem, "e=%" PRId64, e)) == 303);
	check(strcmp(t_reply->location,
		      arena_printf(&t.mem, "/groupes/%" PRId64 "/publications/%" PRId64, paris,
			      post_id)) == 0);
	check(get(t_reply->location) == 200);
	check_says("Fiable");
	check(post(at("objet/", action, ""), arena_printf(&t.mem, "e=%" PRId64, e)) == 303);
	check(get(t_reply->location) == 200);
	check_says("Louer le barnum");
	check_says("Fiable");
	check(get(at("", e, "")) == 200);
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "/groupes/%" PRId64 "/publications/%" PRId64, paris,
			      post_id)) != NULL);
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "/groupes/%" PRId64 "/actions/%" PRId64, paris,
			      action)) != NULL);
	check_says("Publication");
	check(get(at("", e, ".csv")) == 200);
	check(t_reply->file != 0);
	as(benp);
	check(get(at("", e, ".csv")) == 403);
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/publications/%" PRId64, paris,
		      post_id)) == 200);
	check_says("Fiable");
	check_hides("Choisir les étiquettes");
	check(post(at("objet/", post_id, ""), "") == 403);
	as(benl);
	check(post(at("objet/", post_id, ""), "") == 404);
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(action));
	as(coop);
	check(get(at("", e, "")) == 200);
	check_says("/publications/");
	check_hides("Louer le barnum");
	check(get(at("", e, ".csv")) == 200);
	check(strstr(t_file(), "Réunion mardi") != NULL && strstr(t_file(), "barnum") == NULL);
}

TEST(etiquettes_by_the_hundred_come_in_pages)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO etiquette (nom, famille_id, cree_le)"
		    " SELECT CONCAT('Mot ', LPAD(seq, 3, '0')), 1, UTC_TIMESTAMP()"
		    " FROM seq_1_to_100"));
	as(sal);
	check(get("/etiquettes") == 200);
	check_says("100 étiquettes");
	check_says("Mot 001");
	check_hides("Mot 100");
	check(get("/etiquettes?page=3&vue=inutiles&q=mot") == 200);
	check_says("Mot 100");
	check_says("vue=inutiles");
}

TEST(etiquettes_merge_shows_what_will_change_and_old_names_lead_on)
{
	int64_t a, b;

	people();
	a = tag("Climat"), b = tag("Environnement");
	as(adm);
	check(post(at("objet/", benp, ""), arena_printf(&t.mem, "e=%" PRId64, a)) == 303);
	check(post(at("objet/", coop, ""),
		      arena_printf(&t.mem, "e=%" PRId64 "&e=%" PRId64, a, b)) == 303);
	as(sal);
	check(get(at("", a, arena_printf(&t.mem, "/fusionner?vers=%" PRId64, b))) == 200);
	check_says("de 1, elle passe à 2 fiches");
	check(get(at("", a, "/fusionner?nom=Jamais+vue")) == 422);
	check(post(at("", a, "/fusionner"), arena_printf(&t.mem, "vers=%" PRId64, b)) == 303);
	check(get(at("", b, "")) == 200);
	check_says("Élodie");
	check(get(at("", a, "")) == 303);
	check(etiquette_find(&t, "climat") == b);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM etiquette WHERE id = ?"), I(a)) == 0);
	check(post(at("", b, "/supprimer"), "") == 409);
}

TEST(etiquettes_unused_are_listed_and_go)
{
	int64_t a;

	people();
	a = tag("Jamais posée");
	as(sal);
	check(get("/etiquettes?vue=inutiles") == 200);
	check_says("Jamais posée");
	check(post(at("", a, "/supprimer"), "") == 303);
	check(get(at("", a, "")) == 404);
	check(get("/etiquettes/familles") == 403);
	as(adm);
	check(get("/etiquettes/familles") == 200);
	check(post("/etiquettes/familles/nouvelle", "nom=Lieux&teinte=4&creation=3") == 303);
	check(post("/etiquettes/familles/1", "nom=Sujets&teinte=9&creation=3") == 422);
	check(post("/etiquettes/familles/1", "nom=Sujets&teinte=2&creation=3") == 303);
}
