/* ecrit_refaire.h - what the search knows of every text, written again */
#ifndef ECRIT_REFAIRE_H
#define ECRIT_REFAIRE_H

#include "db/db.h"

void ecrits_reindex(struct req *);
void ecrits_complete(void);

#endif
