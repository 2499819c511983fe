/* groupes.h - what the pages of groups share */
#ifndef GROUPES_PAGES_H
#define GROUPES_PAGES_H

#include "web/route.h"

/* arbre.c */
int groupes_tree(struct req *);

/* fiche.c */
int groupes_droit(struct req *);
int groupes_page(struct req *, const char *template);
bool groupes_load(struct req *, int64_t id, const char *onglet);
bool groupes_enters(struct req *, int64_t id, const char *onglet);
bool groupes_managed(struct req *, int64_t id, const char *onglet);

/* editer.c */
bool groupes_creates(struct req *);

/* fil.c */
bool groupes_publication(struct req *, int64_t groupe, int64_t id);
int groupes_show_publication(struct req *);
int groupes_take_members(struct req *, int64_t id);

#endif
