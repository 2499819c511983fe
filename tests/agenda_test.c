/* agenda_test.c - events: their dates over the year, who sees them */

#include <inttypes.h>

#include "base/clock.h"
#include "base/recur.h"
#include "base/span.h"
#include "domain/agenda/evenement.h"
#include "domain/vie/cycle.h"
#include "evenements.h"
#include "plants.h"

PLANT(evenement)
{
	struct wall w = wall_add_days(wall_at(clock_now()), 10);

	as(author);
	check(post("/agenda/nouveau",
		      arena_printf(&t.mem,
			      "titre=Rencontre+%s&description=On+y+parle+de+**%s**&debut=%s&fin=%s"
			      "&organisateur=%" PRId64 "&publier=1",
			      word, word, wall_iso(&t.mem, w),
			      wall_iso(&t.mem, wall_add_days(w, 1)), group)) == 303);
	return plant_last("evenement");
}

static struct wall
day(const char *iso)
{
	struct wall w;

	check(wall_read(iso, &w));
	return w;
}

TEST(agenda_the_missing_and_the_doubled_hour)
{
	struct wall w;
	time_t first;

	check(!wall_read("2027-02-29T10:00", &w));
	check(!wall_read("2027-02-28T24:00", &w));
	check(!wall_read("demain", &w));
	check(wall_instant(day("2027-03-28T02:30"), &first) == WALL_NEVER);
	check_text(wall_iso(&t.mem, wall_at(first)), "2027-03-28T03:30");
	check(wall_instant(day("2027-10-31T02:30"), &first) == WALL_TWICE);
	check_text(clock_sql(&t.mem, first), "2027-10-31 00:30:00");
	check(wall_instant(day("2027-10-31T03:30"), &first) == WALL_ONCE);
	check(wall_days_between(day("2027-03-27"), day("2027-03-29")) == 2);
}

static const char *
span(const char *from, const char *to, bool whole)
{
	time_t now, a, b;

	wall_instant(day("2026-11-30"), &now);
	wall_instant(day(from), &a);
	wall_instant(day(to), &b);
	return text_span(&t.mem, a, b, whole, now);
}

TEST(agenda_when_is_said_as_one_says_it)
{
	check_text(span("2026-11-28T09:00", "2026-11-28T13:30", false),
		"Samedi\u00A028\u00A0novembre, 9\u00A0h à\u00A013\u00A0h\u00A030");
	check_text(span("2027-05-01T22:00", "2027-05-02T02:00", false),
		"Samedi\u00A01er\u00A0mai\u00A02027, 22\u00A0h à\u00A02\u00A0h");
	check_text(span("2026-12-04T18:00", "2026-12-06T12:00", false),
		"Du vendredi\u00A04\u00A0décembre, 18\u00A0h au dimanche\u00A06\u00A0décembre,"
		" 12\u00A0h");
	check_text(span("2026-12-24", "2026-12-25", true), "Jeudi\u00A024\u00A0décembre");
	check_text(span("2026-12-24", "2026-12-27", true),
		"Du jeudi\u00A024 au samedi\u00A026\u00A0décembre");
	check_text(span("2026-12-31", "2027-01-02", true),
		"Du jeudi\u00A031\u00A0décembre\u00A02026 au"
		" vendredi\u00A01er\u00A0janvier\u00A02027");
}

TEST(agenda_rules_are_ours_or_refused)
{
	struct wall *days;
	char *rule;

	check(recur_read(&t.mem, "FREQ=WEEKLY;BYDAY=TU", day("2027-03-02T19:00"), &rule) == NULL);
	check_text(rule, "FREQ=WEEKLY;BYDAY=TU");
	check(recur_read(&t.mem, "FREQ=WEEKLY;BYDAY=TU", day("2027-03-03"), &rule) != NULL);
	check(recur_read(&t.mem, "FREQ=SECONDLY", day("2027-03-02"), &rule) != NULL);
	check(recur_read(&t.mem, "FREQ=DAILY;COUNT=10000", day("2027-03-02"), &rule) != NULL);
	check(recur_read(&t.mem, "FREQ=DAILY;UNTIL=20370101", day("2027-03-02"), &rule) != NULL);
	check(recur_read(&t.mem, "FREQ=DAILY;UNTIL=20270101", day("2027-03-02"), &rule) != NULL);
	check(recur_read(&t.mem, "FREQ=DAILY;COUNT=2;UNTIL=20270401", day("2027-03-02"), &rule) !=
		NULL);
	check(recur_read(&t.mem, "FREQ=DAILY;INTERVAL=-1", day("2027-03-02"), &rule) != NULL);
	check(recur_read(&t.mem, "FREQ=MONTHLY;BYDAY=1TU", day("2027-03-02"), &rule) == NULL);
	check(recur_days(&t.mem, rule, day("2027-03-02T19:00"), day("2027-06-30"), &days) == 4);
	check_text(wall_iso(&t.mem, days[1]), "2027-04-06T19:00");
	check(recur_read(&t.mem, "FREQ=YEARLY", day("2028-02-29"), &rule) == NULL);
	check(recur_days(&t.mem, rule, day("2028-02-29"), day("2037-01-01"), &days) == 3);
	check_text(wall_ymd(&t.mem, days[1]), "2032-02-29");
	check(recur_endless(rule));
}

