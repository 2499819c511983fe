/* service_alarme_test.c - what is told by mail of what goes bad, and what is kept of each day */

#include "base/clock.h"
#include "base/conf.h"
#include "domain/service/alerte.h"
#include "domain/service/jour.h"
#include "domain/service/panne.h"
#include "service.h"

#define sets(...) db_exec(&t, SQL(__VA_ARGS__))

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
	service_run("2", "fait", "");
	service_minute();
	check(mails("service_alarme") == 0);
	sets("UPDATE sync_tour SET debut = debut - INTERVAL 1 HOUR, fin = fin - INTERVAL 1 HOUR");
	service_minute();
	service_minute();
	check(mails("service_alarme") == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE adresse ="
			  " 'astreinte@hebergeur.example' AND texte NOT LIKE '%Adèle%'"
			  " AND sujet = 'La synchronisation avec HubSpot est en retard'")) == 1);
	check(mails("service_retour") == 0);
	service_run("1", "fait", "");
	service_minute();
	service_minute();
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
		service_run(i % 2 == 0 ? "60" : "1", "fait", "");
		service_minute();
	}
	check(mails("service_alarme") + mails("service_retour") == 4);
	clock_shift = 0;
	conf.hubspot_url = NULL;
}

TEST(service_what_another_mail_says_is_not_said_twice)
{
	administrator();
	service_dump("1", "Relue, elle n’est pas ce qui a été écrit.");
	service_minute();
	check(mails("service_alarme") == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM service_etat WHERE cle = 'sauvegarde'"
			  " AND etat = 'bad'")) == 1);
}

TEST(service_a_copy_tells_nobody)
{
	administrator();
	sets("REPLACE INTO reglage VALUES ('site.identite', 'copie')");
	service_g.sonde.status = 503;
	service_minute();
	check(mails("service_alarme") == 0);
	service_g.sonde.status = 200;
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
	service_find("site");
	controle_store(&t, &service_g, service_found);
	alerte_tell(&t, &service_g, service_found, since);
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
	check_text(said(&t, "disponibilite.part"), "99,97");
	check(said_int(&t, "disponibilite.minutes") == 9);
	check(said_int(&t, "disponibilite.jours_avec") == 1);
	check(said_int(&t, "disponibilite.jours_sans") == 29);
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
	jour_add(&t, clock_now(), true, 0); /* what other tests counted there */
	jour_taken(&t);
	db_exec(&t, SQL("DELETE FROM service_jour"));
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
