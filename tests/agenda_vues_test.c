/* agenda_vues_test.c - the agenda as lists, months, weeks and tables: what each person reads */

#include <inttypes.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/semaine.h"
#include "domain/objets/etiquette.h"
#include "evenements.h"

enum { OF_PARIS, OF_LILLE, ALL, SIEGE, EVENTS };

static int64_t events[EVENTS];

/* An event that anybody made, of that group (0: of WHO herself), in DAYS days. */
static int64_t
made(int64_t who, int64_t groupe, const char *titre, int days, const char *visibilite)
{
	struct evenement e = evenement_new();
	struct wall w = wall_add_days(wall_at(clock_now()), days);
	int64_t id;

	as(who);
	t.user.id = who;
	w.minute = 30;
	w.hour = 9;
	e.debut = evenement_utc(&t, w);
	w.hour = 11;
	e.fin = evenement_utc(&t, w);
	e.titre = titre;
	e.groupe = e.groupes[0] = groupe;
	e.organisateur = who;
	e.visibilite = visibilite;
	id = evenement_create(&t, &e);
	evenement_publish(&t, id);
	t.user.id = 0;
	return id;
}

/* It is Wednesday 2 December 2026, noon in Paris. */
static void
december(void)
{
	people();
	t_clock("2026-12-02 11:00:00");
	events[OF_PARIS] = an_event("Réunion parisienne", 3, 16);
	events[OF_LILLE] = made(benl, lille, "Braderie lilloise", 4, "groupes");
	events[ALL] = made(benl, lille, "Marche commune", 5, "benevoles");
	events[SIEGE] = made(sal, 0, "Webinaire national", 6, "benevoles");
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	t_settle(sal);
}

static int
total(const char *path)
{
	const char *at;

	check(get(path) == 200);
	at = strstr(t_reply->body, "\"total\":");
	return at != NULL ? atoi(at + 8) : -1;
}

TEST(agenda_list_says_what_each_person_sees)
{
	december();
	as(benp);
	check(get("/agenda") == 200);
	check_says("Réunion parisienne");
	check_hides("Braderie lilloise");
	check_says("Marche commune");
	check_says("Décembre 2026");
	check_says("Samedi\u00A05\u00A0décembre, 19\u00A0h à\u00A021\u00A0h");
	check_says("0 sur 16");
	check(total("/agenda.json") == 3);
	as(benl);
	check(total("/agenda.json") == 3);
	check_hides("Réunion parisienne");
	check_says("Braderie lilloise");
}

TEST(agenda_scopes_are_one_link_each)
{
	december();
	as(benp);
	check(total("/agenda.json?qui=groupes") == 1);
	check_says("Réunion parisienne");
	check(total("/agenda.json?qui=autres") == 1);
	check_says("Marche commune");
	check(total("/agenda.json?qui=siege") == 1);
	check_says("Webinaire national");
	check(total("/agenda.json?qui=moi") == 0);
	as(coop);
	check(total("/agenda.json?qui=moi") == 1);
}

/* Give an event a tag of that family: its id. */
static int64_t
tagged(int64_t event, const char *nom, int family)
{
	int64_t id = db_insert(&t, SQL("INSERT INTO etiquette (nom, famille_id) VALUES (?, ?)"),
		S(nom), I(family));

	db_exec(&t, SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) VALUES (?, ?)"),
		I(event), I(id));
	return id;
}

TEST(agenda_filters_combine_and_count_right)
{
	int64_t tag, campaign;

	december();
	tag = tagged(events[ALL], "Stand test", 4);
	campaign = tagged(events[ALL], "Campagne test", 2);
	tagged(events[SIEGE], "Autre campagne test", 2);
	as(benp);
	check(total("/agenda.json?type=groupe_local") == 2);
	check(total("/agenda.json?type=magasin") == 0);
	check(total(at("/agenda.json?groupe=%" PRId64, lille)) == 1);
	check(total("/agenda.json?groupe=Groupe%20local%20de%20Lille") == 1);
	check(total(at("/agenda.json?tag=%" PRId64, tag)) == 1);
	check(total("/agenda.json?tag=Stand%20test&type=groupe_local") == 1);
	check(total(at("/agenda.json?campagne=%" PRId64, campaign)) == 1);
	check(total(at("/agenda.json?campagne=%" PRId64 "&qui=siege", campaign)) == 0);
	check(get(at("/agenda?campagne=%" PRId64 "&type=groupe_local", campaign)) == 200);
	check_says("<b>1 date</b>");
	check_says("Campagne test");
	check_says("/agenda?type=groupe_local\"");
}

