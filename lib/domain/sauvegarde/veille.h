/* veille.h - what administrators are told of dumps, once each way */
#ifndef VEILLE_H
#define VEILLE_H

#include "db/db.h"

void veille_copie(struct req *, const char *nom, const char *wrong);
void veille_essai(struct req *, const char *nom, const char *wrong);

#endif
