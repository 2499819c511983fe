/* service_test.c - each check in each of its states, and what is told of them */

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/service/alerte.h"
#include "domain/service/controle.h"
#include "domain/service/jour.h"
#include "domain/service/panne.h"
#include "t.h"

#define OF(name) find(#name)
#define sets(...) db_exec(&t, SQL(__VA_ARGS__))

static struct regard g;
static struct constat found[CONTROLES];

/* Look now, at a site that answers. */
static void
look(void)
{
	g.now = clock_now();
	controle_look(&t, &g, found);
}

static const struct constat *
find(const char *cle)
{
	g.sonde.status = g.sonde.status != 0 ? g.sonde.status : 200;
	look();
	for (int i = 0; i < CONTROLES; i++)
		if (strcmp(found[i].cle, cle) == 0)
			return &found[i];
	check(false);
	return &found[0];
}

static bool
is(const struct constat *c, enum etat etat, const char *words)
{
	bool well = c->etat == etat &&
		(strstr(c->phrase, words) != NULL || strstr(c->mot, words) != NULL) &&
		(etat == ETAT_OK) == (*c->mot == '\0');

	if (!well)
		printf("\t%s is %s: %s / %s\n", c->cle, etat_mots[c->etat], c->mot, c->phrase);
	return well;
}

static void
run(const char *minutes_ago, const char *etat, const char *message)
{
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat, message)"
		    " SELECT 'suite', d.quand, d.quand, ?, ?"
		    " FROM (SELECT UTC_TIMESTAMP() - INTERVAL ? MINUTE AS quand) d"),
		S(etat), S(message), S(minutes_ago));
}

TEST(service_sync_is_well_late_or_refused)
{
	conf.hubspot_url = "http://127.0.0.1:9";
	check(is(OF(synchro), ETAT_WARN, "jamais été lu"));
	run("200", "fait", "");
	check(is(OF(synchro), ETAT_BAD, "en retard"));
	run("190", "echec", "/crm: status 401");
	run("180", "echec", "/crm: status 401, correlation 7");
	check(is(OF(synchro), ETAT_BAD, "HubSpot refuse la clé"));
	check(g.now - OF(synchro)->depuis >= 190 * 60 && g.now - OF(synchro)->depuis < 192 * 60);
	check(strstr(OF(synchro)->faire, "\nColler la nouvelle clé ici.") != NULL);
	run("2", "fait", "");
	check(is(OF(synchro), ETAT_OK, "À jour il y a 2\u00A0min, 0 personnes des deux côtés"));
	sets("REPLACE INTO sync_etat VALUES ('ecart', '3')");
	check(is(OF(synchro), ETAT_OK, "0 personnes ici, 3 d’après HubSpot"));
	sets("INSERT INTO sync_sortie (contact_id, cause, etat, vue_le)"
	     " VALUES (1, 'statut', 'frein', UTC_TIMESTAMP())");
	check(is(OF(synchro), ETAT_WARN, "1 départ attend votre accord"));
	conf.hubspot_url = NULL;
}

TEST(service_without_a_crm_the_sync_is_well)
{
	check(is(OF(synchro), ETAT_OK, "Aucun CRM"));
}

static void
mail(const char *etat, const char *minutes_ago)
{
	db_exec(&t,
		SQL("INSERT INTO courriel (adresse, genre, sujet, texte, html, cree_le, du_le, etat,"
		    " envoye_le) SELECT 'a@exemple.org', 'essai', 's', 't', 'h', d.quand, d.quand,"
		    " ?, d.quand FROM (SELECT UTC_TIMESTAMP() - INTERVAL ? MINUTE AS quand) d"),
		S(etat), S(minutes_ago));
}

TEST(service_mails_that_wait_are_told)
{
	conf.smtp_url = "smtp://127.0.0.1:9";
	mail("envoye", "30");
	mail("envoye", "3000");
	mail("pret", "3");
	check(is(
		OF(courriels), ETAT_OK, "1 parti depuis hier, 0 adresse refusée, aucun en retard"));
	mail("pret", "20");
	mail("pris", "40");
	check(is(OF(courriels), ETAT_BAD, "2 courriels attendent"));
	conf.smtp_url = NULL;
}

