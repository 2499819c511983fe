/* journal_page_test.c - /admin/journal: who reads it, what it says, its filters, its table */

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "domain/socle/actes.h"
#include "domain/socle/journal.h"
#include "t.h"

static int64_t adm, eve, ana, paris;

static void
people(void)
{
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	eve = t_person("Ève", "Siège", "eve@exemple.org", "", "salarie");
	ana = t_person("Ana", "Vasseur", "ana@exemple.org", "confirme", "benevole");
	paris = t_group("groupe_local", "Groupe local de Paris");
	t_account(adm, "admin");
	t_settle(adm);
	t_settle(eve);
	t_settle(ana);
}

static void
act(int64_t who, const char *acte, int64_t objet, const char *avant, const char *apres)
{
	struct req own = { .address = "192.0.2.17", .path = "compte" };

	own.user.id = who;
	journal(&own, acte, objet, avant, apres);
	arena_reset(&own.mem);
}

TEST(journal_page_is_for_who_was_given_it)
{
	people();
	as(eve);
	check(get("/admin/journal") == 403 && get("/admin/journal.csv") == 403);
	as(0);
	check(get("/admin/journal") == 303);
	as(adm);
	check(get("/admin/journal") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'journal.lecture'")) == 1);
}

TEST(journal_page_says_who_what_before_and_after_and_from_where)
{
	people();
	act(adm, "contact.modifie", ana, "{\"telephone\":\"0639981234\"}",
		"{\"telephone\":\"0639981243\"}");
	act(adm, "inconnu.acte", paris, NULL, NULL);
	as(adm);
	check(get("/admin/journal") == 200);
	check_says("a modifié la fiche de");
	check_says("</b></a> a modifié la fiche de <a href=");
	check_says("Ana Vasseur</a> <span class=\"tag\">");
	check_says("<del>0639981234</del>");
	check_says("<ins>0639981243</ins>");
	check_says("192.0.2.0/24");
	check_says("inconnu.acte");
	check_says("Groupe local de Paris</a>");
	db_exec(&t, SQL("UPDATE contact SET prenom = '', nom = '' WHERE id = ?"), I(ana));
	check(get("/admin/journal?quoi=") == 200);
	check_says("personne effacée");
}

/* Keys, settings and choices are for the machine. */
TEST(journal_page_says_keys_and_choices_in_words)
{
	people();
	act(adm, "reglage.modifie", 0, "dpo.nom: ", "dpo.nom: Anne Vidal");
	act(adm, "requete.recue", ana, NULL, "{\"requete\":4,\"genre\":\"acces\"}");
	db_exec(&t,
		SQL("INSERT INTO groupe_role (cle, titre, ordre)"
		    " VALUES ('veille_x', 'Veille', 50)"));
	act(adm, "requete.rendue", 0, NULL, NULL);
	act(adm, "membre.ajoute", ana, NULL, "{\"role\":\"veille_x\"}");
	act(adm, "suivi", paris, NULL, "{\"mot_neuf\":1,\"fin\":\"2026-03-05\"}");
	as(adm);
	check(get("/admin/journal") == 200);
	check_says("Protection des données, nom");
	check_says("<ins>Anne Vidal</ins>");
	check_hides("dpo.nom");
	check_says("<ins>Accès</ins>");
	check_says("<ins>Veille</ins>");
	check_says("Mot neuf");
	check_says("mars 2026</ins>");
	check_says("a répondu à une demande d’une personne sur ses données <span class=\"tag\">");
}

TEST(journal_page_is_filtered_by_who_what_and_when)
{
	people();
	act(adm, "contact.modifie", ana, NULL, "{\"a\":1}");
	act(eve, "annuaire.export", 0, NULL, "{\"lignes\":87}");
	act(eve, "groupe.modifie", paris, NULL, NULL);
	as(adm);
	check(get("/admin/journal?qui=eve%40exemple.org") == 200);
	check_says("a exporté des contacts");
	check_hides("a modifié la fiche");
	check_says("Par eve@exemple.org");
	check(get("/admin/journal?objet=Vasseur") == 200);
	check_says("a modifié la fiche");
	check_hides("a exporté des contacts");
	check(get("/admin/journal?objet=Paris&qui=%C3%88ve") == 200);
	check_says("a changé le groupe");
	check_hides("a exporté des contacts");
	check(get("/admin/journal?quoi=exports") == 200);
	check_says("a exporté des contacts");
	check_hides("a changé le groupe");
	check(get("/admin/journal?quoi=droits") == 200);
	check_hides("a exporté des contacts");
	check(get("/admin/journal?du=2099-01-01") == 200);
	check_hides("a exporté des contacts");
	check(get("/admin/journal?au=2001-01-01") == 200);
	check_hides("a exporté des contacts");
	check(get("/admin/journal?qui=personnedutout") == 200);
	check_says("Aucune ligne");
	check(get("/admin/journal?avant=zzz&du=hier&quoi=rien&objet=%27%25") == 200);
}

TEST(journal_page_goes_on_page_by_page)
{
	people();
	for (int i = 0; i < 60; i++)
		act(adm, "suivi", paris, NULL, arena_printf(&t.mem, "{\"n\":\"rang%dx\"}", i));
	as(adm);
	check(get("/admin/journal?objet=Paris") == 200);
	check_says("rang59x");
	check_hides("rang9x");
	check_says("rel=\"next\"");
	check(get(arena_printf(&t.mem, "/admin/journal?objet=Paris&avant=%" PRId64,
		      db_int(&t,
			      SQL("SELECT id FROM journal WHERE acte = 'suivi'"
				  " ORDER BY id LIMIT 1 OFFSET 10")))) == 200);
	check_says("rang9x");
	check_hides("rang10x");
	check_hides("rel=\"next\"");
}

TEST(journal_page_is_taken_along_and_that_is_in_it)
{
	people();
	act(adm, "contact.modifie", ana, NULL, "{\"ville\":\"Lyon\"}");
	as(adm);
	check(get("/admin/journal.csv?objet=Vasseur") == 200);
	check(strstr(t_file(), "a modifié la fiche de Ana Vasseur") != NULL);
	check(strstr(t_file(), "Lyon") != NULL);
	check(get("/admin/journal.xlsx") == 200);
	check(get("/admin/journal.json?emporter=1") == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'journal.export'"
			  " AND JSON_VALUE(apres, '$.lignes') > 0")) == 3);
}

