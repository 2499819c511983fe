/* annuaire_test.c - the directory and the page of a person, as each reader may see them */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "domain/acces/acces.h"
#include "domain/socle/modele.h"
#include "t.h"

static int64_t coop, benp, benl, pro, sal, adm, paris, lille;

static void
tell(int64_t id, const char *telephone, const char *ville)
{
	db_exec(&t,
		SQL("UPDATE contact SET telephone = ?, ville = ?, code_postal = '01000',"
		    " date_naissance = '1980-05-01'"
		    " WHERE id = ?"),
		S(telephone), S(ville), I(id));
	t_settle(id);
}

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	coop = t_person("Coline", "de La Fontaine", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "d’Alembert", "berthe@exemple.org", "confirme", "benevole");
	pro = t_person("Prosper", "Prospect", "prosper@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(paris, pro, "membre");
	t_member(lille, benl, "membre");
	tell(coop, "+33 6 11 11 11 11", "Paris");
	tell(benp, "06.12.34.56.78", "Nogent-sur-Marne");
	tell(benl, "0033 6 99 88 77 66", "Lille");
	tell(pro, "", "Paris");
	acces_contact(&t, adm);
}

static int
page_of(int64_t id, const char *rest)
{
	return get(arena_printf(&t.mem, "/contacts/%" PRId64 "%s", id, rest));
}

TEST(annuaire_finds_in_any_spelling)
{
	static const char *const asked[] = { "elodie", "%C3%89LODIE", "n%27guyen", "nguyen+elodie",
		"elodie%40exemple.org", "0612345678", "06+12+34+56+78", "%2B33612345678",
		"nogent+sur+marne" };

	people();
	as(adm);
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		check(get(arena_printf(&t.mem, "/annuaire.json?q=%s", asked[i])) == 200);
		check_says("\"total\":1");
		check_says("Élodie");
	}
	check(get("/annuaire.json?q=personne") == 200);
	check_says("\"total\":0");
}

TEST(annuaire_tells_nothing_of_a_field_one_may_not_read)
{
	people();
	as(benl);
	check(get("/annuaire.json?q=0612345678") == 200);
	check_says("\"total\":0");
	check(get("/annuaire.json?q=elodie%40exemple.org") == 200);
	check_says("\"total\":0");
	check(get("/annuaire.json?q=elodie") == 200);
	check_says("\"total\":1");
	check_hides("elodie@exemple.org");
	check_hides("06.12");
	check_hides("1980");
	check(get("/annuaire.csv") == 200);
	as(benp);
	check(get("/annuaire.json?q=coline%40exemple.org") == 200);
	check_says("coline@exemple.org");
}

TEST(annuaire_sorts_as_french_people_do)
{
	const char *a, *b;

	people();
	as(sal);
	check(get("/annuaire.json?tri=nom") == 200);
	a = strstr(t_reply->body, "Alembert");
	b = strstr(t_reply->body, "La Fontaine");
	check(a != NULL && b != NULL && a < b);
	check(strstr(t_reply->body, "N’Guyen") > b);
}

TEST(annuaire_filters_combine_and_stay_in_the_address)
{
	people();
	as(adm);
	check(get(arena_printf(&t.mem, "/annuaire.json?groupe=%" PRId64, paris)) == 200);
	check_says("\"total\":3");
	check(get(arena_printf(&t.mem, "/annuaire.json?groupe=%" PRId64 "&q=elodie", paris)) ==
		200);
	check_says("\"total\":1");
	check(get(arena_printf(&t.mem, "/annuaire?groupe=%" PRId64 "&q=elodie", paris)) == 200);
	check_says("Groupe local de Paris");
	/* boxes stand in the place of the filters: the form keeps those hidden */
	check(get(arena_printf(&t.mem, "/annuaire?groupe=%" PRId64 "&choisir=1", paris)) == 200);
	check_says("<input type=\"hidden\" name=\"groupe\"");
	/* what is asked and is no choice any more is sent again by the form */
	check(get("/annuaire?competences=passee") == 200);
	check_says("value=\"passee\" selected");
	check(get("/annuaire?q=zzzz") == 200);
	check(get("/annuaire?q=%3Cscript%3E") == 200);
	check_hides("<script>alert");
	check(get("/annuaire?page=999999&par=100000&tri=nimporte&groupe=x&inconnu=1") == 200);
}

