/* choices_test.c - lists of groups too long for a page are searched, without a script */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/socle/modele.h"
#include "t.h"

enum { GROUPS = 310 };

static int64_t adm, paris;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	for (int i = 0; i < GROUPS; i++)
		t_group("groupe_local", arena_printf(&t.mem, "Antenne numéro %d", i));
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(adm);
}

static int64_t
group_called(const char *titre)
{
	return db_int(
		&t, SQL("SELECT id FROM objet WHERE genre = 'groupe' AND titre = ?"), S(titre));
}

/* The page at PATH is small, and its list holds what is searched by words, in any order. */
static void
searched(const char *path)
{
	const char *sep = strchr(path, '?') != NULL ? "&" : "?";

	check(get(path) == 200);
	check_says("Chercher dans la liste");
	check_hides("numéro 305</option>");
	check(t_elements() <= 400);
	check(get(arena_printf(&t.mem, "%s%scherche=305+antenne&faire=relire", path, sep)) == 200);
	check_says("numéro 305</option>");
	check_hides("numéro 304</option>");
	check_hides("premiers sur");
	check_says("1 choix à ce nom");
	check(get(arena_printf(&t.mem, "%s%scherche=nul", path, sep)) == 200);
	check_says("Aucun nom ne contient");
	check(get(arena_printf(&t.mem, "%s%scherche=NUMERO&faire=relire", path, sep)) == 200);
	check_says("Les 60 premiers sur 310");
	check(t_elements() <= 400);
}

TEST(choices_among_hundreds_of_groups_are_searched_on_each_page)
{
	people();
	searched("/contacts/silence");
	searched("/messages/groupe");
	searched("/groupes/nouveau");
	searched("/admin/droits/nouveau");
	searched(arena_printf(&t.mem, "/groupes/%" PRId64 "/deplacer", paris));
	check(get(arena_printf(&t.mem, "/contacts/silence?groupe=%" PRId64,
		      group_called("Antenne numéro 305"))) == 200);
	check_says("selected>Antenne numéro 305</option>");
}

TEST(choices_that_are_searched_in_a_form_keep_what_was_typed)
{
	int64_t found;

	people();
	found = group_called("Antenne numéro 305");
	check(post("/groupes/nouveau",
		      arena_printf(&t.mem,
			      "titre=Vigie&type=groupe_travail&ouverture=ferme&ville=Sète"
			      "&parent=%" PRId64 "&cherche=305&faire=relire",
			      paris)) == 200);
	check_says("value=\"Vigie\"");
	check_says("value=\"Sète\"");
	check_says("value=\"ferme\" checked");
	check_says("selected>Groupe local de Paris</option>");
	check_says("numéro 305</option>");
	check(group_called("Vigie") == 0);
	check(post("/groupes/nouveau",
		      arena_printf(&t.mem,
			      "titre=Vigie&type=groupe_travail&ouverture=ferme&parent=%" PRId64
			      "&cherche=305",
			      found)) == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM arbre_haut WHERE groupe_id = ? AND ancetre_id = ?"),
		      I(group_called("Vigie")), I(found)) == 1);
	check(post("/admin/droits/nouveau", "email=a%40exemple.org&cherche=305&faire=relire") ==
		200);
	check_says("value=\"a@exemple.org\"");
	check_says("numéro 305</option>");
	check(post("/admin/droits/nouveau",
		      arena_printf(&t.mem, "qui=groupe:%" PRId64 "&cherche=305", found)) == 303);
}

TEST(choices_of_filters_and_of_a_bulk_change_are_searched)
{
	int64_t found;

	people();
	found = group_called("Antenne numéro 305");
	modele_changed(&t);
	check(get("/annuaire/filtres?suite=8") == 200);
	check_says("name=\"dans-groupe\"");
	check_hides("numéro 304</option>");
	check(t_elements() <= 400);
	check(get("/annuaire/filtres?suite=8&dans-groupe=numero+305") == 200);
	check_says("numéro 305</option>");
	check_hides("numéro 304</option>");
	db_exec(&t,
		SQL("UPDATE groupe SET champ_id = (SELECT id FROM champ"
		    " WHERE cle = 'groupe'), valeur = id"));
	modele_changed(&t);
	check(get(arena_printf(
		      &t.mem, "/annuaire?groupe=%" PRId64 "&dans-groupe=antenne", found)) == 200);
	check_says("numéro 305</option>");
	check_says("Les 60 premiers sur 310");
	check(t_elements() <= 400);
	db_exec(&t, SQL("UPDATE groupe SET champ_id = NULL, valeur = NULL"));
	modele_changed(&t);
	check(get("/imports/lot?tout=1&champ=groupe") == 200);
	check_says("Chercher dans la liste");
	check(t_elements() <= 400);
	check(post("/imports/lot?tout=1&champ=groupe",
		      "mode=3&valeur=Antenne+num%C3%A9ro+7&cherche=305&faire=relire") == 200);
	check_says("value=\"Antenne numéro 305\">");
	check_says("value=\"Antenne numéro 7\" checked");
	check_says("value=\"3\" checked");
}
