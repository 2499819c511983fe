/* local.h - the clock on the wall of the site (site.timezone), over changes of the hour */
#ifndef LOCAL_H
#define LOCAL_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"

/* A day and an hour on the wall. */
struct wall {
	int year, month, day, hour, minute;
};

enum wall_is { WALL_ONCE, WALL_TWICE, WALL_NEVER };

bool wall_read(const char *iso, struct wall *);
enum wall_is wall_instant(struct wall, time_t *);
struct wall wall_at(time_t);
struct wall wall_add_days(struct wall, int days);
int wall_days_between(struct wall from, struct wall to);
char *wall_iso(struct arena *, struct wall);
char *wall_ymd(struct arena *, struct wall);

#endif
