/* demo_groupes.h - groups and tags that the association makes on the platform, for a demonstration instance */
#ifndef DEMO_GROUPES_H
#define DEMO_GROUPES_H

#include "db/db.h"

int demo_groups(struct req *);
int demo_tags(struct req *);

#endif
