/* pages_test.c - the public pages whose words are the association's */

#include <inttypes.h>

#include "people.h"

TEST(pages_are_written_by_administrators_and_read_by_everybody)
{
	int64_t first;

	people();
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(0);
	check(get("/public/charte") == 200);
	check_says("Ce que je vois reste ici");
	as(benp);
	check(get("/admin/pages") == 403);
	check(post("/admin/pages/charte", "texte=Nos+mots") == 403);
	as(adm);
	check(get("/admin/pages/charte") == 200);
	check_says("## Ce que je vois reste ici");
	check(post("/admin/pages/charte", "texte=%23%23+Agir%0A%0A%3Cscript%3Ex%3C%2Fscript%3E") ==
		303);
	check(post("/admin/pages/charte", "texte=Autrement") == 303);
	check(post("/admin/pages/charte", "texte=Autrement") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM page_texte")) == 2);
	first = db_int(&t, SQL("SELECT MIN(id) FROM page_texte"));
	as(0);
	check(get("/public/charte") == 200);
	check_says("<p>Autrement</p>");
	as(adm);
	check(get("/admin/pages/charte") == 200);
	check_says("Adèle Zola");
	check(post("/admin/pages/mentions", at("version=%" PRId64, first)) == 404);
	check(post("/admin/pages/charte", at("version=%" PRId64, first)) == 303);
	as(0);
	check(get("/public/charte") == 200);
	check_says("<h2>Agir</h2>");
	check_hides("<script>x");
	as(adm);
	check(post("/admin/pages/charte", "texte=") == 303);
	check(get("/public/charte") == 200);
	check_says("Ce que je vois reste ici");
	check(get("/public/mentions") == 200);
	check_says("Hébergement");
	check(post("/admin/pages/mentions", "texte=Association+loi+1901") == 303);
	check(get("/public/mentions") == 200);
	check_says("loi 1901");
	check(get("/admin/pages") == 200);
	check_says("Le texte d’origine");
	check_says("Adèle Zola");
	check(get("/admin/pages/plan") == 404);
}

TEST(pages_say_what_was_done_in_the_words_of_their_area_or_of_any)
{
	people();
	as(sal);
	check(get("/etiquettes?fait=etiquette") == 200);
	check_says("Les étiquettes sont à jour.");
	check(get("/etiquettes?fait=suivi") == 200);
	check_says("Votre choix pour ses notifications est enregistré.");
	check(get("/recherche?fait=suivi") == 200);
	check_says("Votre choix pour ses notifications est enregistré.");
	check(get("/recherche") == 200);
	check_hides("role=\"status\"><svg");
}