TEST(annuaire_says_each_group_once_and_how_many_are_mine)
{
	const char *filter, *end, *first;

	people();
	db_exec(&t,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle) SELECT id,"
		    " IF(cle = 'groupe', 'Groupe local de Paris', 'essai_magasin'),"
		    " IF(cle = 'groupe', 'Groupe local de Paris', 'Essai de magasin')"
		    " FROM champ WHERE cle IN ('groupe', 'types_benevolat')"));
	modele_changed(&t);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'essai_magasin' FROM champ WHERE cle = 'types_benevolat'"),
		I(coop));
	as(benp);
	check(get("/annuaire/filtres") == 200);
	filter = strstr(t_reply->body, "name=\"groupe\"");
	end = filter != NULL ? strstr(filter, "</select>") : NULL;
	first = filter != NULL ? strstr(filter, "Groupe local de Paris") : NULL;
	check(first != NULL && end != NULL && first < end);
	first = first != NULL ? strstr(first + 1, "Groupe local de Paris") : NULL;
	check(first == NULL || first > end);
	check(get("/annuaire") == 200);
	/* an engagement is a tag in its colour, when is said beside */
	check_says("\">Essai de magasin</span>");
	check_says("Disponibilités");
	check_says("dont 2 dans vos groupes");
	/* what is asked is another list: nobody is counted beside it */
	check(get("/annuaire?q=elodie") == 200);
	check_hides("dans vos groupes");
	as(benl); /* alone in hers */
	check(get("/annuaire") == 200);
	check_hides("dans vos groupes");
}

TEST(annuaire_prospects_see_themselves_and_their_coordination)
{
	people();
	as(pro);
	check(get("/annuaire.json") == 200);
	check_says("\"total\":2");
	check_says("Coline");
	check_hides("Élodie");
	check(page_of(benp, "") == 404);
	check(page_of(coop, "") == 200);
}

TEST(contacts_page_shows_by_relation)
{
	people();
	as(benp);
	check(page_of(coop, "") == 200);
	check_says("coline@exemple.org");
	check_hides("1980");
	check(page_of(benl, "") == 200);
	check_hides("berthe@exemple.org");
	check(page_of(benl, ".json") == 200);
	check_hides("berthe@exemple.org");
	check(page_of(pro, "") == 404);
	as(sal);
	check(page_of(benl, "") == 200);
	check_says("berthe@exemple.org");
	check_says("1980");
	as(0);
	check(page_of(benl, "") == 303);
	check(page_of(benl, ".json") == 401);
}

TEST(contacts_are_edited_by_oneself_and_who_manages)
{
	const char *path;

	people();
	path = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", benp);
	as(benp);
	check(get(path) == 200);
	check(post(path, "bio=Encore&competences=photo&competences=inconnue") == 422);
	check_says("«\u00A0inconnue\u00A0» n’est pas dans la liste");
	check_says("Encore");
	check(post(path, "bio=Encore&version=0000000000000000") == 422);
	check_says("modifiée entre-temps");
	check(post(path,
		      "bio=%3Cscript%3Ealert(1)%3C%2Fscript%3E+bonjour&present=%2Ccompetences%2C"
		      "&competences=photo&email=pirate%40exemple.org&statut=ancien&acces=3") ==
		303);
	check(page_of(benp, "") == 200);
	check_says("&lt;script&gt;");
	check_hides("<script>alert");
	check_says("Photo");
	check_hides("pirate@exemple.org");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ?"
			  " AND acte = 'contact.modifie'"),
		      I(benp)) == 1);
	as(coop);
	check(post(path, "bio=Merci") == 303);
	as(benl);
	check(get(path) == 403);
	check(post(path, "bio=Non") == 403);
	as(pro);
	check(post(path, "bio=Non") == 404);
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(benp)), "Merci");
}

