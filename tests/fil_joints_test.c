/* fil_joints_test.c - what hangs on a post: photos, links, cards, and what the search knows */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/objets/fichier.h"
#include "people.h"

/* A JPEG of 3 by 2 under that name, hung on a post. */
static void
hang(int64_t id, const char *nom)
{
	static const unsigned char jpeg[] = { 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1,
		0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd9 };

	t_store();
	t.user.id = benp;
	check(fichier_store_bytes(&t, nom, jpeg, sizeof jpeg, id) != 0);
	db_exec(&t, SQL("UPDATE publication SET joints = joints + 1 WHERE id = ?"), I(id));
}

TEST(fil_photos_show_in_the_page_four_in_the_feed)
{
	int64_t id, heavy;

	people();
	id = a_post("texte=Le+stand");
	for (int i = 1; i <= 6; i++)
		hang(id, at("Le stand.vu de %d.jpg", i));
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("alt=\"Le stand.vu de 1\" width=\"3\" height=\"2\" loading=\"lazy\"");
	check_says("alt=\"Le stand.vu de 4\"");
	check_hides("Le stand.vu de 5");
	check_says(">et 2 autres</a>");
	check_hides("aria-label=\"Fichiers\"");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_says("alt=\"Le stand.vu de 6\"");
	check_hides("autres</a>");
	heavy = db_int(&t, SQL("SELECT MAX(id) FROM fichier WHERE objet_id = ?"), I(id));
	db_exec(&t,
		SQL("UPDATE fichier_contenu c JOIN fichier f ON f.empreinte = c.empreinte"
		    " SET c.taille = 3000000 WHERE f.id = ?"),
		I(heavy));
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_hides("<img");
	check_says("aria-label=\"Fichiers\"");
}

TEST(fil_cards_show_to_who_may_see_them)
{
	int64_t id, other;

	people();
	other = a_post("titre=Plan+du+stand&texte=Rendez-vous");
	id = a_post(at("texte=Voyez&carte=%%2Fgroupes%%2F%" PRId64 "%%2Fpublications%%2F%" PRId64
		       "&lien=https%%3A%%2F%%2Fexemple.org%%2Fa&lien_titre=La+carte",
		paris, other));
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_says("Plan du stand");
	check_says("https://exemple.org/a");
	check_says("noopener");
	as(benl);
	check(post(at("/groupes/%" PRId64 "/publications", lille),
		      at("texte=Vu&carte=%" PRId64, other)) == 422);
	check_says("Rien de visible pour vous");
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(other));
	as(benp);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_says("Voyez");
	check_hides("Plan du stand");
	check(get(at("/groupes/%" PRId64 ".json", paris)) == 200);
	check_hides("Plan du stand");
}

/* Five links and five cards; those of a form that is refused come back, in sight. */
TEST(fil_takes_several_links_and_cards)
{
	const char *where,
		*two = "texte=Voyez&lien=https%3A%2F%2Fexemple.org%2Fa&lien_titre=Carte"
		       "&lien5=https%3A%2F%2Fexemple.org%2Fe&lien_titre5=Plan";
	int64_t id, first, second;

	people();
	where = at("/groupes/%" PRId64 "/publications", paris);
	first = a_post("titre=Plan+du+stand&texte=Ici");
	second = a_post("titre=Liste+des+courses&texte=La");
	id = a_post(at("%s&carte=%" PRId64 "&carte3=%" PRId64, two, first, second));
	check(get(at("%s/%" PRId64, where, id)) == 200);
	check_says("https://exemple.org/a");
	check_says("https://exemple.org/e");
	check_says("Plan du stand");
	check_says("Liste des courses");
	check(get(at("%s/nouvelle", where)) == 200);
	check_says("Un autre lien");
	check_hides("<details class=\"stack g3\" open>");
	check(post(where, at("%s&lien_titre2=Le+livret&carte2=999999", two)) == 422);
	check_says("ou effacez son titre");
	check_says("Rien de visible pour vous");
	check_says("https://exemple.org/e");
	check_says("Le livret");
	check_says("<details class=\"stack g3\" open>");
}

/* What the index holds is found once the transaction is over: tests/browser/groupes.test.mjs. */
TEST(fil_everything_written_is_indexed_under_the_rights_of_the_group)
{
	int64_t id;

	people();
	id = a_post("titre=March%C3%A9&texte=Le+stand+ouvre");
	a_comment(id, "texte=Le+thermos+aussi");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM recherche x JOIN objet o ON o.id = x.objet_id"
			  " JOIN objet p ON p.id = ?"
			  " WHERE o.cadre_id = ? AND o.liste_id = p.liste_id"
			  " AND CONCAT(x.titre, ' ', x.corps) REGEXP 'stand|thermos'"),
		      I(id), I(paris)) == 2);
	as(benl);
	check(get(at("/groupes/%" PRId64 "/recherche.json?q=stand", paris)) == 200);
	check_says("\"items\":[]");
}