/* What nothing is called never shows the whole list. */
TEST(agenda_a_filter_that_nothing_is_says_so)
{
	static const char *const asked[] = { "qui=personne", "type=inexistant", "groupe=999999",
		"groupe=Nulle%20part", "tag=jamais", "campagne=1x", "departement=00", "du=demain",
		"au=2026-02-30", "qui=alentours&km=loin" };

	december();
	as(benp);
	for (unsigned i = 0; i < sizeof asked / sizeof *asked; i++) {
		check(total(at("/agenda.json?%s", asked[i])) == 0);
		check_says("\"inconnus\":[");
		check(get(at("/agenda?%s", asked[i])) == 200);
		check_says("rien n’est montré");
		check_hides("Marche commune");
	}
	check(get("/agenda?vue=mois&mois=2026-13") == 200);
	check_says("rien n’est montré");
	check(get("/agenda?vue=inconnue") == 200);
	check_says("rien n’est montré");
	t_member(lille, benl, "membre");
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(lille));
	check(total(at("/agenda.json?groupe=%" PRId64, lille)) == 0); /* one she does not see */
	check_says("\"inconnus\":[");
}

TEST(agenda_past_and_future_periods)
{
	december();
	t_clock("2026-12-06 11:00:00"); /* Paris and Lille's first are over */
	as(benp);
	check(total("/agenda.json") == 2);
	check_hides("Réunion parisienne");
	check(total("/agenda.json?passes=1") == 1);
	check_says("Réunion parisienne");
	check(total("/agenda.json?du=2026-12-05&au=2026-12-05") == 1);
	check(total("/agenda.json?du=2026-12-05") == 3);
	check(total("/agenda.json?au=2026-12-07") == 2);
	check(get("/agenda") == 200);
	check_says("/agenda?passes=1");
	check_says("Plus tôt");
	check(get("/agenda?passes=1") == 200);
	check_says("Plus tard");
}

/* E16: an event of several days is not over on its second day, and stands on each in the month. */
TEST(agenda_an_event_of_several_days_is_not_past_on_its_second)
{
	struct evenement e;
	int64_t id;

	december();
	id = made(coop, paris, "Week-end d’équipe", 10, "groupes");
	evenement_read(&t, id, &e);
	e.journee = true;
	e.debut = "2026-12-11 23:00:00";
	e.fin = "2026-12-13 23:00:00"; /* 12 and 13 December, whole */
	evenement_save(&t, id, &e);
	t_clock("2026-12-13 20:00:00");
	as(benp);
	check(total("/agenda.json") == 1);
	check_says("\"debut\":\"2026-12-11T23:00:00Z\"");
	check_says("\"fin\":\"2026-12-13T23:00:00Z\"");
	check_says("\"journee\":1");
	check(get("/agenda?vue=mois&mois=2026-12") == 200);
	check_says("samedi\u00A012\u00A0décembre, 1 événement");
	check_says("dimanche\u00A013\u00A0décembre, aujourd’hui, 1 événement");
	check_hides("lundi\u00A014\u00A0décembre, 1");
	t_clock("2026-12-13 23:00:01");
	check(total("/agenda.json") == 0);
}

