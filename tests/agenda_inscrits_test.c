/* agenda_inscrits_test.c - who comes to an event: what organisers and participants see of it */

#include <inttypes.h>

#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "venues.h"

/* E5: the list is for who organises; rights are asked at each address. */
TEST(agenda_inscription_the_list_of_who_organises)
{
	int64_t id, hers;

	crowd();
	id = an_event("Réunion", 7, 2);
	db_exec(&t, SQL("UPDATE evenement SET reserve = 1 WHERE id = ?"), I(id));
	comes(lea, id, "mot=Je+suis+v%C3%A9g%C3%A9tarienne");
	comes(awa, id, "");
	check_text(state(awa, id, 0), "attente");
	check(get(at("/agenda/%" PRId64 "/inscrits", id)) == 403);
	check(sends(awa, id, "inscrits", at("contact=%" PRId64, awa)) == 403);
	check(sends(coop, id, "inscrits", at("contact=%" PRId64, benp)) == 303);
	check_text(state(benp, id, 0), "inscrit");
	check_text(state(awa, id, 0), "attente");
	check(sends(coop, id, "inscrits", at("contact=%" PRId64, paul)) == 409);
	check(get(at("/agenda/%" PRId64 "/inscrits", id)) == 200);
	check_says("végétarienne");
	check_says("Place réservée");
	check(get(at("/agenda/%" PRId64 "/inscrits.json", id)) == 200);
	check(strstr(t_reply->body, at("\"contact_id\":%" PRId64, awa)) != NULL);
	check_says("\"etat\":\"attente\",\"rang\":1,\"invites\":0,\"present\":0");
	check(get(at("/agenda/%" PRId64 "/inscrits.csv", id)) == 200);
	check(strstr(t_file(), "En attente") != NULL);
	check(sends(coop, id, "inscrits/message", "texte=") == 422);
	check(sends(coop, id, "inscrits/message", "texte=Prenez+des+gants") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_avis WHERE phrase LIKE '%gants%'")) ==
		2);
	hers = db_int(&t, SQL("SELECT id FROM inscription WHERE contact_id = ?"), I(lea));
	check(sends(lea, id, at("inscrits/%" PRId64, hers), "acte=retirer") == 403);
	check(sends(coop, id, at("inscrits/%" PRId64, hers), "acte=retirer&mot=Merci") == 303);
	check_text(state(awa, id, 0), "inscrit");
	check(strstr(told(lea, id), "«\u00A0Merci\u00A0»") != NULL);
	check(counted());
}

static unsigned
statements_of_a_message(int64_t id)
{
	unsigned before;

	as(coop);
	before = db_sent();
	check(post(at("/agenda/%" PRId64 "/inscrits/message", id), "texte=Prenez+des+gants") ==
		303);
	return db_sent() - before;
}

/* A message costs the same, however many it goes to; each has it once, on the site too. */
TEST(agenda_inscrits_a_message_is_written_once_for_all)
{
	int64_t one, four, all[4];
	unsigned cost;

	crowd();
	one = an_event("Réunion", 7, -1);
	four = an_event("Fête", 8, -1);
	comes(lea, one, "");
	comes(lea, four, "");
	comes(paul, four, "");
	comes(awa, four, "");
	comes(benp, four, "");
	statements_of_a_message(one);
	cost = statements_of_a_message(one);
	check(statements_of_a_message(four) == cost);
	all[0] = lea, all[1] = paul, all[2] = awa, all[3] = benp;
	for (int i = 0; i < 4; i++)
		check(db_int(&t,
			      SQL("SELECT COUNT(*) FROM notif_cible c JOIN notif_evenement e"
				  " ON e.id = c.evenement_id WHERE e.objet_id = ?"
				  " AND c.cible_id = ? AND e.phrase LIKE '%gants%'"),
			      I(four), I(all[i])) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM evenement_avis WHERE evenement_id = ?"
			  " AND phrase LIKE '%gants%'"),
		      I(four)) == 4);
}

/* What she sees of it: her rank, her offer, and of others those of the directory. */
TEST(agenda_inscription_shows_where_she_is)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 2);
	as(lea);
	check(get(at("/agenda/%" PRId64, id)) == 200);
	check_says("Confirmer ma venue");
	comes(benp, id, "invites=1");
	comes(lea, id, "");
	comes(awa, id, "");
	check(get(at("/agenda/%" PRId64, id)) == 200);
	check_says("Vous êtes n° 2 sur la liste d’attente");
	check_says("Élodie");
	check_hides("Léa"); /* who waits is no participant */
	as(paul);
	check(get(at("/agenda/%" PRId64, id)) == 200);
	check_says("Rejoindre la liste d’attente");
	check(get(at("/agenda/%" PRId64 "?date=2020-01-01", id)) == 404);
	sends(coop, id, "inscriptions", "etat=fermees");
	as(paul);
	check(get(at("/agenda/%" PRId64, id)) == 200);
	check_says("Les inscriptions sont fermées.");
	check_hides("Rejoindre la liste");
}

