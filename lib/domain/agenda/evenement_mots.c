/* evenement_mots.c - when an event takes place, in words */

#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/evenement.h"

/* "Samedi 28 novembre, 9 h à 13 h" */
const char *
evenement_when(struct req *r, const char *debut, const char *fin, bool journee)
{
	return text_span(&r->mem, clock_parse(debut), clock_parse(fin), journee, clock_now());
}

/* "samedi 28 novembre, 9 h à 13 h": the same inside a sentence. */
const char *
evenement_when_inside(struct req *r, const char *debut, const char *fin, bool journee)
{
	return text_inside(&r->mem, evenement_when(r, debut, fin, journee));
}

/* Counts of people as they are read.  JSON has them as numbers alone. */
void
evenement_counts(struct req *r, struct row *row)
{
	static const char *const names[] = { "places", "pris", "inscrits", "attente", "libres",
		"gardees", "viennent" };

	for (size_t i = 0; r->format != JSON && i < sizeof names / sizeof *names; i++)
		row_read_number(r, row, names[i]);
}

/* Give a row with debut, fin (UTC) and journee its words: quand, and dedans inside a sentence; for
 * the block of a date jour_court ("sam."), numero ("28"), mois_court ("nov."); heure ("9 h"; "" of
 * whole days); and its counts. */
void
evenement_dress(struct req *r, struct row *row)
{
	const char *debut = row_text(row, "debut");
	bool journee = row_int(row, "journee") != 0;
	struct wall w = evenement_wall(debut);

	row_say(row, "quand", evenement_when(r, debut, row_text(row, "fin"), journee));
	row_say(row, "dedans", text_inside(&r->mem, row_text(row, "quand")));
	row_say(row, "jour_court", text_weekday_short(&r->mem, w));
	row_say(row, "mois_court", text_month_short(w.month));
	row_say_int(row, "numero", w.day);
	row_say(row, "heure", journee ? "" : text_hour(&r->mem, w));
	evenement_counts(r, row);
}
