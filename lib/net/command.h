/* command.h - programs of this machine, run without a shell: what one writes another may read */
#ifndef COMMAND_H
#define COMMAND_H

#include <sys/types.h>

#include "base/arena.h"

/* Where a program reads, writes and complains; -1: nowhere. */
struct streams {
	int in, out, err;
};

pid_t command_start(const char *const *argv, struct streams);
int command_end(pid_t);
const char *command_said(struct arena *, int err);

#endif
