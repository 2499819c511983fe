/* agenda_pointage_test.c - who came: ticked by organisers, or by the code on the screen */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/pointage.h"
#include "evenements.h"

static int64_t event, date;

/* Somebody is registered for the date. */
static int64_t
registered(int64_t who)
{
	int64_t id = db_insert(&t,
		SQL("INSERT INTO inscription (evenement_id, contact_id, cree_le, confirme_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())"),
		I(event), I(who));

	db_exec(&t,
		SQL("INSERT INTO place (date_id, inscription_id, etat, depuis)"
		    " VALUES (?, ?, 'inscrit', UTC_TIMESTAMP(6))"),
		I(date), I(id));
	db_exec(&t, SQL("UPDATE evenement_date SET pris = pris + 1 WHERE id = ?"), I(date));
	return id;
}

/* Paris meets now; Coline organises, Élodie is registered. */
static int64_t
meeting(void)
{
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	event = an_event("Réunion", 3, -1);
	date = date_of(event, 0);
	id = registered(benp);
	db_exec(&t, SQL("UPDATE evenement_date SET debut = ?, fin = ? WHERE id = ?"),
		S(clock_sql(&t.mem, clock_now() - 600)), S(clock_sql(&t.mem, clock_now() + 3600)),
		I(date));
	as(coop);
	return id;
}

static int
there(void)
{
	return (int) db_int(&t,
		SQL("SELECT COUNT(*) FROM place WHERE date_id = ? AND present_le IS NOT NULL"),
		I(date));
}

static const char *
list(void)
{
	return at("/agenda/%" PRId64 "/pointage", event);
}

static const char *
code(void)
{
	check(post(at("%s/code", list()), "faire=ouvrir") == 303);
	return pointage_code(&t, date);
}

TEST(pointage_one_press_notes_one_more_takes_back)
{
	int64_t id = meeting();

	check(get(list()) == 200);
	check_says("Élodie");
	check_says("Est là");
	check(post(list(), at("la=%" PRId64, id)) == 303);
	check(post(list(), at("la=%" PRId64, id)) == 303);
	check(there() == 1);
	check(db_int(&t, SQL("SELECT present_par FROM place WHERE inscription_id = ?"), I(id)) ==
		coop);
	check(get(list()) == 200);
	check_says("par Coline");
	check(post(list(), at("retirer=%" PRId64, id)) == 303);
	check(there() == 0);
	check(post(list(), "la=999999") == 404);
}

TEST(pointage_is_for_who_organises)
{
	static const char *const pages[] = { "", "/feuille", "/ecran" };

	meeting();
	for (unsigned i = 0; i < 3; i++) {
		const char *path = at("%s%s", list(), pages[i]);

		as(benp);
		check(get(path) == 403);
		as(benl);
		check(get(path) == 404);
		as(coop);
		check(get(path) == 200);
	}
	as(benp);
	check(post(list(), "nom=Zo%C3%A9") == 403);
	check(post(at("%s/code", list()), "faire=ouvrir") == 403);
	check(pointage_code(&t, date) == NULL);
}

TEST(pointage_finds_who_is_on_the_list)
{
	meeting();
	check(get(at("%s?n=elodie", list())) == 200);
	check_says("Est là");
	check(get(at("%s?n=Berthe", list())) == 200);
	check_hides("Est là");
	check(get(at("%s?v=la", list())) == 200);
	check_hides("Élodie");
	check(get(at("%s/feuille", list())) == 200);
	check_says("N’Guyen");
}

/* A name of the list is that person; a name of the directory is asked about; another is kept as it
 * is, once. */
TEST(pointage_somebody_came_without_registering)
{
	meeting();
	check(post(list(), "nom=elodie+n%27guyen") == 303);
	check(there() == 1);
	check(post(list(), "nom=Zo%C3%A9+Petit") == 303);
	check(post(list(), "nom=Zo%C3%A9+Petit") == 303);
	check(there() == 2);
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date)) == 2);
	check(get(list()) == 200);
	check_says("sans inscription");
	check(post(list(), "nom=Coline+de+La+Fontaine") == 200);
	check_says("C’est elle");
	check(there() == 2);
	check(post(list(), at("nom=Coline+de+La+Fontaine&contact=%" PRId64, coop)) == 303);
	check(there() == 3);
	check(pointage_de(&t, date, coop) != 0);
	check(post(list(), at("nom=Coline&contact=%" PRId64, (int64_t) 999999)) == 404);
	check(post(list(), "nom=+") == 422);
}

TEST(pointage_who_was_added_by_mistake_leaves_nothing)
{
	int64_t id;

	meeting();
	id = pointage_venu(&t, date, 0, "Zoé", "Petit", coop);
	check(pointage_retire(&t, date, id));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM inscription WHERE id = ?"), I(id)) == 0);
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date)) == 1);
	check(!pointage_retire(&t, date, id));
}

