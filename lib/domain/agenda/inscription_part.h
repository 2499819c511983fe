/* inscription_part.h - what the files of registration share: a date under its lock, a seat of it */
#ifndef INSCRIPTION_PART_H
#define INSCRIPTION_PART_H

#include "domain/agenda/inscription.h"

/* A date whose row is locked until the transaction ends. */
struct seance {
	int64_t id, evenement;
	int64_t places; /* -1: no limit */
	int64_t reserve, pris, attente, invites_max, delai_h, retrait_h;
	const char *debut, *mode, *now;
	bool annulee, fermee, passee, commencee;
	bool inchangee; /* what was asked for stands already: nobody is told again */
};

struct place {
	int64_t inscription;
	const char *etat;
	int64_t invites, offre;
	bool confirmer, expiree; /* a seat to confirm; or an offer: its time is over */
};

/* inscription_seance.c */
bool seance_lock(struct req *, int64_t date_id, struct seance *);
void seance_write(struct req *, const struct seance *);
int64_t seance_free(struct req *, const struct seance *, bool by_hand);
struct place seance_place(struct req *, const struct seance *, int64_t inscription_id);
void seance_free_place(struct req *, struct seance *, const struct place *, const char *etat);
void seance_seat(
	struct req *, struct seance *, const struct place *, int64_t invites, const char *until);
const char *seance_deadline(struct req *, const struct seance *);
void seance_tell(struct req *, const struct seance *, int64_t inscription_id, const char *phrase);
void seance_tell_organisers(struct req *, const struct seance *, const char *phrase);
const char *seance_who(struct req *, int64_t inscription_id);
int64_t *seance_dates(
	struct req *, int64_t evenement_id, int64_t date_id, int64_t inscription_id, unsigned *n);

/* inscription.c */
int64_t inscription_row(struct req *, int64_t evenement_id, const struct venue *venue, bool series);
void inscription_follow(struct req *, int64_t evenement_id, int64_t date_id,
	const struct venue *venue, bool accepted);

/* inscription_passe.c */
bool inscription_pass(struct req *, struct seance *, int64_t from, const struct venue *to);

/* inscription_liste.c */
void seance_fill(struct req *, struct seance *);

#endif
