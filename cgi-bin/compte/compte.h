/* compte.h - what the pages of my account share */
#ifndef COMPTE_PAGES_H
#define COMPTE_PAGES_H

#include "web/route.h"

/* compte.c */
int compte_show(struct req *);

/* jetons.c */
void compte_tokens(struct req *);

#endif
