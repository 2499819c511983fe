/* conserve_demo.h - delays adopted and people whose data end, for a demonstration */
#ifndef CONSERVE_DEMO_H
#define CONSERVE_DEMO_H

#include "db/db.h"

int conserve_demo(struct req *, char **argv);

#endif
