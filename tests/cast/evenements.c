/* evenements.c - events for tests of the agenda */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "evenements.h"

int64_t
a_series(const char *titre, int days, const char *rrule, int64_t places)
{
	struct evenement e = evenement_new();
	struct wall w = wall_add_days(wall_at(clock_now()), days);
	int64_t id;

	as(coop);
	t.user.id = coop;
	w.minute = 0;
	w.hour = 19;
	e.debut = evenement_utc(&t, w);
	w.hour = 21;
	e.fin = evenement_utc(&t, w);
	e.titre = titre;
	e.rrule = rrule;
	e.groupe = e.groupes[0] = paris;
	e.organisateur = coop;
	e.places = places;
	id = evenement_create(&t, &e);
	evenement_publish(&t, id);
	t.user.id = 0;
	return id;
}

int64_t
an_event(const char *titre, int days, int64_t places)
{
	return a_series(titre, days, "", places);
}

int64_t
date_of(int64_t evenement, int n)
{
	return db_int(&t,
		SQL("SELECT id FROM evenement_date WHERE evenement_id = ? ORDER BY jour"
		    " LIMIT 1 OFFSET ?"),
		I(evenement), I(n));
}

const char *
day_of(int64_t evenement, int n)
{
	return db_string(
		&t, SQL("SELECT jour FROM evenement_date WHERE id = ?"), I(date_of(evenement, n)));
}
