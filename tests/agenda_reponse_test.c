/* agenda_reponse_test.c - what is answered from a mail, without signing in: coming, with how many,
 * not coming, giving one's seat away */

#include <inttypes.h>

#include "domain/agenda/evenement.h"
#include "domain/agenda/rappel.h"
#include "evenements.h"

static void
turn_at(const char *utc)
{
	t_clock(utc);
	rappel_tour(&t);
}

static int64_t
taken(int64_t id)
{
	return db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id));
}

static int64_t
mails_of(const char *adresse, const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE adresse = ? AND genre = ?"),
		S(adresse), S(genre));
}

static const char *
stands(int64_t id, int64_t who)
{
	return db_string(&t,
		SQL("SELECT p.etat FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " WHERE i.evenement_id = ? AND i.contact_id = ?"),
		I(id), I(who));
}

/* Nothing happens by looking; answered twice, it says what stands; forged keys open nothing. */
TEST(agenda_reponse_is_given_by_post_and_without_session)
{
	int64_t id = an_evening(-1);
	const char *page;

	joins(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = link_sent(address_of(benp), "/agenda/reponse/");
	as(0);
	t_nobody();
	check(get(page) == 200);
	check_says("Je ne peux plus");
	check_text(stands(id, benp), "inscrit");
	check(post_raw(page, "faire=retire") == 303);
	check_text(stands(id, benp), "annule");
	check(post_raw(page, "faire=retire") == 303);
	check(get(page) == 200);
	check_says("votre place est rendue");
	check(post_raw(page, "faire=vient") == 303);
	check_text(stands(id, benp), "inscrit");
	check(post_raw(page, "faire=voler") == 200);
	check(get("/agenda/reponse/0123456789abcdef0123456789abcdef") == 404);
	check(post_raw("/agenda/reponse/0123456789abcdef0123456789abcdef", "faire=retire") == 404);
	check(get(at("%sz", page)) == 404);
}

/* She says with how many people she comes; too many change nothing. */
TEST(agenda_reponse_says_how_many_come)
{
	int64_t id = an_evening(3);
	const char *page;

	joins(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = link_sent(address_of(benp), "/agenda/reponse/");
	as(0);
	t_nobody();
	check(get(page) == 200);
	check_says("name=\"invites\"");
	check(post_raw(page, "faire=vient&invites=2") == 303);
	check(taken(id) == 3);
	check(post_raw(page, "faire=vient") == 303);
	check(taken(id) == 3);
	check(post_raw(page, "faire=vient&invites=3") == 422);
	check_says("Il ne reste pas assez de places");
	check(post_raw(page, "faire=vient&invites=-1") == 422);
	check(post_raw(page, "faire=vient&invites=99") == 422);
	check_says("de 0 à 5");
	check(taken(id) == 3);
	check(post_raw(page, "faire=vient&invites=0") == 303);
	check(taken(id) == 1);
	check(post_raw(page, "faire=retire") == 303);
	check(post_raw(page, "faire=vient&invites=1") == 303);
	check(taken(id) == 2);
}

/* Signed in she names somebody of her groups, whose own address it goes to; or any address. */
TEST(agenda_cession_to_somebody_of_her_groups_or_to_an_address)
{
	int64_t id = an_evening(5), noe;
	const char *page;

	noe = t_person("Noé", "Girard", "noe@exemple.org", "confirme", "benevole");
	t_member(paris, noe, "membre");
	t_settle(noe);
	joins(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = link_sent(address_of(benp), "/agenda/reponse/");
	as(benp);
	check(get(page) == 200);
	check_says("Noé Girard");
	check(post(page, "faire=cede&contact=&email=") == 422);
	check(post(page, at("faire=cede&contact=%" PRId64 "&email=", noe)) == 303);
	check(mails_of("noe@exemple.org", "cession") == 1);
	check(post(page, "faire=cede&contact=&email=coline%40exemple.org") == 303);
	check(mails_of(address_of(coop), "cession") == 1);
	as(0);
	t_nobody();
	check(get(page) == 200);
	check_hides("Noé Girard");
	check(post_raw(page, at("faire=cede&contact=%" PRId64 "&email=", noe)) == 422);
}

/* Her seat passes to whom she names, past whoever waits; once. */
TEST(agenda_cession_passes_the_seat_by_one_answer)
{
	int64_t id = an_evening(1);
	const char *page, *hers;

	joins(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = link_sent(address_of(benp), "/agenda/reponse/");
	as(0);
	t_nobody();
	check(post_raw(page, "faire=cede&email=inconnue%40exemple.org") == 422);
	check(post_raw(page, at("faire=cede&email=%s", address_of(coop))) == 303);
	check_text(stands(id, benp), "inscrit");
	hers = link_sent(address_of(coop), "/agenda/place/");
	check(get(hers) == 200);
	check_says("Je prends la place");
	check(stands(id, coop) == NULL);
	check(post_raw(hers, "faire=oui") == 303);
	check_text(stands(id, coop), "inscrit");
	check_text(stands(id, benp), "annule");
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id)) ==
		1);
	check(post_raw(hers, "faire=non") == 303);
	check_text(stands(id, coop), "inscrit");
	check(get(hers) == 200);
	check_says("La place est à vous");
	check(get("/agenda/place/0123456789abcdef0123456789abcdef") == 404);
}

/* The key of a mail opens one page, and only while she sees the event. */
TEST(agenda_reponse_opens_nothing_once_she_sees_the_event_no_more)
{
	int64_t id = an_evening(-1);
	const char *page, *other;
	struct evenement e;

	joins(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = link_sent(address_of(benp), "/agenda/reponse/");
	other = at("/public/inscriptions/%s", strrchr(page, '/') + 1);
	evenement_read(&t, id, &e);
	e.visibilite = "invites";
	evenement_save(&t, id, &e);
	as(0);
	t_nobody();
	check(get(page) == 404);
	check(get(other) == 404);
	check(post_raw(other, "faire=liberer") == 404);
	check_text(stands(id, benp), "inscrit");
}
