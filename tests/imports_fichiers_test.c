/* imports_fichiers_test.c - columns of files, exports that come back, selections */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "apportes.h"
#include "base/scratch.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/crm/contact_store.h"
#include "domain/imports/import.h"
#include "domain/imports/import_commande.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "domain/vie/cycle.h"
#include "web/export.h"

TEST(imports_one_line_a_person_and_one_column_a_field)
{
	apportes();
	check(bring(adm, "email;bio\nelodie@exemple.org;un\nELODIE@exemple.org;deux\n",
		      "c0=email&c1=bio") == 303);
	check(count_in(CHANGE) == 1 && count_in(REFUS) == 1);
	check(get(import_at("?vue=refusees")) == 200);
	check_says("La ligne 2 parle déjà");
	check(bring(adm, "email;bio\nelodie@exemple.org;un\n", "c0=email&c1=email") == 422);
	check_says("même champ");
	check(bring(adm, "nom;bio\nx;y\n", "c0=nom&c1=bio") == 422);
	check_says("de qui parle la ligne");
}

TEST(imports_two_people_on_one_address_are_told_apart_by_name)
{
	int64_t twin;

	apportes();
	twin = t_person("Paul", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	check(bring(adm, "email;bio\nelodie@exemple.org;un\n", "c0=email&c1=bio") == 303);
	check(count_in(REFUS) == 1);
	check(bring(adm, "email;prenom;nom;bio\nelodie@exemple.org;paul;n’guyen;un\n",
		      "c0=email&c1=prenom&c2=nom&c3=bio") == 303);
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(twin), "un");
	check_text(bio_of(benp), "");
}

TEST(imports_columns_are_guessed_and_remembered)
{
	apportes();
	check(bring(adm, "Adresse e-mail;Mon truc\nelodie@exemple.org;un\n", "c0=email&c1=bio") ==
		303);
	t.user.id = adm;
	{
		int fd = scratch_open(&t.mem, "/tmp");
		static const char text[] = "Mon truc;Adresse e-mail;Compétences\na;b;c\n";

		scratch_write(fd, text, sizeof text - 1);
		im = import_new(&t, "fichier", "b.csv");
		check(import_file(&t, im, fd) == NULL);
	}
	check(get(import_at("/colonnes")) == 200);
	check_says("value=\"bio\" checked");
	check_says("value=\"email\" checked");
	check_says("value=\"competences\" checked");
	check(get("/imports") == 200);
	check(get("/imports.csv") == 200);
	check(get("/imports/modele.csv") == 200);
	check(get(import_at("/lignes.csv?vue=refusees")) == 200);
	check(post(import_at("/jeter"), "") == 303);
	check(get(import_at("")) == 404);
}

TEST(imports_of_many_columns_leave_the_page_light)
{
	static const char text[] =
		"Mon truc;Autre;Courriel;Prénom;Nom;Ville;Téléphone;Code postal;Civilité;Statut;"
		"Groupe;Magasin;Thématiques;Compétences;Envies;Disponibilités;Formations suivies;"
		"Présentation;Étiquettes;Essai 1;Essai 2;Essai 3;Essai 4;Essai 5;Essai 6;Essai"
		" 7;Essai 8;"
		"Essai 9;Essai 10;Essai 11;Essai 12;Essai 13;Essai 14;Essai 15\na;b;c\n";
	int fd = scratch_open(&t.mem, "/tmp"), n = 0;

	apportes();
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " SELECT CONCAT('essai_', seq), CONCAT('Essai ', seq), '', 'texte',"
		    " 'plateforme', 1, 4, 'profil', 900 + seq,"
		    " 'Essai', 'Essai' FROM seq_1_to_40"));
	modele_changed(&t);
	scratch_write(fd, text, sizeof text - 1);
	as(adm);
	t.user.id = adm;
	im = import_new(&t, "fichier", "large.csv");
	check(import_file(&t, im, fd) == NULL);
	check(get(import_at("/colonnes")) == 200);
	for (const char *s = t_reply->body; (s = strchr(s, '<')) != NULL; s++)
		n += s[1] >= 'a' && s[1] <= 'z';
	check(n <= 400);
	if (n > 400)
		printf("  %d elements\n", n);
	check_says("name=\"c2\" value=\"email\" checked");
	check_says("type=\"hidden\" name=\"c33\" value=\"essai_15\"");
	check(get(import_at("/colonnes?debut=20")) == 200);
	check_says("type=\"hidden\" name=\"c2\" value=\"email\"");
	check_says("name=\"c33\" value=\"essai_15\" checked");
	check(get(import_at("/colonnes?debut=20&relier=2")) == 200);
	check_says("<select id=\"c2\" name=\"c2\">");
}

