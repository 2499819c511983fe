/* controle_part.h - what the files of lettre_controle.h share */
#ifndef CONTROLE_PART_H
#define CONTROLE_PART_H

#include "domain/lettres/lettre_controle.h"

struct controle {
	struct req *r;
	const char *name;
	struct lettre l;
	struct lettre_bloc *blocs;
	unsigned n_blocs, n, blocking;
};

/* lettre_controle.c */
void controle_say(struct controle *, bool blocks, const char *where, const char *phrase);
const char *controle_bloc(struct controle *, const struct lettre_bloc *);

void controle_liens(struct controle *); /* controle_liens.c */
void controle_dates(struct controle *); /* controle_dates.c */
void controle_restes(struct controle *);
void controle_relecture(struct controle *); /* lettre_relecture.c */

#endif
