/* tentative.h - how often something was tried in vain, or done, and how long to wait */
#ifndef TENTATIVE_H
#define TENTATIVE_H

#include "db/db.h"

/* After FREE failures each one doubles the wait, from 2 s to at most MAX s; an hour without
 * failure forgives all. */
struct rule {
	const char *name;
	int free, max;
};

long tentative_wait(struct req *, const struct rule *, const char *what);
long tentative_count(struct req *, const struct rule *, const char *what);
long tentative_window(
	struct req *, const char *name, const char *what, long weight, long seconds, long *left);
void tentative_forget(struct req *, const struct rule *, const char *what);
const char *tentative_address(struct req *, const char *email);
const char *tentative_network(struct req *);

#endif
