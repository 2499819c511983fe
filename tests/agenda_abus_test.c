/* agenda_abus_test.c - what the agenda gives to nobody: names behind addresses, seats by forged or
 * stale links, registrations lost when people or series are taken apart at the same instant */

#include <inttypes.h>

#include "creneaux.h"
#include "domain/agenda/releve.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/reponse_lien.h"
#include "domain/compte/compte.h"
#include "domain/vie/cycle.h"
#include "venues.h"

static void
becomes(int64_t id, const char *visibilite, const char *mode)
{
	struct evenement e;

	evenement_read(&t, id, &e);
	e.visibilite = visibilite;
	e.mode = mode;
	evenement_save(&t, id, &e);
}

static int64_t
row_of(int64_t id, int64_t who)
{
	return db_int(&t,
		SQL("SELECT id FROM inscription WHERE evenement_id = ? AND contact_id = ?"), I(id),
		I(who));
}

/* The way to answer that a mail would give her. */
static const char *
her_link(int64_t id, int64_t who)
{
	const char *url = reponse_lien_new(&t, LIEN_REPONSE, row_of(id, who), date_of(id, 0));

	return strstr(url, "/agenda/reponse/");
}

/* Whose an address is, or a number, is not told to who gives her seat away. */
TEST(agenda_abus_a_seat_is_offered_without_learning_a_name)
{
	int64_t id, petra;
	const char *page;

	crowd();
	petra = t_person("Petra", "Inconnue", "petra@exemple.org", "prospect", "");
	id = an_event("Fresque", 7, 5);
	becomes(id, "public", "directe");
	check(comes(lea, id, "") == 303);
	page = her_link(id, lea);
	as(0);
	t_nobody();
	check(post_raw(page, "faire=cede&email=petra%40exemple.org") == 303);
	check(get(page) == 200);
	check_says("petra@exemple.org");
	check_hides("Inconnue");
	as(lea);
	check(post(page, "faire=reprendre") == 303);
	check(post(page, at("faire=cede&contact=%" PRId64, petra)) == 422);
	check(get(page) == 200);
	check_hides("Inconnue");
	check(post(page, at("faire=cede&contact=%" PRId64, paul)) == 303);
	check(get(page) == 200);
	check_says("Paul Bon");
}

/* Each offer is a mail to somebody. */
TEST(agenda_abus_a_seat_is_offered_a_few_times_a_day)
{
	int64_t id;
	const char *page;

	crowd();
	id = an_event("Fresque", 7, 5);
	becomes(id, "public", "directe");
	check(comes(lea, id, "") == 303);
	page = her_link(id, lea);
	as(0);
	t_nobody();
	for (int i = 0; i < 5; i++)
		check(post_raw(page, at("faire=cede&email=x%d%%40exemple.org", i)) == 303);
	check(post_raw(page, "faire=cede&email=x6%40exemple.org") == 422);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'cession'")) == 5);
}

/* Neither who was refused nor an address from the time when it was open to all. */
TEST(agenda_abus_a_seat_is_not_passed_to_who_may_not_come)
{
	int64_t id;
	const char *hers;

	crowd();
	id = an_event("Fresque", 7, 5);
	becomes(id, "public", "demande");
	check(comes(lea, id, "") == 303 && comes(awa, id, "") == 303);
	check(sends(coop, id, at("inscrits/%" PRId64, row_of(id, lea)), "acte=accepter") == 303);
	check(sends(coop, id, at("inscrits/%" PRId64, row_of(id, awa)), "acte=refuser") == 303);
	as(0);
	t_nobody();
	check(post_raw(her_link(id, lea), "faire=cede&email=awa%40exemple.org") == 303);
	post_raw(link_sent("awa@exemple.org", "/agenda/place/"), "faire=oui");
	check_text(state(awa, id, 0), "refuse");
	check_text(state(lea, id, 0), "inscrit");
	check(post_raw(her_link(id, lea), "faire=cede&email=zoe%40exemple.org") == 303);
	hers = link_sent("zoe@exemple.org", "/agenda/place/");
	check(get(hers) == 200);
	becomes(id, "groupes", "demande");
	check(get(hers) == 404);
	check(post_raw(hers, "faire=oui&prenom=Zo%C3%A9&nom=Li") == 404);
	check(counted());
}

