/* champs_test.c - a field made on screen is everywhere at once, and leaves without losing anything */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "domain/acces.h"
#include "domain/champ.h"
#include "domain/contact_store.h"
#include "t.h"

static int64_t adm, one;

static void
people(void)
{
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	one = t_person("Bénédicte", "Durand", "b@exemple.org", "confirme", "benevole");
	t_account(adm, "admin");
	as(adm);
}

static int64_t
field(const char *cle)
{
	return db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle));
}

static bool
file_says(const char *word)
{
	static char text[1 << 15];
	ssize_t n = pread(t_reply->file, text, sizeof text - 1, 0);

	text[n > 0 ? n : 0] = '\0';
	return strstr(text, word) != NULL;
}

TEST(champs_created_is_in_form_filter_columns_and_export)
{
	const char *edit;

	people();
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", one);
	check(post("/admin/champs",
		      "libelle=Permis+B&type=oui_non&finalite=Conduire&lecture=1&ecriture=3") ==
		303);
	check(field("permis_b") > 0);
	as(one);
	check(get(edit) == 200);
	check_says("Permis B");
	check(post(edit, "permis_b=1") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("Permis B");
	check_says("Oui");
	as(adm);
	check(get("/annuaire.json?permis_b=1") == 200);
	check_says("\"total\":1");
	check(get("/annuaire.json?permis_b=0") == 200);
	check_says("\"total\":0");
	check(get("/annuaire/filtres") == 200);
	check_says("Permis B");
	check(get("/annuaire.csv?col=nom&col=permis_b") == 200);
	check(file_says("Permis B"));
	check(file_says("Oui"));
}

TEST(champs_of_choices_are_renamed_and_retired_without_loss)
{
	people();
	check(post("/admin/champs",
		      "libelle=R%C3%A9gime&type=choix_multiple&finalite=Repas&lecture=4&ecriture=3") ==
		422);
	check_says("au moins un choix");
	check(post("/admin/champs",
		      "libelle=R%C3%A9gime&type=choix_multiple&choix=V%C3%A9g%C3%A9tarien%0ASans+gluten%0A&finalite=Repas&lecture=4&ecriture=3") ==
		303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ?"),
		      I(field("regime"))) == 2);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, 'vegetarien')"),
		I(one), I(field("regime")));
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field("regime")),
		      "libelle=Repas&finalite=Repas&lecture=4&ecriture=3&option[]=vegetarien&nom_option[]=V%C3%A9g%C3%A9&option[]=sans_gluten&nom_option[]=") ==
		303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("Végé");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ? AND retire_le IS NOT NULL"),
		      I(field("regime"))) == 1);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("regime")),
		      "") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_hides("Végé");
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("regime")),
		      "") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("Végé");
}

TEST(champs_of_the_crm_and_of_the_base_stay)
{
	people();
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("email")), "") ==
		403);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("bio")), "") ==
		403);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field("email")),
		      "libelle=Courriel&finalite=X&lecture=2&ecriture=0") == 303);
	check(db_int(&t, SQL("SELECT ecriture FROM champ WHERE cle = 'email'")) == 9);
	as(one);
	check(get("/admin/champs") == 403);
}

TEST(champs_say_who_will_read_no_more_before_it_is_so)
{
	const char *path;
	int64_t group, n;

	people();
	group = t_group("groupe_local", "Groupe local de Paris");
	t_member(group, one, "membre");
	t_member(group, t_person("Colette", "Paris", "coop@exemple.org", "confirme", "benevole"),
		"coordination");
	path = arena_printf(&t.mem, "/admin/champs/%" PRId64, field("disponibilites"));
	n = db_int(&t, SQL("SELECT COUNT(*) FROM parcours"));
	as(adm);
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&bloc=engagement") == 422);
	check_says("1 personne ne verra plus ce champ");
	check_says("Je confirme");
	check(db_int(&t, SQL("SELECT lecture FROM champ WHERE cle = 'disponibilites'")) == 2);
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&bloc=engagement&confirme=1") ==
		303);
	check(db_int(&t, SQL("SELECT lecture FROM champ WHERE cle = 'disponibilites'")) == 3);
	check_text(db_string(&t, SQL("SELECT bloc FROM champ WHERE cle = 'disponibilites'")),
		"engagement");
	check(post(path, "libelle=Autre&finalite=Oui&lecture=3&bloc=partout") == 422);
	check_text(db_string(&t, SQL("SELECT libelle FROM champ WHERE cle = 'disponibilites'")),
		"Dispos");
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=2") == 422);
	check_says("1 personne de plus verra ce champ");
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, 'soir')"),
		I(one), I(field("disponibilites")));
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&suivi=1&suivi_montre=1") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM parcours")) == n + 1);
}

