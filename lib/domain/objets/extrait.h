/* extrait.h - the part of a text that answers a search */
#ifndef EXTRAIT_H
#define EXTRAIT_H

#include "base/req.h"

void extrait_say(struct req *, struct row *row, const char *text, const char *asked);

#endif
