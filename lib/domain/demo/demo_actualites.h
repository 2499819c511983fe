/* demo_actualites.h - a year of news, for a demonstration instance */
#ifndef DEMO_ACTUALITES_H
#define DEMO_ACTUALITES_H

#include "base/json.h"
#include "db/db.h"

int demo_actualites(struct req *, json_object *items);

#endif
