/* etiquettes.h - the pages of tags, file by file */
#ifndef ETIQUETTES_PAGES_H
#define ETIQUETTES_PAGES_H

#include "domain/objets/etiquette.h"
#include "web/route.h"

enum { NEAR_MAX = 5 };

bool etiquettes_load(struct req *, int64_t id);
unsigned etiquettes_say_near(struct req *, const char *nom, int64_t except);

/* editer.c */
int etiquettes_new(struct req *);
int etiquettes_create(struct req *);
int etiquettes_edit(struct req *);
int etiquettes_save(struct req *);
int etiquettes_drop(struct req *);

/* fusion.c */
int etiquettes_merge_ask(struct req *);
int etiquettes_merge(struct req *);

/* familles.c */
int familles_list(struct req *);
int familles_new(struct req *);
int familles_edit(struct req *);
int familles_save(struct req *);

/* objet.c */
int etiquettes_choose(struct req *);
int etiquettes_chosen(struct req *);

#endif