/* The same answer for an address that comes already and for one that nobody knows. */
TEST(agenda_abus_public_form_says_nothing_of_an_address)
{
	static const char *const who[] = { "prenom=A&email=lea%40exemple.org&invites=4",
		"prenom=A&email=zoe%40exemple.org&invites=4",
		"prenom=A&email=neuve%40exemple.org&invites=4" };
	int64_t id;
	const char *path;

	crowd();
	id = an_event("Fresque", 7, 3);
	becomes(id, "public", "directe");
	check(comes(lea, id, "") == 303);
	path = at("/public/evenements/%" PRId64, id);
	as(0);
	t_nobody();
	check(post_raw(path, "prenom=Zo&email=zoe%40exemple.org") == 303);
	for (int i = 0; i < 3; i++)
		check(post_raw(path, who[i]) == 409);
	becomes(id, "public", "demande");
	db_exec(&t,
		SQL("UPDATE place SET etat = 'refuse' WHERE inscription_id = (SELECT MAX(id)"
		    " FROM inscription)"));
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 1 WHERE evenement_id = ?"), I(id));
	check(post_raw(path, "prenom=Zo&email=zoe%40exemple.org") == 303);
	check(post_raw(path, "prenom=Zo&email=neuve%40exemple.org") == 303);
}

/* ---- people and series ---- */

/* The form of the event, on its day. */
static const char *
form_on(const char *day, const char *more)
{
	return arena_printf(
		&t.mem, "titre=Rendez-vous&debut=%sT19:00&fin=%sT21:00%s", day, day, more);
}

static const char *
whole(int64_t id, const char *more)
{
	return form_on(day_of(id, 0), more);
}

/* That date and those after become an event of their own. */
static const char *
from_date(int64_t id, int n)
{
	return form_on(day_of(id, n), arena_printf(&t.mem, "&portee=suite&date=%s", day_of(id, n)));
}

static void
asks(int64_t id)
{
	check(sends(coop, id, "questions", "texte=Menu") == 303);
}

static const char *
answer(int64_t id)
{
	return at("q%" PRId64 "=Navets",
		db_int(&t, SQL("SELECT id FROM evenement_question WHERE evenement_id = ?"), I(id)));
}

/* Two of one person: the seat is the one that stays, what both held is free for who waits. */
TEST(agenda_abus_merged_people_keep_their_seat)
{
	int64_t id, other;

	crowd();
	id = an_event("Fresque", 7, 2);
	asks(id);
	other = an_event("Banquet", 8, 2);
	check(comes(lea, id, answer(id)) == 303);
	check(comes(awa, id, answer(id)) == 303 && sends(awa, id, "desinscription", "") == 303);
	check(comes(lea, other, "") == 303 && comes(awa, other, "") == 303);
	check(comes(paul, other, "") == 303);
	check_text(state(paul, other, 0), "attente");
	as(coop);
	cycle_merge(&t, lea, awa);
	check_text(state(awa, id, 0), "inscrit");
	check_text(state(awa, other, 0), "inscrit");
	check_text(state(paul, other, 0), "inscrit");
	check(seats(id, "pris") == 1 && seats(other, "pris") == 2 && counted());
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_reponse WHERE inscription_id = ?"),
		      I(row_of(id, awa))) == 1);
}

/* Answers go with who registered only for dates that left. */
TEST(agenda_abus_a_series_with_questions_is_split)
{
	int64_t id, new;

	crowd();
	id = a_series("Accueil", 3, "FREQ=WEEKLY;COUNT=6", -1);
	asks(id);
	check(comes(lea, id, at("date=%s&%s", day_of(id, 4), answer(id))) == 303);
	check(sends(coop, id, "modifier", from_date(id, 3)) == 303);
	new = db_int(&t, SQL("SELECT MAX(id) FROM evenement"));
	check(row_of(new, lea) != 0 && row_of(id, lea) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM evenement_reponse a"
			  " JOIN evenement_question q ON q.id = a.question_id"
			  " WHERE a.inscription_id = ? AND q.evenement_id = ?"),
		      I(row_of(new, lea)), I(new)) == 1);
	check(counted());
}

