/* taches_test.c - actions and priorities of groups, and the page of all of them; the home page */

#include <inttypes.h>

#include "domain/vie/cycle.h"
#include "people.h"

static int64_t
an_action(void)
{
	as(coop);
	check(post(at("/groupes/%" PRId64 "/actions", paris),
		      at("titre=R%%C3%%A9server+le+barnum&echeance=2020-12-01&qui=%" PRId64,
			      benp)) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM tache"));
}

TEST(taches_are_ticked_and_show_in_the_feed)
{
	int64_t id;

	people();
	id = an_action();
	as(benp);
	check(get("/") == 200);
	check_says("Réserver le barnum");
	check(get(at("/groupes/%" PRId64 "/actions", paris)) == 200);
	check_says("en retard");
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/etat", paris, id), "etat=fait") ==
		303);
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/etat", paris, id),
		      "etat=en_cours") == 303);
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/etat", paris, id), "etat=fait") ==
		303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM publication WHERE genre = 'action'")) == 1);
	as(coop);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("a mené à bien");
	check_says("Réserver le barnum");
	check(get(at("/groupes/%" PRId64 "/actions/%" PRId64, paris, id)) == 200);
	check_says("Fait par Élodie N’Guyen");
	as(benp);
	check(get("/") == 200);
	check_hides("pour le 1 décembre");
}

/* A day ends at midnight of the site: half past, in Paris, it is the evening before in universal
 * time. */
TEST(taches_are_late_with_the_day_of_the_site)
{
	people();
	an_action();
	db_exec(&t, SQL("UPDATE tache SET echeance = '2130-06-30'"));
	t_clock("2130-06-30 21:30:00");
	check(get(at("/groupes/%" PRId64 "/actions", paris)) == 200);
	check_hides("en retard");
	t_clock("2130-06-30 22:30:00");
	check(get(at("/groupes/%" PRId64 "/actions", paris)) == 200);
	check_says("en retard");
}

TEST(taches_that_the_search_does_not_know_are_spoken_of)
{
	int64_t id;

	people();
	id = an_action();
	db_exec(&t, SQL("DELETE FROM recherche WHERE objet_id = ?"), I(id));
	check(post(at("/fil/%" PRId64 "/commentaires", id), "texte=Oui") == 303);
}

TEST(taches_are_of_the_members_and_confided_to_members)
{
	int64_t id;

	people();
	id = an_action();
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'tache'"
			  " AND objet_id = ?"),
		      I(id)) == 1);
	check(post(at("/groupes/%" PRId64 "/actions", paris),
		      at("titre=Autre&qui=%" PRId64, benl)) == 422);
	check_says("membre du groupe");
	check(post(at("/groupes/%" PRId64 "/actions", paris), "titre=&echeance=jamais") == 422);
	check_says("Donnez une date");
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/etat", paris, id), "etat=parti") ==
		422);
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/responsables", paris, id),
		      at("qui=%" PRId64 "&retire=1", benp)) == 303);
	check(get(at("/groupes/%" PRId64 "/actions", paris)) == 200);
	check_says("À prendre");
	db_exec(&t, SQL("UPDATE tache SET echeance = UTC_DATE() + INTERVAL 1 DAY"));
	check(get(at("/groupes/%" PRId64 "/actions", paris)) == 200);
	check_hides("en retard");
	as(benl);
	check(get(at("/groupes/%" PRId64 "/actions/%" PRId64, paris, id)) == 404);
	check(get(at("/groupes/%" PRId64 "/actions", paris)) == 200);
	check_hides("barnum");
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/etat", paris, id), "etat=fait") ==
		404);
	check(post(at("/groupes/%" PRId64 "/actions", paris), "titre=Intruse") == 403);
}

TEST(priorites_keep_their_history_and_all_are_on_one_page)
{
	people();
	an_action();
	as(benp);
	check(post(at("/groupes/%" PRId64 "/priorites", paris), "p1=Non") == 403);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/priorites", paris), "p1=Rencontrer&p2=Accueillir") ==
		303);
	db_exec(&t, SQL("UPDATE priorite SET debut = '2026-01-05'"));
	check(post(at("/groupes/%" PRId64 "/priorites", paris), "p1=Accueillir&p2=March%C3%A9") ==
		303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Marché");
	check_hides("Rencontrer");
	check(get(at("/groupes/%" PRId64 "/priorites", paris)) == 200);
	check_says("Rencontrer");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM priorite WHERE texte = 'Accueillir' AND fin IS NULL"
			  " AND debut = '2026-01-05'")) == 1);
	check(get("/groupes/priorites") == 403);
	as(sal);
	check(get("/groupes/priorites") == 200);
	check_says("Groupe local de Lille");
	check_says("Marché");
	check_says("Réserver le barnum");
	check(get("/groupes/priorites.csv") == 200);
	check(get("/groupes/priorites.xlsx") == 200);
}

TEST(accueil_shows_the_feed_by_scope)
{
	people();
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=Nouvelle+de+Paris") ==
		303);
	as(benl);
	check(post(at("/groupes/%" PRId64 "/publications", lille), "texte=Nouvelle+de+Lille") ==
		303);
	check(get("/") == 200);
	check_says("Nouvelle de Lille");
	check_hides("Nouvelle de Paris");
	check(get("/?portee=siege") == 200);
	check_hides("Nouvelle de Lille");
	as(benp);
	check(get("/?portee=mes") == 200);
	check_says("Nouvelle de Paris");
	check_hides("Nouvelle de Lille");
	for (int i = 0; i < 8; i++) /* more than a page of what the next reader may not see */
		check(post(at("/groupes/%" PRId64 "/publications", paris),
			      at("texte=Paris+%d", i)) == 303);
	as(benl);
	check(get("/") == 200);
	check_says("Nouvelle de Lille");
	check_hides("Paris 7");
}

TEST(fil_of_an_erased_person_is_emptied_and_counts_stay)
{
	int64_t id;

	people();
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=Mon+secret") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	check(post(at("/fil/%" PRId64 "/commentaires", id), "texte=Mon+autre+secret") == 303);
	as(coop);
	check(post(at("/fil/%" PRId64 "/commentaires", id), "texte=Bien") == 303);
	as(benp);
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=3") == 303);
	check(get("/compte/donnees.json") == 200);
	check_says("Mon secret");
	check_says("Mon autre secret");
	cycle_forget(&t, benp);
	as(coop);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_hides("secret");
	check_hides("Élodie");
	check_says("une personne effacée");
	check_says("Bien");
	check(db_int(&t, SQL("SELECT n FROM discussion WHERE objet_id = ?"), I(id)) == 1);
	check(db_int(&t, SQL("SELECT SUM(n) FROM reaction_total WHERE objet_id = ?"), I(id)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM recherche WHERE objet_id = ?"), I(id)) == 0);
}
