/* semaine.c - the agenda as a week: seven days, each with what takes place */

#include <inttypes.h>
#include <string.h>

#include "agenda/vues.h"
#include "base/clock.h"
#include "base/text.h"
#include "web/reply.h"

enum { DAYS = 7, OF_A_DAY = 4 };

static const struct list list = { "/agenda",
	KEEPS("vue", "du", "qui", "km", "type", "groupe", "tag", "campagne", "departement"), 0 };

/* The week of ?du=AAAA-MM-JJ, from its Monday; the one that runs when none is asked. */
void
vue_read_week(struct req *r, struct vue *v)
{
	struct wall w = wall_at(clock_now());

	vue_read_day(r, v, "du", "semaine", &w);
	vue_between(r, v, vue_monday(w), DAYS);
}

static const char *
week_link(struct req *r, struct wall w)
{
	return list_link(r, &list, "du", wall_ymd(&r->mem, w));
}

/* ?vue=semaine */
int
vue_show_week(struct req *r, struct vue *v)
{
	struct jour days[DAYS];
	struct wall now = wall_at(clock_now());
	int64_t total;

	for (int i = 0; i < DAYS; i++) {
		struct wall w = wall_add_days(v->first, i);
		char *name = arena_printf(&r->mem, "%s\u00A0%d%s", text_weekday((i + 1) % DAYS),
			w.day, w.day == 1 ? "er" : "");

		*name += 'A' - 'a';
		days[i] = (struct jour) { 0, row_nth(r, "Jours", i) };
		row_say(days[i].row, "libelle", name);
		row_say(days[i].row, "url", vue_day_link(r, w));
		if (wall_days_between(now, w) == 0)
			row_say(days[i].row, "aujourdhui", "1");
	}
	total = vue_say_days(r, v, days, OF_A_DAY);
	if (total == 0)
		vue_say_near(r, v);
	say_number(r, "Total", total);
	say(r, "Avant.url", week_link(r, wall_add_days(v->first, -DAYS)));
	say(r, "Apres.url", week_link(r, wall_add_days(v->first, DAYS)));
	say(r, "Aujourdhui", list_link(r, &list, "du", NULL));
	say(r, "Titre",
		arena_printf(&r->mem, "Semaine du %s",
			text_day_near(&r->mem, wall_ymd(&r->mem, v->first), clock_now())));
	vue_say_filters(r, v, &list);
	title(r, "%s – Agenda", said(r, "Titre"));
	return page(r, "agenda/semaine.cs");
}
