/* etiquettes.h - what the pages of tags share */
#ifndef ETIQUETTES_PAGES_H
#define ETIQUETTES_PAGES_H

#include "domain/objets/etiquette.h"
#include "web/route.h"

enum { NEAR_MAX = 5 };

bool etiquettes_load(struct req *, int64_t id);
unsigned etiquettes_say_near(struct req *, const char *nom, int64_t except);

#endif
