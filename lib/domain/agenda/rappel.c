/* rappel.c - the day before: each who comes is reminded once, at a civil hour
 *
 * From ten in the morning of the day before to eight in the evening, out of her quiet hours; what
 * could not leave then leaves from eight in the morning of the day itself, an hour before at the
 * latest.  Who has just registered needs no reminder yet.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/rappel.h"

enum { FIRST = 8, USUAL = 10, LAST = 20, HOUR = 3600, FRESH = 3 * HOUR };

/* What begins before that moment is reminded of; 0: it is no hour to write to people. */
static const char *
until(struct req *r, time_t now)
{
	struct wall w = wall_at(now), day;

	if (w.hour < FIRST || w.hour >= LAST)
		return NULL;
	day = wall_add_days(w, w.hour >= USUAL ? 2 : 1);
	day.hour = day.minute = 0;
	return evenement_utc(r, day);
}

/* Not in the quiet hours of G at the hour bound four times. */
#define AWAKE(g) \
	"NOT COALESCE(IF(" g ".calme_de <= " g ".calme_a, ? >= " g ".calme_de AND ? < " g \
	".calme_a, ? >= " g ".calme_de OR ? < " g ".calme_a), FALSE)"
#define AT(hour) I(hour), I(hour), I(hour), I(hour)

static struct rows *
due(struct req *r, time_t now, const char *end)
{
	int hour = wall_at(now).hour;

	return db_rows(r,
		SQL("SELECT p.inscription_id, p.date_id FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id AND e.etat = 'publie'"
		    " JOIN place p ON p.date_id = d.id AND p.etat = 'inscrit'"
		    " AND p.rappele_le IS NULL AND p.depuis < ?"
		    " JOIN inscription i ON i.id = p.inscription_id AND i.confirme_le IS NOT NULL"
		    " LEFT JOIN notif_reglage g ON g.contact_id = i.contact_id"
		    " WHERE d.debut > ? AND d.debut < ? AND d.etat = 'prevu' AND " AWAKE(
			    "g") " ORDER BY d.debut, p.inscription_id LIMIT 500"),
		S(clock_sql(&r->mem, now - FRESH)), S(clock_sql(&r->mem, now + HOUR)), S(end),
		AT(hour));
}

/* At each turn of essaim-mail: the mark and what is owed leave together, or neither does. */
void
rappel_tour(struct req *r)
{
	time_t now = clock_now();
	const char *end = until(r, now);
	bool own = !db_in_transaction();
	struct rows *p;

	if (end == NULL)
		return;
	if (own)
		db_begin(false);
	p = due(r, now, end);
	while (db_next(p, &r->mem))
		if (db_exec(r,
			    SQL("UPDATE place SET rappele_le = ? WHERE inscription_id = ?"
				" AND date_id = ? AND rappele_le IS NULL"),
			    S(clock_sql(&r->mem, now)), I(db_num(p, 0)), I(db_num(p, 1))) > 0)
			inscription_remind(r, db_num(p, 0), db_num(p, 1));
	if (own)
		db_commit();
}
