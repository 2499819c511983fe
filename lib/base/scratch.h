/* scratch.h - files without a name, that close with their arena and leave nothing behind */
#ifndef SCRATCH_H
#define SCRATCH_H

#include "base/arena.h"

int scratch_open(struct arena *, const char *dir);
void scratch_write(int fd, const char *bytes, size_t n);

#endif
