/* service_page_test.c - the page of the service: calm, or what asks for somebody; the acts on it */

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "crm.h"
#include "domain/compte/fermeture.h"
#include "domain/service/cle_crm.h"
#include "domain/service/journal_nuit.h"
#include "domain/service/panne.h"
#include "people.h"
#include "service.h"

#define KEY "pat-eu1-0f2c1f9e-1b9d-4b6c-9a53-7a2d0c2b1e11"

static void
administrator(void)
{
	people();
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(adm);
}

static void
stored(void)
{
	service_find("site");
	controle_store(&t, &service_g, service_found);
}

/* The state that was found of that check, changed as a test wants it. */
static void
set(const char *cle, const char *etat, const char *mot)
{
	db_exec(&t, SQL("UPDATE service_etat SET etat = ?, mot = ? WHERE cle = ?"), S(etat), S(mot),
		S(cle));
}

static void
all_well(void)
{
	stored();
	db_exec(&t, SQL("UPDATE service_etat SET etat = 'ok', mot = '', faire = ''"));
}

TEST(service_page_is_calm_when_nothing_is_to_do)
{
	administrator();
	check(get("/admin/service") == 200);
	check_says("Rien n’a encore été vérifié");
	all_well();
	check(get("/admin/service") == 200);
	check_says("Tout va bien");
	check_says("Files d’attente");
	check_hides("Mémoire");
	check_says("30 sans incident, 0 avec");
	check(get("/admin/service.json") == 200);
	check_says("\"etat\":\"ok\"");
	as(benp);
	check(get("/admin/service") == 403);
}

TEST(service_page_says_what_asks_for_somebody_and_what_to_do)
{
	administrator();
	conf.hubspot_url = "http://127.0.0.1:9";
	service_run("200", "fait", "");
	service_run("190", "echec", "/crm: status 401");
	stored();
	db_exec(&t, SQL("UPDATE service_etat SET etat = 'ok' WHERE cle <> 'synchro'"));
	check(get("/admin/service") == 200);
	check_says("Une chose vous attend, tout le reste va bien.");
	check_says("HubSpot refuse la clé depuis");
	check_says("<li>Coller la nouvelle clé ici.");
	check_says("Essayer la clé");
	check_says("/admin/service/fermer");
	check_says("Le reste va bien");
	set("memoire", "bad", "La mémoire de la machine manque");
	check(get("/admin/service") == 200);
	check_says("Deux choses vous attendent");
	check_says("La mémoire de la machine manque depuis");
	conf.hubspot_url = NULL;
}

TEST(service_page_says_that_nobody_looks_any_more)
{
	administrator();
	all_well();
	db_exec(&t, SQL("UPDATE service_etat SET vu_le = vu_le - INTERVAL 1 HOUR"));
	check(get("/admin/service") == 200);
	check_says("Plus rien n’est vérifié depuis");
}

TEST(service_page_keeps_who_to_call_and_hands_over)
{
	administrator();
	check(post("/admin/service/main", "") == 422);
	check(post("/admin/service/qui", "telephone=douze") == 422);
	check(post("/admin/service/qui",
		      "qui=L%E2%80%99h%C3%A9bergeur&telephone=04+65+71+00+42&contrat=2187"
		      "&courriel=astreinte@hebergeur.example") == 303);
	stored();
	set("memoire", "bad", "La mémoire manque");
	check(get("/admin/service") == 200);
	check_says("href=\"tel:%2B33465710042\"");
	check_says("2187");
	check(post("/admin/service/main", "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'service_main'"
			  " AND adresse = 'astreinte@hebergeur.example'"
			  " AND texte LIKE '%La mémoire manque depuis%'")) == 1);
	check(post("/admin/service/main", "") == 303 && post("/admin/service/main", "") == 303);
	check(post("/admin/service/main", "") == 422);
	check_says("déjà été passée trois fois");
}

/* What the page of the journal says of the chain is what the night found. */
TEST(service_page_of_the_journal_says_that_the_chain_holds_or_not)
{
	administrator();
	journal_nuit(&t);
	check(get("/admin/journal") == 200);
	check_says("aucune retouche");
	check_hides("La chaîne ne tient pas");
	db_exec(&t,
		SQL("UPDATE reglage SET valeur = JSON_SET(valeur, '$.faux', -1)"
		    " WHERE cle = 'journal_verifie'"));
	check(get("/admin/journal") == 200);
	check_says("des lignes manquent à la fin");
}

