/* demo_groupes.h - what the association makes on the platform, for a demonstration instance */
#ifndef DEMO_GROUPES_H
#define DEMO_GROUPES_H

#include "db/db.h"

int demo_groups(struct req *);
int demo_tags(struct req *);
int64_t demo_values(struct req *);

#endif