/* Who was given the journal and is no administrator sees which fields changed, not how. */
TEST(journal_page_keeps_values_of_people_for_administrators)
{
	int64_t profil;

	people();
	act(adm, "contact.modifie", ana, NULL, "{\"ville\":\"Bordeaux\"}");
	db_exec(&t, SQL("INSERT IGNORE INTO public (genre, cle) VALUES ('personne', ?)"), I(eve));
	profil = db_insert(&t,
		SQL("INSERT INTO profil (public_id, titre, genre, ordre) SELECT id, 'Contrôle',"
		    " 'personne', 200 FROM public WHERE genre = 'personne' AND cle = ?"),
		I(eve));
	db_exec(&t,
		SQL("INSERT INTO profil_droit (profil_id, domaine, niveau)"
		    " VALUES (?, 'journal', 2)"),
		I(profil));
	t_settle(eve);
	as(eve);
	check(get("/admin/journal") == 200);
	check_says("Ana Vasseur");
	check_says("valeur réservée");
	check_hides("Bordeaux");
	check(get("/admin/journal.csv") == 200);
	check(strstr(t_file(), "Bordeaux") == NULL);
	as(adm);
	check(get("/admin/journal") == 200);
	check_says("Bordeaux");
}

/* Notes about a person are read: one line an hour; a page that is not hers: ten at most. */
TEST(journal_page_tells_of_readings_and_refusals)
{
	people();
	as(adm);
	check(post(arena_printf(&t.mem, "/contacts/%" PRId64 "/notes", ana),
		      "texte=Bonjour&niveau=siege") == 303);
	for (int i = 0; i < 3; i++)
		check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/notes", ana)) == 200);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, ana)) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'contact.lecture_notes'"
			  " AND acteur_id = ? AND objet_id = ?"),
		      I(adm), I(ana)) == 1);
	as(eve);
	for (int i = 0; i < 30; i++)
		check(get("/admin/droits") == 403);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'droit.refus'"
			  " AND acteur_id = ? AND JSON_VALUE(apres, '$.page') = '/admin/droits'"),
		      I(eve)) == 10);
}
