/* mois.c - the agenda as a month: a table of days, and what takes place on one of them */

#include <inttypes.h>
#include <string.h>

#include "agenda/vues.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "web/reply.h"

enum { CELLS = 42, PILLS = 2, OF_A_DAY = 3 };

static const struct list list = { "/agenda",
	KEEPS("vue", "mois", "jour", "qui", "km", "type", "groupe", "tag", "campagne",
		"departement"),
	0 };
/* The same rows in another month. */
static const struct list others = { "/agenda",
	KEEPS("vue", "qui", "km", "type", "groupe", "tag", "campagne", "departement"), 0 };

static struct wall
month_after(struct wall w, int n)
{
	int month = w.year * 12 + w.month - 1 + n;

	return (struct wall) { month / 12, month % 12 + 1, 1, 0, 0 };
}

static char *
month_key(struct req *r, struct wall w)
{
	return arena_printf(&r->mem, "%04d-%02d", w.year, w.month);
}

/* The month of ?mois=AAAA-MM; the one that runs when none is asked. */
void
vue_read_month(struct req *r, struct vue *v)
{
	const char *asked = param(r, "mois");
	struct wall w = wall_at(clock_now()), given;

	w.day = 1;
	w.hour = w.minute = 0;
	if (*asked != '\0') {
		if (strlen(asked) == 7 && wall_read(arena_printf(&r->mem, "%s-01", asked), &given))
			w = given;
		else
			vue_unknown(r, v, "mois", "mois");
	}
	vue_between(r, v, w, wall_days_between(w, month_after(w, 1)));
}

static void
say_month_link(struct req *r, const char *name, struct wall w)
{
	struct row *m = row_at(r, name);

	row_say(m, "libelle", vue_month(r, w));
	row_say(m, "url", list_link(r, &others, "mois", month_key(r, w)));
}

/* The day whose dates stand below the table: the one asked, today, else the next that has any. */
static int
day_shown(struct req *r, struct vue *v, const struct jour *days, int before)
{
	struct wall asked;
	int n = -1, today = wall_days_between(v->first, wall_at(clock_now()));

	if (vue_read_day(r, v, "jour", "jour", &asked))
		n = wall_days_between(v->first, asked);
	if (n < 0 || n >= v->days)
		n = today;
	if (n >= 0 && n < v->days && (days[before + n].total > 0 || *param(r, "jour") != '\0'))
		return n;
	if (today < 0 || today >= v->days)
		today = 0;
	for (n = 0; n < v->days; n++)
		if (days[before + (today + n) % v->days].total > 0)
			return (today + n) % v->days;
	return -1;
}

static void
say_day(struct req *r, const struct vue *v, struct jour *days, int before, int n)
{
	struct vue of = *v;
	struct wall w = wall_add_days(v->first, n);
	char *name = text_day_long(&r->mem, w, clock_now());
	int64_t total = days[before + n].total;

	*name += 'A' - 'a';
	say(r, "Jour.libelle", name);
	say_int(r, "Jour.total", total);
	row_say(days[before + n].row, "ici", "1");
	vue_between(r, &of, w, 1);
	vue_say_items(r, &of, 0, OF_A_DAY);
	if (total > OF_A_DAY) {
		say_int(r, "Jour.autres", total - OF_A_DAY);
		say(r, "Jour.url", vue_day_link(r, w));
	}
}

/* Say Semaines.N.jours.M: the cells of the table. */
static void
say_cells(struct req *r, const struct vue *v, struct jour *days, int before, int cells)
{
	struct wall now = wall_at(clock_now());

	for (int i = 0; i < cells; i++) {
		struct wall w = wall_add_days(v->first, i - before);
		struct row *row =
			row_at(r, arena_printf(&r->mem, "Semaines.%d.jours.%d", i / 7, i % 7));

		days[i] = (struct jour) { 0, row };
		row_say_int(row, "numero", w.day);
		if (i < before || i >= before + v->days) {
			row_say(row, "dehors", "1");
			continue;
		}
		row_say(row, "libelle", text_day_long(&r->mem, w, clock_now()));
		row_say(row, "url", list_link(r, &list, "jour", wall_ymd(&r->mem, w)));
		if (wall_days_between(now, w) == 0)
			row_say(row, "aujourdhui", "1");
	}
}

static void
say_navigation(struct req *r, const struct vue *v)
{
	struct wall now = wall_at(clock_now());

	say_month_link(r, "Avant", month_after(v->first, -1));
	say_month_link(r, "Apres", month_after(v->first, 1));
	say(r, "Aujourdhui", list_link(r, &others, "mois", month_key(r, now)));
	say(r, "Titre", vue_month(r, v->first));
}

/* ?vue=mois */
int
vue_show_month(struct req *r, struct vue *v)
{
	struct jour days[CELLS];
	int before = wall_days_between(vue_monday(v->first), v->first);
	int cells = (before + v->days + 6) / 7 * 7, shown;
	int64_t total;

	say_cells(r, v, days, before, cells);
	total = vue_say_days(r, v, days + before, PILLS);
	shown = day_shown(r, v, days, before);
	if (shown >= 0)
		say_day(r, v, days, before, shown);
	if (total == 0)
		vue_say_near(r, v);
	say_int(r, "Total", total);
	say_navigation(r, v);
	vue_say_filters(r, v, &list);
	title(r, "%s – Agenda", vue_month(r, v->first));
	return page(r, "agenda/mois.cs");
}
