/* migrate.h - the numbered changes of the schema */
#ifndef MIGRATE_H
#define MIGRATE_H

#include "db/db.h"

int migrate(struct req *, const char *dir);
const char *migrate_newer(struct req *, const char *dir);
const char *migrate_missing(struct req *, const char *dir);

#endif