TEST(service_queues_that_stand_still_are_told)
{
	int64_t who = t_person("Zoé", "Roux", "zoe@exemple.org", "confirme", "benevole");

	check(is(OF(files), ETAT_OK, "Rien en retard"));
	db_exec(&t,
		SQL("INSERT INTO notif_evenement (genre, auteur_id, url, phrase, cree_le)"
		    " VALUES ('essai', ?, '/', 'p', UTC_TIMESTAMP() - INTERVAL 1 HOUR)"),
		I(who));
	db_exec(&t,
		SQL("INSERT INTO notif_cible (evenement_id, sorte, cible_id)"
		    " SELECT MAX(id), 1, ? FROM notif_evenement"),
		I(who));
	sets("INSERT INTO demande_lien (adresse, cree_le) VALUES ('a@exemple.org', UTC_TIMESTAMP() -"
	     " INTERVAL 20 MINUTE), ('b@exemple.org', UTC_TIMESTAMP() - INTERVAL 20 MINUTE)");
	check(is(OF(files), ETAT_BAD, "1 notification, 2 demandes de connexion"));
	check(strstr(OF(files)->phrase, "exemple.org") == NULL);
}

static void
dump(const char *hours_ago, const char *erreur)
{
	db_exec(&t,
		SQL("INSERT INTO sauvegarde (nom, faite_le, duree_ms, lignes, octets, erreur)"
		    " VALUES ('d', UTC_TIMESTAMP() - INTERVAL ? HOUR, 1, 1200, 5000000, ?)"),
		S(hours_ago), S(erreur));
}

TEST(service_dump_is_there_missing_old_or_wrong)
{
	check(is(OF(sauvegarde), ETAT_WARN, "Aucune sauvegarde"));
	sets("INSERT INTO service_jour (jour) VALUES ('2026-01-01'), ('2026-01-02'), ('2026-01-03')");
	check(is(OF(sauvegarde), ETAT_BAD, "Aucune sauvegarde"));
	dump("50", "");
	check(is(OF(sauvegarde), ETAT_BAD, "n’a pas été faite"));
	dump("5", "");
	check(is(OF(sauvegarde), ETAT_OK, "lignes, 5\u00A0Mo"));
	dump("1", "Relue, elle n’est pas ce qui a été écrit.");
	check(is(OF(sauvegarde), ETAT_BAD, "à regarder"));
	check(OF(sauvegarde)->dit); /* essaim-dump has written */
}

TEST(service_disk_folders_are_measured_and_a_closed_one_is_told)
{
	const char *socket = conf.db_socket;

	conf.db_socket = NULL;
	conf.dump_folder = "/tmp";
	check(is(OF(disque), OF(disque)->etat, "%"));
	conf.log_folder = "/tmp/essaim-absent";
	check(is(OF(disque), ETAT_BAD, "plus inscriptible"));
	check(is(OF(disque), ETAT_BAD, "/tmp/essaim-absent"));
	conf.log_folder = conf.dump_folder = NULL;
	conf.db_socket = socket;
}

TEST(service_disk_pace_is_that_of_the_last_weeks)
{
	time_t now = clock_now();
	const char *then = text_iso_at(&t.mem, now - 20 * 86400);

	check(jour_pace(&t, now, 1000) == -1);
	db_exec(&t, SQL("INSERT INTO service_jour (jour, libre) VALUES (?, 3000)"), S(then));
	check(jour_pace(&t, now, 4000) == -1);
	check(jour_pace(&t, now, 1000) == 10);
}

TEST(service_certificate_is_well_late_or_over)
{
	t_clock("2026-11-30 12:00:00");
	check(is(OF(certificat), ETAT_OK, "n’en a pas"));
	conf.site_url = "https://essaim.exemple.org";
	check(is(OF(certificat), ETAT_WARN, "n’a pas pu être lu"));
	g.sonde.expires = clock_parse("2027-02-12 12:00:00");
	check(is(OF(certificat), ETAT_OK, "2027, se renouvelle seul en janvier"));
	g.sonde.expires = clock_parse("2026-12-16 12:00:00");
	check(is(OF(certificat), ETAT_WARN, "tarde"));
	g.sonde.expires = clock_parse("2026-12-04 12:00:00");
	check(is(OF(certificat), ETAT_BAD, "n’est pas renouvelé"));
	g.sonde.expires = clock_parse("2026-11-29 12:00:00");
	check(is(OF(certificat), ETAT_BAD, "est expiré"));
	g.sonde.expires = 0;
	conf.site_url = "http://127.0.0.1";
}