TEST(champs_care_is_set_by_administrators)
{
	people();
	check(get("/admin/accompagnement") == 200);
	check_says("Bonjour {prenom}");
	check(post("/admin/accompagnement",
		      "relais_jours=1000&relais_modele=a&silence_jours=1&silence_modele=b&notes_acces=non") ==
		422);
	check(post("/admin/accompagnement",
		      "relais_jours=3&relais_modele=Salut&silence_jours=90&silence_modele=b&notes_acces=immediat") ==
		303);
	check(get("/admin/accompagnement") == 200);
	check_says("Salut");
	as(one);
	check(get("/admin/accompagnement") == 403);
}

static void
made(const char *libelle, const char *type, int lecture)
{
	as(adm);
	check(post("/admin/champs",
		      arena_printf(&t.mem,
			      "libelle=%s&type=%s&choix=Un&finalite=Essai&lecture=%d&ecriture=0",
			      libelle, type, lecture)) == 303);
}

/* How many people that query of the directory finds. */
static int
found(const char *query)
{
	check(get(arena_printf(&t.mem, "/annuaire.json?%s", query)) == 200);
	return hdf_get_int_value(t_reply->hdf, "total", -1);
}

TEST(champs_are_searched_by_their_words_at_once)
{
	static const char *const queries[] = { "q=louve", "q=dieppe+souvenir", "q=07000",
		"q=06+12+34+56+78", "q=%2B33612345678", "q=b.travail%40exemple.org", "q=mapage",
		"surnom=louve", "recit=dieppe", "code_du_travail=07", "tel_du_travail=0612345678",
		"mel_du_travail=b.travail", "site=mapage.example" };
	int64_t other, mate;

	people();
	made("Surnom", "texte", 2);
	made("Recit", "long", 2);
	made("Code+du+travail", "code_postal", 2);
	made("Tel+du+travail", "telephone", 2);
	made("Mel+du+travail", "courriel", 2);
	made("Site", "lien", 2);
	other = t_person("Omar", "Ailleurs", "o@exemple.org", "confirme", "benevole");
	mate = t_person("Mado", "Ici", "m@exemple.org", "confirme", "benevole");
	t_member(t_group("groupe_local", "Groupe local de Paris"), one, "membre");
	t_member(db_int(&t, SQL("SELECT groupe_id FROM membre WHERE contact_id = ?"), I(one)), mate,
		"membre");
	as(one);
	check(post(arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", one),
		      "surnom=La+Louve&recit=Des+souvenirs%0Ade+Dieppe&code_du_travail=07000"
		      "&tel_du_travail=06+12+34+56+78&mel_du_travail=b.travail%40exemple.org"
		      "&site=mapage.example%2Fb") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("<a href=\"https://mapage.example/b\">");
	check_says("<a href=\"mailto:b.travail@exemple.org\">");
	check_says("<a href=\"tel:+33612345678\">");
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		as(mate);
		check(found(queries[i]) == 1);
		if (found(queries[i]) != 1)
			printf("  %s\n", queries[i]);
		as(other);
		check(found(queries[i]) == 0);
	}
	as(other);
	check(get("/recherche?q=louve") == 200);
	check_hides("Bénédicte");
	as(mate);
	check(get("/recherche?q=louve") == 200);
	check_says("Bénédicte");
	as(adm);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("surnom")),
		      "") == 303);
	check(found("q=louve") == 0);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("surnom")),
		      "") == 303);
	check(found("q=louve") == 1);
	db_exec(&t, SQL("DELETE FROM contact_mot WHERE contact_id = ?"), I(one));
	lot_clear(&t);
	lot_add(&t, one);
	contact_reindex_lot(&t);
	check(found("q=louve") == 1);
}

TEST(champs_of_choices_are_searched_by_their_names_by_who_reads_them)
{
	int64_t other, mate, paris;
	const char *edit;

	people();
	check(post("/admin/champs",
		      "libelle=Instrument&type=choix&choix=Cornemuse%0AViolon&finalite=Concert&lecture=2&ecriture=3") ==
		303);
	check(post("/admin/champs",
		      "libelle=Repas&type=choix_multiple&choix=Sans+gluten%0AV%C3%A9g%C3%A9tarien&finalite=Repas&lecture=3&ecriture=3") ==
		303);
	other = t_person("Omar", "Ailleurs", "o@exemple.org", "confirme", "benevole");
	mate = t_person("Mado", "Ici", "m@exemple.org", "confirme", "benevole");
	paris = t_group("groupe_local", "Groupe local de Paris");
	t_member(paris, one, "membre");
	t_member(paris, mate, "membre");
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", one);
	as(one);
	check(post(edit, "instrument=cornemuse&repas=sans_gluten&repas=vegetarien") == 303);
	check(found("q=corne+durand") == 1 && found("q=gluten") == 1);
	as(mate);
	check(found("q=cornemuse") == 1 && found("instrument=cornemuse") == 1);
	check(found("q=gluten") == 0 && found("q=vegetarien") == 0);
	as(other);
	check(found("q=cornemuse") == 0);
	as(adm);
	check(found("q=vegetarien") == 1);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field("instrument")),
		      "libelle=Instrument&finalite=Concert&lecture=2&ecriture=3&option[]=cornemuse&nom_option[]=Biniou"
		      "&option[]=violon&nom_option[]=Violon") == 303);
	check(found("q=cornemuse") == 0 && found("q=biniou") == 1 && found("q=durand") == 1);
	as(one);
	check(post(edit, "instrument=violon") == 303);
	check(found("q=biniou") == 0 && found("q=violon") == 1);
}

