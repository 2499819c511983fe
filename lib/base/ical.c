/* ical.c - events for people's own calendars (RFC 5545) */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/ical.h"
#include "base/local.h"
#include "base/text.h"

enum { LINE = 75 }; /* bytes, without its end */

/* A line, folded between characters. */
static void
line(struct ical *c, const char *text)
{
	size_t room = LINE;

	while (strlen(text) > room) {
		size_t n = room;

		while (((unsigned char) text[n] & 0xC0) == 0x80)
			n--;
		buffer_add(&c->out, text, n);
		buffer_puts(&c->out, "\r\n ");
		text += n;
		room = LINE - 1;
	}
	buffer_puts(&c->out, text);
	buffer_puts(&c->out, "\r\n");
}

static void
pair(struct ical *c, const char *name, const char *value)
{
	line(c, arena_printf(c->out.mem, "%s:%s", name, value));
}

/* A value of TEXT: what separates is escaped, lines are kept, other controls are none. */
static void
text(struct ical *c, const char *name, const char *value)
{
	struct buffer b = { c->out.mem };

	if (value == NULL || *value == '\0')
		return;
	for (const char *s = text_clean(c->out.mem, value); *s != '\0'; s++)
		if (*s == '\n')
			buffer_puts(&b, "\\n");
		else if (*s == '\\' || *s == ';' || *s == ',') {
			buffer_char(&b, '\\');
			buffer_char(&b, *s);
		} else if ((unsigned char) *s >= ' ' && *s != 127)
			buffer_char(&b, *s);
		else if (*s == '\t')
			buffer_char(&b, ' ');
	pair(c, name, buffer_text(&b));
}

/* A parameter in quotes, which nothing escapes: its own quotes become apostrophes. */
static const char *
quoted(struct arena *a, const char *value)
{
	char *s = text_line(a, value);

	for (char *q = s; *q != '\0'; q++)
		if (*q == '"')
			*q = '\'';
		else if ((unsigned char) *q < ' ' || *q == 127)
			*q = ' ';
	return arena_printf(a, "\"%s\"", s);
}

static const char *
utc(struct arena *a, time_t t)
{
	struct tm tm;
	char s[20];

	gmtime_r(&t, &tm);
	strftime(s, sizeof s, "%Y%m%dT%H%M%SZ", &tm);
	return arena_strdup(a, s);
}

static const char *
moment(struct arena *a, time_t t, bool day)
{
	struct tm tm;
	char s[20];

	localtime_r(&t, &tm);
	strftime(s, sizeof s, day ? "%Y%m%d" : "%Y%m%dT%H%M%S", &tm);
	return arena_strdup(a, s);
}

/* "DTSTART;TZID=Europe/Paris:20270327T190000", "DTSTART;VALUE=DATE:20270327" */
static void
when(struct ical *c, const char *name, time_t t, bool day)
{
	struct arena *a = c->out.mem;

	if (day)
		line(c, arena_printf(a, "%s;VALUE=DATE:%s", name, moment(a, t, true)));
	else
		line(c,
			arena_printf(
				a, "%s;TZID=%s:%s", name, conf.site_timezone, moment(a, t, false)));
}

/* RULE; its last day, where it has one, as a moment when it is of hours. */
static void
rule(struct ical *c, const char *rule, bool day)
{
	struct arena *a = c->out.mem;
	const char *until = strstr(rule, ";UNTIL=");
	struct wall w = { .hour = 23, .minute = 59 };
	time_t t;

	if (day || until == NULL ||
		sscanf(until + 7, "%4d%2d%2d", &w.year, &w.month, &w.day) != 3) {
		pair(c, "RRULE", rule);
		return;
	}
	wall_instant(w, &t);
	pair(c, "RRULE", arena_printf(a, "%.*s;UNTIL=%s", (int) (until - rule), rule, utc(a, t)));
}

