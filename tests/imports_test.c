/* imports_test.c - files that people bring: tried, applied, taken back, and what they never do */

#include <inttypes.h>

#include "apportes.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/crm/contact_store.h"
#include "domain/objets/etiquette.h"
#include "domain/imports/import.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "domain/vie/cycle.h"

TEST(imports_try_then_apply_then_undo)
{
	apportes();
	check(bring(adm,
		      "Courriel;Présentation;Compétences;Étiquettes;Disponibilités\n"
		      "elodie@exemple.org;Bonjour;Photo, Rédaction;fiable;En semaine, le soir,"
		      " Le samedi\nberthe@exemple.org;;;;\n",
		      "c0=email&c1=bio&c2=competences&c3=etiquettes&c4=disponibilites&mode=1") ==
		303);
	check(count_in(CHANGE) == 1 && count_in(PAREIL) == 1);
	check_text(bio_of(benp), "");
	check(get(import_at("")) == 200);
	check_says("Rien n’est encore changé");
	check_says("Photo, Rédaction");
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "Bonjour");
	check(has_value(benp, "photo") && has_value(benp, "redaction") && has_value(benp, "soir") &&
		has_value(benp, "samedi"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id = ?"), I(benp)) ==
		1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ?"
			  " AND acte = 'contact.import'"
			  " AND apres LIKE '%Bonjour%'"),
		      I(benp)) == 1);
	check(post(import_at("/appliquer"), "") == 409);
	check(get(import_at("")) == 200);
	check_says("Annuler ces changements");
	db_exec(&t, SQL("UPDATE contact SET bio = 'Écrit depuis' WHERE id = ?"), I(benp));
	check(post(import_at("/annuler"), "") == 303);
	check_text(bio_of(benp), "Écrit depuis");
	check(!has_value(benp, "photo") && !has_value(benp, "soir"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id = ?"), I(benp)) ==
		0);
	check(get(import_at("")) == 200);
	check_says("1 valeur a été laissée telle quelle");
	check_hides("Annuler ces changements");
	check(post(import_at("/annuler"), "") == 409);
}

TEST(imports_of_a_field_made_on_screen_are_found_by_its_words)
{
	apportes();
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " VALUES ('surnom', 'Surnom', '', 'texte', 'plateforme', 1, 4, 'profil', 900,"
		    " 'Essai', 'Essai')"));
	modele_changed(&t);
	check(bring(adm, "Courriel;Surnom\nelodie@exemple.org;La Louve\n", "c0=email&c1=surnom") ==
		303);
	check(post(import_at("/appliquer"), "") == 303);
	check(get("/annuaire.json?q=louve") == 200);
	check_says("Élodie");
	check(post(import_at("/annuler"), "") == 303);
	check(get("/annuaire.json?q=louve") == 200);
	check_hides("Élodie");
}

TEST(imports_the_same_file_twice_adds_nothing)
{
	static const char text[] = "email,competences\nelodie@exemple.org,\"Photo, Vente\"\n";

	apportes();
	check(bring(adm, text, "c0=email&c1=competences") == 303);
	check(post(import_at("/appliquer"), "") == 303);
	check(bring(adm, text, "c0=email&c1=competences") == 303);
	check(count_in(CHANGE) == 0 && count_in(PAREIL) == 1);
}

TEST(imports_never_write_what_hubspot_says)
{
	apportes();
	check(bring(adm,
		      "email\ttelephone\tcode_postal\tdate_naissance\tnom\tbio\n"
		      "elodie@exemple.org\t0612345678\t1000\t01/05/1980\tn’guyen\tOui\n"
		      "berthe@exemple.org\t0699999999\t\t\t\tNon\n"
		      "coline@exemple.org\t\t\t\tDurand\tNon\n",
		      "c0=email&c1=telephone&c2=code_postal&c3=date_naissance&c4=nom&c5=bio") ==
		303);
	check(count_in(CHANGE) == 1 && count_in(REFUS) == 2);
	check(get(import_at("?vue=refusees")) == 200);
	check_says("vient de HubSpot");
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "Oui");
	check_text(bio_of(benl), "");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE nom = 'Durand'")) == 0);
}

TEST(imports_create_nobody_and_say_who_it_might_be)
{
	apportes();
	check(bring(adm,
		      "email;prenom;nom;bio\ninconnue@exemple.org;;;a\n"
		      "autre@exemple.org;Élodie;N’Guyen;b\n",
		      "c0=email&c1=prenom&c2=nom&c3=bio") == 303);
	check(count_in(REFUS) == 1 && count_in(DOUBLON) == 1);
	check(get(import_at("?vue=doublons")) == 200);
	check_says("est-ce la même personne");
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "");
}

TEST(imports_change_only_whom_one_manages)
{
	apportes();
	check(bring(coop,
		      "email;bio;naissance\nelodie@exemple.org;oui;\nberthe@exemple.org;non;\n"
		      "coline@exemple.org;moi;1980-01-01\n",
		      "c0=email&c1=bio") == 303);
	check(count_in(CHANGE) == 2 && count_in(REFUS) == 1);
	check(get(import_at("?vue=refusees")) == 200);
	check_says("Personne de connu");
	check(bring(coop, arena_printf(&t.mem, "id;bio\n%" PRId64 ";non\n", benl),
		      "c0=id&c1=bio") == 303);
	check(get(import_at("")) == 200);
	check_says("vous ne pouvez pas le changer");
	check(bring(coop, "email;date_naissance\nelodie@exemple.org;1980-05-01\n",
		      "c0=email&c1=date_naissance") == 303);
	check(get(import_at("")) == 200);
	check_says("vous ne pouvez pas lire");
	check_hides("1980");
	as(sal);
	check(get(import_at("")) == 404);
	check(post(import_at("/appliquer"), "") == 404);
	as(benp);
	check(get("/imports") == 403);
}

