/* modele.h - an administrator and a person, whose fields are changed */
#ifndef MODELE_H
#define MODELE_H

#include "people.h"

extern int64_t benedicte;

void champs_people(void);
int64_t field_called(const char *cle);

#endif
