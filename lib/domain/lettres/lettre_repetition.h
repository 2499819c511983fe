/* lettre_repetition.h - the rehearsal: who would get a letter, who not and why, and what is new
 * since the last one of its kind
 */
#ifndef LETTRE_REPETITION_H
#define LETTRE_REPETITION_H

#include "domain/lettres/lettre_gens.h"

/* What is browsed: who gets it, who does not, who did not get the last one, who did and will
 * not. */
enum repetition { R_RECOIVENT, R_PAS, R_NOUVEAUX, R_PARTIS, R_VUES };

struct repete {
	struct lettre_gens gens;
	int64_t derniere; /* the last letter of that kind; 0: there was none */
};

bool lettre_repete(struct req *, int64_t id, struct repete *); /* false: .gens.refus says why */
void lettre_repete_say(struct req *, const struct repete *);
struct rows *lettre_repete_rows(
	struct req *, const struct repete *, enum repetition, int64_t limit, int64_t skip);
void lettre_repetition_tour(struct req *);

#endif
