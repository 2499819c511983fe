/* ical_reply.c - what somebody's calendar answers, by libical */

#include <stdio.h>
#include <string.h>

#include <libical/ical.h>

#include "base/clock.h"
#include "base/ical_reply.h"
#include "base/local.h"
#include "base/text.h"

/* Small, of a few lines, without what ends a text: libical keeps much of each line. */
static bool
is_bounded(const char *bytes, size_t n)
{
	size_t lines = 0;

	for (size_t i = 0; i < n && n <= ICAL_REPLY_MAX; i++)
		lines += bytes[i] == '\n';
	return n > 0 && n <= ICAL_REPLY_MAX && lines <= ICAL_REPLY_LINES &&
		memchr(bytes, '\0', n) == NULL && text_is_utf8(bytes, n);
}

/* Its only property of that kind; NULL: it has none, or several. */
static icalproperty *
only(icalcomponent *event, icalproperty_kind kind)
{
	return icalcomponent_count_properties(event, kind) == 1 ?
		icalcomponent_get_first_property(event, kind) :
		NULL;
}

static const char *
value(struct arena *a, icalproperty *p)
{
	const char *text = p != NULL ? icalproperty_get_value_as_string(p) : NULL;

	return text != NULL ? arena_strdup(a, text) : "";
}

/* "20270318T190000", "20270318T180000Z" or "20270318": the day of the site; NULL: none of these. */
static const char *
day_of(struct arena *a, const char *s)
{
	size_t n = strlen(s), digits = strspn(s, "0123456789");
	struct wall w;
	char iso[20];

	if (digits != 8 || (n != 8 && n != 15 && n != 16))
		return NULL;
	snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", s, s + 4, s + 6);
	if (!wall_read(iso, &w))
		return NULL;
	if (n != 16)
		return arena_strdup(a, iso);
	if (s[8] != 'T' || strspn(s + 9, "0123456789") != 6 || s[15] != 'Z')
		return NULL;
	snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s %.2s:%.2s:%.2s", s, s + 4, s + 6, s + 9, s + 11,
		s + 13);
	return wall_ymd(a, wall_at(clock_parse(iso)));
}

static bool
read_event(struct arena *a, icalcomponent *event, struct ical_reply *out)
{
	icalproperty *who = only(event, ICAL_ATTENDEE_PROPERTY);
	icalproperty *one = only(event, ICAL_RECURRENCEID_PROPERTY);
	const char *said =
		who != NULL ? icalproperty_get_parameter_as_string(who, "PARTSTAT") : NULL;

	if (said == NULL ||
		(one == NULL &&
			icalcomponent_count_properties(event, ICAL_RECURRENCEID_PROPERTY) > 0))
		return false;
	out->answer = arena_strdup(a, said);
	out->uid = value(a, only(event, ICAL_UID_PROPERTY));
	out->day = one == NULL ? "" : day_of(a, value(a, one));
	return *out->uid != '\0' && out->day != NULL;
}

/* False: it is no answer, or not one that is understood. */
bool
ical_reply_read(struct arena *a, const char *bytes, size_t n, struct ical_reply *out)
{
	icalcomponent *all, *event;
	bool ok = false;

	*out = (struct ical_reply) { .uid = "", .answer = "", .day = "" };
	if (!is_bounded(bytes, n))
		return false;
	all = icalparser_parse_string(arena_printf(a, "%.*s", (int) n, bytes));
	if (all == NULL)
		return false;
	if (icalcomponent_isa(all) == ICAL_VCALENDAR_COMPONENT &&
		icalcomponent_get_method(all) == ICAL_METHOD_REPLY) {
		event = icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT);
		ok = icalcomponent_count_components(all, ICAL_VEVENT_COMPONENT) == 1 &&
			read_event(a, event, out);
	}
	icalcomponent_free(all);
	return ok;
}