TEST(pointage_a_code_notes_who_has_a_session)
{
	const char *path;
	int64_t id = meeting();

	path = at("/agenda/pointer/%s", code());
	check(get(at("%s/ecran", list())) == 200);
	check_says("class=\"qr\"");
	as(benp);
	check(get(path) == 200);
	check_says("Je suis là");
	check(there() == 0);
	check(post(path, "") == 303);
	check(post(path, "") == 303);
	check(there() == 1);
	check(db_int(&t, SQL("SELECT present_par FROM place WHERE inscription_id = ?"), I(id)) ==
		0);
	check(get(path) == 200);
	check_says("votre arrivée est notée");
	check(post(path, "faire=retirer") == 303);
	check(there() == 0);
	/* what an organiser noted, she does not take back */
	pointage_arrive(&t, date, id, coop);
	check(post(path, "faire=retirer") == 303);
	check(there() == 1);
	/* Berthe does not see the event */
	as(benl);
	check(get(path) == 200);
	check_says("Dites votre nom");
	check(post(path, "") == 403);
}

/* The same answer to a name that is on the list and to one that is not. */
TEST(pointage_a_name_without_a_session_tells_nothing)
{
	const char *path;

	meeting();
	path = at("/agenda/pointer/%s", code());
	t_nobody();
	check(get(path) == 200);
	check_hides("Élodie");
	check(post_raw(path, "qui=Berthe+d%27Alembert") == 200);
	check_says("Si «");
	check(there() == 0);
	check(post_raw(path, "qui=%C3%89lodie+N%27Guyen") == 200);
	check_says("Si «");
	check(there() == 1);
	check(post_raw(path, "qui=") == 422);
}

TEST(pointage_a_form_of_another_site_notes_nobody)
{
	const char *path;

	meeting();
	path = at("/agenda/pointer/%s", code());
	t_nobody();
	t_from("https://ailleurs.example", "cross-site");
	check(post_raw(path, "qui=%C3%89lodie+N%27Guyen") == 403);
	t_from(NULL, NULL);
	check(there() == 0);
}

TEST(pointage_a_code_opens_around_its_date_and_till_it_is_closed)
{
	const char *path, *first;

	meeting();
	first = code();
	path = at("/agenda/pointer/%s", first);
	t_nobody();
	check(get(path) == 200);
	check(get(at("/agenda/pointer?code=%s", pointage_code_dit(&t.mem, first))) == 303);
	db_exec(&t, SQL("UPDATE evenement_date SET debut = ?, fin = ? WHERE id = ?"),
		S(clock_sql(&t.mem, clock_now() + 3700)), S(clock_sql(&t.mem, clock_now() + 7200)),
		I(date));
	check(get(path) == 404);
	check(post_raw(path, "qui=%C3%89lodie+N%27Guyen") == 404);
	db_exec(&t, SQL("UPDATE evenement_date SET debut = ?, fin = ? WHERE id = ?"),
		S(clock_sql(&t.mem, clock_now() - 7200)), S(clock_sql(&t.mem, clock_now() - 3500)),
		I(date));
	check(get(path) == 200);
	as(coop);
	check(post(at("%s/code", list()), "faire=changer") == 303);
	t_nobody();
	check(get(path) == 404);
	as(coop);
	first = pointage_code(&t, date);
	check(post(at("%s/code", list()), "faire=fermer") == 303);
	check(get(at("/agenda/pointer/%s", first)) == 404);
}

TEST(pointage_guesses_of_a_code_are_slowed_down)
{
	int status = 404;

	meeting();
	t_nobody();
	for (int i = 0; i < 70 && status == 404; i++)
		status = get("/agenda/pointer/AAAABBBB");
	check(status == 429);
}

TEST(pointage_is_in_the_path_of_who_came)
{
	int64_t id = meeting();

	pointage_arrive(&t, date, id, coop);
	check(get(at("/contacts/%" PRId64 "/parcours", benp)) == 200);
	check_says("Présent-e à");
	check_says("Réunion");
	check_says("?date=");
	db_exec(&t, SQL("UPDATE evenement_date SET debut = '2020-06-14 22:30:00' WHERE id = ?"),
		I(date));
	check(get(at("/contacts/%" PRId64 "/parcours", benp)) == 200);
	check_says("2020-06-15"); /* the day of those who were there, not that of UTC */
	as(benl);
	get(at("/contacts/%" PRId64 "/parcours", benp));
	check_hides("Réunion");
}

TEST(pointage_who_left_left_after_she_came)
{
	int64_t id = meeting();

	check(!pointage_part(&t, date, id, "2026-01-01 10:00:00"));
	pointage_arrive(&t, date, id, coop);
	check(pointage_part(&t, date, id, "2020-01-01 10:00:00"));
	check(db_int(&t, SQL("SELECT parti_le = present_le FROM place WHERE inscription_id = ?"),
		      I(id)) == 1);
}

/* Her seat was given back in between: it is not given back twice. */
TEST(pointage_a_mistake_taken_back_counts_no_seat_twice)
{
	int64_t id;

	meeting();
	id = pointage_venu(&t, date, coop, "", "", coop);
	inscription_remove(&t, id, date, "");
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date)) == 1);
	check(pointage_retire(&t, date, id));
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date)) == 1);
	id = pointage_venu(&t, date, coop, "", "", coop);
	t.user.id = coop;
	check(inscription_take(&t, event, date,
		      &(struct venue) { .contact_id = coop, .invites = 2, .a_la_main = true }) ==
		PLACE_INSCRIT);
	t.user.id = 0;
	check(pointage_retire(&t, date, id));
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date)) == 1);
}