TEST(imports_an_export_comes_back_without_a_change)
{
	static const char *const formats[] = { "csv", "xlsx" };

	apportes();
	db_exec(&t, SQL("UPDATE contact SET bio = '=1+1 ; \"oui\"' WHERE id = ?"), I(benp));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'soir'"
		    " FROM champ WHERE cle = 'disponibilites'"),
		I(benp));
	for (int i = 0; i < 2; i++) {
		int fd = scratch_open(&t.mem, "/tmp");
		char buffer[65536];
		ssize_t n;

		as(adm);
		check(get(arena_printf(&t.mem, "/annuaire.%s", formats[i])) == 200);
		if (t_reply->file != 0)
			while ((n = read(t_reply->file, buffer, sizeof buffer)) > 0)
				scratch_write(fd, buffer, (size_t) n);
		t.user.id = adm;
		im = import_new(&t, "fichier", "retour");
		check(import_file(&t, im, fd) == NULL);
		check(post(import_at("/colonnes"),
			      "c0=civilite&c1=prenom&c2=nom&c3=date_naissance&c4=email"
			      "&c5=autres_courriels&c6=telephone"
			      "&c7=code_postal&c8=ville&c9=statut&c10=type_contact"
			      "&c11=types_benevolat&c12=types_mission"
			      "&c13=groupe&c14=magasin&c15=editions_trail&c16=thematiques"
			      "&c17=competences&c18=appetences"
			      "&c19=disponibilites&c20=formations&c21=bio&c22=etiquettes&c23=id"
			      "&mode=2") == 303);
		check(count_in(PAREIL) == 5);
		check(count_in(CHANGE) + count_in(REFUS) + count_in(DOUBLON) == 0);
		if (count_in(REFUS) > 0)
			get(import_at("?vue=refusees")), check_says("rien");
	}
}

static const char *
latest(const char *rest)
{
	im = db_int(&t, SQL("SELECT MAX(id) FROM import"));
	return import_at(rest);
}

TEST(imports_of_many_lines_are_sealed_in_the_journal_and_found_by_search)
{
	struct buffer file = { &t.mem };

	apportes();
	buffer_puts(&file, "email;bio\n");
	for (int i = 0; i < 40; i++) {
		const char *email = arena_printf(&t.mem, "p%d@exemple.org", i);

		t_person("Camille", arena_printf(&t.mem, "Nombre%d", i), email, "confirme",
			"benevole");
		buffer_puts(&file,
			arena_printf(&t.mem, "%s;\"Tricotage \\ \"\"n°\"\" %d / é\n suite\"\n",
				email, i));
	}
	check(bring(adm, buffer_text(&file), "c0=email&c1=bio") == 303);
	check(count_in(CHANGE) == 40);
	check(post(import_at("/appliquer"), "") == 303);
	check(journal_verify(&t) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM recherche WHERE corps LIKE '%tricot%'")) == 40);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact WHERE INSTR(bio,"
			  " 'Tricotage \\\\ \"n°\"') = 1")) == 40);
	check(post(import_at("/annuler"), "") == 303);
	check(journal_verify(&t) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE bio <> ''")) == 0);
}

TEST(imports_from_a_shell_take_an_export_back)
{
	char *text = NULL, path[] = "/tmp/essaim-test-XXXXXX";
	size_t n = 0;
	int fd = mkstemp(path);
	FILE *to;

	apportes();
	to = open_memstream(&text, &n);
	check(export_write(&t, "groupes", JSON, to) ==
		db_int(&t, SQL("SELECT COUNT(*) FROM groupe")));
	fclose(to);
	check(strstr(text, "\"titre\":\"Groupe local de Paris\"") != NULL);
	free(text);
	t.user.level = ADMIN;
	to = fdopen(fd, "w");
	check(export_write(&t, "contacts", CSV, to) == 5);
	check(export_write(&t, "nimporte", CSV, to) == -1);
	fclose(to);
	check(import_command(&t, path, true, &im) == NULL);
	check(count_in(PAREIL) == 5);
	unlink(path);
	check(import_command(&t, "/nulle/part", true, &im) != NULL);
}

TEST(imports_many_people_at_once_from_a_selection_or_a_filter)
{
	const char *two;

	apportes();
	two = arena_printf(&t.mem, "p=%" PRId64 "&p=%" PRId64, benp, benl);
	as(coop);
	check(get(arena_printf(&t.mem, "/imports/lot?%s", two)) == 200);
	check_says("2 personnes sont concernées");
	check_says("Étiquettes");
	check(post(arena_printf(&t.mem, "/imports/lot?%s&champ=etiquettes", two), "mode=1") == 422);
	check(post(arena_printf(&t.mem, "/imports/lot?%s&champ=etiquettes", two),
		      "mode=1&valeur=jamais+vue") == 422);
	check_says("n’existe pas");
	check(post(arena_printf(&t.mem, "/imports/lot?%s&champ=etiquettes", two),
		      "mode=1&valeur=Fiable") == 303);
	check(get(latest("")) == 200);
	check(count_in(CHANGE) == 1 && count_in(REFUS) == 1);
	check(post(import_at("/appliquer"), "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id IN (?, ?)"),
		      I(benp), I(benl)) == 1);
	as(adm);
	check(post(arena_printf(&t.mem, "/imports/lot?tout=1&groupe=%" PRId64 "&champ=competences",
			   paris),
		      "mode=1&valeur=photo&valeur=vente") == 303);
	check(get(latest("")) == 200);
	check(count_in(CHANGE) == 2);
	check(post(import_at("/appliquer"), "") == 303);
	check(has_value(coop, "photo") && has_value(benp, "vente") && !has_value(benl, "photo"));
	check(post("/imports/lot?tout=1&champ=competences", "mode=3&valeur=photo") == 303);
	check(post(latest("/appliquer"), "") == 303);
	check(!has_value(coop, "photo") && has_value(coop, "vente"));
	check(post(import_at("/annuler"), "") == 303);
	check(has_value(coop, "photo"));
	check(journal_verify(&t) == 0);
	check(post("/imports/lot?tout=1&champ=nom", "valeur=X") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE nom = 'X'")) == 0);
	as(benp);
	check(get("/imports/lot?tout=1") == 403);
	check(get("/annuaire") == 200);
	check_hides("/imports/lot");
}