TEST(imports_lose_a_right_between_trying_and_applying)
{
	apportes();
	check(bring(coop, "email;bio\nelodie@exemple.org;oui\n", "c0=email&c1=bio") == 303);
	check(count_in(CHANGE) == 1);
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(benp));
	acces_contact(&t, benp);
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "");
}

/* What somebody wrote between the dry run and its application stays, and that is said. */
TEST(imports_leave_what_changed_since_they_were_tried)
{
	int64_t tag, lens;

	apportes();
	lens = t_group("groupe_local", "Groupe local de Lens");
	tag = etiquette_create(&t, 1, "Motivée");
	check(bring(adm,
		      "Courriel;Présentation;Compétences;Étiquettes;Groupe\n"
		      "elodie@exemple.org;Bonjour;Photo;fiable;Groupe local de Lens\n"
		      "berthe@exemple.org;Salut;Photo;fiable;Groupe local de Lens\n",
		      "c0=email&c1=bio&c2=competences&c3=etiquettes&c4=groupe&mode=1") == 303);
	check(count_in(CHANGE) == 2);
	db_exec(&t, SQL("UPDATE contact SET bio = 'À moi' WHERE id = ?"), I(benp));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'redaction' FROM champ WHERE cle = 'competences'"),
		I(benp));
	check(etiquette_put(&t, benp, &tag, 1));
	t_member(lens, benp, "membre");
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "À moi");
	check(has_value(benp, "redaction") && !has_value(benp, "photo"));
	check(db_int(&t,
		SQL("SELECT MAX(etiquette_id) = ? AND COUNT(*) = 1 FROM objet_etiquette"
		    " WHERE objet_id = ?"),
		I(tag), I(benp)));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE groupe_id = ? AND contact_id = ?"),
		      I(lens), I(benp)) == 1);
	check_text(bio_of(benl), "Salut");
	check(has_value(benl, "photo"));
	check(get(import_at("")) == 200);
	check_says("4 valeurs ont été laissées telles quelles");
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'vente'"
		    " FROM champ WHERE cle = 'competences'"),
		I(benl));
	check(etiquette_put(&t, benl, &tag, 1));
	check(post(import_at("/annuler"), "") == 303);
	check_text(bio_of(benp), "À moi");
	check_text(bio_of(benl), "");
	check(has_value(benp, "redaction") && has_value(benl, "photo") && has_value(benl, "vente"));
	check(db_int(&t, SQL("SELECT MAX(etiquette_id) FROM objet_etiquette WHERE objet_id = ?"),
		      I(benl)) == tag);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE groupe_id = ? AND fin IS NULL"),
		      I(lens)) == 1);
}

TEST(imports_empty_cells_erase_only_when_asked)
{
	apportes();
	db_exec(&t, SQL("UPDATE contact SET bio = 'ici' WHERE id = ?"), I(benp));
	check(bring(adm, "email;bio;competences\nelodie@exemple.org;;\n",
		      "c0=email&c1=bio&c2=competences") == 303);
	check(count_in(PAREIL) == 1);
	check(bring(adm, "email;bio;competences\nelodie@exemple.org;;\n",
		      "c0=email&c1=bio&c2=competences&efface=1") == 303);
	check(count_in(CHANGE) == 1);
	check(post(import_at("/appliquer"), "") == 303);
	check_text(bio_of(benp), "");
	check(post(import_at("/annuler"), "") == 303);
	check_text(bio_of(benp), "ici");
}

TEST(imports_memberships_of_the_platform_and_not_those_of_the_crm)
{
	int64_t crm;

	apportes();
	crm = t_group("groupe_local", "Groupe local de Lens");
	db_exec(&t,
		SQL("UPDATE groupe SET champ_id = (SELECT id FROM champ"
		    " WHERE cle = 'groupe'), valeur = 'lens' WHERE id = ?"),
		I(crm));
	db_exec(&t, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('modele', UUID())"));
	check(bring(adm,
		      "email;groupe\nberthe@exemple.org;groupe local de paris\n"
		      "coline@exemple.org;Groupe local de Lens\n",
		      "c0=email&c1=groupe") == 303);
	check(count_in(CHANGE) == 1 && count_in(REFUS) == 1);
	check(post(import_at("/appliquer"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND groupe_id = ?"
			  " AND fin IS NULL"),
		      I(benl), I(paris)) == 1);
	as(coop);
	check(get(arena_printf(&t.mem, "/etiquettes/objet/%" PRId64, benl)) == 200);
	as(adm);
	check(post(import_at("/annuler"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND groupe_id = ?"
			  " AND fin IS NULL"),
		      I(benl), I(paris)) == 0);
}

TEST(imports_leave_nothing_of_who_is_forgotten_nor_after_a_month)
{
	apportes();
	check(bring(adm, "email;bio\nelodie@exemple.org;ici\nberthe@exemple.org;là\n",
		      "c0=email&c1=bio") == 303);
	check(post(import_at("/appliquer"), "") == 303);
	cycle_forget(&t, benp);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE cellules LIKE '%elodie%'")) ==
		0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_changement WHERE contact_id = ?"),
		      I(benp)) == 0);
	check(get(import_at("")) == 200);
	db_exec(&t,
		SQL("UPDATE import SET applique_le = UTC_TIMESTAMP() - INTERVAL 31 DAY"
		    " WHERE id = ?"),
		I(im));
	check(post(import_at("/annuler"), "") == 409);
	cycle_clean(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ?"), I(im)) == 0);
	check(get(import_at("")) == 200);
	check_text(bio_of(benl), "là");
}
