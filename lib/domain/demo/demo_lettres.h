/* demo_lettres.h - a year of letters, for a demonstration instance */
#ifndef DEMO_LETTRES_H
#define DEMO_LETTRES_H

#include "base/json.h"
#include "db/db.h"

int demo_lettres(struct req *, json_object *letters);

#endif
