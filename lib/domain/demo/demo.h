/* demo.h - what groups published, for a demonstration instance */
#ifndef DEMO_H
#define DEMO_H

#include "base/json.h"
#include "db/db.h"

int demo_file(struct req *, const char *path, int (*load)(struct req *, json_object *));
int demo_load(struct req *, json_object *groups);

#endif
