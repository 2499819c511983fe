/* champs_test.c - a field made on screen is everywhere at once, and leaves without losing
 * anything */

#include <inttypes.h>
#include <stdio.h>

#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/contacts/contact_words.h"
#include "modele.h"

TEST(champs_created_is_in_form_filter_columns_and_export)
{
	const char *edit;

	champs_people();
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", benedicte);
	check(post("/admin/champs",
		      "libelle=Permis+B&type=oui_non&finalite=Conduire&lecture=1&ecriture=3") ==
		303);
	check(field_called("permis_b") > 0);
	as(benedicte);
	check(get(edit) == 200);
	check_says("Permis B");
	check(post(edit, "permis_b=1") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
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
	check(strstr(t_file(), "Permis B") != NULL);
	check(strstr(t_file(), "Oui") != NULL);
}

TEST(champs_of_choices_are_renamed_and_retired_without_loss)
{
	champs_people();
	check(post("/admin/champs",
		      "libelle=R%C3%A9gime&type=choix_multiple&finalite=Repas&lecture=4"
		      "&ecriture=3") == 422);
	check_says("au moins un choix");
	check(post("/admin/champs",
		      "libelle=R%C3%A9gime&type=choix_multiple"
		      "&choix=V%C3%A9g%C3%A9tarien%0ASans+gluten%0A&finalite=Repas&lecture=4"
		      "&ecriture=3") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ?"),
		      I(field_called("regime"))) == 2);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " VALUES (?, ?, 'vegetarien')"),
		I(benedicte), I(field_called("regime")));
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field_called("regime")),
		      "libelle=Repas&finalite=Repas&lecture=4&ecriture=3&option[]=vegetarien"
		      "&nom_option[]=V%C3%A9g%C3%A9&option[]=sans_gluten&nom_option[]=") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
	check_says("Végé");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ?"
			  " AND retire_le IS NOT NULL"),
		      I(field_called("regime"))) == 1);
	check(post(arena_printf(
			   &t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("regime")),
		      "") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
	check_hides("Végé");
	check(post(arena_printf(
			   &t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("regime")),
		      "") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
	check_says("Végé");
}

TEST(champs_of_the_crm_and_of_the_base_stay)
{
	champs_people();
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("email")),
		      "") == 403);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("bio")),
		      "") == 403);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field_called("email")),
		      "libelle=Courriel&finalite=X&lecture=2&ecriture=0") == 303);
	check(db_int(&t, SQL("SELECT ecriture FROM champ WHERE cle = 'email'")) == 9);
	as(benedicte);
	check(get("/admin/champs") == 403);
}

TEST(champs_say_who_will_read_no_more_before_it_is_so)
{
	const char *path;
	int64_t group, n;

	champs_people();
	group = t_group("groupe_local", "Groupe local de Paris");
	t_member(group, benedicte, "membre");
	t_member(group, t_person("Colette", "Paris", "coop@exemple.org", "confirme", "benevole"),
		"coordination");
	path = arena_printf(&t.mem, "/admin/champs/%" PRId64, field_called("disponibilites"));
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
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " VALUES (?, ?, 'soir')"),
		I(benedicte), I(field_called("disponibilites")));
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&suivi=1&suivi_montre=1") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM parcours")) == n + 1);
}

TEST(champs_care_is_set_by_administrators)
{
	champs_people();
	check(get("/admin/accompagnement") == 200);
	check_says("Bonjour {prenom}");
	check(post("/admin/accompagnement",
		      "relais_jours=1000&relais_modele=a&silence_jours=1&silence_modele=b"
		      "&notes_acces=non") == 422);
	check(post("/admin/accompagnement",
		      "relais_jours=3&relais_modele=Salut&silence_jours=90&silence_modele=b"
		      "&notes_acces=immediat") == 303);
	check(get("/admin/accompagnement") == 200);
	check_says("Salut");
	as(benedicte);
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

	champs_people();
	made("Surnom", "texte", 2);
	made("Recit", "long", 2);
	made("Code+du+travail", "code_postal", 2);
	made("Tel+du+travail", "telephone", 2);
	made("Mel+du+travail", "courriel", 2);
	made("Site", "lien", 2);
	other = t_person("Omar", "Ailleurs", "o@exemple.org", "confirme", "benevole");
	mate = t_person("Mado", "Ici", "m@exemple.org", "confirme", "benevole");
	t_member(t_group("groupe_local", "Groupe local de Paris"), benedicte, "membre");
	t_member(db_int(&t, SQL("SELECT groupe_id FROM membre WHERE contact_id = ?"), I(benedicte)),
		mate, "membre");
	as(benedicte);
	check(post(arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", benedicte),
		      "surnom=La+Louve&recit=Des+souvenirs%0Ade+Dieppe&code_du_travail=07000"
		      "&tel_du_travail=06+12+34+56+78&mel_du_travail=b.travail%40exemple.org"
		      "&site=mapage.example%2Fb") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
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
	check(post(arena_printf(
			   &t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("surnom")),
		      "") == 303);
	check(found("q=louve") == 0);
	check(post(arena_printf(
			   &t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("surnom")),
		      "") == 303);
	check(found("q=louve") == 1);
	db_exec(&t, SQL("DELETE FROM contact_mot WHERE contact_id = ?"), I(benedicte));
	acces_lot_clear(&t);
	acces_lot_add(&t, benedicte);
	contact_reindex_lot(&t);
	check(found("q=louve") == 1);
}

TEST(champs_of_choices_are_searched_by_their_names_by_who_reads_them)
{
	int64_t other, mate;
	const char *edit;

	champs_people();
	check(post("/admin/champs",
		      "libelle=Instrument&type=choix&choix=Cornemuse%0AViolon&finalite=Concert"
		      "&lecture=2&ecriture=3") == 303);
	check(post("/admin/champs",
		      "libelle=Repas&type=choix_multiple&choix=Sans+gluten%0AV%C3%A9g%C3%A9tarien"
		      "&finalite=Repas&lecture=3&ecriture=3") == 303);
	other = t_person("Omar", "Ailleurs", "o@exemple.org", "confirme", "benevole");
	mate = t_person("Mado", "Ici", "m@exemple.org", "confirme", "benevole");
	paris = t_group("groupe_local", "Groupe local de Paris");
	t_member(paris, benedicte, "membre");
	t_member(paris, mate, "membre");
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", benedicte);
	as(benedicte);
	check(post(edit, "instrument=cornemuse&repas=sans_gluten&repas=vegetarien") == 303);
	check(found("q=corne+durand") == 1 && found("q=gluten") == 1);
	as(mate);
	check(found("q=cornemuse") == 1 && found("instrument=cornemuse") == 1);
	check(found("q=gluten") == 0 && found("q=vegetarien") == 0);
	as(other);
	check(found("q=cornemuse") == 0);
	as(adm);
	check(found("q=vegetarien") == 1);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field_called("instrument")),
		      "libelle=Instrument&finalite=Concert&lecture=2&ecriture=3&option[]=cornemuse"
		      "&nom_option[]=Biniou&option[]=violon&nom_option[]=Violon") == 303);
	check(found("q=cornemuse") == 0 && found("q=biniou") == 1 && found("q=durand") == 1);
	as(benedicte);
	check(post(edit, "instrument=violon") == 303);
	check(found("q=biniou") == 0 && found("q=violon") == 1);
}

