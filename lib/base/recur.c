/* recur.c - rules of repetition, expanded by libical
 *
 * Only rules that we wrote ourselves are expanded: what comes from elsewhere is read here part by
 * part and written again.  libical takes UNTIL and COUNT together, and numbers out of range.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "base/buffer.h"
#include "base/recur.h"
#include "base/text.h"

struct parts {
	const char *freq, *byday, *bymonthday;
	long interval, count;
	struct wall until;
	bool ends;
};

static const char *const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY", NULL };

static const char *
one_of(const char *const *all, const char *word, size_t n)
{
	for (; *all != NULL; all++)
		if (strlen(*all) == n && strncmp(*all, word, n) == 0)
			return *all;
	return NULL;
}

/* A whole number from LEAST to MOST, or LEAST - 1. */
static long
number(const char *s, long least, long most)
{
	char *end;
	long n = strtol(s, &end, 10);

	return *s != '\0' && *end == '\0' && strspn(s, "-0123456789") == strlen(s) && n >= least &&
			n <= most ?
		n :
		least - 1;
}

/* "MO,WE", of a month "2TU" or "-1FR". */
static bool
days_fit(const char *s, bool ranked)
{
	static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };

	for (int n = 0; n < 7; n++) {
		if (ranked && *s == '-')
			s++;
		if (ranked && *s >= '1' && *s <= '5')
			s++;
		if (one_of(days, s, strcspn(s, ",")) == NULL)
			return false;
		s += 2;
		if (*s == '\0')
			return true;
		s++;
	}
	return false;
}

/* "20271231" or "20271231T235959Z": its day. */
static bool
read_until(const char *s, struct wall *w)
{
	char iso[11];
	size_t n = strlen(s);

	if (n != 8 && n != 15 && n != 16)
		return false;
	snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", s, s + 4, s + 6);
	return wall_read(iso, w);
}

/* One "NAME=VALUE"; false: not one of ours. */
static bool
take(struct parts *p, const char *name, const char *value)
{
	if (strcmp(name, "FREQ") == 0)
		p->freq = one_of(frequencies, value, strlen(value));
	else if (strcmp(name, "INTERVAL") == 0)
		return (p->interval = number(value, 1, 52)) > 0;
	else if (strcmp(name, "COUNT") == 0)
		return (p->count = number(value, 1, 99999)) > 0;
	else if (strcmp(name, "UNTIL") == 0)
		return p->ends = read_until(value, &p->until);
	else if (strcmp(name, "BYDAY") == 0)
		p->byday = value;
	else if (strcmp(name, "BYMONTHDAY") == 0)
		return number(p->bymonthday = value, -1, 31) >= -1 && strcmp(value, "0") != 0;
	else
		return strcmp(name, "WKST") == 0;
	return true;
}

static bool
split(struct arena *a, const char *text, struct parts *p)
{
	char *rest = arena_strdup(a, text), *part;

	if (strncmp(rest, "RRULE:", 6) == 0)
		rest += 6;
	while ((part = strsep(&rest, ";")) != NULL) {
		char *value = strchr(part, '=');

		if (value == NULL)
			return false;
		*value++ = '\0';
		if (!take(p, part, value))
			return false;
	}
	if (p->freq == NULL)
		return false;
	bool monthly = strcmp(p->freq, "MONTHLY") == 0;

	return (p->byday == NULL ||
		       (days_fit(p->byday, monthly) && strcmp(p->freq, "YEARLY") != 0)) &&
		(p->bymonthday == NULL || (monthly && p->byday == NULL));
}

