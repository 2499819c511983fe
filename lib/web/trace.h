/* trace.h - what is kept of a request: a line of the log, and its counts */
#ifndef TRACE_H
#define TRACE_H

#include <time.h>

#include "web/route.h"

/* When a request began, and what the process had used by then. */
struct beginning {
	int64_t ms;
	struct timespec at, cpu;
	unsigned sent, trips, slow;
};

struct beginning trace_begin(void);
void trace_end(
	const struct area *, const struct req *, const char *method, const struct beginning *);

#endif
