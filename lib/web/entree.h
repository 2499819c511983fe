/* entree.h - what the ways into the platform share */
#ifndef ENTREE_H
#define ENTREE_H

#include "base/req.h"

int entree_link(struct req *, const char *form, const char *sent);
int entree_too_many(struct req *, long seconds);

#endif
