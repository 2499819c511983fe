/* local.c - the clock on the wall of the site, over changes of the hour
 *
 * One night a year an hour is missing, another night an hour comes twice: what is typed is told
 * which of these it fell on, and what repeats keeps its hour on the wall.
 */

#include <stdio.h>
#include <string.h>

#include "base/local.h"
#include "base/text.h"

/* "2026-12-01T18:00" or "2026-12-01" (midnight); false: it is no such text, or no day. */
bool
wall_read(const char *iso, struct wall *w)
{
	int end = 0;

	*w = (struct wall) { 0 };
	if (sscanf(iso, "%4d-%2d-%2d%n", &w->year, &w->month, &w->day, &end) != 3)
		return false;
	if (iso[end] == 'T' || iso[end] == ' ') {
		int more = 0;

		if (sscanf(iso + end + 1, "%2d:%2d%n", &w->hour, &w->minute, &more) != 2)
			return false;
		end += 1 + more;
	}
	struct wall same = wall_add_days(*w, 0);

	return iso[end] == '\0' && w->hour >= 0 && w->hour < 24 && w->minute >= 0 &&
		w->minute < 60 && same.month == w->month && same.day == w->day;
}

static struct tm
tm_of(struct wall w)
{
	return (struct tm) { .tm_year = w.year - 1900,
		.tm_mon = w.month - 1,
		.tm_mday = w.day,
		.tm_hour = w.hour,
		.tm_min = w.minute,
		.tm_isdst = -1 };
}

static bool
shows(time_t t, struct wall w)
{
	struct wall is = wall_at(t);

	return is.day == w.day && is.hour == w.hour && is.minute == w.minute;
}

/* When the wall shows that.  Twice: the first of both; never: as many minutes after the change as
 * it was meant after the hour that is missing. */
enum wall_is
wall_instant(struct wall w, time_t *t)
{
	struct tm tm = tm_of(w);
	time_t found = mktime(&tm);

	*t = found;
	if (!shows(found, w)) {
		/* Before the change by the winter's clock. */
		tm = tm_of(w);
		tm.tm_isdst = 0;
		*t = mktime(&tm);
		return WALL_NEVER;
	}
	if (shows(found - 3600, w)) {
		*t = found - 3600;
		return WALL_TWICE;
	}
	return shows(found + 3600, w) ? WALL_TWICE : WALL_ONCE;
}

struct wall
wall_at(time_t t)
{
	struct tm tm;

	localtime_r(&t, &tm);
	return (struct wall) { tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
		tm.tm_min };
}

/* Days are counted without hours: no change of the clock moves them. */
static time_t
day_number(struct wall w)
{
	struct tm tm = tm_of(w);

	tm.tm_hour = 12;
	tm.tm_min = 0;
	tm.tm_isdst = 0;
	return timegm(&tm);
}

/* The same hour so many days later. */
struct wall
wall_add_days(struct wall w, int days)
{
	time_t t = day_number(w) + (time_t) days * 86400;
	struct tm tm;

	gmtime_r(&t, &tm);
	return (struct wall) { tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, w.hour, w.minute };
}

int
wall_days_between(struct wall from, struct wall to)
{
	return (int) ((day_number(to) - day_number(from)) / 86400);
}

/* "2026-12-01" */
char *
wall_ymd(struct arena *a, struct wall w)
{
	return text_ymd(a, w.year, w.month, w.day);
}

/* "2026-12-01T18:00" */
char *
wall_iso(struct arena *a, struct wall w)
{
	return arena_printf(a, "%sT%02d:%02d", wall_ymd(a, w), w.hour, w.minute);
}
