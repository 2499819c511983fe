/* arbre.h - the tree of groups: teams in groups, groups in the association */
#ifndef ARBRE_H
#define ARBRE_H

#include "db/db.h"

int64_t arbre_root(struct req *);
void arbre_add(struct req *, int64_t groupe_id, int64_t parent_id);
bool arbre_move(struct req *, int64_t groupe_id, int64_t parent_id);
bool arbre_from_crm(struct req *, int64_t groupe_id);
int64_t arbre_opened_by(struct req *, int64_t groupe_id, int64_t parent_id);
bool arbre_inherit(struct req *, int64_t groupe_id, bool heritage);
void arbre_say_above(struct req *, const char *into, int64_t groupe_id);

#endif
