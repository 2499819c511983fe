/* ical.h - events for people's own calendars (RFC 5545)
 *
 * Written here, not by a library: what a program reads once an hour must be the same bytes as long
 * as nothing changed.  Hours are those of the site, with the rules of its zone beside them; whole
 * days are days.
 *
 *	struct ical c = ical_begin(mem, NULL, "Mon agenda");
 *	ical_add(&c, &(struct ical_event) { .uid = ..., .title = ..., .from = ..., .to = ... });
 *	ical_end(&c)
 */
#ifndef ICAL_FILE_H
#define ICAL_FILE_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"
#include "base/buffer.h"

struct ical {
	struct buffer out;
};

struct ical_event {
	/* the same for the same thing, for ever: a second import changes the first */
	const char *uid;
	const char *title, *text, *place, *url; /* NULL or "": nothing is said */
	time_t from, to, changed;
	bool whole_days; /* from a midnight to the one after the last day */
	long sequence;
	const char *status; /* CONFIRMED, TENTATIVE, CANCELLED; NULL: CONFIRMED */
	/* A series: its rule, the beginnings it gives that are none, and those it lacks. */
	const char *rule;
	const time_t *except, *more;
	unsigned excepts, mores;
	time_t replaces; /* one of a series: when it would have begun; 0: it is none */
	/* Who asks, at an address that people may know, and by what name; who is asked. */
	const char *organiser, *organiser_name;
	const char *attendee, *answer; /* ACCEPTED, TENTATIVE, NEEDS-ACTION, DECLINED */
	bool answers;                  /* her calendar is asked to answer the organiser */
};

struct ical ical_begin(struct arena *, const char *method, const char *name);
void ical_add(struct ical *, const struct ical_event *);
char *ical_end(struct ical *);

#endif