static void
verified(const char *hours_ago, const char *faux)
{
	db_exec(&t,
		SQL("REPLACE INTO reglage (cle, valeur) SELECT 'journal_verifie', JSON_OBJECT('le',"
		    " DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL ? HOUR, '%Y-%m-%d %T'), 'lignes', 7,"
		    " 'faux', CAST(? AS INT))"),
		S(hours_ago), S(faux));
}

TEST(service_journal_is_whole_wrong_or_not_looked_at)
{
	check(is(OF(journal), ETAT_OK, "pas encore vérifiée"));
	verified("5", "0");
	check(is(OF(journal), ETAT_OK, "aucune retouche"));
	verified("100", "0");
	check(is(OF(journal), ETAT_WARN, "n’est plus vérifié"));
	verified("5", "12");
	check(is(OF(journal), ETAT_BAD, "retouché"));
}

TEST(service_speed_is_that_of_the_day)
{
	check(is(OF(rapidite), ETAT_OK, "Trop peu"));
	db_exec(&t,
		SQL("REPLACE INTO service_jour (jour, pages, durees)"
		    " VALUES (?, 100, '[0,0,0,0,80,10,5,5,0,0,0,0,0]')"),
		S(text_iso_at(&t.mem, clock_now())));
	check(is(OF(rapidite), ETAT_OK, "Une page en 0,03\u00A0s au milieu"));
	db_exec(&t, SQL("UPDATE service_jour SET durees = '[0,0,0,0,80,0,0,0,0,0,0,20,0]'"));
	check(is(OF(rapidite), ETAT_WARN, "lentes"));
}

TEST(service_site_clock_base_and_memory)
{
	check(is(OF(site), ETAT_OK, "répond"));
	g.sonde.status = 503;
	check(is(OF(site), ETAT_BAD, "ne répondait pas"));
	check(is(OF(site), ETAT_BAD, "503") || strstr(OF(site)->phrase, "503") != NULL);
	g.sonde.status = 200;
	check(is(OF(horloge), ETAT_OK, "À l’heure"));
	clock_shift = 600;
	check(is(OF(horloge), ETAT_BAD, "fausse"));
	clock_shift = 0;
	check(strstr(OF(base)->phrase, "MariaDB ") != NULL);
	check(is(OF(memoire), OF(memoire)->etat, "%"));
}

TEST(service_base_that_may_lose_what_it_confirmed_is_told)
{
	bool sure = db_int(&t, SQL("SELECT @@innodb_flush_log_at_trx_commit")) == 1;

	check(is(OF(base), sure ? ETAT_OK : ETAT_WARN, sure ? "écritures sûres" : "peut perdre"));
}

/* A look of essaim-service. */
static void
minute(void)
{
	find("site");
	controle_store(&t, &g, found);
	panne_follow(&t, &g, found);
	jour_add(&t, g.now, g.sonde.status == 200, 1000);
	alerte_tell(&t, &g, found, 0);
}

static int64_t
mails(const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = ?"), S(genre));
}

static void
administrator(void)
{
	t_account(t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie"), "admin");
}

TEST(service_alarm_is_told_once_each_way_to_administrators_and_the_host)
{
	administrator();
	conf.hubspot_url = "http://127.0.0.1:9";
	conf.alarm_mail = "astreinte@hebergeur.example";
	run("2", "fait", "");
	minute();
	check(mails("service_alarme") == 0);
	sets("UPDATE sync_tour SET debut = debut - INTERVAL 1 HOUR, fin = fin - INTERVAL 1 HOUR");
	minute();
	minute();
	check(mails("service_alarme") == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE adresse ="
			  " 'astreinte@hebergeur.example' AND texte NOT LIKE '%Adèle%'"
			  " AND sujet = 'La synchronisation avec HubSpot est en retard'")) == 1);
	check(mails("service_retour") == 0);
	run("1", "fait", "");
	minute();
	minute();
	check(mails("service_alarme") == 2);
	check(mails("service_retour") == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM service_panne WHERE cle = 'synchro'"
			  " AND fin IS NOT NULL")) == 1);
	conf.hubspot_url = conf.alarm_mail = NULL;
}