/* She had answered and left; then came by the form for all, and confirms by its mail. */
TEST(agenda_abus_who_answered_and_left_comes_as_a_stranger)
{
	int64_t id;
	const char *text;

	crowd();
	id = an_event("Fresque", 7, 5);
	asks(id);
	becomes(id, "public", "directe");
	check(comes(lea, id, answer(id)) == 303 && sends(lea, id, "desinscription", "") == 303);
	as(0);
	t_nobody();
	check(post_raw(at("/public/evenements/%" PRId64, id), "prenom=L&email=lea%40exemple.org") ==
		303);
	while (evenement_mail(&t) > 0)
		;
	text = strstr(db_string(&t,
			      SQL("SELECT texte FROM courriel WHERE adresse = 'lea@exemple.org'"
				  " ORDER BY id DESC LIMIT 1")),
		"/public/inscriptions/");
	check(post_raw(at("%.*s", (int) strcspn(text, "\n "), text), "faire=venir") == 303);
	check_text(state(lea, id, 0), "inscrit");
	check(counted());
}

/* ---- a shift ---- */

/* The link that asks somebody to come shows nothing to who no longer sees the event. */
TEST(agenda_abus_a_request_ends_with_the_right_to_see)
{
	int64_t id;
	const char *page;

	an_event_with_a_post();
	id = shift(12, 16, 1, 1);
	as(coop);
	check(post(slot_of(id, "/releve"), at("p=%" PRId64, benp)) == 303);
	page = releve_lien(&t, benp,
		db_string(&t, SQL("SELECT url FROM notif_evenement WHERE genre = 'releve'")));
	check(strncmp(page, "/agenda/releve/", 15) == 0);
	as(0);
	t_nobody();
	check(get(page) == 200);
	becomes(event, "invites", "directe");
	check(get(page) == 404);
	check(post_raw(page, "r=oui") == 404);
	check(shift_held(id, benp) == 0);
}

/* ---- at one instant ---- */

static int64_t
astray(void)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM place p JOIN inscription i"
		    " ON i.id = p.inscription_id JOIN evenement_date d"
		    " ON d.id = p.date_id AND d.evenement_id <> i.evenement_id"));
}

static void
races(void)
{
	struct racer both[2];
	int64_t id;
	int status[2];

	db_begin(false);
	crowd();
	id = a_series("Scindée", 3, "FREQ=WEEKLY;COUNT=6", 9);
	both[0] = (struct racer) { coop, at("/agenda/%" PRId64 "/modifier", id), from_date(id, 3) };
	both[1] = (struct racer) { lea, at("/agenda/%" PRId64 "/inscription", id),
		at("date=%s", day_of(id, 4)) };
	t_race(both, SQL("SELECT id FROM evenement_date WHERE id = ? FOR UPDATE"), date_of(id, 4),
		status);
	check(status[0] == 3 && (status[1] == 3 || status[1] == 4));
	check(astray() == 0 && counted());
	id = an_event("Rétrécie", 7, 5);
	check(comes(awa, id, "invites=1") == 303);
	both[0] = (struct racer) { lea, at("/agenda/%" PRId64 "/inscription", id), "" };
	both[1] = (struct racer) { coop, at("/agenda/%" PRId64 "/modifier", id),
		whole(id, "&places=2") };
	t_race(both, SQL("SELECT id FROM evenement_date WHERE id = ? FOR UPDATE"), date_of(id, 0),
		status);
	check(status[0] == 3 && (status[1] == 3 || status[1] == 4));
	check(db_int(&t, SQL("SELECT places FROM evenement WHERE id = ?"), I(id)) >=
		seats(id, "pris"));
	check(counted());
}

TEST(agenda_abus_a_series_split_and_seats_taken_away_while_somebody_registers)
{
	t_apart(races);
}
