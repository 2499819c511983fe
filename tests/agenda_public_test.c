/* agenda_public_test.c - an event that is open to all, and strangers who come to it */

#include <inttypes.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_serie.h"
#include "domain/agenda/visiteur.h"
#include "evenements.h"

#define MAUD "prenom=Maud&nom=Perrin&email=maud%40exemple.org"

static int64_t event, date;
static const char *path;

static void
open_event(const char *titre, int64_t places)
{
	event = an_open_event(titre, places);
	date = date_of(event, 0);
	path = at("/public/evenements/%" PRId64, event);
}

static int
rows(void)
{
	return (int) db_int(
		&t, SQL("SELECT COUNT(*) FROM inscription WHERE evenement_id = ?"), I(event));
}

static int64_t
strangers(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM inscription WHERE contact_id IS NULL"));
}

static int
taken(void)
{
	return (int) db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date));
}

static const char *
link_to(const char *to)
{
	return link_sent(to, "/public/inscriptions/");
}

static const char *
state(void)
{
	return db_string(&t,
		SQL("SELECT CONCAT(CONVERT(etat USING utf8mb4),"
		    " IF(confirmer_avant IS NULL, '', ', à confirmer')) FROM place"
		    " WHERE date_id = ? ORDER BY inscription_id DESC LIMIT 1"),
		I(date));
}

TEST(public_event_is_open_to_all_and_names_nobody)
{
	struct evenement e;

	open_event("Fresque des inégalités", 20);
	check(get(path) == 200);
	check_says("Fresque des inégalités");
	check_says("Il reste 20 places");
	check_says("<meta name=\"description\"");
	check_says("Groupe local de Paris");
	check_hides("Coline");
	check_hides("visio.exemple");
	check(get(at("%s.json", path)) == 200);
	check_hides("Coline");
	check_hides("visio.exemple");
	check(get(at("%s.ics", path)) == 200);
	check_says("Fresque");
	check_hides("Coline");
	check_hides("visio.exemple");
	as(benp);
	check(get(path) == 200);
	check_says("Voir dans l’agenda");
	evenement_read(&t, event, &e);
	e.visibilite = "benevoles";
	evenement_save(&t, event, &e);
	t_nobody();
	check(get(path) == 404);
	check(post_raw(path, MAUD) == 404);
	check(rows() == 0);
}

TEST(public_event_that_is_a_draft_or_gone_is_not_there)
{
	open_event("Fresque", -1);
	db_exec(&t, SQL("UPDATE evenement SET etat = 'annule' WHERE id = ?"), I(event));
	check(get(path) == 200);
	check_says("Cet événement est annulé");
	check_hides("Réserver ma place");
	check(post_raw(path, MAUD) == 409);
	db_exec(&t, SQL("UPDATE evenement SET etat = 'brouillon', publie_le = NULL WHERE id = ?"),
		I(event));
	check(get(path) == 404);
	evenement_delete(&t, event);
	check(get(path) == 404);
	check(get("/public/evenements/999999") == 404);
	check(rows() == 0);
}

TEST(public_a_stranger_registers_and_confirms_by_the_mail)
{
	const char *link;

	open_event("Fresque", 20);
	check(stranger_asks(path, MAUD "&invites=1"));
	check_says("Plus qu’un geste, Maud");
	check_says("m•••@exemple.org");
	check_hides("<b>maud@exemple.org");
	check(rows() == 1 && taken() == 2);
	check_text(state(), "inscrit, à confirmer");
	check(mails_to("maud@exemple.org") == 1);
	check(get(path) == 200);
	check_hides("Maud");
	check(get(at("%s?demande=place", path)) == 200); /* another browser */
	check_says("l’adresse que vous avez donnée");
	check_hides("exemple.org");
	check(db_int(&t,
		      SQL("SELECT texte LIKE '%19\u00A0h%' AND html LIKE '%Oui, je viens%'"
			  " AND calendrier LIKE 'BEGIN:VCALENDAR%' FROM courriel"
			  " WHERE adresse = 'maud@exemple.org'")) == 1);
	link = link_to("maud@exemple.org");
	check(get(link) == 200);
	check_says("Oui, je viens");
	check_text(state(), "inscrit, à confirmer");
	check(post_raw(link, "faire=venir") == 303);
	check_text(state(), "inscrit");
	check(get(link) == 200);
	check_says("C’est noté, Maud");
	check_says("visio.exemple");
	check(post_raw(link, "faire=liberer") == 303);
	check_text(state(), "annule");
	check(taken() == 0);
	check(get("/public/inscriptions/0123456789abcdef0123456789abcdef") == 404);
	check(post_raw("/public/inscriptions/0123456789abcdef0123456789abcdef", "faire=venir") ==
		404);
}

