/* actualites.h - what the files of the area share */
#ifndef ACTUALITES_H
#define ACTUALITES_H

#include "domain/actualites/actualite.h"

/* fiche.c */
int actualites_load(struct req *, int droit);
const char *actualites_print(struct req *);

/* saisie.c: the form read; false: the page says why */
bool actualites_read(struct req *, int64_t id, struct actualite *);
bool actualites_sent(struct req *, const char *name);
bool actualites_read_when(struct req *, const char **utc);

/* choix.c: the form shown */
void actualites_show(struct req *, const struct actualite *);
void actualites_offer(struct req *, const struct actualite *);

/* mots_cles.c */
bool actualites_read_tags(struct req *, int64_t ids[], unsigned *n);
void actualites_show_tags(struct req *, int64_t id);

#endif
