/* carte.h - what a text leads to on this site, drawn as a card */
#ifndef CARTE_H
#define CARTE_H

#include "db/db.h"

void carte_say(struct req *, const char *at, const char *texte);

#endif
