/* agenda_rendezvous_test.c - what takes place next, on the home page and the page of a group */

#include <inttypes.h>

#include "evenements.h"

static void
comes(int64_t who, int64_t id, const char *etat)
{
	int64_t i = db_insert(&t,
		SQL("INSERT INTO inscription (evenement_id, contact_id, cree_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP())"),
		I(id), I(who));

	db_exec(&t,
		SQL("INSERT INTO place (date_id, inscription_id, etat, depuis) VALUES (?, ?, ?,"
		    " UTC_TIMESTAMP(6))"),
		I(date_of(id, 0)), I(i), S(etat));
}

TEST(rendezvous_next_dates_are_at_home_and_in_the_group)
{
	int64_t id, serie;

	people();
	id = an_event("Stand du marché", 3, 4);
	serie = a_series("Point hebdomadaire", 4, "FREQ=WEEKLY;COUNT=5", -1);
	comes(benp, id, "inscrit");
	as(benp);
	check(get("/") == 200);
	check_says("Stand du marché");
	check_says("Vous participez");
	check(strstr(t_reply->body, at("?date=%s\"", day_of(serie, 0))) != NULL);
	check(strstr(t_reply->body, at("?date=%s\"", day_of(serie, 1))) == NULL);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Stand du marché");
	as(benl);
	check(get("/") == 200);
	check_hides("Stand du marché");
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_hides("Stand du marché");
}

TEST(rendezvous_a_seat_to_confirm_waits_at_home)
{
	int64_t id;

	people();
	id = an_event("Fresque", 3, 1);
	comes(benp, id, "inscrit");
	as(benp);
	check(get("/") == 200);
	check_hides("Confirmer ma place");
	db_exec(&t,
		SQL("UPDATE place SET confirmer_avant = UTC_TIMESTAMP() + INTERVAL 5 HOUR"
		    " WHERE date_id = ?"),
		I(date_of(id, 0)));
	check(get("/") == 200);
	check_says("Confirmer ma place");
	db_exec(&t, SQL("UPDATE evenement_date SET etat = 'annule' WHERE id = ?"),
		I(date_of(id, 0)));
	check(get("/") == 200);
	check_hides("Fresque");
}
