/* agenda_inscription_test.c - who comes to an event: seats, the list of those who wait */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "venues.h"

TEST(agenda_inscription_a_seat_is_taken_and_left)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 3);
	check(comes(benp, id, "invites=1&mot=J%27apporte+du+th%C3%A9") == 303);
	check_text(state(benp, id, 0), "inscrit");
	check(comes(benp, id, "invites=2") == 303);
	check(comes(benp, id, "invites=3") == 409);
	check(comes(benp, id, "invites=-1") == 422 && comes(benp, id, "invites=9") == 422);
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date_of(id, 0))) ==
		3);
	check(comes(benl, id, "") == 404);
	check(comes(lea, id, "") == 303);
	check_text(state(lea, id, 0), "attente");
	check(get(at("/agenda/%" PRId64 ".json", id)) == 200);
	check_says("\"mon_etat\":\"attente\"");
	check_says("\"titre\":\"Réunion\"");
	check_says("\"organisateur\":{\"id\":");
	check(sends(benp, id, "desinscription", "") == 303);
	check_text(state(benp, id, 0), "annule");
	check_text(state(lea, id, 0), "inscrit");
	check(counted());
}

/* Whoever asks for more seats than are free is offered these at once, and told of nothing else. */
TEST(agenda_inscription_what_is_free_is_offered_to_who_wants_more)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 4);
	comes(benp, id, "invites=1");
	check(comes(lea, id, "invites=3") == 303);
	check_text(state(lea, id, 0), "attente");
	check(strstr(told(lea, id), "Vous attendez 4 places, et 2 places sont libres") != NULL);
	check(sends(lea, id, "offre", "reponse=prendre") == 303);
	check_text(state(lea, id, 0), "inscrit");
	check(seats(id, "pris") == 4 && counted());
}

/* Pressed again and again, it is one registration and one mail; a request keeps its rank. */
TEST(agenda_inscription_what_stands_already_is_told_once)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 1);
	for (int i = 0; i < 3; i++)
		check(comes(benp, id, "") == 303 && comes(lea, id, "") == 303);
	check_text(state(lea, id, 0), "attente");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_avis WHERE evenement_id = ?"),
		      I(id)) == 2);
	id = an_event("Visite", 8, -1);
	db_exec(&t, SQL("UPDATE evenement SET mode = 'demande' WHERE id = ?"), I(id));
	check(comes(lea, id, "") == 303);
	db_exec(&t, SQL("UPDATE place SET depuis = '2020-01-01' WHERE etat = 'demande'"));
	check(comes(lea, id, "") == 303 && comes(lea, id, "invites=1") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM place WHERE etat = 'demande' AND invites = 1"
			  " AND depuis = '2020-01-01'")) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_avis WHERE evenement_id = ?"),
		      I(id)) == 2);
}

/* (1) Léa, promoted, cancels 8 minutes later: her seat goes to the next, and she waits no more. */
TEST(agenda_inscription_1_who_was_promoted_and_leaves_frees_her_seat)
{
	int64_t id;

	crowd();
	t_clock("2027-03-01 10:00:00");
	id = an_event("Réunion", 7, 1);
	comes(benp, id, "");
	comes(lea, id, "");
	comes(awa, id, "");
	sends(benp, id, "desinscription", "");
	check_text(state(lea, id, 0), "inscrit");
	check(strstr(told(lea, id), "Confirmez avant") != NULL);
	t_clock("2027-03-01 10:08:00");
	check(sends(lea, id, "desinscription", "") == 303);
	check_text(state(lea, id, 0), "annule");
	check_text(state(awa, id, 0), "inscrit");
	check(seats(id, "pris") == 1 && seats(id, "attente") == 0 && counted());
}

/* (1) Who does not confirm in time: the turn of essaim-mail passes her seat on. */
TEST(agenda_inscription_1_a_seat_that_is_not_confirmed_passes_on)
{
	int64_t id;

	crowd();
	t_clock("2027-03-01 10:00:00");
	id = an_event("Réunion", 7, 1);
	comes(benp, id, "");
	comes(lea, id, "");
	comes(awa, id, "");
	sends(benp, id, "desinscription", "");
	t_clock("2027-03-03 09:59:00");
	inscription_tour(&t);
	check_text(state(lea, id, 0), "inscrit");
	t_clock("2027-03-03 10:01:00");
	inscription_tour(&t);
	check_text(state(lea, id, 0), "annule");
	check_text(state(awa, id, 0), "inscrit");
	check(sends(awa, id, "confirmation", "") == 303);
	check(sends(lea, id, "confirmation", "") == 409);
	t_clock("2027-03-06 10:00:00");
	inscription_tour(&t);
	check_text(state(awa, id, 0), "inscrit");
	check(counted());
}

