/* creneaux.c - an event with a post, and shifts of it, for tests */

#include <inttypes.h>

#include "base/clock.h"
#include "creneaux.h"
#include "domain/agenda/poste.h"

int64_t event, post_id;

void
an_event_with_a_post(void)
{
	struct poste p = poste_new();

	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	t_clock("2027-05-15 10:00:00");
	event = an_event("Balade", 7, -1);
	p.titre = "Parking";
	p.lieu = "Place Vauban";
	post_id = poste_create(&t, event, &p);
}

int64_t
shift_at(int64_t poste, int from, int to, int least, int most)
{
	struct wall day = { .year = 2027, .month = 5, .day = 22 }, a, b;
	struct regulier g = { .heures = 24, .minimum = least, .maximum = most };

	a = wall_add_days(day, (from + 240) / 24 - 10);
	a.hour = (from + 240) % 24;
	b = wall_add_days(day, (to + 240) / 24 - 10);
	b.hour = (to + 240) % 24;
	g.from = a;
	g.to = b;
	check(poste_shifts(&t, poste, &g) == 1);
	return db_int(&t, SQL("SELECT MAX(id) FROM creneau"));
}

int64_t
shift(int from, int to, int least, int most)
{
	return shift_at(post_id, from, to, least, most);
}

int64_t
shift_held(int64_t id, int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM creneau_place WHERE creneau_id = ? AND contact_id = ?"
		    " AND etat = 'pris'"),
		I(id), I(who));
}

int64_t
shift_taken(int64_t id)
{
	check(db_int(&t,
		      SQL("SELECT c.pris = (SELECT COUNT(*) FROM creneau_place p"
			  " WHERE p.creneau_id = c.id AND p.etat = 'pris') FROM creneau c"
			  " WHERE c.id = ?"),
		      I(id)) == 1);
	return db_int(&t, SQL("SELECT pris FROM creneau WHERE id = ?"), I(id));
}

const char *
page_of(const char *more)
{
	return at("/agenda/%" PRId64 "/creneaux%s", event, more);
}

const char *
slot_of(int64_t id, const char *more)
{
	return at("/agenda/%" PRId64 "/creneaux/%" PRId64 "%s", event, id, more);
}

int64_t
was_told(int64_t who, const char *words)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_evenement e JOIN notif_cible c"
		    " ON c.evenement_id = e.id WHERE c.sorte = 1 AND c.cible_id = ?"
		    " AND e.phrase LIKE CONCAT('%', ?, '%')"),
		I(who), S(words));
}