TEST(agenda_a_cancelled_one_shows_as_cancelled_and_a_draft_never)
{
	int64_t series;

	december();
	series = a_series("Permanence", 8, "FREQ=WEEKLY;COUNT=3", -1);
	db_exec(&t, SQL("UPDATE evenement_date SET etat = 'annule' WHERE id = ?"),
		I(date_of(series, 1)));
	db_exec(&t, SQL("UPDATE evenement SET etat = 'annule' WHERE id = ?"), I(events[OF_PARIS]));
	db_exec(&t, SQL("UPDATE evenement SET etat = 'brouillon' WHERE id = ?"), I(events[ALL]));
	evenement_follow(&t, events[ALL]);
	as(coop);
	check(total("/agenda.json") == 5);
	check_says("\"annule\":1");
	check_hides("Marche commune");
	check(get("/agenda") == 200);
	check_says("<s>Réunion parisienne</s>");
	check(strstr(t_reply->body, at("/agenda/%" PRId64 "?date=%s", series, day_of(series, 1))) !=
		NULL);
	check(get("/agenda?vue=mois") == 200);
	check_says("Annulé\u00A0: ");
	check(get(at("/agenda?vue=semaine&du=%s", day_of(series, 1))) == 200);
	check_says("Permanence");
	check_says("Annulé");
}

TEST(agenda_rows_say_places_and_the_readers_own_state)
{
	int64_t id, date;

	december();
	date = date_of(events[OF_PARIS], 0);
	id = db_insert(&t,
		SQL("INSERT INTO inscription (evenement_id, contact_id, cree_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP())"),
		I(events[OF_PARIS]), I(benp));
	db_exec(&t,
		SQL("INSERT INTO place (date_id, inscription_id, etat, depuis)"
		    " VALUES (?, ?, 'inscrit', UTC_TIMESTAMP())"),
		I(date), I(id));
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 14, attente = 2 WHERE id = ?"), I(date));
	as(benp);
	check(total("/agenda.json?qui=moi") == 1);
	check_says("\"mon_etat\":\"inscrit\"");
	check_says("\"places\":16");
	check_says("\"inscrits\":14");
	check_says("\"attente\":2");
	check_says("\"organisateur\":{\"id\":");
	check_says("\"nom\":\"Groupe local de Paris\"");
	check_says("\"visibilite\":\"groupes\"");
	check(get("/agenda") == 200);
	check_says("Je participe");
	check_says("2 places, 14 sur 16");
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 16 WHERE id = ?"), I(date));
	db_exec(&t, SQL("UPDATE place SET etat = 'attente' WHERE date_id = ?"), I(date));
	check(get("/agenda") == 200);
	check_says("En attente");
	check_says("Complet, 16 sur 16");
	as(coop);
	check(get("/agenda.json") == 200);
	check_says("\"mon_etat\":\"aucun\"");
	check(evenement_invite(&t, events[SIEGE], &coop, 1) == 1);
	check(get("/agenda.json") == 200);
	check_says("\"mon_etat\":\"invite\"");
}

TEST(agenda_an_empty_month_says_what_comes_next)
{
	december();
	as(benp);
	check(get("/agenda?vue=mois&mois=2026-11") == 200);
	check_says("Rien ce mois-ci");
	check_says("Réunion parisienne");
	check_says("/agenda?vue=mois&amp;mois=2026-12");
	check(get("/agenda?vue=mois&mois=2027-03") == 200);
	check_says("Webinaire national");
	check(get("/agenda?vue=semaine&du=2027-03-01") == 200);
	check_says("Rien cette semaine");
}

/* E13: the hour that was typed is the hour that is read, in summer and in winter. */
TEST(agenda_the_hour_typed_is_the_hour_read)
{
	december();
	made(benp, paris, "Apéro d’été", 220, "groupes");
	as(benp);
	check(get("/agenda?du=2027-07-01") == 200);
	check_says("9\u00A0h\u00A030 à\u00A011\u00A0h\u00A030");
	check(get("/agenda.json?du=2027-07-01") == 200);
	check_says("T07:30:00Z");
	check(get("/agenda.csv?du=2026-12-01&au=2027-12-31") == 200);
	check(strstr(t_file(), "2027-07-10 09:30") != NULL);
	check(strstr(t_file(), "2026-12-05 19:00") != NULL);
	check(strstr(t_file(), "Braderie") == NULL);
	check(get("/agenda.ics?qui=groupes") == 200);
	check_says("BEGIN:VCALENDAR");
	check_says("SUMMARY:Réunion parisienne");
	check_says("TZID=Europe/Paris:20261205T190000");
	check_hides("Braderie");
	check_hides("Webinaire");
	check(get("/agenda.ics?type=inexistant") == 200);
	check_hides("SUMMARY");
}