/* (2) The oldest who fits gets it; the organiser reads why an older one was passed over. */
TEST(agenda_inscription_2_the_oldest_who_fits_and_why_not_an_older_one)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 3);
	comes(benp, id, "");
	comes(lea, id, "invites=1");
	comes(paul, id, "invites=2");
	comes(awa, id, "");
	check(sends(benp, id, "desinscription", "") == 303);
	check_text(state(paul, id, 0), "attente");
	check_text(state(awa, id, 0), "attente"); /* held for Paul as long as he may answer */
	check(sends(paul, id, "offre", "reponse=garder") == 303);
	check_text(state(awa, id, 0), "inscrit");
	check_text(state(paul, id, 0), "attente");
	check(organisers_read("Awa Diop reçoit une place"));
	check(organisers_read("Paul Bon, plus ancien dans la liste, attend 3 places"));
	check(strstr(told(paul, id), "vous gardez votre rang") != NULL);
	check(counted());
}

/* (3) Registrations closed: nobody is promoted, and the organiser is told. */
TEST(agenda_inscription_3_nobody_is_promoted_once_it_is_closed)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 1);
	comes(benp, id, "");
	comes(lea, id, "");
	check(sends(benp, id, "inscriptions", "etat=fermees") == 403);
	check(sends(coop, id, "inscriptions", "etat=fermees") == 303);
	check(sends(benp, id, "desinscription", "") == 303);
	check_text(state(lea, id, 0), "attente");
	check(organisers_read("Les inscriptions sont fermées\u00A0: personne n’a été promu"));
	check(comes(awa, id, "") == 409);
	check(sends(coop, id, "inscriptions", "etat=ouvertes") == 303);
	check_text(state(lea, id, 0), "inscrit");
	check(counted());
}

/* (4) The reserve is lowered: how many would come in is said before, and they come in after. */
TEST(agenda_inscription_4_a_lower_reserve_says_whom_it_promotes)
{
	struct evenement e;
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 3);
	evenement_read(&t, id, &e);
	e.reserve = 2;
	evenement_save(&t, id, &e);
	comes(benp, id, "");
	comes(lea, id, "");
	comes(paul, id, "");
	comes(awa, id, "");
	check_text(state(lea, id, 0), "attente");
	check(inscription_would_promote(&t, id, 3, 1) == 1);
	check(inscription_would_promote(&t, id, 3, 0) == 2);
	check(inscription_would_promote(&t, id, -1, 0) == 3);
	check_text(state(lea, id, 0), "attente");
	e.reserve = 0;
	evenement_save(&t, id, &e);
	inscription_promote_all(&t, id);
	check_text(state(lea, id, 0), "inscrit");
	check_text(state(paul, id, 0), "inscrit");
	check_text(state(awa, id, 0), "attente");
	check(counted());
}

/* (5) Paul waits for 3 and one seat frees: he takes it for himself, or it is held for its delay. */
TEST(agenda_inscription_5_a_smaller_offer_is_taken_or_let_go)
{
	int64_t id;

	crowd();
	t_clock("2027-03-01 10:00:00");
	id = an_event("Réunion", 7, 3);
	comes(benp, id, "");
	comes(lea, id, "invites=1");
	comes(paul, id, "invites=2");
	comes(awa, id, "");
	sends(benp, id, "desinscription", "");
	check(strstr(told(paul, id), "prenez ce qu’il y a ou gardez votre rang") != NULL);
	check(seats(id, "pris") == 3 && counted());
	t_clock("2027-03-03 10:01:00");
	check(sends(paul, id, "offre", "reponse=prendre") == 409);
	inscription_tour(&t);
	check_text(state(paul, id, 0), "attente");
	check_text(state(awa, id, 0), "inscrit");
	sends(awa, id, "desinscription", "");
	check_text(state(paul, id, 0), "attente"); /* he was asked already, for as many */
	sends(lea, id, "desinscription", "");
	check_text(state(paul, id, 0), "inscrit");
	check(counted());
}

TEST(agenda_inscription_5_the_offer_that_is_taken)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 3);
	comes(benp, id, "");
	comes(lea, id, "invites=1");
	comes(paul, id, "invites=2");
	sends(benp, id, "desinscription", "");
	check(sends(paul, id, "offre", "reponse=prendre") == 303);
	check_text(state(paul, id, 0), "inscrit");
	check(seats(id, "pris") == 3 && seats(id, "attente") == 0 && counted());
}

/* (8) A moved day keeps its people, who reconfirm; without a limit nobody loses a seat. */
TEST(agenda_inscription_8_a_moved_day_is_confirmed_again)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, -1);
	comes(lea, id, "");
	inscription_reconfirm(&t, id, date_of(id, 0));
	check(strstr(told(lea, id), "confirmez") != NULL);
	clock_shift += 3 * 86400;
	inscription_tour(&t);
	clock_shift -= 3 * 86400;
	check_text(state(lea, id, 0), "inscrit");
	check(sends(lea, id, "confirmation", "") == 303);
	check_text(told(lea, id), "");
}

