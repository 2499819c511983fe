/* adresse.h - where an objet is shown, and as what */
#ifndef ADRESSE_H
#define ADRESSE_H

#include "base/req.h"

const char *adresse(struct req *, const char *genre, int64_t id, int64_t cadre_id);
void genre_dress(struct req *, struct row *row);
int64_t adresse_read(const char *text);

#endif
