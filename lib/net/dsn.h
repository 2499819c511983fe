/* dsn.h - what came back: reports of delivery (RFC 3464) in every shape that servers give them,
 * complaints (RFC 5965), and the words by which a server refuses
 *
 * Any bytes are read; whose they are is for the caller.
 */
#ifndef DSN_H
#define DSN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum dsn {
	DSN_NONE,     /* no report: somebody wrote, or a machine for her while she is away */
	DSN_DELAYED,  /* not yet; another one may follow */
	DSN_SOFT,     /* refused this time: full, too big, against a rule, not reached in time */
	DSN_HARD,     /* nobody is there */
	DSN_COMPLAINT /* she said that it is spam */
};

struct dsn_report {
	enum dsn what;
	const char *status; /* "5.1.1"; "" */
	const char *words;  /* what the server said, a line; "" */
};

enum dsn dsn_words(const char *status, const char *words);
bool dsn_nobody(long code, const char *answer);
void dsn_read(struct arena *, const char *bytes, size_t n, struct dsn_report *);

#endif
