/* resultats.c - the agenda: what takes place, and when */

#include <inttypes.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "web/reply.h"
#include "web/route.h"

static int
agenda_list(struct req *r)
{
	db_list(r, "items",
		SQL("SELECT o.id, o.titre, d.jour, d.debut, d.fin FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id AND e.etat <> 'brouillon'"
		    " JOIN objet o ON o.id = e.id WHERE d.fin > ? AND " SEES(
			    "o") " ORDER BY d.debut, d.id LIMIT 30"),
		S(clock_sql(&r->mem, clock_now())), ME(r));
	title(r, "Agenda");
	return page(r, "agenda/index.cs");
}

const struct route agenda_resultats_routes[] = {
	{ GET, "", PROSPECT, agenda_list },
	{ 0 },
};