static char *
written(struct arena *a, const struct parts *p)
{
	char *rule = arena_printf(a, "FREQ=%s", p->freq);

	if (p->interval > 1)
		rule = arena_printf(a, "%s;INTERVAL=%ld", rule, p->interval);
	if (p->byday != NULL)
		rule = arena_printf(a, "%s;BYDAY=%s", rule, p->byday);
	if (p->bymonthday != NULL)
		rule = arena_printf(a, "%s;BYMONTHDAY=%s", rule, p->bymonthday);
	if (p->count > 0)
		rule = arena_printf(a, "%s;COUNT=%ld", rule, p->count);
	else if (p->ends)
		rule = arena_printf(a, "%s;UNTIL=%04d%02d%02d", rule, p->until.year, p->until.month,
			p->until.day);
	return rule;
}

static icalrecur_iterator *
iterator(const char *rule, struct wall start)
{
	struct icaltimetype first = icaltime_null_time();

	first.year = start.year;
	first.month = start.month;
	first.day = start.day;
	first.is_date = 1;
	return icalrecur_iterator_new(icalrecurrencetype_from_string(rule), first);
}

/* The next day of I at the hour of START; false: there is none. */
static bool
next_day(icalrecur_iterator *i, struct wall start, struct wall *day)
{
	struct icaltimetype at = icalrecur_iterator_next(i);

	*day = (struct wall) { at.year, at.month, at.day, start.hour, start.minute };
	return !icaltime_is_null_time(at);
}

/* Is its first day the day that it starts? */
static bool
begins(const char *rule, struct wall start)
{
	icalrecur_iterator *i = iterator(rule, start);
	struct wall day;
	bool same = i != NULL && next_day(i, start, &day) && wall_days_between(start, day) == 0;

	if (i != NULL)
		icalrecur_iterator_free(i);
	return same;
}

/* TEXT, a rule of what begins at START, as we write it: RULE; "" stays "".  NULL, or the sentence
 * for who chose it. */
const char *
recur_read(struct arena *a, const char *text, struct wall start, char **rule)
{
	struct parts p = { 0 };
	struct wall *days;

	*rule = arena_strdup(a, "");
	if (*text == '\0')
		return NULL;
	if (strlen(text) > 200 || !split(a, text, &p))
		return "Choisissez comment l’événement se répète\u00A0: chaque jour, chaque"
		       " semaine, chaque mois ou chaque année.";
	if (p.count > 0 && p.ends)
		return "Choisissez un nombre de dates ou un dernier jour, pas les deux.";
	if (p.count > RECUR_DATES)
		return "Une série compte au plus 400\u00A0dates\u00A0: donnez-en moins, ou"
		       " prolongez-la plus tard.";
	if (p.ends && wall_days_between(start, p.until) < 0)
		return "La série finit avant de commencer\u00A0: donnez un dernier jour plus tard.";
	*rule = written(a, &p);
	if (!begins(*rule, start))
		return "L’événement commence un des jours où il se répète\u00A0: changez sa date ou"
		       " ces jours.";
	if (p.ends && recur_days(a, *rule, start, p.until, &days) >= RECUR_DATES)
		return "Une série compte au plus 400\u00A0dates\u00A0: donnez un dernier jour plus"
		       " proche.";
	return NULL;
}

/* The days of RULE (written by recur_read()) from START to the day LAST, at most RECUR_DATES, in
 * order; without a rule, START alone.  DAYS bear its hour. */
unsigned
recur_days(
	struct arena *a, const char *rule, struct wall start, struct wall last, struct wall **days)
{
	struct wall *all = arena_alloc(a, RECUR_DATES * sizeof *all);
	icalrecur_iterator *i = *rule != '\0' ? iterator(rule, start) : NULL;
	unsigned n = 0;

	*days = all;
	if (i == NULL) {
		all[n++] = start;
		return n;
	}
	while (n < RECUR_DATES && next_day(i, start, &all[n]) &&
		wall_days_between(all[n], last) >= 0)
		n++;
	icalrecur_iterator_free(i);
	return n;
}

/* Does it go on for ever? */
bool
recur_endless(const char *rule)
{
	return *rule != '\0' && strstr(rule, "COUNT=") == NULL && strstr(rule, "UNTIL=") == NULL;
}
