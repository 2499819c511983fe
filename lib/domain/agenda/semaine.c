/* semaine.c - what takes place on some days, for who chooses a date there */

#include "domain/acces/appartenance.h"
#include "domain/agenda/semaine.h"

#define ITS_GROUP \
	"(SELECT og_.titre FROM objet og_ WHERE og_.id = e.groupe_id" \
	" AND " SEES("og_") ") AS groupe"
#define IS_MINE "(e.organisateur_id = ? OR " MINE("e.groupe_id") ") AS mien"

/* Say NAME.N: the first MOST dates, of events that the reader sees, on so many DAYS from the
 * midnight FROM, but those of the event BUT (0: all): id, titre, jour, groupe (its name; "": none
 * that she sees), mien (of a group of hers, or hers), debut, fin, journee, and their words
 * (evenement_dress).  What is cancelled leaves room: it is not there.  How many were said. */
int
semaine_say(struct req *r, const char *name, struct wall from, int days, int64_t but, int most)
{
	int n = db_list(r, name,
		SQL("SELECT e.id, o.titre, d.jour, d.debut, d.fin, e.journee, " ITS_GROUP
		    ", " IS_MINE " FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id AND e.etat = 'publie'"
		    " AND e.supprime_le IS NULL AND e.id <> ? JOIN objet o ON o.id = e.id"
		    " WHERE d.debut > ? AND d.fin > ? AND d.debut < ? AND d.etat = 'prevu'"
		    " AND " SEES("o") " ORDER BY d.debut, d.id LIMIT ?"),
		ME(r), ME(r), I(but),
		S(evenement_utc(r, wall_add_days(from, -EVENEMENT_JOURS - 2))),
		S(evenement_utc(r, from)), S(evenement_utc(r, wall_add_days(from, days))), ME(r),
		I(most));

	for (struct row *e = row_first(r, name); e != NULL; e = row_next(e))
		evenement_dress(r, e);
	return n;
}
