/* groupe.h - groups: local groups, shops, editions, working groups, the board */
#ifndef GROUPE_H
#define GROUPE_H

#include "db/db.h"

char *groupe_sigle(struct req *, const char *titre);

#endif
