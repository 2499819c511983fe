/* organiser.c - on the page of an event: what whoever organises it can do */

#include <inttypes.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "domain/agenda/evenement_serie.h"

enum { DATES = 6 };

/* Its words, and where it is changed; the rest of the series is not what begins with its first
 * date, or with one that was added. */
static void
dress(struct req *r, struct row *d, int64_t id)
{
	const char *jour = row_text(d, "jour");

	evenement_dress(r, d);
	row_say(d, "deplacer",
		arena_printf(&r->mem, "/agenda/%" PRId64 "/dates/%s/deplacer", id, jour));
	row_say(d, "annuler",
		arena_printf(&r->mem, "/agenda/%" PRId64 "/dates/%s/annuler", id, jour));
	if (!row_int(d, "ajoute") && !row_int(d, "premiere"))
		row_say(d, "suite",
			arena_printf(&r->mem, "/agenda/%" PRId64 "/modifier?portee=suite&date=%s",
				id, jour));
}

/* "Organise", for agenda/organiser.cs: of a series its next dates with their words, how many
 * people are told of a change, who organises with her.  The event is said. */
void
agenda_organise(struct req *r)
{
	int64_t id = said_id(r, "evenement.id");

	if (said_int(r, "evenement.droit") < GERER)
		return;
	say_int(r, "Organise", 1);
	say_int(r, "Organise.prevenus", evenement_told(r, id, 0));
	if (*said(r, "evenement.rrule") == '\0')
		return;
	db_list(r, "Organise.dates",
		SQL("SELECT d.jour, d.debut, d.fin, d.etat, d.deplace, d.ajoute, d.pris, e.journee,"
		    " d.debut = e.debut AS premiere"
		    " FROM (SELECT n.id FROM evenement_date n"
		    " WHERE n.evenement_id = ? AND n.fin > ?"
		    " ORDER BY ABS(TIMESTAMPDIFF(MINUTE, n.debut, ?)), n.id LIMIT ?) x"
		    " JOIN evenement_date d ON d.id = x.id"
		    " JOIN evenement e ON e.id = d.evenement_id ORDER BY d.debut, d.id"),
		I(id), S(clock_sql(&r->mem, clock_now())), S(said(r, "seance.debut")), I(DATES));
	for (struct row *d = row_first(r, "Organise.dates"); d != NULL; d = row_next(d))
		dress(r, d, id);
}
