/* evenements.c - events for tests of the agenda */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
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

/* How many mails there are to that address, once those that are owed are written. */
int
mails_to(const char *to)
{
	while (evenement_mail(&t) > 0)
		;
	return (int) db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE adresse = ?"), S(to));
}

/* Somebody without an account asks for a seat, and reads where she is led.  False: refused. */
bool
stranger_asks(const char *path, const char *body)
{
	const char *kept, *then;

	if (post_raw(path, body) != 303)
		return false;
	then = at("%s", t_reply->location);
	kept = t_header("Set-Cookie");
	check(kept != NULL && strstr(kept, "; Secure; HttpOnly; ") != NULL);
	t_cookie(at("%.*s", (int) strcspn(kept, ";"), kept));
	check(get(then) == 200);
	t_cookie(NULL);
	return true;
}
