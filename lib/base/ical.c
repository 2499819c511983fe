/* ical.c - a moment for people's own calendars (RFC 5545), by libical */

#include <stdlib.h>

#include <libical/ical.h>

#include "base/ical.h"

static struct icaltimetype
utc(time_t t)
{
	return icaltime_from_timet_with_zone(t, 0, icaltimezone_get_utc_timezone());
}

/* A calendar that holds that moment alone: text/calendar, UTF-8, its lines folded. */
char *
ical_moment(struct arena *a, const struct moment *m)
{
	icalcomponent *event = icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
		icalproperty_new_uid(m->uid), icalproperty_new_dtstamp(utc(m->changed)),
		icalproperty_new_dtstart(utc(m->from)), icalproperty_new_dtend(utc(m->to)),
		icalproperty_new_summary(m->title), icalproperty_new_url(m->url), (void *) 0);
	icalcomponent *calendar =
		icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
			icalproperty_new_prodid("-//Essaim//FR"), event, (void *) 0);
	char *text = arena_own(a, icalcomponent_as_ical_string_r(calendar), free);

	icalcomponent_free(calendar);
	return text;
}
