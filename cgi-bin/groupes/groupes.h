/* groupes.h - the pages of groups, file by file */
#ifndef GROUPES_PAGES_H
#define GROUPES_PAGES_H

#include "web/route.h"

/* liste.c */
int groupes_list(struct req *);

/* fiche.c */
bool groupes_load(struct req *, int64_t id, const char *onglet);
int groupes_members(struct req *);
int groupes_about(struct req *);

#endif
