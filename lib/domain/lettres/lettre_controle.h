/* lettre_controle.h - what is looked at before a letter leaves
 *
 * lettre_controle(r, id, "Constats") says each finding: gravite (bloque, avertit), phrase, lien (a
 * page where it is put right, or "").  Whoever sends asks it again: what blocks refuses.
 */
#ifndef LETTRE_CONTROLE_H
#define LETTRE_CONTROLE_H

#include "domain/lettres/lettre.h"

/* How many block. */
unsigned lettre_controle(struct req *, int64_t lettre_id, const char *name);

/* controle_liens.c: links to other sites, asked in the turns of essaim-index */
unsigned lettre_liens_ask(struct req *, int64_t lettre_id);
bool lettre_lien_probe(struct req *);

#endif
