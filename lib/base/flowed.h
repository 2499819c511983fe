/* flowed.h - lines that a mail program folded, as they were written (RFC 3676) */
#ifndef FLOWED_H
#define FLOWED_H

#include <stdbool.h>

#include "base/arena.h"

char *flowed(struct arena *, const char *text, bool delsp);

#endif