/* (9) Registered for a series: one date dropped frees that seat, a date added includes her. */
TEST(agenda_inscription_9_a_series_and_its_dates)
{
	struct evenement e;
	int64_t id;

	crowd();
	id = a_series("Accueil", 7, "FREQ=WEEKLY;COUNT=3", 2);
	check(comes(lea, id, "") == 303);
	check(sends(lea, id, "desinscription", at("date=%s", day_of(id, 1))) == 303);
	check_text(state(lea, id, 0), "inscrit");
	check_text(state(lea, id, 1), "annule");
	check_text(state(lea, id, 2), "inscrit");
	check(comes(awa, id, at("date=%s", day_of(id, 0))) == 303);
	evenement_read(&t, id, &e);
	e.rrule = "FREQ=WEEKLY;COUNT=4";
	evenement_save(&t, id, &e);
	check_text(state(lea, id, 3), "inscrit");
	check_text(state(lea, id, 1), "annule");
	check(state(awa, id, 3) == NULL);
	check(comes(awa, id, "date=2020-01-01") == 404);
	check(sends(lea, id, "desinscription", "") == 303);
	check_text(state(lea, id, 0), "annule");
	check(counted());
}

/* E20: past, cancelled, closed, and where nobody registers: refused. */
TEST(agenda_inscription_is_refused_where_it_is_not_possible)
{
	int64_t id, past;

	crowd();
	id = an_event("Réunion", 7, 1);
	past = an_event("Hier", -1, -1);
	check(comes(lea, past, "") == 409);
	check(sends(lea, past, "desinscription", "") == 303);
	db_exec(&t, SQL("UPDATE evenement SET mode = 'aucune' WHERE id = ?"), I(id));
	check(comes(lea, id, "") == 409);
	check_says("sans s’inscrire");
	db_exec(&t,
		SQL("UPDATE evenement SET mode = 'directe', cloture = '2020-01-01 00:00:00'"
		    " WHERE id = ?"),
		I(id));
	check(comes(lea, id, "") == 409);
	check_says("Les inscriptions sont fermées");
	db_exec(&t, SQL("UPDATE evenement SET cloture = NULL WHERE id = ?"), I(id));
	db_exec(&t, SQL("UPDATE evenement_date SET etat = 'annule' WHERE evenement_id = ?"), I(id));
	check(comes(lea, id, "") == 409);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE etat <> 'annule'")) == 0);
	check(comes(0, id, "") == 303); /* to sign in */
}

/* E19: fewer seats than people: nobody is thrown out, nobody else comes in. */
TEST(agenda_inscription_fewer_seats_than_people)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 3);
	comes(benp, id, "");
	comes(lea, id, "");
	comes(paul, id, "");
	db_exec(&t, SQL("UPDATE evenement SET places = 1 WHERE id = ?"), I(id));
	check(comes(awa, id, "") == 303);
	check_text(state(awa, id, 0), "attente");
	sends(benp, id, "desinscription", "");
	check_text(state(awa, id, 0), "attente");
	check_text(state(lea, id, 0), "inscrit");
	check(counted());
}

/* E20: approval really applied. */
TEST(agenda_inscription_on_request)
{
	int64_t id, hers;

	crowd();
	id = an_event("Réunion", 7, 1);
	db_exec(&t, SQL("UPDATE evenement SET mode = 'demande' WHERE id = ?"), I(id));
	check(comes(lea, id, "") == 303 && comes(awa, id, "") == 303);
	check_text(state(lea, id, 0), "demande");
	check(seats(id, "pris") == 0);
	check(organisers_read("Léa Petit demande à participer"));
	hers = db_int(&t, SQL("SELECT id FROM inscription WHERE contact_id = ?"), I(lea));
	check(inscription_judge(&t, hers, date_of(id, 0), true, "") == PLACE_INSCRIT);
	check_text(state(lea, id, 0), "inscrit");
	check(inscription_judge(&t, hers, date_of(id, 0), false, "") == PLACE_AUCUNE);
	hers = db_int(&t, SQL("SELECT id FROM inscription WHERE contact_id = ?"), I(awa));
	check(inscription_judge(&t, hers, 0, false, "C’est complet") == PLACE_REFUSEE);
	check(strstr(told(awa, id), "«\u00A0C’est complet\u00A0»") != NULL);
	check(comes(awa, id, "") == 409);
	check(counted());
}

/* Programs read no more than the page: not a group that the reader does not see. */
TEST(agenda_inscription_json_hides_a_group_that_is_not_seen)
{
	int64_t id;
	struct evenement e;

	crowd();
	id = an_event("Réunion", 7, -1);
	evenement_read(&t, id, &e);
	e.visibilite = "benevoles";
	evenement_save(&t, id, &e);
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(paris));
	as(benl);
	check(get(at("/agenda/%" PRId64, id)) == 200);
	check_hides("Groupe local de Paris");
	check(get(at("/agenda/%" PRId64 ".json", id)) == 200);
	check_hides("Groupe local de Paris");
}
