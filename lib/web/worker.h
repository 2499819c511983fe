/* worker.h - the FastCGI loop of an area's program, and plain CGI */
#ifndef WORKER_H
#define WORKER_H

#include "web/route.h"

int worker_run(const struct area *, char **argv);

#endif
