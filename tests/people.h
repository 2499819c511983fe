/* people.h - Paris and Lille with somebody in each, for tests of what people write together */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "t.h"

extern int64_t coop, benp, benl, sal, paris, lille;

void people(void); /* makes them all */

#define at(...) arena_printf(&t.mem, __VA_ARGS__)

#endif
