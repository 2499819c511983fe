/* imports_tableaux_test.c - tables as people keep them: titles above, headings twice, old
 * machines */

#include <inttypes.h>
#include <unistd.h>
#include <zip.h>

#include "apportes.h"
#include "base/scratch.h"
#include "domain/contacts/champ.h"
#include "domain/imports/import.h"
#include "domain/socle/modele.h"

static void
notes(void)
{
	apportes();
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " VALUES ('h_note', 'H note', '', 'texte', 'plateforme', 1, 4, 'profil', 900,"
		    " 'Essai', 'Essai'),"
		    " ('h_mot', 'H mot', '', 'texte', 'plateforme', 1, 4, 'profil', 901, 'Essai',"
		    " 'Essai')"));
	modele_changed(&t);
	as(adm);
	t.user.id = adm;
}

/* That file is brought.  NULL, or why it is refused. */
static const char *
brought(const char *bytes, size_t n)
{
	int fd = scratch_open(&t.mem, "/tmp");

	scratch_write(fd, bytes, n);
	im = import_new(&t, "fichier", "essai.csv");
	return import_file(&t, im, fd);
}

#define brings(text) brought(text, sizeof text - 1)

static void
linked(const char *columns)
{
	check(post(import_at("/colonnes"), columns) == 303);
	check(post(import_at("/appliquer"), "") == 303);
}

static const char *
note(void)
{
	return db_string(&t,
		SQL("SELECT COALESCE(MAX(v.valeur), '') FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id"
		    " WHERE f.cle = 'h_note' AND v.contact_id = ?"),
		I(benp));
}

TEST(imports_keep_what_a_heading_said_twice_was)
{
	notes();
	check(brings("Courriel;Truc;Truc\r\nelodie@exemple.org;Un;Deux\r\n") == NULL);
	linked("c0=email&c1=&c2=h_note");
	check_text(note(), "Deux");
	check(brings("Courriel;Truc\r\nelodie@exemple.org;Trois\r\n") == NULL);
	check(get(import_at("/colonnes")) == 200);
	check_says("name=\"c1\" value=\"h_note\" checked");
	check(brings("Courriel;Truc;Truc\r\nelodie@exemple.org;Un;Deux\r\n") == NULL);
	check(get(import_at("/colonnes")) == 200);
	check_says("name=\"c2\" value=\"h_note\" checked");
	check_hides("name=\"c1\" value=\"h_note\" checked");
	linked("c0=email&c1=h_note&c2=h_mot");
	check(brings("Courriel;Truc\r\nelodie@exemple.org;Trois\r\n") == NULL);
	check(get(import_at("/colonnes")) == 200);
	check_says("name=\"c1\" value=\"h_note\" checked");
	linked("c0=email&c1=");
	check(brings("Courriel;Truc\r\nelodie@exemple.org;Trois\r\n") == NULL);
	check(get(import_at("/colonnes")) == 200);
	check_hides("value=\"h_note\" checked");
	check_hides("value=\"h_mot\" checked");
}

TEST(imports_find_the_headings_below_a_title_or_behind_a_number)
{
	static const char *const files[] = {
		"Liste des adhérents au 30/11/2026;;\nAdresse courriel;H note;\n"
		"elodie@exemple.org;Un;\n",
		"Liste des adhérents\n\nÉditée le 30/11/2026\nAdresse courriel;H note\n"
		"elodie@exemple.org;Un\n",
		"#;Adresse courriel;H note\n1;elodie@exemple.org;Un\n",
		"N°,Adresse courriel,H note\n1,elodie@exemple.org,Un\n",
		"# Aide : ne pas toucher\nCourriel;H note\n# exemple@exemple.org;Deux\n"
		"elodie@exemple.org;Un\n",
	};

	notes();
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		check(brought(files[i], strlen(files[i])) == NULL);
		check(get(import_at("/colonnes")) == 200);
		check_says("value=\"email\" checked");
		check_says("value=\"h_note\" checked");
		linked(i == 2 || i == 3 ? "c1=email&c2=h_note" : "c0=email&c1=h_note");
		check_text(note(), "Un");
		check(post(import_at("/annuler"), "") == 303);
	}
	check(brings("Sujet;Canal\n;mail\nx;sms\n") == NULL);
	check(get(import_at("/colonnes")) == 200);
	check_says("Sujet");
	check(db_int(&t, SQL("SELECT lignes FROM import WHERE id = ?"), I(im)) == 2);
}

TEST(imports_read_the_letters_of_an_old_mac)
{
	notes();
	check(brings("Courriel;H note\relodie@exemple.org;\x83t\x8e \x88 Orl\x8e"
		     "ans\r") == NULL);
	linked("c0=email&c1=h_note");
	check_text(note(), "Été à Orléans");
	check(brings("Courriel;H note\relodie@exemple.org;\xc9t\xe9 \xe0 Orl\xe9"
		     "ans\r") == NULL);
	linked("c0=email&c1=h_note&mode=2");
	check_text(note(), "Été à Orléans");
}

TEST(imports_say_what_to_do_with_what_is_no_table)
{
	notes();
	check(strstr(brings("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), "enregistrez-le en .xlsx") !=
		NULL);
	check(strstr(brings("%PDF-1.7\n"), "PDF") != NULL);
	check(strstr(brings("<html><table><tr><td>a"), "page web") != NULL);
}

/* A workbook whose parts have the names that PARTS gives them, in pairs. */
static const char *
workbook(const char *const parts[][2], size_t n)
{
	zip_error_t error;
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = zip_open_from_source(to, ZIP_CREATE, &error);
	char bytes[65536];
	zip_int64_t len;

	for (size_t i = 0; i < n; i++)
		zip_file_add(zip, parts[i][0],
			zip_source_buffer(zip, parts[i][1], strlen(parts[i][1]), 0), 0);
	zip_source_keep(to);
	zip_close(zip);
	zip_source_open(to);
	len = zip_source_read(to, bytes, sizeof bytes);
	zip_source_close(to);
	zip_source_free(to);
	return brought(bytes, (size_t) len);
}

TEST(imports_read_a_workbook_whose_parts_have_other_names)
{
	static const char *const parts[][2] = {
		{ "_rels/.rels",
			"<Relationships><Relationship Id='r1' Type='http://x/officeDocument'"
			" Target='xl/workbook2.xml'/></Relationships>" },
		{ "xl/workbook2.xml",
			"<workbook><sheets><sheet name='a' r:id='r1'"
			" xmlns:r='r'/></sheets></workbook>" },
		{ "xl/_rels/workbook2.xml.rels",
			"<Relationships><Relationship Id='r1' Type='http://x/worksheet'"
			" Target='/xl/feuille.xml'/>"
			"<Relationship Id='r2' Type='http://x/sharedStrings'"
			" Target='mots.xml'/></Relationships>" },
		{ "xl/mots.xml", "<sst><si><t>Courriel</t></si><si><t>H note</t></si></sst>" },
		{ "xl/feuille.xml",
			"<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'"
			" t='s'><v>1</v></c></row>"
			"<row r='2'><c r='A2' t='inlineStr'><is><t>elodie@exemple.org</t></is></c>"
			"<c r='B2'"
			" t='d'><v>2026-09-14T00:00:00</v></c></row></sheetData></worksheet>" },
	};

	notes();
	check(workbook(parts, sizeof parts / sizeof *parts) == NULL);
	linked("c0=email&c1=h_note");
	check_text(note(), "2026-09-14");
}
