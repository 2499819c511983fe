/* plafond.h - the ceiling of who administers by delegation: nobody opens or gives what she does not
 * hold */
#ifndef PLAFOND_H
#define PLAFOND_H

#include "db/db.h"

bool plafond_entier(const struct req *);
int plafond_lecture(struct req *);
bool plafond_groupes(struct req *);

#endif
