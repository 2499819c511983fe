/* heures.c - hours that people give: one's own, those to validate, what they are worth */

#include "domain/agenda/duree.h"
#include "domain/agenda/evenement.h"
#include "base/span.h"
#include "base/text.h"
#include "heures/heures.h"
#include "base/clock.h"
#include "web/route.h"

extern const struct route heures_moi_routes[], heures_valider_routes[],
	heures_contributions_routes[], heures_attestation_routes[];

const struct area heures_area = { "heures",
	ROUTES(heures_moi_routes, heures_valider_routes, heures_contributions_routes,
		heures_attestation_routes) };

/* Days of what lasts whole days, such as a festival; else 0. */
static int
whole_days(struct row *h)
{
	return wall_days_between(
		       evenement_wall(row_text(h, "debut")), evenement_wall(row_text(h, "fin"))) *
		(clock_parse(row_text(h, "fin")) - clock_parse(row_text(h, "debut")) > 23 * 3600);
}

/* Give rows of heures their words: duree, avant, mois_court, numero, jour_mots; for attendance and
 * shifts de ("9 h 04") and a, or jours. */
void
heures_dress(struct req *r, const char *list)
{
	for (struct row *h = row_first(r, list); h != NULL; h = row_next(h)) {
		struct wall w;

		row_say(h, "duree", duree_words(&r->mem, row_int(h, "minutes")));
		if (row_int(h, "minutes_avant") > 0)
			row_say(h, "avant", duree_words(&r->mem, row_int(h, "minutes_avant")));
		row_say(h, "jour_mots", text_day_near(&r->mem, row_text(h, "jour"), clock_now()));
		if (wall_read(row_text(h, "jour"), &w)) {
			row_say(h, "mois_court", text_month_short(w.month));
			row_say_int(h, "numero", w.day);
		}
		if (*row_text(h, "debut") == '\0')
			continue;
		row_say_int(h, "jours", whole_days(h));
		row_say(h, "de", text_hour(&r->mem, evenement_wall(row_text(h, "debut"))));
		row_say(h, "a", text_hour(&r->mem, evenement_wall(row_text(h, "fin"))));
	}
}
