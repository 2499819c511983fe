/* sonde.h - does our own site answer, as those who come to it find it? */
#ifndef SONDE_H
#define SONDE_H

#include <time.h>

struct sonde {
	long status;    /* 0: nothing answered */
	time_t expires; /* the day its certificate ends; 0: it has none */
};

/* Ask URL once, for at most ten seconds.  A certificate that is wrong is read all the same. */
struct sonde sonde(const char *url);

#endif
