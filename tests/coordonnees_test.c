/* coordonnees_test.c - members read one another's contact details where that is the rule, or was
 * agreed to */

#include <inttypes.h>
#include <unistd.h>

#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "people.h"

#define PHONE "06 11 22 33 44"

static int64_t reseau, elle, venu;

static bool
tells(const char *path, const char *word)
{
	int status = get(path);
	const char *text = t_reply->file != 0 ? t_file() :
		t_reply->body != NULL         ? t_reply->body :
						"";

	check(status == 200);
	return strstr(text, word) != NULL;
}

/* Does the reader find her phone, or her by it, on every way alike? */
static bool
reads(int64_t reader)
{
	const char *words[][2] = {
		{ at("/contacts/%" PRId64, elle), PHONE },
		{ at("/contacts/%" PRId64 ".json", elle), "33611223344" },
		{ "/annuaire?q=Quincampoix&col=telephone", PHONE },
		{ "/annuaire.csv?q=Quincampoix&col=telephone", PHONE },
		{ "/annuaire.json?q=Quincampoix&col=telephone", "33611223344" },
		{ "/annuaire.json?q=0611223344", "Marjolaine" },
		{ "/annuaire.json?q=marjo%40exemple.org", "Marjolaine" },
		{ "/annuaire.json?telephone=0611223344", "Marjolaine" },
		{ "/recherche?q=0611223344", "Marjolaine" },
		{ "/recherche.json?q=0611223344", "Marjolaine" },
	};
	unsigned n = 0;

	as(reader);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		n += tells(words[i][0], words[i][1]);
	check(n == 0 || n == sizeof words / sizeof *words);
	return n > 0;
}

static void
network(void)
{
	people();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	elle = t_person("Marjolaine", "Quincampoix", "marjo@exemple.org", "confirme", "benevole");
	venu = t_person("Venu", "Seul", "venu@exemple.org", "confirme", "benevole");
	reseau = t_group("reseau", "Réseau du climat");
	ouverture_set(&t, reseau, "ouvert");
	t_member(reseau, elle, "membre");
	db_exec(&t, SQL("UPDATE contact SET telephone = '+33611223344' WHERE id = ?"), I(elle));
	t_settle(elle);
}

static int
choose(const char *body)
{
	as(elle);
	return post(at("/contacts/%" PRId64 "/discretion", elle), body);
}

TEST(coordonnees_joining_an_open_network_opens_no_phone)
{
	network();
	check(!reads(venu));
	check(get(at("/groupes/%" PRId64 "/rejoindre", reseau)) == 200);
	check_says("n’y lisent pas vos coordonnées");
	check(post(at("/groupes/%" PRId64 "/rejoindre", reseau), "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND fin IS NULL"),
		      I(venu)) == 1);
	check(!reads(venu));
	check(reads(sal));
}

TEST(coordonnees_are_shown_where_she_agreed)
{
	network();
	t_member(reseau, venu, "membre");
	as(elle);
	check(get(at("/contacts/%" PRId64 "/discretion", elle)) == 200);
	check_says("Qui voit mes coordonnées");
	check_says("Réseau du climat");
	check_hides("name=\"montre[]\" value=\"reseau\" checked");
	check(choose("types[]=reseau&montre[]=reseau") == 303);
	check(reads(venu));
	as(elle);
	get(at("/contacts/%" PRId64 "/discretion", elle));
	check_says("name=\"montre[]\" value=\"reseau\" checked");
	check_says("Votre choix du");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'contact.discretion'"
			  " AND objet_id = ? AND apres LIKE '%reseau=1%'"),
		      I(elle)) == 1);
	check(choose("") == 303); /* a form that does not show it changes nothing */
	check(reads(venu));
	check(choose("types[]=reseau") == 303);
	check(!reads(venu));
	check(get("/compte/donnees.json") == 200);
}

TEST(coordonnees_are_the_rule_of_a_closed_group_unless_she_says_no)
{
	network();
	t_member(paris, elle, "membre");
	check(reads(benp));
	check(!reads(benl));
	check(choose("types[]=groupe_local&types[]=reseau") == 303);
	check(!reads(benp));
	check(reads(sal));
	check(choose("types[]=groupe_local&montre[]=groupe_local") == 303);
	check(reads(benp));
	as(adm);
	ouverture_set(&t, paris, "ouvert"); /* she had agreed */
	check(reads(benp));
}

TEST(coordonnees_of_a_closed_group_that_opens_are_shown_no_more)
{
	network();
	t_member(paris, elle, "membre");
	check(reads(benp));
	ouverture_set(&t, paris, "ouvert");
	check(!reads(benp));
	ouverture_set(&t, paris, "ferme");
	check(reads(benp));
}

/* She was told that nobody reads them there: who closes the group later changes nothing of it. */
TEST(coordonnees_of_who_came_while_anybody_joined_stay_hers_when_the_group_closes)
{
	network();
	ouverture_set(&t, paris, "ouvert");
	as(elle);
	check(post(at("/groupes/%" PRId64 "/rejoindre", paris), "") == 303);
	check(membre_is(&t, paris, elle));
	check(!reads(benp));
	ouverture_set(&t, paris, "ferme");
	check(!reads(benp));
	membre_add(&t, paris, elle, "coordination"); /* nor does a role that others give her */
	check(!reads(benp));
	check(choose("types[]=groupe_local&montre[]=groupe_local") == 303);
	check(reads(benp));
}

