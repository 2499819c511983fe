/* agenda_calendrier_test.c - events in people's own calendars, and what they are written of them */

#include <inttypes.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/ical.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/rappel.h"
#include "domain/notifications/notif.h"
#include "evenements.h"

static const char *
ics(int64_t id)
{
	as(coop);
	check(get(at("/agenda/%" PRId64 ".ics", id)) == 200);
	return t_reply->body;
}

TEST(agenda_calendrier_lines_are_folded_between_characters_and_escaped)
{
	struct ical c = ical_begin(&t.mem, NULL, NULL);
	const char *s, *end;

	ical_add(&c,
		&(struct ical_event) { .uid = "a@b",
			.title =
				"Été, thé; « éééééééééééééééééééééééééééééééééééééééééééé » \\ fin",
			.text = "Une ligne\nUne autre\r\nBEGIN:VALARM",
			.organiser = "a@b.c",
			.organiser_name = "Le \"club\"\r\nX-A:b" });
	s = ical_end(&c);
	check_holds(s, "SUMMARY:Été\\, thé\\;");
	check_holds(s, "DESCRIPTION:Une ligne\\nUne autre\\nBEGIN:VALARM\r\n");
	check_lacks(s, "\r\nX-A");
	for (; *s != '\0'; s = end + 2) {
		end = strstr(s, "\r\n");
		check(end != NULL && end - s <= 75);
		check(((unsigned char) (s[0] == ' ' ? s[1] : s[0]) & 0xC0) != 0x80);
	}
}

/* E13, E14: the hour on the wall, on both sides of the night that leaves one out. */
TEST(agenda_calendrier_hours_are_those_of_the_site)
{
	const char *c;

	people();
	t_clock("2027-03-01 10:00:00");
	c = ics(a_series("Accueil", 17, "FREQ=WEEKLY;UNTIL=20270408", -1));
	check_holds(c, "\r\nDTSTART;TZID=Europe/Paris:20270318T190000\r\n");
	check_holds(c, "\r\nDTEND;TZID=Europe/Paris:20270318T210000\r\n");
	check_holds(c, "\r\nRRULE:FREQ=WEEKLY;UNTIL=20270408T215900Z\r\n");
	check_holds(c, "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19700329T020000\r\n");
	check_holds(c, "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19701025T030000\r\n");
	check_lacks(c, "RECURRENCE-ID");
	check_lacks(c, "EXDATE");
}

/* E15 */
TEST(agenda_calendrier_whole_days_end_the_day_after)
{
	struct evenement e;
	const char *c;
	int64_t id;

	people();
	t_clock("2027-03-01 10:00:00");
	id = an_event("Festival", 17, -1);
	evenement_read(&t, id, &e);
	e.journee = true;
	e.debut = "2027-03-26 23:00:00";
	e.fin = "2027-03-28 22:00:00";
	evenement_save(&t, id, &e);
	c = ics(id);
	check_holds(c, "\r\nDTSTART;VALUE=DATE:20270327\r\nDTEND;VALUE=DATE:20270329\r\n");
	check_holds(c, at("\r\nURL:%s/agenda/%" PRId64 "\r\n", conf.site_url, id));
	check_lacks(c, "coline");
}

static const char *
after(const char *text, const char *what)
{
	const char *s = strstr(text, what);

	return s != NULL ? arena_printf(&t.mem, "%.*s", (int) strcspn(s, "\r"), s) : "";
}

static long
sequence(const char *ics)
{
	return strtol(after(ics, "SEQUENCE:") + 9, NULL, 10);
}

/* Anchor 7. */
TEST(agenda_calendrier_keeps_its_uid_and_raises_its_sequence)
{
	struct evenement e;
	const char *before, *now;
	int64_t id;

	people();
	id = an_event("Réunion", 7, -1);
	before = arena_strdup(&t.mem, ics(id));
	check(strcmp(ics(id), before) == 0);
	evenement_read(&t, id, &e);
	e.lieu = "La Bobine, Grenoble";
	evenement_save(&t, id, &e);
	now = ics(id);
	check(strcmp(after(now, "UID:"), after(before, "UID:")) == 0);
	check(sequence(now) > sequence(before));
	check_holds(now, "LOCATION:La Bobine\\, Grenoble\r\n");
	db_exec(&t, SQL("UPDATE evenement SET etat = 'annule', motif = 'Neige' WHERE id = ?"),
		I(id));
	check_holds(ics(id), "STATUS:CANCELLED\r\n");
	check_holds(ics(id), "DESCRIPTION:Neige");
}

/* The site moves to another address: what people have in their calendars stays one event. */
TEST(agenda_calendrier_uids_outlive_the_name_of_the_site)
{
	const char *url = conf.site_url, *before;
	int64_t id;

	people();
	id = an_event("Réunion", 7, -1);
	calendrier_tour(&t);
	before = arena_strdup(&t.mem, ics(id));
	conf.site_url = "https://ailleurs.example";
	calendrier_tour(&t);
	check(strncmp(after(ics(id), "UID:"), after(before, "UID:"),
		      strcspn(after(before, "UID:"), "\r")) == 0);
	check_holds(ics(id), "https://ailleurs.example/agenda/");
	conf.site_url = url;
}

