/* alarme_test.c - what the sync tells administrators, by mail and on its screen */

#include "domain/crm/alarme.h"
#include "domain/socle/journal.h"
#include "t.h"

static int64_t
mails(const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = ?"), S(genre));
}

static void
last_run(const char *minutes_ago)
{
	db_exec(&t, SQL("DELETE FROM sync_tour"));
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat, message)"
		    " SELECT 'suite', d.quand, d.quand, 'fait', ''"
		    " FROM (SELECT UTC_TIMESTAMP() - INTERVAL ? MINUTE AS quand) d"),
		S(minutes_ago));
}

TEST(alarme_screen_says_age_errors_calls_left_and_what_changed)
{
	int64_t adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	int64_t zoe = t_person("Zoé", "N’Dour", "zoe@exemple.org", "confirme", "benevole");

	t_account(adm, "admin");
	last_run("20");
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat, message)"
		    " VALUES ('suite', UTC_TIMESTAMP(), UTC_TIMESTAMP(), 'echec', 'status 502')"));
	db_exec(&t, SQL("REPLACE INTO sync_etat VALUES ('appels_restants', '612345')"));
	journal(&t, "contact.modifie", zoe, "{\"ville\":\"Lille\",\"valeurs\":\"\"}",
		"{\"ville\":\"Brest\",\"valeurs\":\"3:a\"}");
	as(adm);
	check(get("/admin/synchro") == 200);
	check_says("depuis plus de 15 minutes");
	check_says("status 502");
	check_says("0,0\u00A0s");
	check_says(">à l’instant</th>");
	check_says("612345");
	check_says("Zoé N’Dour");
	check_says("a changé : Ville, choix et groupes");
	as(zoe);
	check(get("/admin/synchro") == 403);
}

TEST(alarme_contacts_that_are_never_listed_are_told_and_shown)
{
	int64_t adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");

	t_account(adm, "admin");
	as(adm);
	alarme_ecart(&t, 3);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'synchro_ecart'"
			  " AND texte LIKE '%compte 3 contacts de plus%'")) == 1);
	db_exec(&t, SQL("REPLACE INTO sync_etat VALUES ('ecart', '3'), ('ecart_fois', '2')"));
	check(get("/admin/synchro") == 200);
	check_hides("de plus que sa liste");
	db_exec(&t, SQL("REPLACE INTO sync_etat VALUES ('ecart_fois', '3')"));
	check(get("/admin/synchro") == 200);
	check_says("compte 3 contacts de plus que sa liste");
}

TEST(alarme_too_many_departures_are_told_with_their_number)
{
	int64_t adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");

	t_account(adm, "admin");
	alarme_frein(&t, 549);
	check(mails("synchro_frein") == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'synchro_frein'"
			  " AND texte LIKE '%549 personnes%'"
			  " AND texte LIKE '%/admin/synchro%'")) == 1);
}