/* R22: who leads the whole sees what each group does and did, and takes it along. */
TEST(agenda_the_staff_takes_along_what_a_group_did)
{
	december();
	t_clock("2027-02-01 11:00:00");
	t_account(sal, "admin");
	t_settle(sal);
	as(sal);
	check(get(at("/agenda.csv?groupe=%" PRId64 "&du=2026-12-01&au=2026-12-31", lille)) == 200);
	check(strstr(t_file(), "Braderie lilloise") != NULL);
	check(strstr(t_file(), "Réunion parisienne") == NULL);
	check(get(at("/agenda.xlsx?groupe=%" PRId64 "&passes=1", lille)) == 200);
}

TEST(agenda_around_me_is_my_departement_or_so_many_kilometres)
{
	december();
	db_exec(&t, SQL("UPDATE contact SET code_postal = '75011' WHERE id = ?"), I(benp));
	db_exec(&t, SQL("UPDATE evenement SET departement = '93' WHERE id = ?"), I(events[ALL]));
	db_exec(&t, SQL("UPDATE evenement SET departement = '75' WHERE id = ?"),
		I(events[OF_PARIS]));
	as(benp);
	check(total("/agenda.json?qui=alentours") == 1);
	check_says("Réunion parisienne");
	check(total("/agenda.json?qui=alentours&km=50") == 2);
	check(get("/agenda?qui=alentours&km=50") == 200);
	check_says("De Paris à 50");
	db_exec(&t, SQL("UPDATE contact SET code_postal = '' WHERE id = ?"), I(benp));
	check(total("/agenda.json?qui=alentours&km=50") == 0);
	check(get("/agenda?qui=alentours") == 200);
	check_says("pas de code postal");
}

TEST(agenda_the_week_has_seven_days)
{
	december();
	as(benp);
	check(get("/agenda?vue=semaine&du=2026-12-06") == 200);
	check_says("Semaine du 30\u00A0novembre");
	check_says("Dimanche\u00A06");
	check_says("Réunion parisienne");
	check_hides("Marche commune");
	check_says("/agenda?vue=semaine&amp;du=2026-12-07");
}

/* Who chooses a date sees what takes place then, as far as she may. */
TEST(agenda_what_takes_place_those_days_is_what_the_reader_sees)
{
	struct wall monday = { 2026, 12, 7, 0, 0 };

	december();
	t.user.id = benp;
	check(semaine_say(&t, "autres", monday, 1, 0, 5) == 1);
	check_text(said(&t, "autres.0.titre"), "Marche commune");
	check_text(said(&t, "autres.0.mien"), "0");
	check(semaine_say(&t, "autres", monday, 7, events[ALL], 5) == 1);
	check(semaine_say(&t, "autres", wall_add_days(monday, -2), 1, 0, 5) == 1);
	check(said_int(&t, "autres.0.mien") == 1);
	db_exec(&t, SQL("UPDATE evenement_date SET etat = 'annule'"));
	check(semaine_say(&t, "autres", monday, 7, 0, 5) == 0);
	t.user.id = 0;
}

/* Days beside the month are shown, and do not count; its filters find by some letters. */
TEST(agenda_the_month_is_whole_weeks_with_the_filters)
{
	people();
	t_clock("2026-11-30 10:00:00");
	an_event("Stand", 3, -1);
	t_settle(benp);
	as(benp);
	check(get("/agenda?vue=mois") == 200);
	check_says("Jeudi\u00A03\u00A0décembre");
	check_says("Stand");
	check_says("<p>0 date ce mois-ci.</p>");
	check_says("name=\"departement\"");
	check_says("<input type=\"hidden\" name=\"vue\" value=\"mois\">");
	check(get("/agenda?vue=mois&mois=2026-12&groupe=paris") == 200);
	check_says("Stand");
	check_says("<p>1 date ce mois-ci.</p>");
	check(get("/agenda?groupe=lyon") == 200);
	check_hides("Stand");
	an_event("Veille", 1, -1);
	check(get("/agenda?vue=mois") == 200);
	check_says("aria-label=\"1, mardi\u00A01er\u00A0décembre, 1 événement\"");
}
