/* niveau.h - how much a person may do on the platform, as one number */
#ifndef NIVEAU_H
#define NIVEAU_H

#include "db/db.h"

enum { N_MEMBRE = 1, N_COORDINATION = 3, N_SIEGE = 4, N_ADMIN = 5 };

int niveau(struct req *);

#endif