TEST(coordonnees_that_one_group_of_a_type_reads_may_be_refused_to_it)
{
	network();
	t_member(paris, elle, "membre");
	t_member(lille, elle, "membre");
	ouverture_set(&t, lille, "ouvert");
	check(reads(benp));
	as(elle);
	check(get(at("/contacts/%" PRId64 "/discretion", elle)) == 200);
	check_says("name=\"montre[]\" value=\"groupe_local\" checked");
	check(choose("types[]=groupe_local") == 303);
	check(!reads(benp));
}

#define TYPE "titre=Groupe+local&pluriel=Groupes+locaux&teinte=4&ordre=9&ouverture="

TEST(coordonnees_rule_of_a_type_is_set_by_administrators_and_never_for_an_open_one)
{
	network();
	t_member(paris, elle, "membre");
	as(adm);
	check(get("/admin/groupes/types/groupe_local") == 200);
	check_says("aria-describedby=\"h-coordonnees\" value=\"1\" checked");
	check(post("/admin/groupes/types/groupe_local", TYPE "ouvert&coordonnees=1") == 422);
	check_says("chacun-e y choisit");
	check(post("/admin/groupes/types/groupe_local", TYPE "ferme") == 303);
	check(!reads(benp));
	as(adm);
	check(post("/admin/groupes/types/groupe_local", TYPE "ferme&coordonnees=1") == 422);
	check_says("Je confirme");
	check(post("/admin/groupes/types/groupe_local", TYPE "ferme&coordonnees=1&confirme=1") ==
		303);
	check(reads(benp));
	as(adm);
	check(post("/admin/groupes/types/reseau",
		      "titre=Réseau&pluriel=Réseaux&teinte=4&ordre=9&ouverture=ouvert&coordonnees=1"
		      "&confirme=1") == 422);
	check(post("/admin/groupes/types/nouveau",
		      "titre=Cercle&pluriel=Cercles&teinte=4&ordre=9&ouverture=ferme"
		      "&coordonnees=1") == 303);
	check(db_int(&t, SQL("SELECT coordonnees FROM groupe_type WHERE cle = 'cercle'")) == 1);
}

TEST(coordonnees_who_reads_what_is_counted_by_the_same_rule)
{
	network();
	t_member(reseau, venu, "membre");
	as(elle);
	check(get(at("/contacts/%" PRId64 "/qui?niveau=2", elle)) == 200);
	check_hides("Venu");
	check(choose("types[]=reseau&montre[]=reseau") == 303);
	as(elle);
	check(get(at("/contacts/%" PRId64 "/qui?niveau=2", elle)) == 200);
	check_says("Venu");
}

/* She did not come by herself, and nobody whom she knows to keep her page put her there. */
TEST(coordonnees_of_whom_somebody_else_put_into_a_group_are_shown_when_she_says_so)
{
	int64_t cercle, temoin;

	network();
	temoin = t_person("Témoin", "Seule", "temoin@exemple.org", "confirme", "benevole");
	t_member(paris, elle, "membre");
	check(choose("types[]=groupe_local") == 303);
	cercle = t_group("equipe", "Cercle de Paris");
	t_member(cercle, coop, "coordination");
	t_member(cercle, temoin, "membre");
	db_exec(&t, SQL("UPDATE groupe_type SET coordonnees = TRUE WHERE cle = 'equipe'"));
	check(!reads(temoin));
	as(coop);
	check(post(at("/groupes/%" PRId64 "/inviter", cercle),
		      at("contact=%" PRId64 "&role=membre", elle)) == 303);
	check(membre_is(&t, cercle, elle));
	check(!reads(temoin));
	check(choose("types[]=equipe&montre[]=equipe") == 303);
	check(reads(temoin));
}

TEST(coordonnees_of_who_asked_and_of_whom_the_staff_puts_in_follow_the_rule)
{
	int64_t cercle, autre, temoin;

	network();
	temoin = t_person("Témoin", "Seule", "temoin@exemple.org", "confirme", "benevole");
	t_member(paris, elle, "membre");
	check(choose("types[]=groupe_local") == 303);
	cercle = t_group("equipe", "Cercle de Paris");
	autre = t_group("equipe", "Autre cercle");
	t_member(cercle, coop, "coordination");
	t_member(cercle, temoin, "membre");
	t_member(autre, temoin, "membre");
	db_exec(&t, SQL("UPDATE groupe_type SET coordonnees = TRUE WHERE cle = 'equipe'"));
	as(elle);
	check(post(at("/groupes/%" PRId64 "/rejoindre", cercle), "mot=Moi") == 303);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/inviter", cercle),
		      at("contact=%" PRId64 "&role=membre", elle)) == 303);
	check(membre_is(&t, cercle, elle));
	check(reads(temoin));
	membre_end(&t, cercle, elle, "membre");
	check(!reads(temoin));
	as(elle);
	check(post(at("/groupes/%" PRId64 "/rejoindre", cercle), "mot=Moi") == 303);
	as(coop);
	check(post(arena_printf(&t.mem, "/groupes/%" PRId64 "/demandes/%" PRId64, cercle,
			   db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande"))),
		      "acte=accepter") == 303);
	check(reads(temoin));
	membre_end(&t, cercle, elle, "membre");
	as(sal);
	check(post(at("/groupes/%" PRId64 "/inviter", autre),
		      at("contact=%" PRId64 "&role=membre", elle)) == 303);
	check(reads(temoin));
}
