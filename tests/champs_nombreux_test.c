/* champs_nombreux_test.c - fields by the dozen: pages, filters and forms that stay light */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/socle/modele.h"
#include "modele.h"

/* Forty fields more, of ten choices one in four. */
static void
many_fields(void)
{
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " SELECT CONCAT('essai_', seq), CONCAT('Essai ', seq), '', IF(seq % 4 = 0,"
		    " 'choix', 'texte'), 'plateforme', 1, 3,"
		    " 'profil', 900 + seq, 'Essai', 'Essai' FROM seq_1_to_40"));
	db_exec(&t,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle, ordre)"
		    " SELECT c.id, CONCAT('v', s.seq), CONCAT('Choix ', s.seq), s.seq"
		    " FROM champ c JOIN seq_1_to_10 s WHERE c.cle LIKE 'essai\\_%'"
		    " AND c.genre = 'choix'"));
	modele_changed(&t);
}

TEST(champs_by_the_dozen_leave_pages_light)
{
	const char *pages[] = { "/admin/champs", "/admin/correspondance",
		"/admin/correspondance/nouvelles?toutes=1", "/annuaire", "/annuaire/filtres",
		"/annuaire/filtres?suite=30", "/annuaire/colonnes", "/annuaire/segments/nouveau",
		"/imports/lot?tout=1" };

	champs_people();
	many_fields();
	db_exec(&t,
		SQL("INSERT INTO crm_propriete (nom, libelle, genre, saisie, maison, vue_le)"
		    " SELECT CONCAT('prop_', seq), CONCAT('Propriété ', seq), 'enumeration',"
		    " 'text', 1, UTC_TIMESTAMP() FROM seq_1_to_90"));
	db_exec(&t, SQL("UPDATE champ SET origine = 'hubspot' WHERE cle LIKE 'essai\\_1_'"));
	db_exec(&t,
		SQL("INSERT INTO crm_correspondance (propriete, champ_id)"
		    " SELECT CONCAT('prop_', SUBSTRING(cle, 7)), id FROM champ"
		    " WHERE cle LIKE 'essai\\_1_'"));
	as(adm);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		check(get(pages[i]) == 200);
		check(t_elements() <= 400);
		if (t_elements() > 400)
			printf("  %s: %d\n", pages[i], t_elements());
	}
	check(get("/admin/champs?page=4") == 200);
	check_says("Essai 40");
	check(get("/annuaire/colonnes?ville=Lyon&tri=nom") == 200);
	check_says("essai_40");
	check_says("name=\"ville\" value=\"Lyon\"");
}

TEST(champs_by_the_dozen_are_all_filters)
{
	champs_people();
	many_fields();
	as(adm);
	check(get("/annuaire/filtres?competences=photo") == 200);
	check_hides("Essai 40");
	check_says("formaction=\"/annuaire/filtres\" name=\"suite\"");
	for (int i = 0; i < 4; i++) {
		const char *next = hdf_get_value(t_reply->hdf, "Filtre.suite", NULL);

		if (next != NULL)
			check(get(arena_printf(&t.mem,
				      "/annuaire/filtres?competences=photo&suite=%s", next)) ==
				200);
	}
	check_says("Essai 40");
	check_says("type=\"hidden\" name=\"competences\" value=\"photo\"");
	check_says("Premiers filtres");
}

TEST(champs_and_segments_are_taken_as_tables)
{
	champs_people();
	as(adm);
	check(get("/admin/champs.csv") == 200);
	check(strstr(t_file(), "Adresse courriel;email;Adresse courriel;HubSpot;") != NULL);
	check(strstr(t_file(), "Compétences;competences;Plusieurs choix dans une liste;Essaim;") !=
		NULL);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=%3DDu+groupe"
		      "&partage=siege") == 303);
	check(get("/annuaire/segments.csv") == 200);
	check(strstr(t_file(), "Du groupe") != NULL);
	check(strstr(t_file(), "Équipe salariée") != NULL);
	as(benedicte);
	check(get("/annuaire/segments.csv") == 200);
	check(strstr(t_file(), "Du groupe") == NULL);
	check(get("/admin/champs.csv") == 403);
}

TEST(champs_by_the_dozen_are_written_on_pages_that_stay_light)
{
	const char *edit;

	champs_people();
	many_fields();
	as(benedicte);
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", benedicte);
	check(get(edit) == 200);
	check(t_elements() <= 400);
	check_says("name=\"bio\"");
	check_hides("name=\"essai_40\"");
	check_says("Enregistrer et continuer");
	check(post(edit, "bio=Bonjour&essai_1=Un&essai_4=v2&continuer=25") == 303);
	check(strcmp(t_reply->location, arena_printf(&t.mem, "%s?suite=25&fait=fiche", edit)) == 0);
	check(get(t_reply->location) == 200);
	check(t_elements() <= 400);
	check_says("name=\"essai_40\"");
	check_hides("name=\"bio\"");
	check(post(edit, "suite=25&essai_39=Trois&essai_38=X") == 303);
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(benedicte)),
		"Bonjour");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_valeur WHERE contact_id = ?"
			  " AND valeur IN ('Un', 'v2', 'Trois', 'X')"),
		      I(benedicte)) == 4);
	db_exec(&t,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'v1' FROM champ"
		    " WHERE cle LIKE 'essai\\_%'"),
		I(benedicte));
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
	check(t_elements() <= 400);
}
