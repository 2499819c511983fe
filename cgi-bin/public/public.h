/* public.h - what the files of public share */
#ifndef PUBLIC_PUBLIC_H
#define PUBLIC_PUBLIC_H

#include "domain/agenda/visiteur.h"

/* attente.c: what a stranger reads once she asked for a seat */
void public_attente_keep(struct req *, const struct venue *);
int public_attente(struct req *);

#endif
