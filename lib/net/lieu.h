/* lieu.h - in which country a network is */
#ifndef LIEU_H
#define LIEU_H

#include "base/arena.h"

const char *lieu_of(struct arena *, const char *address);

#endif
