/* filtre_jour.c - the days that a condition on a date means, as the clock of the site counts
 * them */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/annuaire/filtre_critere.h"

/* The day that is SHIFT days after ISO (NULL: today), or its first moment in UTC. */
static const char *
day(struct req *r, const char *iso, long shift, bool utc)
{
	time_t now = clock_now();
	struct tm t = *localtime(&now);

	if (iso != NULL) {
		int y = 0, m = 1, d = 1;

		text_date(iso, &y, &m, &d);
		t = (struct tm) { .tm_year = y - 1900, .tm_mon = m - 1, .tm_mday = d };
	}
	t.tm_hour = t.tm_min = t.tm_sec = 0;
	t.tm_mday += (int) shift;
	t.tm_isdst = -1;
	now = mktime(&t);
	return utc ? clock_sql(&r->mem, now) : text_iso_at(&r->mem, now);
}

/* The days from FROM on and before TO that a condition on a date means. */
void
condition_day(struct req *r, const struct noeud *n, const char **from, const char **to, bool utc)
{
	long days = n->n > 0 ? strtol(n->v[0], NULL, 10) : 0;

	*from = utc ? "1000-01-01 00:00:00" : "0000-00-00";
	*to = utc ? "9999-12-31 00:00:00" : "9999-12-32";
	if (n->op == O_RECENT) {
		*from = day(r, NULL, -days, utc);
		*to = day(r, NULL, 1, utc);
	} else if (n->op == O_ANCIEN) {
		*to = day(r, NULL, -days, utc);
	} else if (n->op == O_AVANT) {
		*to = day(r, n->v[0], 0, utc);
	} else {
		*from = day(r, n->v[0], 0, utc);
		if (n->op != O_APRES)
			*to = day(r, n->v[n->n - 1], 1, utc);
	}
}

/* Today, as ISO. */
const char *
condition_today(struct req *r)
{
	return day(r, NULL, 0, false);
}
