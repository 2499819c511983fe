/* date.c - dates: read in the spellings that forms, files and the CRM use, shown in French */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { YEAR_MIN = 1000, YEAR_MAX = 9999 }; /* what the database keeps */

static const char *const months[] = { "janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre" };

static const char *const short_months[] = { "janv.", "févr.", "mars", "avr.", "mai", "juin",
	"juil.", "août", "sept.", "oct.", "nov.", "déc." };

static const char *const days[] = { "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
	"samedi" };

static bool
exists(int y, int m, int d)
{
	static const int lasts[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);

	return y >= YEAR_MIN && y <= YEAR_MAX && m >= 1 && m <= 12 && d >= 1 &&
		d <= lasts[m - 1] + (m == 2 && leap);
}

/* MIN to MAX digits at *S, which moves past them; -1 otherwise. */
static int
number(const char **s, size_t min, size_t max)
{
	size_t n = strspn(*s, "0123456789");
	int value = 0;

	if (n < min || n > max)
		return -1;
	while (n-- > 0)
		value = value * 10 + *(*s)++ - '0';
	return value;
}

/* Behind "2026-09-14": nothing, or a time ("T18:30:00Z") */
static bool
time_follows(const char *s)
{
	return *s == '\0' ||
		((*s == 'T' || *s == ' ') && s[1] >= '0' && s[1] <= '9' &&
			s[1 + strspn(s + 1, "0123456789:.,+-Z")] == '\0');
}

static bool
read_iso(const char *s, int *y, int *m, int *d)
{
	*y = number(&s, 4, 4);
	if (*y < 0 || *s++ != '-')
		return false;
	*m = number(&s, 2, 2);
	if (*m < 0 || *s++ != '-')
		return false;
	*d = number(&s, 2, 2);
	return time_follows(s);
}

static bool
read_french(const char *s, int *y, int *m, int *d)
{
	char separator;

	*d = number(&s, 1, 2);
	separator = *s;
	if (*d < 0 || separator == '\0' || strchr("/-.", separator) == NULL)
		return false;
	s++;
	*m = number(&s, 1, 2);
	if (*m < 0 || *s++ != separator)
		return false;
	*y = number(&s, 4, 4);
	return *s == '\0';
}

/* Milliseconds since 1970, UTC, as the CRM sends days */
static bool
read_epoch(const char *s, int *y, int *m, int *d)
{
	size_t n = strspn(s + (*s == '-'), "0123456789");
	int64_t ms;
	time_t t;
	struct tm tm;

	if (n < 11 || n > 14 || s[n + (*s == '-')] != '\0')
		return false;
	ms = strtoll(s, NULL, 10);
	t = (time_t) (ms / 1000 - (ms % 1000 < 0));
	if (gmtime_r(&t, &tm) == NULL)
		return false;
	*y = tm.tm_year + 1900;
	*m = tm.tm_mon + 1;
	*d = tm.tm_mday;
	return true;
}

/* 2026-09-14 (a time may follow), 14/09/2026, 14-9-2026, 14.09.2026, or 11 to 14 digits:
 * milliseconds.  False, and nothing is set, when it is no day of the calendar. */
bool
text_date(const char *raw, int *year, int *month, int *day)
{
	char s[40]; /* longer is no date */
	size_t n;
	int y, m, d;

	raw += strspn(raw, " \t\r\n");
	n = strlen(raw);
	while (n > 0 && strchr(" \t\r\n", raw[n - 1]) != NULL)
		n--;
	if (n >= sizeof s)
		return false;
	memcpy(s, raw, n);
	s[n] = '\0';
	if (!read_iso(s, &y, &m, &d) && !read_french(s, &y, &m, &d) && !read_epoch(s, &y, &m, &d))
		return false;
	if (!exists(y, m, d))
		return false;
	*year = y;
	*month = m;
	*day = d;
	return true;
}

/* A day as the database and the pages' forms have it: "2026-09-14". */
char *
text_ymd(struct arena *a, int year, int month, int day)
{
	return arena_printf(a, "%04d-%02d-%02d", year, month, day);
}

/* The same out of what text_date() reads; NULL: it is none. */
char *
text_iso(struct arena *a, const char *raw)
{
	int y, m, d;

	return text_date(raw, &y, &m, &d) ? text_ymd(a, y, m, d) : NULL;
}

