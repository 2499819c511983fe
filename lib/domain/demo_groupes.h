/* demo_groupes.h - groups that the association makes on the platform, for a demonstration instance */
#ifndef DEMO_GROUPES_H
#define DEMO_GROUPES_H

#include "db/db.h"

int demo_groups(struct req *);

#endif
