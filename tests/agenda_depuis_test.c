/* agenda_depuis_test.c - what an event is made of: a poll; what else takes place beside it */

#include <inttypes.h>

#include "base/conf.h"
#include "domain/agenda/evenement.h"
#include "evenements.h"
#include "people.h"

/* A date finder of Paris whose first date, 10 December at 19 h, was kept; Élodie said yes. */
static int64_t
kept(void)
{
	int64_t id, option;

	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Bilan&jour1=2026-12-10T19:00&jour2=2026-12-11T19:00") ==
		303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM sondage"));
	option = db_int(&t, SQL("SELECT MIN(id) FROM sondage_option WHERE sondage_id = ?"), I(id));
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/vote", paris, id),
		      at("d%" PRId64 "=1", option)) == 303);
	as(coop);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_hides("/agenda/nouveau?sondage=");
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/clore", paris, id),
		      at("choisi=%" PRId64, option)) == 303);
	return id;
}

TEST(agenda_a_date_that_a_poll_kept_becomes_an_event)
{
	int64_t poll, id;

	winter();
	poll = kept();
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, poll)) == 200);
	check_says("/agenda/nouveau?sondage=");
	check(get(at("/agenda/nouveau?sondage=%" PRId64, poll)) == 200);
	check_says("value=\"Bilan\"");
	check_says("value=\"2026-12-10T19:00\"");
	check_says("la personne qui a dit oui");
	check(post("/agenda/nouveau",
		      at("titre=Bilan&debut=2026-12-10T19:00&fin=2026-12-10T21:00&publier=1"
			 "&organisateur=%" PRId64 "&inviter_oui=1&sondage=%" PRId64,
			      paris, poll)) == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM evenement"));
	check(db_int(&t, SQL("SELECT contact_id FROM evenement_invite WHERE evenement_id = ?"),
		      I(id)) == benp);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM evenement_avis WHERE contact_id = ?"
			  " AND genre = 'evenement_invitation'"),
		      I(benp)) == 1);
	/* Lille does not see the poll: the form says nothing of it. */
	as(benl);
	check(get(at("/agenda/nouveau?sondage=%" PRId64, poll)) == 200);
	check_hides("Bilan");
	check_hides("name=\"sondage\"");
}

/* What else takes place that day, as far as one sees it. */
TEST(agenda_form_shows_what_takes_place_on_the_same_days)
{
	winter();
	an_event("Réunion du lundi", 7, -1);
	as(benp);
	check(get("/agenda/nouveau?debut=2026-12-07") == 200);
	check_says("Réunion du lundi");
	check_says("value=\"2026-12-07T18:00\"");
	check(get("/agenda/nouveau?debut=2026-12-08") == 200);
	check_hides("Réunion du lundi");
	check(post("/agenda/nouveau",
		      "faire=relire&titre=Autre&debut=2026-12-07T08:00&fin=2026-12-07T09:00") ==
		200);
	check_says("Réunion du lundi");
	check_says("value=\"Autre\"");
	as(benl);
	check(get("/agenda/nouveau?debut=2026-12-07") == 200);
	check_hides("Réunion du lundi");
}

/* A card in a message, as in a post (genres_test.c): for who sees the event, and nobody else. */
TEST(agenda_an_event_is_a_card_in_a_message)
{
	int64_t id, talk;

	winter();
	id = an_event("Réunion du lundi", 7, -1);
	as(coop);
	check(post("/messages/nouveau",
		      at("a=%" PRId64 "&a=%" PRId64 "&texte=Venez%%C2%%A0: %s/agenda/%" PRId64 ".",
			      benp, benl, conf.site_url, id)) == 303);
	talk = db_int(&t, SQL("SELECT MAX(id) FROM conversation"));
	check(get(at("/messages/%" PRId64, talk)) == 200);
	check_says("<span class=\"grow\">Réunion du lundi</span>");
	as(benl);
	check(get(at("/messages/%" PRId64, talk)) == 200);
	check_hides("Réunion du lundi");
}