static const char *
offset(struct arena *a, long seconds)
{
	long minutes = labs(seconds) / 60;

	return arena_printf(a, "%c%02ld%02ld", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/* A half of the year: from the last Sunday of that month at one o'clock UTC, in all of Europe. */
static void
season(struct ical *c, const char *kind, int month, long before, long after)
{
	struct arena *a = c->out.mem;
	time_t t = (month == 3 ? 7520400 : 25664400) + before; /* 1970 */
	struct tm tm;
	char start[20];

	gmtime_r(&t, &tm);
	strftime(start, sizeof start, "%Y%m%dT%H%M%S", &tm);
	pair(c, "BEGIN", kind);
	pair(c, "TZOFFSETFROM", offset(a, before));
	pair(c, "TZOFFSETTO", offset(a, after));
	pair(c, "DTSTART", before == after ? "19700101T000000" : start);
	if (before != after)
		pair(c, "RRULE", arena_printf(a, "FREQ=YEARLY;BYMONTH=%d;BYDAY=-1SU", month));
	pair(c, "END", kind);
}

static long
offset_in(int month)
{
	struct tm tm = { .tm_year = 126, .tm_mon = month - 1, .tm_mday = 15, .tm_hour = 12 };
	time_t t = timegm(&tm);

	localtime_r(&t, &tm);
	return tm.tm_gmtoff;
}

/* The zone of the site: that of Europe's summers, or one that never changes. */
static void
zone(struct ical *c)
{
	long winter = offset_in(1), summer = offset_in(7);

	pair(c, "BEGIN", "VTIMEZONE");
	pair(c, "TZID", conf.site_timezone);
	season(c, "STANDARD", 10, summer, winter);
	if (summer != winter)
		season(c, "DAYLIGHT", 3, winter, summer);
	pair(c, "END", "VTIMEZONE");
}

/* METHOD NULL: published, to be read again and again; NAME: of the whole, or NULL. */
struct ical
ical_begin(struct arena *a, const char *method, const char *name)
{
	struct ical c = { { a } };

	pair(&c, "BEGIN", "VCALENDAR");
	pair(&c, "VERSION", "2.0");
	pair(&c, "PRODID", "-//Essaim//Essaim//FR");
	pair(&c, "CALSCALE", "GREGORIAN");
	pair(&c, "METHOD", method != NULL ? method : "PUBLISH");
	if (name != NULL) {
		text(&c, "NAME", name);
		text(&c, "X-WR-CALNAME", name);
		pair(&c, "X-WR-TIMEZONE", conf.site_timezone);
		pair(&c, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
		pair(&c, "X-PUBLISHED-TTL", "PT1H");
	}
	zone(&c);
	return c;
}

static void
people(struct ical *c, const struct ical_event *e)
{
	struct arena *a = c->out.mem;

	if (e->organiser == NULL)
		return;
	line(c,
		arena_printf(a, "ORGANIZER;CN=%s:mailto:%s", quoted(a, e->organiser_name),
			e->organiser));
	if (e->attendee != NULL)
		line(c,
			arena_printf(a,
				"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;RSVP=%s:mailto:%s",
				e->answer, e->answers ? "TRUE" : "FALSE", e->attendee));
}

void
ical_add(struct ical *c, const struct ical_event *e)
{
	struct arena *a = c->out.mem;

	pair(c, "BEGIN", "VEVENT");
	pair(c, "UID", e->uid);
	pair(c, "DTSTAMP", utc(a, e->changed));
	pair(c, "LAST-MODIFIED", utc(a, e->changed));
	pair(c, "SEQUENCE", arena_printf(a, "%ld", e->sequence));
	if (e->replaces != 0)
		when(c, "RECURRENCE-ID", e->replaces, e->whole_days);
	when(c, "DTSTART", e->from, e->whole_days);
	when(c, "DTEND", e->to, e->whole_days);
	if (e->rule != NULL && *e->rule != '\0')
		rule(c, e->rule, e->whole_days);
	for (unsigned i = 0; i < e->mores; i++)
		when(c, "RDATE", e->more[i], e->whole_days);
	for (unsigned i = 0; i < e->excepts; i++)
		when(c, "EXDATE", e->except[i], e->whole_days);
	text(c, "SUMMARY", e->title);
	text(c, "DESCRIPTION", e->text);
	text(c, "LOCATION", e->place);
	if (e->url != NULL)
		pair(c, "URL", e->url);
	pair(c, "STATUS", e->status != NULL ? e->status : "CONFIRMED");
	people(c, e);
	pair(c, "END", "VEVENT");
}

char *
ical_end(struct ical *c)
{
	pair(c, "END", "VCALENDAR");
	return buffer_text(&c->out);
}