/* E14: a weekly 15:00 stays 15:00 over the change of the hour. */
TEST(agenda_a_series_keeps_its_hour_on_the_wall)
{
	int64_t id;

	people();
	t_clock("2027-03-01 10:00:00");
	id = a_series("Accueil", 17, "FREQ=WEEKLY;COUNT=4", -1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_date WHERE evenement_id = ?"),
		      I(id)) == 4);
	check_text(db_string(&t, SQL("SELECT debut FROM evenement_date WHERE id = ?"),
			   I(date_of(id, 0))),
		"2027-03-18 18:00:00");
	check_text(db_string(&t, SQL("SELECT debut FROM evenement_date WHERE id = ?"),
			   I(date_of(id, 2))),
		"2027-04-01 17:00:00");
}

TEST(agenda_dates_keep_their_people_when_the_series_moves)
{
	struct evenement e;
	int64_t id, first;

	people();
	id = a_series("Accueil", 7, "FREQ=WEEKLY;COUNT=3", -1);
	first = date_of(id, 0);
	evenement_read(&t, id, &e);
	e.debut = evenement_utc(&t, wall_add_days(evenement_wall(e.debut), 1));
	e.fin = evenement_utc(&t, wall_add_days(evenement_wall(e.fin), 1));
	evenement_save(&t, id, &e);
	check(date_of(id, 0) == first);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_date WHERE evenement_id = ?"),
		      I(id)) == 3);
}

static bool
sees(int64_t who, int64_t id)
{
	return db_int(&t, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")), I(id), I(who),
		       I(who)) != 0;
}

TEST(agenda_who_sees_an_event_follows_from_what_it_says)
{
	struct evenement e;
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	id = an_event("Réunion", 7, -1);
	check(sees(coop, id) && sees(benp, id) && !sees(benl, id));
	evenement_read(&t, id, &e);
	e.visibilite = "benevoles";
	evenement_save(&t, id, &e);
	check(sees(benl, id));
	e.visibilite = "invites";
	evenement_save(&t, id, &e);
	check(sees(coop, id) && !sees(benp, id) && !sees(benl, id));
	check(evenement_invite(&t, id, &benl, 1) == 1);
	check(evenement_invite(&t, id, &benl, 1) == 0);
	check(sees(benl, id) && !sees(benp, id));
	t_settle(benl);
	check(sees(benl, id));
	evenement_delete(&t, id);
	check(!sees(benl, id) && sees(coop, id));
}

/* What a group organises is the association's; what she organises herself goes with her. */
TEST(agenda_an_erased_person_leaves_her_groups_event_and_takes_her_own)
{
	struct evenement e;
	int64_t group, own;

	people();
	group = an_event("Réunion du groupe", 7, -1);
	own = an_event("Ma balade", 8, -1);
	evenement_read(&t, own, &e);
	e.groupe = 0;
	e.texte = "On part du canal";
	evenement_save(&t, own, &e);
	cycle_forget(&t, coop);
	check(evenement_read(&t, group, &e));
	check(!evenement_read(&t, own, &e));
	check(db_int(&t, SQL("SELECT texte = '' FROM evenement WHERE id = ?"), I(own)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet WHERE titre = 'Ma balade'")) == 0);
}

TEST(agenda_an_erased_person_frees_the_seat_of_a_date_to_come)
{
	int64_t id;

	people();
	t_settle(benp);
	id = an_event("Réunion", 7, 1);
	as(benp);
	check(post(at("/agenda/%" PRId64 "/inscription", id), "invites=0") == 303);
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id)) ==
		1);
	db_exec(&t, SQL("UPDATE evenement SET retrait_h = 400 WHERE id = ?"), I(id));
	cycle_forget(&t, benp);
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id)) ==
		0);
}

/* What is written far enough waits for its turn: rare dates do not come before all others. */
TEST(agenda_a_series_of_rare_dates_is_written_as_far_as_others)
{
	people();
	t_clock("2026-11-30 10:00:00");
	check(db_int(&t, SQL("SELECT etendu_au > '2028-05-01' FROM evenement WHERE id = ?"),
		      I(a_series("Fête", 7, "FREQ=YEARLY", -1))) == 1);
}
