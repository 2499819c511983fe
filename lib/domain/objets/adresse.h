/* adresse.h - where each kind of objet is shown */
#ifndef ADRESSE_H
#define ADRESSE_H

#include "base/req.h"

const char *adresse(struct req *, const char *genre, int64_t id, int64_t cadre_id);
int64_t adresse_read(const char *text);

#endif