/* Questions are answered at registration, read by who organises, and gone three months later. */
TEST(agenda_inscrits_questions)
{
	const char *choice;
	int64_t id, question;

	crowd();
	t_clock("2027-03-01 10:00:00");
	id = an_event("Réunion", 7, -1);
	check(sends(lea, id, "questions", "texte=Menu") == 403);
	check(sends(coop, id, "questions", "texte=") == 422);
	check(sends(coop, id, "questions", "texte=Menu&choix=Carottes%0D%0ANavets&obligatoire=1") ==
		303);
	check(sends(coop, id, "questions", "texte=Allergies") == 303);
	question = db_int(&t, SQL("SELECT id FROM evenement_question WHERE texte = 'Menu'"));
	choice = at("q%" PRId64 "=Navets", question);
	check(comes(lea, id, "") == 422);
	check_says("Répondez à cette question.");
	check(comes(lea, id, at("q%" PRId64 "=Frites", question)) == 422);
	check(comes(lea, id, choice) == 303);
	as(coop);
	check(get(at("/agenda/%" PRId64 "/inscrits", id)) == 200);
	check_says("Menu Navets");
	check(get(at("/agenda/%" PRId64 "/questions", id)) == 200);
	check_says("1 réponse");
	as(lea);
	check(get("/compte/donnees.json") == 200);
	check_says("Navets");
	t_clock("2027-06-01 10:00:00");
	inscription_tour(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_reponse")) == 1);
	t_clock("2027-07-01 10:00:00");
	inscription_tour(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_reponse")) == 0);
}

/* Programs: the state reached, and 409 with why. */
TEST(agenda_inscrits_json_says_the_state_that_was_reached)
{
	int64_t id;

	crowd();
	id = an_event("Réunion", 7, 1);
	check(sends(lea, id, "inscription.json", "invites=0") == 200);
	check_says("\"mon_etat\":\"inscrit\"");
	check(sends(awa, id, "inscription.json", "") == 200);
	check_says("\"mon_etat\":\"attente\"");
	check_says("\"rang\":1");
	check(sends(lea, id, "inscription.json", "invites=1") == 409);
	check_says("\"code\":\"complet\"");
	check(sends(lea, id, "desinscription.json", "") == 200);
	check_says("\"mon_etat\":\"aucun\"");
	check(get(at("/agenda/%" PRId64 ".json", id)) == 200);
	check_says("\"mon_etat\":\"aucun\"");
	check_text(state(awa, id, 0), "inscrit");
	check(sends(coop, id, "annuler", "motif=Orage") == 303);
	check(sends(paul, id, "inscription.json", "") == 409);
	check_says("\"code\":\"annulee\"");
}

/* Whoever answered questions and comes to the later dates alone. */
TEST(agenda_a_series_with_answers_is_split)
{
	int64_t id, hers;

	crowd();
	t_clock("2026-11-30 10:00:00");
	id = a_series("Permanence", 7, "FREQ=WEEKLY;COUNT=4", 10);
	check(comes(lea, id, at("date=%s", day_of(id, 2))) == 303);
	hers = db_int(&t, SQL("SELECT id FROM inscription WHERE evenement_id = ?"), I(id));
	db_exec(&t, SQL("INSERT INTO evenement_question (evenement_id, texte) VALUES (?, 'Menu')"),
		I(id));
	db_exec(&t,
		SQL("INSERT INTO evenement_reponse (inscription_id, question_id, reponse)"
		    " SELECT ?, id, 'Navets' FROM evenement_question"),
		I(hers));
	as(coop);
	check(post(at("/agenda/%" PRId64 "/modifier", id),
		      "portee=suite&date=2026-12-21&titre=Permanence&debut=2026-12-21T18:00"
		      "&fin=2026-12-21T20:00") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM inscription WHERE evenement_id = ?"),
		      I(last())) == 1);
}

TEST(agenda_counts_of_people_are_read_in_groups_of_three)
{
	int64_t id;

	people();
	id = an_event("Marche", 3, 4);
	db_exec(&t, SQL("UPDATE evenement SET places = 1500 WHERE id = ?"), I(id));
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 1204 WHERE evenement_id = ?"), I(id));
	as(coop);
	check(get("/agenda") == 200);
	check_says("1\u202F204 sur 1\u202F500");
	check(get(at("/agenda/%" PRId64 "/inscrits", id)) == 200);
	check_says("1\u202F204 sur 1\u202F500 places prises");
	check(get(at("/agenda/%" PRId64, id)) == 200);
	check_says("1\u202F204 inscrit-e-s");
	check_says("1\u202F500 place");
	check(get("/agenda.json") == 200);
	check_says("\"inscrits\":1204");
}

/* The link of what was before leads to that date of a series, not to the series' next one. */
TEST(agenda_what_was_before_is_the_date_itself)
{
	int64_t series;

	people();
	series = a_series("Permanence", 3, "FREQ=WEEKLY;COUNT=3", 10);
	as(coop);
	check(get("/agenda?vue=mois&mois=2099-02") == 200);
	check(strstr(t_reply->body, at("/agenda/%" PRId64 "?date=", series)) != NULL);
}
