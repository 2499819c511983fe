/* afaire.h - what waits for the reader: the lines "à faire" of her home */
#ifndef AFAIRE_H
#define AFAIRE_H

#include "base/req.h"

void afaire(struct req *, const char *url, const char *titre, const char *texte, const char *icone);
unsigned afaire_count(struct req *);

#endif
