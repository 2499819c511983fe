/* imports_test.c - files that people bring: tried, applied, taken back, and what they never do */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/scratch.h"
#include "domain/acces.h"
#include "domain/champ.h"
#include "domain/contact_store.h"
#include "domain/cycle.h"
#include "domain/etiquette.h"
#include "domain/import.h"
#include "domain/import_commande.h"
#include "domain/journal.h"
#include "t.h"
#include "web/export.h"

static int64_t coop, benp, benl, sal, adm, paris, im;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	db_exec(&t,
		SQL("UPDATE contact SET telephone = '+33 6 12 34 56 78', code_postal = '01000',"
		    " date_naissance = '1980-05-01' WHERE id = ?"),
		I(benp));
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	acces_contact(&t, adm);
	t.user.id = adm;
	etiquette_create(&t, 1, "Fiable");
}

/* That person brings that text, its columns are COLUMNS ("c0=email&c1=bio"). */
static int
bring(int64_t who, const char *text, const char *columns)
{
	int fd = scratch_open(&t.mem, "/tmp");

	as(who);
	t.user.id = who;
	im = import_new(&t, "fichier", "essai.csv");
	scratch_write(fd, text, strlen(text));
	check(import_file(&t, im, fd) == NULL);
	return post(arena_printf(&t.mem, "/imports/%" PRId64 "/colonnes", im), columns);
}

static const char *
at(const char *rest)
{
	return arena_printf(&t.mem, "/imports/%" PRId64 "%s", im, rest);
}

static int64_t
count(int64_t etat)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ? AND etat = ?"),
		I(im), I(etat));
}

static const char *
bio_of(int64_t id)
{
	return db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(id));
}

static int64_t
has(int64_t id, const char *valeur)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM champ_valeur WHERE contact_id = ? AND valeur = ?"), I(id),
		S(valeur));
}

TEST(imports_try_then_apply_then_undo)
{
	people();
	check(bring(adm,
		      "Courriel;Présentation;Compétences;Étiquettes;Disponibilités\n"
		      "elodie@exemple.org;Bonjour;Photo, Rédaction;fiable;En semaine, le soir, Le samedi\n"
		      "berthe@exemple.org;;;;\n",
		      "c0=email&c1=bio&c2=competences&c3=etiquettes&c4=disponibilites&mode=1") ==
		303);
	check(count(CHANGE) == 1 && count(PAREIL) == 1);
	check_text(bio_of(benp), "");
	check(get(at("")) == 200);
	check_says("Rien n’est encore changé");
	check_says("Photo, Rédaction");
	check(post(at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "Bonjour");
	check(has(benp, "photo") && has(benp, "redaction") && has(benp, "soir") &&
		has(benp, "samedi"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id = ?"), I(benp)) ==
		1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ? AND acte = 'contact.import'"
			  " AND apres LIKE '%Bonjour%'"),
		      I(benp)) == 1);
	check(post(at("/appliquer"), "") == 409);
	db_exec(&t, SQL("UPDATE contact SET bio = 'Écrit depuis' WHERE id = ?"), I(benp));
	check(post(at("/annuler"), "") == 303);
	check_text(bio_of(benp), "Écrit depuis");
	check(!has(benp, "photo") && !has(benp, "soir"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id = ?"), I(benp)) ==
		0);
	check(get(at("")) == 200);
	check_says("1 valeur a été laissée telle quelle");
	check(post(at("/annuler"), "") == 409);
}

TEST(imports_of_a_field_made_on_screen_are_found_by_its_words)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture, bloc, ordre, finalite, conservation)"
		    " VALUES ('surnom', 'Surnom', '', 'texte', 'plateforme', 1, 4, 'profil', 900, 'Essai', 'Essai')"));
	modele_changed(&t);
	check(bring(adm, "Courriel;Surnom\nelodie@exemple.org;La Louve\n", "c0=email&c1=surnom") ==
		303);
	check(post(at("/appliquer"), "") == 303);
	check(get("/annuaire.json?q=louve") == 200);
	check_says("Élodie");
	check(post(at("/annuler"), "") == 303);
	check(get("/annuaire.json?q=louve") == 200);
	check_hides("Élodie");
}

TEST(imports_the_same_file_twice_adds_nothing)
{
	static const char text[] = "email,competences\nelodie@exemple.org,\"Photo, Vente\"\n";

	people();
	check(bring(adm, text, "c0=email&c1=competences") == 303);
	check(post(at("/appliquer"), "") == 303);
	check(bring(adm, text, "c0=email&c1=competences") == 303);
	check(count(CHANGE) == 0 && count(PAREIL) == 1);
}