TEST(contacts_refuse_a_long_presentation_and_keep_it)
{
	char *bio = arena_alloc(&t.mem, 2600);

	people();
	memcpy(bio, "bio=", 4);
	memset(bio + 4, 'b', 2500);
	as(benp);
	check(post(arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", benp), bio) == 422);
	check_says("de trop");
	check_says("bbbbbbbb");
}

TEST(groupes_show_members_that_one_may_see)
{
	people();
	as(benl);
	check(get("/groupes") == 200);
	check_says("Groupe local de Paris");
	check(get("/groupes?q=lille") == 200);
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/membres", paris)) == 200);
	check_says("Élodie");
	check_hides("Prosper");
	as(coop);
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/membres", paris)) == 200);
	check_says("Prosper");
	as(pro);
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/membres", paris)) == 200);
	check_says("Coline");
	check_hides("Élodie");
	check(get("/groupes/999999") == 404);
}

TEST(accueil_says_what_waits)
{
	people();
	as(coop);
	check(get("/") == 200);
	check_says("Bonjour Coline");
	check_says("Accueillir 1 personne");
	check_says("Groupe local de Paris");
	as(pro);
	check(get("/") == 200);
	check_hides("Élodie");
	as(0);
	check(get("/") == 303);
}

TEST(recherche_and_admin_are_cut_by_rights)
{
	people();
	as(benp);
	check(get("/recherche") == 200);
	check(get("/recherche?q=%2B%2A%22%40%28") == 200);
	check(get("/recherche.json?q=elodie") == 200);
	check(get("/admin") == 403);
	as(sal);
	check(get("/admin/synchro") == 403);
	as(adm);
	check(get("/admin/synchro") == 200);
	check(get("/admin/synchro.json") == 200);
}

TEST(aide_and_public_pages_open_to_all)
{
	check(get("/aide") == 200);
	check(get("/aide/benevole") == 200);
	check_says("<h2 id=\"");
	check(get("/aide/../sante") == 404);
	check(get("/public/accessibilite") == 200);
	check(get("/public/rien") == 404);
}

TEST(recherche_finds_people_by_number_and_marks_what_answers)
{
	people();
	db_exec(&t,
		SQL("UPDATE contact SET bio = 'Je photographie les marches de nuit.' WHERE id = ?"),
		I(benp));
	t_settle(benp);
	as(coop);
	check(get("/recherche?q=06+12+34+56+78") == 200);
	check_says("Élodie N’Guyen");
	check(strstr(t_reply->body, ">Tout<") <
		strstr(t_reply->body, ">Personnes ")); /* its order */
	check_says("1 résultat");
	check(get("/recherche?q=elodie%40exemple.org") == 200);
	check_says("Élodie N’Guyen");
	as(benl);
	check(get("/recherche?q=06+12+34+56+78") == 200);
	check_hides("Élodie N’Guyen");
}

TEST(annuaire_is_taken_as_data_too_whole_and_journaled)
{
	const char *text;

	people();
	db_exec(&t, SQL("UPDATE contact SET ville = '=1+1 \"x\"' WHERE id = ?"), I(benl));
	as(adm);
	check(get("/annuaire.json?emporter=1&col=nom&col=ville&par=1") == 200);
	check(t_reply->file != 0);
	text = t_file();
	check(strncmp(text, "[\n{\"Nom\":", 9) == 0);
	check(strstr(text, "\"Ville\":\"=1+1 \\\"x\\\"\"}") != NULL);
	check(strstr(text, "Zola") != NULL && strcmp(text + strlen(text) - 4, "}\n]\n") == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'annuaire.export'"
			  " AND apres LIKE '%json%'")) == 1);
	check(get("/annuaire.json?par=1") == 200);
	check(t_reply->file == 0);
	db_exec(&t, SQL("DELETE FROM profil_droit WHERE domaine = 'export'"));
	check(get("/annuaire.json?emporter=1") == 403);
	check(get("/annuaire.json") == 200);
}