/* The day of that moment, in the site's time zone (TZ): "2026-09-14". */
char *
text_iso_at(struct arena *a, time_t t)
{
	struct tm tm;

	localtime_r(&t, &tm);
	return text_ymd(a, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* "janvier" is 1; any other number than 1 to 12 is a fault of the caller. */
const char *
text_month(int month)
{
	assert(month >= 1 && month <= 12);
	return months[month - 1];
}

/* "nov." */
const char *
text_month_short(int month)
{
	assert(month >= 1 && month <= 12);
	return short_months[month - 1];
}

/* "dimanche" is 0. */
const char *
text_weekday(int day)
{
	assert(day >= 0 && day < 7);
	return days[day];
}

/* "12 octobre": of any year. */
static char *
day_month(struct arena *a, int d, int month, const char *const names[])
{
	return arena_printf(a, "%d%s\u00A0%s", d, d == 1 ? "er" : "", names[month - 1]);
}

/* "12 octobre 2026"; what is no date comes back as it was. */
char *
text_day(struct arena *a, const char *iso)
{
	int y, m, d;

	if (!text_date(iso, &y, &m, &d))
		return arena_strdup(a, iso);
	return arena_printf(a, "%s %d", day_month(a, d, m, months), y);
}

/* "Mardi 24 novembre" */
char *
text_day_named(struct arena *a, time_t t)
{
	struct tm tm;
	char *day;

	localtime_r(&t, &tm);
	day = arena_printf(
		a, "%s %s", days[tm.tm_wday], day_month(a, tm.tm_mday, tm.tm_mon + 1, months));
	*day += 'A' - 'a';
	return day;
}

/* "Mardi 24 novembre" in the middle of a sentence: its first letter is small. */
char *
text_inside(struct arena *a, const char *words)
{
	char *s = arena_strdup(a, words);

	if (*s >= 'A' && *s <= 'Z')
		*s = (char) (*s + 'a' - 'A');
	return s;
}

/* Short, as one says it at NOW: "14 nov." of that year, "mars 2025" of another. */
char *
text_day_short(struct arena *a, const char *iso, time_t now)
{
	int y, m, d;
	struct tm today;

	localtime_r(&now, &today);
	if (!text_date(iso, &y, &m, &d))
		return arena_strdup(a, iso);
	return y == today.tm_year + 1900 ? day_month(a, d, m, short_months) :
					   arena_printf(a, "%s\u00A0%d", short_months[m - 1], y);
}

/* The same as one says it at NOW: "12 octobre", and the year when it is another one. */
char *
text_day_near(struct arena *a, const char *iso, time_t now)
{
	int y, m, d;
	struct tm today;

	localtime_r(&now, &today);
	if (!text_date(iso, &y, &m, &d) || y != today.tm_year + 1900)
		return text_day(a, iso);
	return day_month(a, d, m, months);
}

/* "lundi 12 octobre 2026 à 14 h 05", in the site's time zone (TZ). */
char *
text_moment(struct arena *a, time_t t)
{
	struct tm tm;

	localtime_r(&t, &tm);
	return arena_printf(a, "%s %s %d à %d\u00A0h\u00A0%02d", days[tm.tm_wday],
		day_month(a, tm.tm_mday, tm.tm_mon + 1, months), tm.tm_year + 1900, tm.tm_hour,
		tm.tm_min);
}

static bool
same_day(const struct tm *a, const struct tm *b)
{
	return a->tm_year == b->tm_year && a->tm_yday == b->tm_yday;
}

/* The day before that of NOW. */
static struct tm
day_before(time_t now)
{
	struct tm day;
	time_t noon;

	localtime_r(&now, &day);
	day.tm_mday--;
	day.tm_hour = 12; /* whatever the clock changed in between */
	day.tm_isdst = -1;
	noon = mktime(&day);
	localtime_r(&noon, &day);
	return day;
}

/* The title of what happened that day: "Aujourd’hui", "Hier", else as text_day_near(). */
char *
text_day_title(struct arena *a, time_t then, time_t now)
{
	struct tm t, today, yesterday = day_before(now);

	localtime_r(&then, &t);
	localtime_r(&now, &today);
	if (same_day(&t, &today))
		return arena_strdup(a, "Aujourd’hui");
	if (same_day(&t, &yesterday))
		return arena_strdup(a, "Hier");
	return text_day_near(a, text_iso_at(a, then), now);
}

/* How long ago, as one says it: "il y a 4 min", "il y a 3 h", "hier", "12 octobre",
 * "12 octobre 2025".  Days are those of the site's time zone (TZ). */
char *
text_when(struct arena *a, time_t then, time_t now)
{
	struct tm t, today, yesterday = day_before(now);
	long ago = (long) (now - then);

	localtime_r(&then, &t);
	localtime_r(&now, &today);
	if (ago >= 0 && ago < 60)
		return arena_strdup(a, "à l’instant");
	if (ago > 0 && ago < 3600)
		return arena_printf(a, "il y a %ld\u00A0min", ago / 60);
	if (ago > 0 && same_day(&t, &today))
		return arena_printf(a, "il y a %ld\u00A0h", ago / 3600);
	if (same_day(&t, &yesterday))
		return arena_strdup(a, "hier");
	return text_day_near(a, text_iso_at(a, then), now);
}

/* As headers of HTTP say it: "Sat, 27 Mar 2027 18:00:00 GMT". */
char *
text_http_date(struct arena *a, time_t t)
{
	static const char dow[] = "SunMonTueWedThuFriSat";
	static const char moy[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct tm tm;

	gmtime_r(&t, &tm);
	return arena_printf(a, "%.3s, %02d %.3s %d %02d:%02d:%02d GMT", dow + tm.tm_wday * 3,
		tm.tm_mday, moy + tm.tm_mon * 3, tm.tm_year + 1900, tm.tm_hour, tm.tm_min,
		tm.tm_sec);
}
