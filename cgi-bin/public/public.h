/* public.h - what the files of public share */
#ifndef PUBLIC_PUBLIC_H
#define PUBLIC_PUBLIC_H

#include "domain/agenda/visiteur.h"

/* An event E that anybody reads. */
#define OPEN_EVENT \
	"e.visibilite = 'public' AND e.etat IN ('publie', 'annule')" \
	" AND e.publie_le IS NOT NULL AND e.supprime_le IS NULL"

/* attente.c: what a stranger reads once she asked for a seat */
void public_attente_keep(struct req *, const struct venue *);
int public_attente(struct req *);

#endif
