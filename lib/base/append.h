/* append.h - lines added to a file that is kept for years */
#ifndef APPEND_H
#define APPEND_H

#include <sys/types.h>

#include "base/arena.h"

void append_lines(struct arena *, const char *path, mode_t, const char *lines);

#endif
