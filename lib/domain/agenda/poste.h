/* poste.h - the posts of an event, and the shifts that stand on them
 *
 * Who MANAGES() the event asks; the caller has asked that right.  Moments are UTC as SQL writes
 * them.
 */
#ifndef POSTE_H
#define POSTE_H

#include "base/local.h"
#include "db/db.h"

enum { POSTES = 60, CRENEAUX_MAX = 96, CRENEAU_GENS = 500 };

struct poste {
	const char *titre, *lieu, *consignes;
	int64_t km; /* -1: none */
	int64_t champ;
	const char *valeur; /* the training: a choice of that field; 0, "": none */
	int64_t age_min, ordre;
	bool habitue;
};

/* Shifts one after the other: of HEURES hours each, from FROM until TO. */
struct regulier {
	struct wall from, to;
	int64_t heures, minimum, maximum;
};

struct poste poste_new(void);
bool poste_read(struct req *, int64_t id, int64_t evenement_id, struct poste *);
int64_t poste_create(struct req *, int64_t evenement_id, const struct poste *);
void poste_save(struct req *, int64_t id, const struct poste *);
bool poste_remove(struct req *, int64_t id);
int poste_shifts(struct req *, int64_t id, const struct regulier *);
int poste_week_again(struct req *, int64_t evenement_id, struct wall monday);
int64_t postes_count(struct req *, int64_t evenement_id);
const char *creneau_jour(struct req *, struct wall);

#endif
