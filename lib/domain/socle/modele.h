/* modele.h - the contact model changed: fields, options, groups, tags */
#ifndef DOMAIN_MODELE_H
#define DOMAIN_MODELE_H

#include "db/db.h"

void modele_changed(struct req *);
void modele_hold(struct req *);

#endif