TEST(champs_of_hubspot_are_taken_on_screen_left_and_taken_again)
{
	const char *path;
	int64_t id;

	champs_people();
	db_exec(&t,
		SQL("INSERT INTO crm_propriete (nom, libelle, genre, saisie, maison, vue_le)"
		    " VALUES ('taille_essai', 'Taille essai', 'string', 'text', 1,"
		    " UTC_TIMESTAMP())"));
	as(adm);
	check(get("/admin/correspondance") == 200);
	check_hides("Taille essai");
	check(get("/admin/correspondance/nouvelles") == 200);
	check_says("Taille essai");
	check_says("taille_essai, texte");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=2") == 303);
	id = field_called("taille_essai");
	check(id > 0);
	check(get("/admin/correspondance") == 200);
	check_says("Taille essai");
	check(get("/admin/correspondance/nouvelles") == 200);
	check_hides("Taille essai");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=2") == 404);
	check(post("/admin/correspondance", "propriete=lastname&lecture=2") == 404);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, 'M')"),
		I(benedicte), I(id));
	db_exec(&t, SQL("REPLACE INTO sync_etat (cle, valeur) VALUES ('curseur', '1')"));
	path = arena_printf(&t.mem, "/admin/champs/%" PRId64, id);
	check(get(path) == 200);
	check_says("Ne plus reprendre");
	check(post(arena_printf(&t.mem, "%s/retirer", path), "") == 303);
	check(get("/annuaire/filtres") == 200);
	check_hides("Taille essai");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=3") == 303);
	check(field_called("taille_essai") == id);
	check(db_int(&t, SQL("SELECT lecture FROM champ WHERE id = ? AND retire_le IS NULL"),
		      I(id)) == 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur WHERE champ_id = ?"), I(id)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_etat WHERE cle = 'curseur'")) == 0);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field_called("email")),
		      "") == 403);
}

TEST(champs_choices_that_signs_tell_apart_keep_their_answers)
{
	int64_t id;

	champs_people();
	check(post("/admin/champs",
		      "libelle=Trajet&type=choix&choix=%3C+2+h%0A%3E+2+h%0A%F0%9F%91%8D"
		      "&finalite=Essai&lecture=1&ecriture=3") == 303);
	id = field_called("trajet");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ?"
			  " AND retire_le IS NULL"),
		      I(id)) == 3);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, champ_id, valeur FROM champ_option"
		    " WHERE champ_id = ? AND libelle = '< 2 h'"),
		I(benedicte), I(id));
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, id),
		      "libelle=Trajet&finalite=Essai&lecture=1&ecriture=3"
		      "&choix=%3D+2+h%0A%F0%9F%91%8E") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benedicte)) == 200);
	check_says("&lt; 2 h");
	check_hides("= 2 h");
	check(db_int(&t,
		      SQL("SELECT COUNT(DISTINCT valeur) FROM champ_option WHERE champ_id = ?"
			  " AND retire_le IS NULL"),
		      I(id)) == 5);
}

TEST(champs_refuse_a_choice_that_is_there_already)
{
	int64_t id;

	champs_people();
	check(post("/admin/champs",
		      "libelle=Outil&type=choix&choix=Scie%0AScie&finalite=Essai&lecture=1"
		      "&ecriture=3") == 422);
	check_says("«\u00A0Scie\u00A0» est déjà dans la liste");
	check(post("/admin/champs",
		      "libelle=Outil&type=choix&choix=Scie%0AClou&finalite=Essai&lecture=1"
		      "&ecriture=3") == 303);
	id = field_called("outil");
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, id),
		      "libelle=Outil&finalite=Essai&lecture=1&ecriture=3&choix=Clou") == 422);
	check_says("«\u00A0Clou\u00A0» est déjà dans la liste");
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, id),
		      "libelle=Outil&finalite=Essai&lecture=1&ecriture=3&option[]=scie"
		      "&nom_option[]=Clou") == 422);
	check_says("value=\"Clou\"");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ?"
			  " AND libelle = 'Clou'"),
		      I(id)) == 1);
}