TEST(imports_never_write_what_hubspot_says)
{
	people();
	check(bring(adm,
		      "email\ttelephone\tcode_postal\tdate_naissance\tnom\tbio\n"
		      "elodie@exemple.org\t0612345678\t1000\t01/05/1980\tn’guyen\tOui\n"
		      "berthe@exemple.org\t0699999999\t\t\t\tNon\n"
		      "coline@exemple.org\t\t\t\tDurand\tNon\n",
		      "c0=email&c1=telephone&c2=code_postal&c3=date_naissance&c4=nom&c5=bio") ==
		303);
	check(count(CHANGE) == 1 && count(REFUS) == 2);
	check(get(at("?vue=refusees")) == 200);
	check_says("vient de HubSpot");
	check(post(at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "Oui");
	check_text(bio_of(benl), "");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE nom = 'Durand'")) == 0);
}

TEST(imports_create_nobody_and_say_who_it_might_be)
{
	people();
	check(bring(adm,
		      "email;prenom;nom;bio\ninconnue@exemple.org;;;a\nautre@exemple.org;Élodie;N’Guyen;b\n",
		      "c0=email&c1=prenom&c2=nom&c3=bio") == 303);
	check(count(REFUS) == 1 && count(DOUBLON) == 1);
	check(get(at("?vue=doublons")) == 200);
	check_says("est-ce la même personne");
	check(post(at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "");
}

TEST(imports_change_only_whom_one_manages)
{
	people();
	check(bring(coop,
		      "email;bio;naissance\nelodie@exemple.org;oui;\nberthe@exemple.org;non;\ncoline@exemple.org;moi;1980-01-01\n",
		      "c0=email&c1=bio") == 303);
	check(count(CHANGE) == 2 && count(REFUS) == 1);
	check(get(at("?vue=refusees")) == 200);
	check_says("Personne de connu");
	check(bring(coop, arena_printf(&t.mem, "id;bio\n%" PRId64 ";non\n", benl),
		      "c0=id&c1=bio") == 303);
	check(get(at("")) == 200);
	check_says("vous ne pouvez pas le changer");
	check(bring(coop, "email;date_naissance\nelodie@exemple.org;1980-05-01\n",
		      "c0=email&c1=date_naissance") == 303);
	check(get(at("")) == 200);
	check_says("vous ne pouvez pas lire");
	check_hides("1980");
	as(sal);
	check(get(at("")) == 404);
	check(post(at("/appliquer"), "") == 404);
	as(benp);
	check(get("/imports") == 403);
}

TEST(imports_lose_a_right_between_trying_and_applying)
{
	people();
	check(bring(coop, "email;bio\nelodie@exemple.org;oui\n", "c0=email&c1=bio") == 303);
	check(count(CHANGE) == 1);
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(benp));
	acces_contact(&t, benp);
	check(post(at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "");
}

TEST(imports_empty_cells_erase_only_when_asked)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET bio = 'ici' WHERE id = ?"), I(benp));
	check(bring(adm, "email;bio;competences\nelodie@exemple.org;;\n",
		      "c0=email&c1=bio&c2=competences") == 303);
	check(count(PAREIL) == 1);
	check(bring(adm, "email;bio;competences\nelodie@exemple.org;;\n",
		      "c0=email&c1=bio&c2=competences&efface=1") == 303);
	check(count(CHANGE) == 1);
	check(post(at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "");
	check(post(at("/annuler"), "") == 303);
	check_text(bio_of(benp), "ici");
}

TEST(imports_memberships_of_the_platform_and_not_those_of_the_crm)
{
	int64_t crm;

	people();
	crm = t_group("groupe_local", "Groupe local de Lens");
	db_exec(&t,
		SQL("UPDATE groupe SET champ_id = (SELECT id FROM champ WHERE cle = 'groupe'), valeur = 'lens' WHERE id = ?"),
		I(crm));
	db_exec(&t, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('modele', UUID())"));
	check(bring(adm,
		      "email;groupe\nberthe@exemple.org;groupe local de paris\ncoline@exemple.org;Groupe local de Lens\n",
		      "c0=email&c1=groupe") == 303);
	check(count(CHANGE) == 1 && count(REFUS) == 1);
	check(post(at("/appliquer"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND groupe_id = ? AND fin IS NULL"),
		      I(benl), I(paris)) == 1);
	as(coop);
	check(get(arena_printf(&t.mem, "/etiquettes/objet/%" PRId64, benl)) == 200);
	as(adm);
	check(post(at("/annuler"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND groupe_id = ? AND fin IS NULL"),
		      I(benl), I(paris)) == 0);
}

TEST(imports_one_line_a_person_and_one_column_a_field)
{
	people();
	check(bring(adm, "email;bio\nelodie@exemple.org;un\nELODIE@exemple.org;deux\n",
		      "c0=email&c1=bio") == 303);
	check(count(CHANGE) == 1 && count(REFUS) == 1);
	check(get(at("?vue=refusees")) == 200);
	check_says("La ligne 2 parle déjà");
	check(bring(adm, "email;bio\nelodie@exemple.org;un\n", "c0=email&c1=email") == 422);
	check_says("même champ");
	check(bring(adm, "nom;bio\nx;y\n", "c0=nom&c1=bio") == 422);
	check_says("de qui parle la ligne");
}

TEST(imports_two_people_on_one_address_are_told_apart_by_name)
{
	int64_t twin;

	people();
	twin = t_person("Paul", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	check(bring(adm, "email;bio\nelodie@exemple.org;un\n", "c0=email&c1=bio") == 303);
	check(count(REFUS) == 1);
	check(bring(adm, "email;prenom;nom;bio\nelodie@exemple.org;paul;n’guyen;un\n",
		      "c0=email&c1=prenom&c2=nom&c3=bio") == 303);
	check(post(at("/appliquer"), "") == 303);
	check_text(bio_of(twin), "un");
	check_text(bio_of(benp), "");
}

TEST(imports_columns_are_guessed_and_remembered)
{
	people();
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
	check(get(at("/colonnes")) == 200);
	check_says("value=\"bio\" checked");
	check_says("value=\"email\" checked");
	check_says("value=\"competences\" checked");
	check(get("/imports") == 200);
	check(get("/imports.csv") == 200);
	check(get("/imports/modele.csv") == 200);
	check(get(at("/lignes.csv?vue=refusees")) == 200);
	check(post(at("/jeter"), "") == 303);
	check(get(at("")) == 404);
}

TEST(imports_of_many_columns_leave_the_page_light)
{
	static const char text[] =
		"Mon truc;Autre;Courriel;Prénom;Nom;Ville;Téléphone;Code postal;Civilité;Statut;"
		"Groupe;Magasin;Thématiques;Compétences;Envies;Disponibilités;Formations suivies;"
		"Présentation;Étiquettes;Essai 1;Essai 2;Essai 3;Essai 4;Essai 5;Essai 6;Essai 7;Essai 8;"
		"Essai 9;Essai 10;Essai 11;Essai 12;Essai 13;Essai 14;Essai 15\na;b;c\n";
	int fd = scratch_open(&t.mem, "/tmp"), n = 0;

	people();
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture, bloc, ordre, finalite, conservation)"
		    " SELECT CONCAT('essai_', seq), CONCAT('Essai ', seq), '', 'texte', 'plateforme', 1, 4, 'profil', 900 + seq,"
		    " 'Essai', 'Essai' FROM seq_1_to_40"));
	modele_changed(&t);
	scratch_write(fd, text, sizeof text - 1);
	as(adm);
	t.user.id = adm;
	im = import_new(&t, "fichier", "large.csv");
	check(import_file(&t, im, fd) == NULL);
	check(get(at("/colonnes")) == 200);
	for (const char *s = t_reply->body; (s = strchr(s, '<')) != NULL; s++)
		n += s[1] >= 'a' && s[1] <= 'z';
	check(n <= 400);
	if (n > 400)
		printf("  %d elements\n", n);
	check_says("name=\"c2\" value=\"email\" checked");
	check_says("type=\"hidden\" name=\"c33\" value=\"essai_15\"");
	check(get(at("/colonnes?debut=20")) == 200);
	check_says("type=\"hidden\" name=\"c2\" value=\"email\"");
	check_says("name=\"c33\" value=\"essai_15\" checked");
	check(get(at("/colonnes?debut=20&relier=2")) == 200);
	check_says("<select id=\"c2\" name=\"c2\">");
}

TEST(imports_an_export_comes_back_without_a_change)
{
	static const char *const formats[] = { "csv", "xlsx" };

	people();
	db_exec(&t, SQL("UPDATE contact SET bio = '=1+1 ; \"oui\"' WHERE id = ?"), I(benp));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'soir' FROM champ"
		    " WHERE cle = 'disponibilites'"),
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
		check(post(at("/colonnes"),
			      "c0=civilite&c1=prenom&c2=nom&c3=date_naissance&c4=email&c5=autres_courriels&c6=telephone"
			      "&c7=code_postal&c8=ville&c9=statut&c10=type_contact&c11=types_benevolat&c12=types_mission"
			      "&c13=groupe&c14=magasin&c15=editions_trail&c16=thematiques&c17=competences&c18=appetences"
			      "&c19=disponibilites&c20=formations&c21=bio&c22=etiquettes&c23=id&mode=2") ==
			303);
		check(count(PAREIL) == 5);
		check(count(CHANGE) + count(REFUS) + count(DOUBLON) == 0);
		if (count(REFUS) > 0)
			get(at("?vue=refusees")), check_says("rien");
	}
}

static const char *
latest(const char *rest)
{
	im = db_int(&t, SQL("SELECT MAX(id) FROM import"));
	return at(rest);
}

TEST(imports_of_many_lines_are_sealed_in_the_journal_and_found_by_search)
{
	struct str file = { &t.mem };

	people();
	str_puts(&file, "email;bio\n");
	for (int i = 0; i < 40; i++) {
		const char *email = arena_printf(&t.mem, "p%d@exemple.org", i);

		t_person("Camille", arena_printf(&t.mem, "Nombre%d", i), email, "confirme",
			"benevole");
		str_puts(&file,
			arena_printf(&t.mem, "%s;\"Tricotage \\ \"\"n°\"\" %d / é\n suite\"\n",
				email, i));
	}
	check(bring(adm, str_text(&file), "c0=email&c1=bio") == 303);
	check(count(CHANGE) == 40);
	check(post(at("/appliquer"), "") == 303);
	check(journal_verify(&t) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM recherche WHERE corps LIKE '%tricot%'")) == 40);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact WHERE INSTR(bio, 'Tricotage \\\\ \"n°\"') = 1")) ==
		40);
	check(post(at("/annuler"), "") == 303);
	check(journal_verify(&t) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE bio <> ''")) == 0);
}

