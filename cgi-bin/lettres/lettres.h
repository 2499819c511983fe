/* lettres.h - what the files of the area share */
#ifndef LETTRES_H
#define LETTRES_H

#include "domain/lettres/lettre.h"

/* lettres.c */
int lettres_load(struct req *, struct lettre *);
int lettres_load_draft(struct req *, struct lettre *);
int lettres_page(struct req *, const struct lettre *);

#endif