/* Twice, in other letters, by somebody else: one row, one seat; only the mail leaves again. */
TEST(public_the_same_address_twice_is_one_registration)
{
	const char *first;

	open_event("Fresque", 20);
	check(stranger_asks(path, MAUD "&invites=2"));
	first = at("%s", t_reply->body);
	check(stranger_asks(path, "prenom=Maud&nom=Perrin&email=MAUD%40exemple.org&invites=2"));
	check(strlen(first) == strlen(t_reply->body));
	check(rows() == 1 && taken() == 3);
	check_text(state(), "inscrit, à confirmer");
	check(mails_to("maud@exemple.org") == 2);
	check(post_raw(link_to("maud@exemple.org"), "faire=venir") == 303);
	check(stranger_asks(path, MAUD "&invites=0"));
	check_text(state(), "inscrit");
	check(taken() == 3);
	/* left, she may come back, and confirms again */
	check(post_raw(link_to("maud@exemple.org"), "faire=liberer") == 303);
	check(stranger_asks(path, MAUD));
	check_text(state(), "inscrit, à confirmer");
	check(rows() == 1 && taken() == 1);
}

/* Who has an account reads the same page; the registration is hers once she said so. */
TEST(public_the_address_of_an_account_reads_the_same_page)
{
	open_event("Fresque", 20);
	check(stranger_asks(path, "prenom=Elodie&email=elodie%40exemple.org"));
	check_says("Plus qu’un geste, Elodie");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM inscription WHERE evenement_id = ?"
			  " AND contact_id IS NOT NULL"),
		      I(event)) == 0);
	check(post_raw(link_sent("elodie@exemple.org", "/public/inscriptions/"), "faire=venir") ==
		303);
	check(db_int(&t,
		      SQL("SELECT contact_id FROM inscription WHERE evenement_id = ?"
			  " AND email = '' AND prenom = ''"),
		      I(event)) == benp);
	check_text(state(), "inscrit");
	check(stranger_asks(path, "prenom=Elodie&email=elodie%40exemple.org"));
	check_says("Plus qu’un geste, Elodie");
	check(rows() == 1 && taken() == 1 && mails_to("elodie@exemple.org") == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE adresse = 'elodie@exemple.org'"
			  " AND genre = 'inscription_deja' AND contact_id = ?"),
		      I(benp)) == 1);
}

TEST(public_the_last_seat_then_the_list_of_those_who_wait)
{
	open_event("Fresque", 2);
	check(stranger_asks(path, MAUD));
	check(stranger_asks(path, "prenom=Zo%C3%A9&email=zoe%40exemple.org&invites=1"));
	check_says("liste d’attente");
	check_text(state(), "attente");
	check(taken() == 1);
	check(mails_to("zoe@exemple.org") == 1);
	check(db_int(&t,
		      SQL("SELECT sujet LIKE '%liste d’attente%' FROM courriel"
			  " WHERE adresse = 'zoe@exemple.org'")) == 1);
	check(get(path) == 200);
	check_says("C’est complet");
	check(post_raw(path, "prenom=Ana&email=ana%40exemple.org&invites=5") == 409);
	check_says("pas assez de places");
}

