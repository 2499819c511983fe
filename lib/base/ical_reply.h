/* ical_reply.h - what somebody's calendar answers to an invitation (METHOD:REPLY), every byte of it
 * hostile
 *
 * Read by libical, bounded: one event, one answer.  Its zones are never asked; what is copied out
 * is compared, and nothing else.
 */
#ifndef ICAL_REPLY_H
#define ICAL_REPLY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { ICAL_REPLY_MAX = 32768, ICAL_REPLY_LINES = 500 };

struct ical_reply {
	const char *uid;
	const char *answer; /* ACCEPTED, DECLINED, TENTATIVE and others */
	const char *day;    /* of a series, that one ("2027-03-18"), of the site; "": it, or all */
};

bool ical_reply_read(struct arena *, const char *bytes, size_t n, struct ical_reply *);

#endif
