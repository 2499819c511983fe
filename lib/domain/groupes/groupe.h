/* groupe.h - groups: local groups, shops, editions, working groups, the board */
#ifndef GROUPE_H
#define GROUPE_H

#include "db/db.h"

char *groupe_sigle(struct req *, const char *titre);
void groupe_rename(struct req *, int64_t id, const char *titre);
int64_t groupe_create(struct req *, const char *type, const char *titre);
void groupe_index(struct req *, int64_t id);
int64_t groupe_contenu_liste(struct req *, int64_t id);
int64_t groupe_contenu_connue(struct req *, int64_t id);
void groupe_from_options(struct req *);
void groupe_say_sigles(struct req *, const char *name);
void groupe_follow_lot(struct req *);

#endif