/* Who comes to what is full stands behind the others, and her mail says so. */
TEST(public_a_full_event_is_a_line_in_the_order_of_coming)
{
	open_event("Fresque", 1);
	t_clock("2026-11-30 10:00:00");
	check(stranger_asks(path, MAUD) &&
		stranger_asks(path, "prenom=Zo%C3%A9&email=zoe%40exemple.org"));
	check_says("liste d’attente");
	check(stranger_asks(path, "prenom=Ana&email=ana%40exemple.org"));
	check(taken() == 1 &&
		db_int(&t,
			SQL("SELECT COUNT(DISTINCT p.depuis) = 2 AND GROUP_CONCAT(i.prenom"
			    " ORDER BY p.depuis) = 'Zoé,Ana' AND MAX(d.attente) = 2 FROM place p"
			    " JOIN inscription i ON i.id = p.inscription_id JOIN evenement_date d"
			    " ON d.id = p.date_id WHERE p.etat = 'attente' AND d.id = ?"),
			I(date)) == 1);
	check(mails_to("ana@exemple.org") == 1);
	check(db_int(&t,
		      SQL("SELECT sujet LIKE '%liste d’attente%' AND calendrier IS NULL"
			  " FROM courriel WHERE adresse = 'ana@exemple.org'")) == 1);
}

/* A form says what is wrong; a machine that fills all fields reads the page of everybody. */
TEST(public_forms_are_refused_with_their_reason_and_machines_believe_they_passed)
{
	open_event("Fresque", 20);
	check(post_raw(path, "prenom=+&email=maud") == 422);
	check_says("adresse complète");
	check(post_raw(path, MAUD "&invites=-1") == 422);
	check(post_raw(path, MAUD "&invites=99") == 422);
	check(stranger_asks(path, MAUD "&site=http%3A%2F%2Fspam"));
	check_says("Plus qu’un geste, Maud");
	t_from("https://ailleurs.example", "cross-site");
	check(post_raw(path, MAUD) == 403);
	t_from(NULL, NULL);
	check(rows() == 0 && mails_to("maud@exemple.org") == 0);
}

TEST(public_registrations_of_one_network_and_mails_to_one_address_are_bounded)
{
	int status = 303, n = 0;

	open_event("Fresque", -1);
	conf.public_rate = 8;
	while (status == 303 && n < 20) {
		status = post_raw(path, MAUD);
		n += status == 303;
	}
	check(status == 429 && n == 5);
	for (status = 303, n = 0; status == 303 && n < 20; n++)
		status = post_raw(path, at("prenom=A&email=a%d%%40exemple.org", n));
	check(status == 429 && n < 8);
	conf.public_rate = 0;
}

TEST(public_what_nobody_confirms_passes_on_and_goes)
{
	open_event("Fresque", -1);
	check(stranger_asks(path, MAUD));
	check(taken() == 1);
	visiteur_tour(&t);
	check(rows() == 1);
	db_exec(&t, SQL("UPDATE inscription SET cree_le = cree_le - INTERVAL 2 DAY"));
	visiteur_tour(&t);
	check(rows() == 0 && taken() == 0);
}

/* Of a series that was split she was pending twice, and goes twice. */
TEST(public_what_nobody_confirms_of_a_split_series_goes)
{
	struct evenement e;

	open_event("Fresque", -1);
	evenement_read(&t, event, &e);
	e.rrule = "FREQ=WEEKLY;COUNT=4";
	evenement_save(&t, event, &e);
	evenement_dates_write(&t, event);
	check(stranger_asks(path, MAUD));
	check(evenement_split(&t, event, day_of(event, 2)) != 0);
	check(strangers() == 2);
	db_exec(&t, SQL("UPDATE inscription SET cree_le = cree_le - INTERVAL 2 DAY"));
	visiteur_tour(&t);
	check(strangers() == 0);
}

