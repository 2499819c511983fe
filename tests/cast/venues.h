/* venues.h - people of Paris who come to events, wait for a seat, leave */
#ifndef VENUES_H
#define VENUES_H

#include "evenements.h"

extern int64_t lea, paul, awa;

void crowd(void); /* people(), and these three */
/* WHO sends a form of that event; "inscription" is one. */
int sends(int64_t who, int64_t id, const char *what, const char *body);
int comes(int64_t who, int64_t id, const char *body);
const char *state(int64_t who, int64_t id, int n); /* in its N-th date */
const char *told(int64_t who, int64_t id);         /* what she was told last */
bool organisers_read(const char *part);
int64_t seats(int64_t id, const char *column); /* pris, attente */
bool counted(void);                            /* the counters of every date say what its rows do */

#endif
