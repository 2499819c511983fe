/* carte.h - the map of France by département */
#ifndef CARTE_H
#define CARTE_H

#include "db/db.h"

/* How many of what is counted are in the département CODE: "69", "2A", "974". */
typedef int64_t carte_nombre(const void *arg, const char *code);

void carte_say(struct req *, carte_nombre *, const void *arg);

#endif