TEST(service_no_more_than_a_few_alarms_an_hour)
{
	administrator();
	conf.hubspot_url = "http://127.0.0.1:9";
	for (int i = 0; i < 6; i++) {
		clock_shift = i; /* each look at a moment of its own */
		sets("DELETE FROM sync_tour");
		run(i % 2 == 0 ? "60" : "1", "fait", "");
		minute();
	}
	check(mails("service_alarme") + mails("service_retour") == 4);
	clock_shift = 0;
	conf.hubspot_url = NULL;
}

TEST(service_what_another_mail_says_is_not_said_twice)
{
	administrator();
	dump("1", "Relue, elle n’est pas ce qui a été écrit.");
	minute();
	check(mails("service_alarme") == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM service_etat WHERE cle = 'sauvegarde'"
			  " AND etat = 'bad'")) == 1);
}

TEST(service_a_copy_tells_nobody)
{
	administrator();
	sets("REPLACE INTO reglage VALUES ('site.identite', 'copie')");
	g.sonde.status = 503;
	minute();
	check(mails("service_alarme") == 0);
	g.sonde.status = 200;
}

TEST(service_a_base_that_was_gone_is_told_when_it_is_back)
{
	time_t since = 0, then = clock_now() - 540;

	administrator();
	conf.service_folder = t_folder();
	check(!panne_base_back(&t, clock_now(), &since));
	for (int i = 0; i < 9; i++)
		panne_base_lost(then + i * 60);
	check(panne_base_back(&t, clock_now(), &since));
	check(since == then);
	find("site");
	controle_store(&t, &g, found);
	alerte_tell(&t, &g, found, since);
	panne_base_told();
	check(!panne_base_back(&t, clock_now(), &since));
	check(mails("service_retour") == 1);
	check(db_int(&t, SQL("SELECT SUM(ratees) FROM service_jour")) == 9);
	conf.service_folder = NULL;
}

TEST(service_looks_give_the_share_of_time_that_the_site_was_open)
{
	time_t now = clock_now();

	sets("INSERT INTO service_jour (jour, sondes, ratees) VALUES (UTC_DATE(), 43200, 9)");
	panne_announce(&t, "Mise à jour 2.4", "chez l’hébergeur", now - 3 * 86400, 9);
	panne_days(&t, now);
	check_text(said(&t, "Mois.part"), "99,97");
	check(said_int(&t, "Mois.minutes") == 9);
	check(said_int(&t, "Mois.jours_avec") == 1);
	check(said_int(&t, "Mois.jours_sans") == 29);
	check(panne_list(&t, "pannes", now, 10) == 1);
	check(strstr(row_text(row_first(&t, "pannes"), "quand"),
		      ", 9\u00A0min, annoncée, chez l’hébergeur") != NULL);
}

TEST(service_counts_of_programs_come_once_into_the_day)
{
	struct mesure m = {
		.status = 200, .us = 30000, .cpu_us = 2000, .statements = 5, .bytes = 1000
	};
	struct mesure refused = { .status = 404, .us = 900 };

	conf.service_folder = t_folder();
	for (int i = 0; i < 3; i++)
		compteur_note(conf.service_folder, "essai", &m);
	compteur_note(conf.service_folder, "essai", &refused);
	jour_add(&t, clock_now(), true, 0);
	jour_taken(&t);
	jour_add(&t, clock_now(), false, 0);
	jour_taken(&t);
	check(db_int(&t, SQL("SELECT pages FROM service_jour")) == 4);
	check(db_int(&t, SQL("SELECT octets FROM service_jour")) == 3000);
	check(db_int(&t, SQL("SELECT requetes FROM service_jour")) == 15);
	check(db_int(&t, SQL("SELECT sondes * 10 + ratees FROM service_jour")) == 21);
	check_text(db_string(&t, SQL("SELECT durees FROM service_jour")),
		"[1,0,0,0,3,0,0,0,0,0,0,0,0]");
	conf.service_folder = NULL;
}

TEST(service_quantiles_lie_within_their_bounds)
{
	uint64_t none[COMPTEUR_BORNES + 1] = { 0 };
	uint64_t some[COMPTEUR_BORNES + 1] = { [3] = 50, [5] = 50 };

	check(compteur_quantile(none, 50) == 0);
	check(compteur_quantile(some, 50) == 20);
	check(compteur_quantile(some, 95) > 40 && compteur_quantile(some, 95) <= 80);
}
