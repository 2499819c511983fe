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

/* The cell whose dates stand below the table: the day asked, today, else the next that has any,
 * else the first; -1: none has. */
static int
day_shown(struct req *r, struct vue *v, const struct jour *days)
{
	struct wall asked;
	int today = wall_days_between(v->first, wall_at(clock_now())), n;

	if (vue_read_day(r, v, "jour", "jour", &asked)) {
		n = wall_days_between(v->first, asked);
		if (n >= 0 && n < v->days)
			return n;
	}
	if (today < 0 || today >= v->days)
		today = v->before;
	for (n = 0; n < v->days; n++)
		if (days[(today + n) % v->days].total > 0)
			return (today + n) % v->days;
	return -1;
}

static void
say_day(struct req *r, const struct vue *v, struct jour *days, int n)
{
	struct vue of = *v;
	struct wall w = wall_add_days(v->first, n);
	char *name = text_day_long(&r->mem, w, clock_now());
	int64_t total = days[n].total;

	*name += 'A' - 'a';
	say(r, "Jour.libelle", name);
	say_int(r, "Jour.total", total);
	row_say(days[n].row, "ici", "1");
	vue_between(r, &of, w, 1);
	vue_say_items(r, &of, 0, OF_A_DAY);
	if (total > OF_A_DAY) {
		say_int(r, "Jour.autres", total - OF_A_DAY);
		say(r, "Jour.url", vue_day_link(r, w));
	}
}

/* Say Semaines.N.jours.M: the cells of the table. */
static void
say_cells(struct req *r, const struct vue *v, struct jour *days)
{
	struct wall now = wall_at(clock_now());

	for (int i = 0; i < v->days; i++) {
		struct wall w = wall_add_days(v->first, i);
		struct row *row =
			row_at(r, arena_printf(&r->mem, "Semaines.%d.jours.%d", i / 7, i % 7));

		days[i] = (struct jour) { 0, row };
		row_say_int(row, "numero", w.day);
		if (i < v->before || i >= v->before + v->counted)
			row_say(row, "dehors", "1");
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

/* ?vue=mois: whole weeks, of which the month alone counts */
int
vue_show_month(struct req *r, struct vue *v)
{
	struct jour days[CELLS];
	struct vue weeks = *v;
	int64_t total;
	int shown, before = wall_days_between(vue_monday(v->first), v->first);

	vue_between(r, &weeks, vue_monday(v->first), (before + v->days + 6) / 7 * 7);
	weeks.before = before;
	weeks.counted = v->days;
	say_cells(r, &weeks, days);
	total = vue_say_days(r, &weeks, days, PILLS);
	shown = day_shown(r, &weeks, days);
	if (shown >= 0)
		say_day(r, &weeks, days, shown);
	if (total == 0)
		vue_say_near(r, v);
	say_number(r, "Total", total);
	say_navigation(r, v);
	vue_say_filters(r, v, &list);
	title(r, "%s – Agenda", vue_month(r, v->first));
	return page(r, "agenda/mois.cs");
}
