/* agenda_rendezvous_test.c - what takes place next, on the home page and the page of a group */

#include <inttypes.h>

#include "domain/annuaire/filtre.h"
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

TEST(rendezvous_what_the_whole_association_holds_is_at_every_home)
{
	int64_t id;

	people();
	id = an_open_event("Webinaire pour tout le monde", -1);
	as(benl);
	check(get("/") == 200);
	check_hides("Webinaire pour tout le monde");
	db_exec(&t,
		SQL("UPDATE evenement SET groupe_id = (SELECT MIN(id) FROM groupe"
		    " WHERE type = 'ensemble') WHERE id = ?"),
		I(id));
	check(get("/") == 200);
	check_says("Webinaire pour tout le monde");
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

static bool
finds(const char *sujet, const char *op, const char *v, int64_t who)
{
	struct noeud *tree = condition_parse(&t.mem,
		at("{\"lien\":\"toutes\",\"si\":[{\"sujet\":\"%s\",\"op\":\"%s\",\"v\":[%s]}]}",
			sujet, op, v));
	struct filtre *f;
	struct rows *rows;
	bool found = false;

	condition_check(&t, modele(&t), tree);
	f = filtre_of(&t, "");
	filtre_add(&t, f, tree);
	filtre_count(&t, f, 100);
	rows = filtre_rows(&t, f, 100, 0, false);
	while (db_next(rows, &t.mem))
		found = found || db_num(rows, 0) == who;
	return found;
}

TEST(rendezvous_segments_know_who_comes_who_came_and_who_no_longer_does)
{
	int64_t id;
	const char *it;

	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	id = an_event("Stand", 3, -1);
	it = at("\"%" PRId64 "\"", id);
	comes(benp, id, "inscrit");
	t.user.id = coop;
	t.user.level = MEMBER;
	check(finds("@inscrit", "parmi", it, benp));
	check(!finds("@inscrit", "parmi", it, benl));
	check(!finds("@inscrit", "hors", it, benp));
	check(!finds("@venu", "parmi", it, benp));
	check(finds("@venue", "vide", "", benp));
	db_exec(&t, SQL("UPDATE place SET present_le = UTC_TIMESTAMP() - INTERVAL 90 DAY"));
	check(finds("@venu", "parmi", it, benp));
	check(finds("@venue", "ancien", "\"60\"", benp));
	check(!finds("@venue", "recent", "\"60\"", benp));
	check(!finds("@venue", "vide", "", benp));
	t.user.id = benl;
	check(!finds("@inscrit", "parmi", it, benp));
	check(!finds("@venue", "ancien", "\"60\"", benp));
	t.user.id = 0;
}
