/* carte_france.h - the map of France by département */
#ifndef CARTE_FRANCE_H
#define CARTE_FRANCE_H

#include "db/db.h"

/* How many of what is counted are in the département CODE: "69", "2A", "974". */
typedef int64_t carte_france_nombre(const void *arg, const char *code);

void carte_france_say(struct req *, carte_france_nombre *, const void *arg);

#endif
