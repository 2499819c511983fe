/* apportes.h - people and files that the tests of imports share */
#ifndef APPORTES_H
#define APPORTES_H

#include "people.h"

extern int64_t im;

void apportes(void);
/* That person brings that text, its columns are COLUMNS ("c0=email&c1=bio"). */
int bring(int64_t who, const char *text, const char *columns);
const char *import_at(const char *rest);
int64_t count_in(int64_t etat);
const char *bio_of(int64_t id);
int64_t has_value(int64_t id, const char *valeur);

#endif