TEST(public_strangers_stay_when_their_rule_says_for_ever)
{
	open_event("Fresque", -1);
	check(stranger_asks(path, MAUD));
	db_exec(&t, SQL("UPDATE conservation_regle SET duree = NULL WHERE cle = 'visiteurs'"));
	visiteur_tour(&t);
	check(rows() == 1);
	check(db_int(&t, SQL("SELECT prenom <> '' FROM inscription WHERE evenement_id = ?"),
		      I(event)) == 1);
}

TEST(public_strangers_are_forgotten_after_three_months)
{
	const char *link;

	open_event("Fresque", -1);
	check(stranger_asks(path, MAUD "&mot=Une+question&suite=1"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM inscription_accord")) == 1);
	link = link_to("maud@exemple.org");
	check(post_raw(link, "faire=venir") == 303);
	db_exec(&t,
		SQL("UPDATE evenement_date SET debut = debut - INTERVAL 80 DAY,"
		    " fin = fin - INTERVAL 80 DAY WHERE id = ?"),
		I(date));
	visiteur_tour(&t);
	check(get(link) == 200);
	db_exec(&t,
		SQL("UPDATE evenement_date SET debut = debut - INTERVAL 20 DAY,"
		    " fin = fin - INTERVAL 20 DAY WHERE id = ?"),
		I(date));
	visiteur_tour(&t);
	check(get(link) == 404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM inscription_accord")) == 0);
	check(db_int(&t,
		      SQL("SELECT CONCAT(prenom, nom, email, mot) = '' AND visiteur IS NULL"
			  " FROM inscription WHERE evenement_id = ?"),
		      I(event)) == 1);
	check(taken() == 1);
}

/* A request is decided by who organises, and told to her once the address is somebody's. */
TEST(public_a_request_waits_for_its_address_then_for_who_organises)
{
	open_event("Fresque", 20);
	db_exec(&t, SQL("UPDATE evenement SET mode = 'demande' WHERE id = ?"), I(event));
	check(stranger_asks(path, MAUD));
	check_text(state(), "demande");
	check(taken() == 0);
	check(post_raw(link_to("maud@exemple.org"), "faire=venir") == 303);
	check_text(state(), "demande");
}

/* One seat, and two who ask for it at one instant. */
static void
last_seat(void)
{
	struct racer both[2] = { { 0, NULL, "prenom=Ana&email=ana%40exemple.org" },
		{ 0, NULL, "prenom=Zoe&email=zoe%40exemple.org" } };
	int status[2];

	db_begin(false);
	open_event("Fresque", 1);
	both[0].path = both[1].path = path;
	t_race(both, SQL("SELECT 1 FROM evenement_date WHERE id = ? FOR UPDATE"), date, status);
	check(status[0] == 3 && status[1] == 3);
	check(taken() == 1);
	check(db_int(&t, SQL("SELECT SUM(etat = 'inscrit') FROM place WHERE date_id = ?"),
		      I(date)) == 1);
	check(db_int(&t, SQL("SELECT attente FROM evenement_date WHERE id = ?"), I(date)) == 1);
	check(mails_to("ana@exemple.org") == 1 && mails_to("zoe@exemple.org") == 1);
}

/* One address, twice at one instant. */
static void
one_address(void)
{
	struct racer both[2] = { { 0, NULL, MAUD }, { 0, NULL, MAUD } };
	int status[2];

	db_begin(false);
	open_event("Fresque", 5);
	both[0].path = both[1].path = path;
	t_race(both, SQL("SELECT 1 FROM evenement_date WHERE id = ? FOR UPDATE"), date, status);
	check(status[0] == 3 && status[1] == 3);
	check(rows() == 1 && taken() == 1);
}

TEST(public_the_last_seat_is_sold_once)
{
	t_apart(last_seat);
	t_apart(one_address);
}