TEST(imports_leave_nothing_of_who_is_forgotten_nor_after_a_month)
{
	people();
	check(bring(adm, "email;bio\nelodie@exemple.org;ici\nberthe@exemple.org;là\n",
		      "c0=email&c1=bio") == 303);
	check(post(at("/appliquer"), "") == 303);
	cycle_forget(&t, benp);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE cellules LIKE '%elodie%'")) ==
		0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_changement WHERE contact_id = ?"),
		      I(benp)) == 0);
	check(get(at("")) == 200);
	db_exec(&t,
		SQL("UPDATE import SET applique_le = UTC_TIMESTAMP() - INTERVAL 31 DAY WHERE id = ?"),
		I(im));
	check(post(at("/annuler"), "") == 409);
	cycle_clean(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ?"), I(im)) == 0);
	check(get(at("")) == 200);
	check_text(bio_of(benl), "là");
}

TEST(imports_from_a_shell_take_an_export_back)
{
	char *text = NULL, path[] = "/tmp/essaim-test-XXXXXX";
	size_t n = 0;
	int fd = mkstemp(path);
	FILE *to;

	people();
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
	check(count(PAREIL) == 5);
	unlink(path);
	check(import_command(&t, "/nulle/part", true, &im) != NULL);
}

TEST(imports_many_people_at_once_from_a_selection_or_a_filter)
{
	const char *two;

	people();
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
	check(count(CHANGE) == 1 && count(REFUS) == 1);
	check(post(at("/appliquer"), "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id IN (?, ?)"),
		      I(benp), I(benl)) == 1);
	as(adm);
	check(post(arena_printf(&t.mem, "/imports/lot?tout=1&groupe=%" PRId64 "&champ=competences",
			   paris),
		      "mode=1&valeur=photo&valeur=vente") == 303);
	check(get(latest("")) == 200);
	check(count(CHANGE) == 2);
	check(post(at("/appliquer"), "") == 303);
	check(has(coop, "photo") && has(benp, "vente") && !has(benl, "photo"));
	check(post("/imports/lot?tout=1&champ=competences", "mode=3&valeur=photo") == 303);
	check(post(latest("/appliquer"), "") == 303);
	check(!has(coop, "photo") && has(coop, "vente"));
	check(post(at("/annuler"), "") == 303);
	check(has(coop, "photo"));
	check(journal_verify(&t) == 0);
	check(post("/imports/lot?tout=1&champ=nom", "valeur=X") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE nom = 'X'")) == 0);
	as(benp);
	check(get("/imports/lot?tout=1") == 403);
	check(get("/annuaire") == 200);
	check_hides("/imports/lot");
}
