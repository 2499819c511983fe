/* duree.h - how long, as one types and reads it */
#ifndef DUREE_H
#define DUREE_H

#include <stdint.h>

#include "base/arena.h"

int duree_read(const char *text);
char *duree_words(struct arena *, int64_t minutes);

#endif