TEST(champs_of_hubspot_are_taken_on_screen_left_and_taken_again)
{
	const char *path;
	int64_t id;

	people();
	db_exec(&t,
		SQL("INSERT INTO crm_propriete (nom, libelle, genre, saisie, maison, vue_le)"
		    " VALUES ('taille_essai', 'Taille essai', 'string', 'text', 1, UTC_TIMESTAMP())"));
	as(adm);
	check(get("/admin/correspondance") == 200);
	check_hides("Taille essai");
	check(get("/admin/correspondance/nouvelles") == 200);
	check_says("Taille essai");
	check_says("taille_essai, texte");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=2") == 303);
	id = field("taille_essai");
	check(id > 0);
	check(get("/admin/correspondance") == 200);
	check_says("Taille essai");
	check(get("/admin/correspondance/nouvelles") == 200);
	check_hides("Taille essai");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=2") == 404);
	check(post("/admin/correspondance", "propriete=lastname&lecture=2") == 404);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, 'M')"),
		I(one), I(id));
	db_exec(&t, SQL("REPLACE INTO sync_etat (cle, valeur) VALUES ('curseur', '1')"));
	path = arena_printf(&t.mem, "/admin/champs/%" PRId64, id);
	check(get(path) == 200);
	check_says("Ne plus reprendre");
	check(post(arena_printf(&t.mem, "%s/retirer", path), "") == 303);
	check(get("/annuaire/filtres") == 200);
	check_hides("Taille essai");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=3") == 303);
	check(field("taille_essai") == id);
	check(db_int(&t, SQL("SELECT lecture FROM champ WHERE id = ? AND retire_le IS NULL"),
		      I(id)) == 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur WHERE champ_id = ?"), I(id)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_etat WHERE cle = 'curseur'")) == 0);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("email")), "") ==
		403);
}

/* Forty fields more, of ten choices one in four. */
static void
many_fields(void)
{
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture, bloc, ordre, finalite, conservation)"
		    " SELECT CONCAT('essai_', seq), CONCAT('Essai ', seq), '', IF(seq % 4 = 0, 'choix', 'texte'), 'plateforme', 1, 3,"
		    " 'profil', 900 + seq, 'Essai', 'Essai' FROM seq_1_to_40"));
	db_exec(&t,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle, ordre) SELECT c.id, CONCAT('v', s.seq), CONCAT('Choix ', s.seq), s.seq"
		    " FROM champ c JOIN seq_1_to_10 s WHERE c.cle LIKE 'essai\\_%' AND c.genre = 'choix'"));
	modele_changed(&t);
}

TEST(champs_by_the_dozen_leave_pages_light)
{
	const char *pages[] = { "/admin/champs", "/admin/correspondance",
		"/admin/correspondance/nouvelles?toutes=1", "/annuaire", "/annuaire/filtres",
		"/annuaire/filtres?suite=30", "/annuaire/colonnes", "/annuaire/segments/nouveau",
		"/imports/lot?tout=1" };

	people();
	many_fields();
	db_exec(&t,
		SQL("INSERT INTO crm_propriete (nom, libelle, genre, saisie, maison, vue_le)"
		    " SELECT CONCAT('prop_', seq), CONCAT('Propriété ', seq), 'enumeration', 'text', 1, UTC_TIMESTAMP() FROM seq_1_to_90"));
	db_exec(&t, SQL("UPDATE champ SET origine = 'hubspot' WHERE cle LIKE 'essai\\_1_'"));
	db_exec(&t,
		SQL("INSERT INTO crm_correspondance (propriete, champ_id) SELECT CONCAT('prop_', SUBSTRING(cle, 7)), id FROM champ"
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
	people();
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
	people();
	as(adm);
	check(get("/admin/champs.csv") == 200);
	check(file_says("Adresse courriel;email;Adresse courriel;HubSpot;"));
	check(file_says("Compétences;competences;Plusieurs choix dans une liste;Essaim;"));
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=%3DDu+groupe&partage=siege") ==
		303);
	check(get("/annuaire/segments.csv") == 200);
	check(file_says("Du groupe"));
	check(file_says("Équipe salariée"));
	as(one);
	check(get("/annuaire/segments.csv") == 200);
	check(!file_says("Du groupe"));
	check(get("/admin/champs.csv") == 403);
}

TEST(champs_by_the_dozen_are_written_on_pages_that_stay_light)
{
	const char *edit;

	people();
	many_fields();
	as(one);
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", one);
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
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(one)), "Bonjour");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_valeur WHERE contact_id = ? AND valeur IN ('Un', 'v2', 'Trois', 'X')"),
		      I(one)) == 4);
	db_exec(&t,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'v1' FROM champ"
		    " WHERE cle LIKE 'essai\\_%'"),
		I(one));
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check(t_elements() <= 400);
}
