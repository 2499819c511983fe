/* ical.h - a moment for people's own calendars (RFC 5545), by libical */
#ifndef ICAL_FILE_H
#define ICAL_FILE_H

#include <time.h>

#include "base/arena.h"

struct moment {
	const char
		*uid; /* the same for the same thing, for ever: a second import changes the first */
	const char *title, *url;
	time_t from, to, changed; /* UTC */
};

char *ical_moment(struct arena *, const struct moment *);

#endif
