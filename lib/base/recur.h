/* recur.h - rules of repetition (RFC 5545, 3.3.10): those that our forms make, no others */
#ifndef RECUR_H
#define RECUR_H

#include "base/local.h"

enum { RECUR_DATES = 400 }; /* dates of one series, at most */

const char *recur_read(struct arena *, const char *text, struct wall start, char **rule);
unsigned recur_days(
	struct arena *, const char *rule, struct wall start, struct wall last, struct wall **days);
bool recur_endless(const char *rule);

#endif
