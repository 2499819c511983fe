/* reglage.h - settings that are changed on screen */
#ifndef REGLAGE_H
#define REGLAGE_H

#include "db/db.h"

const char *reglage(struct req *, const char *cle, const char *usual);
void reglage_set(struct req *, const char *cle, const char *valeur);

#endif
