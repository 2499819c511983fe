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

#endif
