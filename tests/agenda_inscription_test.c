/* agenda_inscription_test.c - who comes to an event: seats, the list of those who wait */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "evenements.h"

static int64_t lea, paul, awa;

/* Three more of Paris, who see what Coline publishes there. */
static void
crowd(void)
{
	people();
	lea = t_person("Léa", "Petit", "lea@exemple.org", "confirme", "benevole");
	paul = t_person("Paul", "Bon", "paul@exemple.org", "confirme", "benevole");
	awa = t_person("Awa", "Diop", "awa@exemple.org", "confirme", "benevole");
	t_account(lea, "");
	t_account(paul, "");
	t_account(awa, "");
	t_member(paris, lea, "membre");
	t_member(paris, paul, "membre");
	t_member(paris, awa, "membre");
	t_settle(lea);
	t_settle(paul);
	t_settle(awa);
}

static int
sends(int64_t who, int64_t id, const char *what, const char *body)
{
	as(who);
	return post(at("/agenda/%" PRId64 "/%s", id, what), body);
}

static int
comes(int64_t who, int64_t id, const char *body)
{
	return sends(who, id, "inscription", body);
}

static const char *
state(int64_t who, int64_t id, int n)
{
	return db_string(&t,
		SQL("SELECT p.etat FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " WHERE i.contact_id = ? AND p.date_id = ?"),
		I(who), I(date_of(id, n)));
}

/* The counters of every date say what its rows do. */
static bool
counted(void)
{
	return db_int(&t,
		       SQL("SELECT COUNT(*) FROM evenement_date d"
			   " LEFT JOIN (SELECT date_id, SUM(CASE etat WHEN 'inscrit'"
			   " THEN 1 + invites WHEN 'attente' THEN offre ELSE 0 END) AS pris,"
			   " SUM(etat = 'attente') AS attente FROM place GROUP BY date_id) p"
			   " ON p.date_id = d.id WHERE d.pris <> COALESCE(p.pris, 0)"
			   " OR d.attente <> COALESCE(p.attente, 0)")) == 0;
}

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
	check(sends(benp, id, "desinscription", "") == 303);
	check_text(state(benp, id, 0), "annule");
	check_text(state(lea, id, 0), "inscrit");
	check(counted());
}
