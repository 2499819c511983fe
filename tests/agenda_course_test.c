/* agenda_course_test.c - the last seat of an event, wanted twice at one instant */

#include <inttypes.h>

#include "domain/agenda/evenement.h"
#include "venues.h"

static void
both_come(int64_t id, int64_t a, int64_t b, const char *body, int *status)
{
	const char *path = at("/agenda/%" PRId64 "/inscription", id);
	struct racer both[2] = { { a, path, body }, { b, path, body } };

	t_race(both, SQL("SELECT id FROM evenement_date WHERE id = ? FOR UPDATE"), date_of(id, 0),
		status);
}

static int64_t
places(int64_t id, const char *etat)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE date_id = ? AND etat = ?"),
		I(date_of(id, 0)), S(etat));
}

static void
races(void)
{
	int64_t id;
	int status[2];

	db_begin(false);
	crowd();
	t_account(benp, "");
	id = an_event("Dernière place", 7, 1);
	both_come(id, lea, awa, "", status);
	check(status[0] == 3 && status[1] == 3);
	check(places(id, "inscrit") == 1 && places(id, "attente") == 1);
	check(seats(id, "pris") == 1 && seats(id, "attente") == 1 && counted());
	id = an_event("Deux fois la même", 7, 5);
	both_come(id, benp, benp, "invites=1", status);
	check(status[0] == 3 && status[1] == 3);
	check(places(id, "inscrit") == 1 && seats(id, "pris") == 2 && counted());
	id = an_event("Pas assez pour deux", 7, 3);
	both_come(id, lea, awa, "invites=2", status);
	check(places(id, "inscrit") == 1 && places(id, "attente") == 1 && counted());
}

/* E18: exactly one of two has it, and one person twice has one row. */
TEST(agenda_course_the_last_seat_goes_to_one)
{
	t_apart(races);
}
