/* demo.h - what groups published, for a demonstration instance */
#ifndef DEMO_H
#define DEMO_H

#include "base/json.h"
#include "db/db.h"

int demo_load(struct req *, json_object *groups);

#endif
