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

/* As SQL, what post p asks of who holds it: "12:bienvenue", the choice of a field, "e:34", a tag,
 * "p:5", a role in a group; "": nothing. */
#define SON_ETIQUETTE \
	"COALESCE((SELECT a_.etiquette_id FROM etiquette_ancienne a_" \
	" WHERE a_.id = p.etiquette_id), p.etiquette_id)"
#define EXIGE \
	"CASE WHEN p.champ_id IS NOT NULL THEN CONCAT(p.champ_id, ':', p.valeur)" \
	" WHEN p.etiquette_id IS NOT NULL THEN CONCAT('e:', " SON_ETIQUETTE ")" \
	" WHEN p.public_id IS NOT NULL THEN CONCAT('p:', p.public_id) ELSE '' END"

struct poste {
	const char *titre, *lieu, *consignes;
	int64_t km;        /* -1: none */
	const char *exige; /* EXIGE */
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
void poste_shifts_like(struct req *, int64_t id, int64_t like, int days);
int64_t postes_count(struct req *, int64_t evenement_id);
const char *creneau_jour(struct req *, struct wall);

#endif
