/* span.c - from when to when, as one says it */

#include <string.h>

#include "base/span.h"
#include "base/text.h"

/* 0 is Sunday. */
static int
weekday(struct wall w)
{
	int n = wall_days_between((struct wall) { .year = 2023, .month = 1, .day = 1 }, w) % 7;

	return n < 0 ? n + 7 : n;
}

/* "sam." */
char *
text_weekday_short(struct arena *a, struct wall w)
{
	return arena_printf(a, "%.3s.", text_weekday(weekday(w)));
}

/* "9 h", "18 h 05" */
char *
text_hour(struct arena *a, struct wall w)
{
	return w.minute == 0 ? arena_printf(a, "%d\u00A0h", w.hour) :
			       arena_printf(a, "%d\u00A0h\u00A0%02d", w.hour, w.minute);
}

/* "samedi 28", with the month and the year where asked. */
static char *
day_words(struct arena *a, struct wall w, bool month, bool year)
{
	char *day = arena_printf(
		a, "%s\u00A0%d%s", text_weekday(weekday(w)), w.day, w.day == 1 ? "er" : "");

	if (month)
		day = arena_printf(a, "%s\u00A0%s", day, text_month(w.month));
	return year ? arena_printf(a, "%s\u00A0%d", day, w.year) : day;
}

/* "samedi 28 novembre", with the year when it is another than NOW's. */
char *
text_day_long(struct arena *a, struct wall w, time_t now)
{
	return day_words(a, w, true, w.year != wall_at(now).year);
}

static char *
capital(char *s)
{
	*s += 'A' - 'a';
	return s;
}

static char *
whole(struct arena *a, struct wall from, struct wall last, time_t now)
{
	bool year = last.year != wall_at(now).year || from.year != last.year;

	if (wall_days_between(from, last) <= 0)
		return capital(day_words(a, from, true, year));
	return arena_printf(a, "Du %s au %s",
		day_words(a, from, from.month != last.month || from.year != last.year,
			from.year != last.year),
		day_words(a, last, true, year));
}

/* "Samedi 28 novembre, 9 h à 13 h", "Du vendredi 22 mai, 18 h au dimanche 24 mai, 12 h",
 * "Du vendredi 22 au dimanche 24 mai": the year is said when it is another than NOW's.  Of whole
 * days TO is the midnight after the last. */
char *
text_span(struct arena *a, time_t from, time_t to, bool whole_days, time_t now)
{
	struct wall b = wall_at(from), e = wall_at(to);
	bool year = b.year != wall_at(now).year || b.year != e.year;

	if (whole_days)
		return whole(a, b, wall_at(to - 1), now);
	if (wall_days_between(b, e) == 0 || (wall_days_between(b, e) == 1 && to - from < 12 * 3600))
		return capital(arena_printf(a, "%s, %s à\u00A0%s", day_words(a, b, true, year),
			text_hour(a, b), text_hour(a, e)));
	return arena_printf(a, "Du %s, %s au %s, %s", day_words(a, b, true, year), text_hour(a, b),
		day_words(a, e, true, year), text_hour(a, e));
}
