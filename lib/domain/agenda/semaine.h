/* semaine.h - what takes place on some days, for who chooses a date there */
#ifndef SEMAINE_H
#define SEMAINE_H

#include "domain/agenda/evenement.h"

int semaine_say(struct req *, const char *name, struct wall from, int days, int64_t but, int most);

#endif
