/* service_test.c - each check in each of its states, and what is told of them */

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/service/controle.h"
#include "domain/service/jour.h"
#include "service.h"

#define OF(name) service_find(#name)
#define sets(...) db_exec(&t, SQL(__VA_ARGS__))

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

TEST(service_sync_is_well_late_or_refused)
{
	conf.hubspot_url = "http://127.0.0.1:9";
	check(is(OF(synchro), ETAT_WARN, "jamais été lu"));
	service_run("200", "fait", "");
	check(is(OF(synchro), ETAT_BAD, "en retard"));
	service_run("190", "echec", "/crm: status 401");
	service_run("180", "echec", "/crm: status 401, correlation 7");
	check(is(OF(synchro), ETAT_BAD, "HubSpot refuse la clé"));
	check(service_g.now - OF(synchro)->depuis >= 190 * 60 &&
		service_g.now - OF(synchro)->depuis < 192 * 60);
	check(strstr(OF(synchro)->faire, "\nColler la nouvelle clé ici.") != NULL);
	service_run("2", "fait", "");
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
		SQL("INSERT INTO courriel (adresse, genre, sujet, texte, html, cree_le, du_le,"
		    " etat, envoye_le) SELECT 'a@exemple.org', 'essai', 's', 't', 'h', d.quand,"
		    " d.quand, ?, d.quand"
		    " FROM (SELECT UTC_TIMESTAMP() - INTERVAL ? MINUTE AS quand) d"),
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
	sets("INSERT INTO demande_lien (adresse, cree_le)"
	     " VALUES ('a@exemple.org', UTC_TIMESTAMP() - INTERVAL 20 MINUTE),"
	     " ('b@exemple.org', UTC_TIMESTAMP() - INTERVAL 20 MINUTE)");
	check(is(OF(files), ETAT_BAD, "1 notification, 2 demandes de connexion"));
	check(strstr(OF(files)->phrase, "exemple.org") == NULL);
}

TEST(service_dump_is_there_missing_old_or_wrong)
{
	check(is(OF(sauvegarde), ETAT_WARN, "Aucune sauvegarde"));
	sets("INSERT INTO service_jour (jour)"
	     " VALUES ('2026-01-01'), ('2026-01-02'), ('2026-01-03')");
	check(is(OF(sauvegarde), ETAT_BAD, "Aucune sauvegarde"));
	service_dump("50", "");
	check(is(OF(sauvegarde), ETAT_BAD, "n’a pas été faite"));
	service_dump("5", "");
	check(is(OF(sauvegarde), ETAT_OK, "lignes, 5\u00A0Mo"));
	service_dump("1", "Relue, elle n’est pas ce qui a été écrit.");
	check(is(OF(sauvegarde), ETAT_BAD, "à regarder"));
	check(OF(sauvegarde)->dit); /* essaim-dump has written */
}

TEST(service_dump_that_was_restored_says_so_and_one_that_was_not_is_told)
{
	conf.dump_trial = 2;
	service_dump("5", "");
	check(is(OF(sauvegarde), ETAT_OK, "Faite et relue")); /* a new site has a week */
	sets("INSERT INTO sauvegarde_essai (le, duree_ms, dump, ok)"
	     " VALUES (UTC_TIMESTAMP() - INTERVAL 3 DAY, 360000, 'x', 1)");
	check(is(OF(sauvegarde), ETAT_OK, "Restaurable\u00A0: essayée "));
	check(is(OF(sauvegarde), ETAT_OK, "di, en 6\u00A0min") ||
		is(OF(sauvegarde), ETAT_OK, "dimanche, en 6\u00A0min"));
	sets("UPDATE sauvegarde SET ailleurs_le = UTC_TIMESTAMP()");
	check(is(OF(sauvegarde), ETAT_OK, ". Une copie chiffrée dans le second lieu"));
	sets("UPDATE sauvegarde SET ailleurs_le = NULL, ailleurs_erreur = 'ssh: refused'");
	check(is(OF(sauvegarde), ETAT_WARN, "n’est pas arrivée"));
	sets("INSERT INTO sauvegarde_essai (le, duree_ms, dump, ok, erreur)"
	     " VALUES (UTC_TIMESTAMP(), 1, 'x', 0, 'there is no MANIFEST')");
	check(is(OF(sauvegarde), ETAT_BAD, "there is no MANIFEST") && OF(sauvegarde)->dit);
	sets("DELETE FROM sauvegarde_essai WHERE ok = 0");
	sets("UPDATE sauvegarde_essai SET le = le - INTERVAL 6 DAY");
	check(is(OF(sauvegarde), ETAT_BAD, "depuis huit jours") && !OF(sauvegarde)->dit);
	conf.dump_trial = 0;
	check(is(OF(sauvegarde), ETAT_WARN, "n’est pas arrivée")); /* nobody asks for trials */
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
	service_g.sonde.expires = clock_parse("2027-02-12 12:00:00");
	check(is(OF(certificat), ETAT_OK, "2027, se renouvelle seul en janvier"));
	service_g.sonde.expires = clock_parse("2026-12-16 12:00:00");
	check(is(OF(certificat), ETAT_WARN, "tarde"));
	service_g.sonde.expires = clock_parse("2026-12-04 12:00:00");
	check(is(OF(certificat), ETAT_BAD, "n’est pas renouvelé"));
	service_g.sonde.expires = clock_parse("2026-11-29 12:00:00");
	check(is(OF(certificat), ETAT_BAD, "est expiré"));
	service_g.sonde.expires = 0;
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
	service_g.sonde.status = 503;
	check(is(OF(site), ETAT_BAD, "ne répondait pas"));
	check(is(OF(site), ETAT_BAD, "503") || strstr(OF(site)->phrase, "503") != NULL);
	service_g.sonde.status = 200;
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
