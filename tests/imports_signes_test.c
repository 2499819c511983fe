/* imports_signes_test.c - what signs alone tell apart: choices, tags, groups, texts of a file */

#include <inttypes.h>

#include "apportes.h"
#include "domain/contacts/champ.h"
#include "domain/imports/import.h"
#include "domain/objets/etiquette.h"
#include "domain/socle/modele.h"

static int64_t
field(const char *cle)
{
	return db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle));
}

static void
a_field(const char *cle, const char *genre)
{
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " VALUES (?, ?, '', ?, 'plateforme', 1, 4, 'profil', 900, 'Essai', 'Essai')"),
		S(cle), S(cle), S(genre));
	modele_changed(&t);
}

static void
holds(const char *cle, const char *valeur)
{
	db_exec(&t,
		SQL("REPLACE INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, ?)"),
		I(benp), I(field(cle)), S(valeur));
}

/* What Élodie's one value of that field is; "": none. */
static const char *
value(const char *cle)
{
	return db_string(&t,
		SQL("SELECT COALESCE(MAX(valeur), '') FROM champ_valeur WHERE contact_id = ?"
		    " AND champ_id = ?"),
		I(benp), I(field(cle)));
}

/* What comes of a file that says CELL of that field: the state of its line. */
static int64_t
says(const char *cle, const char *cell)
{
	check(bring(adm, at("Courriel;%s\nelodie@exemple.org;\"%s\"\n", cle, cell),
		      at("c0=email&c1=%s&mode=2", cle)) == 303);
	return db_int(&t, SQL("SELECT MAX(etat) FROM import_ligne WHERE import_id = ?"), I(im));
}

TEST(imports_change_is_any_byte_of_a_text)
{
	static const char *const pairs[][2] = { { "velo", "Vélo" }, { "C", "C++" },
		{ "Chef d'équipe", "Chef d’équipe" }, { "Permis B 2 ans", "Permis B : 2 ans !" },
		{ "disponible le 12", "disponible le 1/2" }, { "Je suis là", "JE SUIS LÀ" } };

	apportes();
	a_field("mot", "texte");
	a_field("combien", "nombre");
	a_field("ou_lire", "lien");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		holds("mot", pairs[i][0]);
		check(says("mot", pairs[i][0]) == PAREIL);
		check(says("mot", pairs[i][1]) == CHANGE);
		check(post(import_at("/appliquer"), "") == 303);
		check(strcmp(value("mot"), pairs[i][1]) == 0);
		db_exec(&t, SQL("DELETE FROM champ_valeur WHERE contact_id = ?"), I(benp));
	}
	holds("combien", "5");
	check(says("combien", "-5") == CHANGE);
	check(says("combien", "5") == PAREIL);
	holds("ou_lire", "https://exemple.org/a-b");
	check(says("ou_lire", "https://exemple.org/a_b") == CHANGE);
	check(says("ou_lire", "exemple.org/a-b") == PAREIL);
}

TEST(imports_of_what_means_the_same_change_nothing)
{
	apportes();
	a_field("jour", "date");
	a_field("lieu", "code_postal");
	a_field("tel", "telephone");
	a_field("bloc", "long");
	holds("jour", "2026-09-14");
	check(says("jour", "14/09/2026") == PAREIL);
	holds("lieu", "01000");
	check(says("lieu", "1000") == PAREIL);
	holds("tel", "+33612345678");
	check(says("tel", "06.12.34.56.78") == PAREIL);
	holds("bloc", "Un\r\ndeux");
	check(says("bloc", "Un\ndeux") == PAREIL);
	check(says("nom", "n'guyen") == PAREIL); /* HubSpot's: no correction of ours */
	check(says("nom", "N-Guyen") == REFUS);
}

TEST(imports_take_the_choice_that_was_written_or_none)
{
	apportes();
	as(adm);
	check(post("/admin/champs",
		      "libelle=Age&type=choix&choix=%2B+de+18+ans%0A-+de+18+ans&finalite=Essai"
		      "&lecture=2&ecriture=4") == 303);
	check(post("/admin/champs",
		      "libelle=Avis&type=choix&choix=%F0%9F%91%8D%0AC%2B%2B&finalite=Essai"
		      "&lecture=2&ecriture=4") == 303);
	check(says("age", "- de 18 ans") == CHANGE);
	check(post(import_at("/appliquer"), "") == 303);
	check(get(at("/contacts/%" PRId64, benp)) == 200);
	check_says("- de 18 ans");
	check_hides("+ de 18 ans");
	check(says("age", "+ de 18 ans") == CHANGE);
	check(says("age", "- DE 18 ANS") == PAREIL);
	check(says("age", "de 18 ans") == REFUS);
	check(says("avis", "👎") == REFUS);
	check(says("avis", "👍") == CHANGE);
	check(says("avis", "C#") == REFUS);
	check(says("avis", "c++") == CHANGE);
}

TEST(imports_take_a_choice_by_its_name_before_its_key)
{
	apportes();
	as(adm);
	check(post("/admin/champs",
		      "libelle=Langage&type=choix&choix=C%2B%2B%0Ac&finalite=Essai&lecture=2"
		      "&ecriture=4") == 303);
	check(says("langage", "c") == CHANGE);
	check(post(import_at("/appliquer"), "") == 303);
	check(get(at("/contacts/%" PRId64, benp)) == 200);
	check_hides("C++");
}

TEST(imports_take_the_tag_that_was_written_or_none)
{
	apportes();
	t.user.id = adm;
	etiquette_create(&t, 1, "C++");
	check(says("etiquettes", "C#") == REFUS);
	check(says("etiquettes", "🎄") == REFUS);
	check(says("etiquettes", "c++") == CHANGE);
	etiquette_create(&t, 1, "C#");
	check(says("etiquettes", "C#") == CHANGE);
	check(post(import_at("/appliquer"), "") == 303);
	check_text(db_string(&t,
			   SQL("SELECT GROUP_CONCAT(e.nom) FROM objet_etiquette x"
			       " JOIN etiquette e ON e.id = x.etiquette_id"
			       " WHERE x.objet_id = ?"),
			   I(benp)),
		"C#");
}

TEST(imports_take_the_group_that_was_written_or_none)
{
	apportes();
	t_group("groupe_local", "Vélo +");
	modele_changed(&t);
	check(says("groupe", "Vélo") == REFUS);
	check(says("groupe", "Vélo -") == REFUS);
}