TEST(agenda_calendrier_a_series_says_what_moved_and_what_is_off)
{
	const char *c;
	int64_t id;

	people();
	t_clock("2027-03-01 10:00:00");
	id = a_series("Accueil", 17, "FREQ=WEEKLY;COUNT=5", -1);
	db_exec(&t,
		SQL("UPDATE evenement_date SET debut = debut + INTERVAL 1 DAY,"
		    " fin = fin + INTERVAL 1 DAY, deplace = 1 WHERE id = ?"),
		I(date_of(id, 1)));
	db_exec(&t, SQL("UPDATE evenement_date SET etat = 'annule' WHERE id = ?"),
		I(date_of(id, 2)));
	db_exec(&t, SQL("DELETE FROM evenement_date WHERE id = ?"), I(date_of(id, 3)));
	c = ics(id);
	check_holds(c,
		"RECURRENCE-ID;TZID=Europe/Paris:20270325T190000\r\n"
		"DTSTART;TZID=Europe/Paris:20270326T190000\r\n");
	check_holds(c, "RECURRENCE-ID;TZID=Europe/Paris:20270401T190000\r\n");
	check_holds(c, "STATUS:CANCELLED\r\n");
	check_holds(c, "EXDATE;TZID=Europe/Paris:20270408T190000\r\n");
	check_lacks(c, "RECURRENCE-ID;TZID=Europe/Paris:20270318");
	c = calendrier(&t, &(struct calendrier) { NULL }, at("[%" PRId64 "]", date_of(id, 0)));
	check_lacks(c, "RRULE:FREQ=WEEKLY");
	check_holds(c, "RECURRENCE-ID;TZID=Europe/Paris:20270318T190000\r\n");
}

/* E11: of a series that is not hers, one date that moved says nothing either. */
TEST(agenda_calendrier_shows_outsiders_nothing)
{
	int64_t id;

	people();
	t_settle(benl);
	id = a_series("Secret", 7, "FREQ=WEEKLY;COUNT=3", -1);
	db_exec(&t, SQL("UPDATE evenement_date SET deplace = 1, lieu = 'Ailleurs' WHERE id = ?"),
		I(date_of(id, 1)));
	as(benl);
	check(get(at("/agenda/%" PRId64 ".ics", id)) == 404);
	as(0);
	check(get(at("/agenda/%" PRId64 ".ics", id)) != 200);
}

/* ---- subscriptions ---- */

/* The address that the page shows once, below the site. */
static const char *
subscribes(int64_t who, const char *what)
{
	const char *s;

	as(who);
	check(post("/agenda/abonnements", at("quoi=%s", what)) == 200);
	s = strstr(t_reply->body, "/agenda/abonnements/");
	while (s != NULL && strspn(s + 20, "0123456789abcdef") != 48)
		s = strstr(s + 1, "/agenda/abonnements/");
	return s != NULL ? arena_printf(&t.mem, "%.72s", s) : "/";
}

TEST(agenda_abonnement_is_read_without_session_and_shown_once)
{
	int64_t id = an_evening(-1);
	const char *mine, *etag;

	joins(id, 0, benp);
	mine = subscribes(benp, "moi");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM agenda_abonnement WHERE empreinte = SHA2(?, 256)"),
		      S(arena_printf(&t.mem, "%.48s", mine + 20))) == 1);
	check(get("/agenda/abonnements") == 200);
	check(strstr(t_reply->body, mine) == NULL);
	t_nobody();
	as(0);
	check(get(mine) == 200);
	check_says("SUMMARY:Fresque");
	etag = arena_strdup(&t.mem, t_header("ETag"));
	check(t_header("Last-Modified") != NULL);
	check(get(mine) == 200);
	check(strcmp(etag, t_header("ETag")) == 0);
	evenement_changed(&t, id);
	check(get(mine) == 200);
	check(strcmp(etag, t_header("ETag")) != 0);
	check(get(at("%.60s.ics", mine)) == 404);
}

/* Whoever asks again and again has twenty of them. */
TEST(agenda_abonnement_there_are_twenty_at_most)
{
	people();
	t_settle(benp);
	for (int i = 0; i < 20; i++)
		subscribes(benp, "moi");
	check(post("/agenda/abonnements", "quoi=moi") == 422);
	check_says("Vingt adresses au plus");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM agenda_abonnement")) == 20);
}

/* E52 */
TEST(agenda_abonnement_dies_with_the_access_it_stood_on)
{
	const char *group, *own;
	int64_t id = an_evening(-1), row;

	joins(id, 0, benp);
	group = subscribes(benp, at("groupe:%" PRId64, paris));
	own = subscribes(benp, "moi");
	check(post("/agenda/abonnements", "quoi=groupe:999999999") == 404);
	check(post("/agenda/abonnements", "quoi=tout") == 422);
	as(0);
	check(get(group) == 200);
	check_says("SUMMARY:Fresque");
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(benp));
	check(get(group) == 404);
	check(get(own) == 200);
	row = db_int(&t, SQL("SELECT MAX(id) FROM agenda_abonnement"));
	as(coop);
	check(post(at("/agenda/abonnements/%" PRId64 "/retirer", row), "") == 404);
	as(benp);
	check(post(at("/agenda/abonnements/%" PRId64 "/renouveler", row), "") == 200);
	as(0);
	check(get(own) == 404);
	own = subscribes(benp, "moi");
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(benp));
	as(0);
	check(get(own) == 404);
}
