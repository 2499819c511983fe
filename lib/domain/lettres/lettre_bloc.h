/* lettre_bloc.h - the blocks of a letter: added, changed, moved, dropped
 *
 * The caller has asked the right, and that the words may change; lettre_hold() first, so that two
 * who write at once come one after the other.
 */
#ifndef LETTRE_BLOC_H
#define LETTRE_BLOC_H

#include "domain/lettres/lettre.h"

enum { BLOC_LIGNE = 150, BLOC_ALT = 300, BLOC_LIEN = 2000 }; /* characters */

struct lettre_bloc bloc_new(const char *genre);
bool lettre_bloc_read(struct req *, int64_t lettre_id, int64_t id, struct lettre_bloc *);

/* Why that block is not taken, in a sentence for who wrote it; FIELD is the part that it is about
 * (texte, droite, lien, alt, objet, fichier).  NULL: it is. */
const char *lettre_bloc_refused(
	struct req *, int64_t lettre_id, const struct lettre_bloc *, const char **field);

/* What it says, in a few signs: others when anything in it is other. */
const char *lettre_bloc_print(struct req *, const struct lettre_bloc *);
const char *lettre_print(struct req *, const struct lettre *);

int64_t lettre_bloc_add(struct req *, int64_t lettre_id, const struct lettre_bloc *);
void lettre_bloc_change(struct req *, int64_t lettre_id, const struct lettre_bloc *);
void lettre_bloc_move(struct req *, int64_t lettre_id, int64_t id, int64_t place);
void lettre_bloc_drop(struct req *, int64_t lettre_id, int64_t id);

#endif