TEST(service_page_notes_a_closing_that_was_announced)
{
	administrator();
	check(post("/admin/service/annonce", "mot=Mise+%C3%A0+jour+2.4&quand=hier&minutes=9") ==
		422);
	check(post("/admin/service/annonce",
		      "mot=Mise+%C3%A0+jour+2.4&quand=2026-11-02T03:00&minutes=9") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM service_panne WHERE cle = 'annonce'"
			  " AND debut = '2026-11-02 02:00:00' AND fin = '2026-11-02 02:09:00'")) ==
		1);
	t_clock("2026-11-30 12:00:00");
	check(get("/admin/service") == 200);
	check_says("Mise à jour 2.4");
	check_says("9\u00A0min, annoncée");
}

/* A file that holds a key. */
static const char *
key_file(const char *key)
{
	char *path = arena_printf(&t.mem, "%s/cle-crm", t_folder());
	FILE *f = fopen(path, "w");

	fputs(key, f);
	fclose(f);
	chmod(path, 0600);
	return path;
}

static void
tries(const char *etat)
{
	const char *found = db_string(&t,
		SQL("SELECT JSON_VALUE(valeur, '$.etat') FROM reglage"
		    " WHERE cle = 'service.cle_essai'"));

	check(found != NULL && strcmp(found, etat) == 0);
}

TEST(service_a_key_takes_the_place_of_the_old_one_once_the_crm_takes_it)
{
	struct synchro s;
	const char *path;

	administrator();
	path = conf.hubspot_token_file = key_file("ancienne");
	crm_begin(&s);
	conf.hubspot_url = "crm:";
	check(post("/admin/service/cle", "jeton=trop+court") == 422);
	check(post("/admin/service/cle", "jeton=" KEY) == 303);
	tries("essai");
	check_text(conf_file_text(path), "ancienne");
	crm_fails = "/contacts";
	crm_status = 401;
	crm_times = -1;
	cle_crm_try(&t);
	tries("refusee");
	check_text(conf_file_text(path), "ancienne");
	check(!cle_crm_waits(&t));
	crm_fails = NULL;
	check(post("/admin/service/cle", "jeton=" KEY) == 303);
	tries("essai");
	cle_crm_try(&t);
	tries("bonne");
	check_text(conf_file_text(path), KEY);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE apres LIKE '%0f2c1f9e%'")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM reglage WHERE valeur LIKE '%0f2c1f9e%'")) == 0);
	crm_end();
	conf.hubspot_token_file = conf.hubspot_url = NULL;
}

#define OTHER "pat-eu1-99999999-8888-4777-8666-555544443333"

static void
another_one(void)
{
	crm_asked = NULL;
	check(cle_crm_ask(&t, OTHER) == NULL);
}

/* Given while the first one is being tried: it is tried in its turn. */
TEST(service_no_key_takes_the_place_that_the_crm_was_not_asked_about)
{
	struct synchro s;
	const char *path;

	administrator();
	path = conf.hubspot_token_file = key_file("ancienne");
	crm_begin(&s);
	conf.hubspot_url = "crm:";
	check(post("/admin/service/cle", "jeton=" KEY) == 303);
	crm_asked = another_one;
	cle_crm_try(&t);
	check_text(conf_file_text(path), KEY);
	check(cle_crm_waits(&t));
	crm_fails = "/contacts";
	crm_status = 401;
	crm_times = -1;
	cle_crm_try(&t);
	check_text(conf_file_text(path), KEY);
	check(!cle_crm_waits(&t));
	crm_end();
	conf.hubspot_token_file = conf.hubspot_url = NULL;
}

TEST(service_an_access_closed_at_once_stays_so_until_the_crm_agrees)
{
	administrator();
	check(post("/admin/service/fermer", at("contact=%d", (int) benp)) == 422);
	check(post("/admin/service/fermer",
		      at("contact=%d&motif=ordinateur+vol%%C3%%A9", (int) adm)) == 404);
	check(get("/admin/service/fermer?q=guyen") == 200);
	check(post("/admin/service/fermer",
		      at("contact=%d&motif=ordinateur+vol%%C3%%A9", (int) benp)) == 303);
	check(get("/admin/service/fermer") == 200);
	check_says("ordinateur volé");
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(benp)) == 0);
	t_settle(benp);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(benp)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM acces_ferme")) == 1);
	db_exec(&t, SQL("UPDATE contact SET statut = 'ancien' WHERE id = ?"), I(benp));
	t_settle(benp);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM acces_ferme")) == 0);
	db_exec(&t, SQL("UPDATE contact SET statut = 'confirme' WHERE id = ?"), I(benp));
	t_settle(benp);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(benp)) == 2);
}

TEST(service_an_access_closed_here_is_opened_again)
{
	administrator();
	check(fermeture_close(&t, benl, "essai"));
	check(!fermeture_close(&t, benl, "essai"));
	check(post("/admin/service/rouvrir", at("contact=%d", (int) benl)) == 303);
	check(post("/admin/service/rouvrir", at("contact=%d", (int) benl)) == 404);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(benl)) == 2);
}
