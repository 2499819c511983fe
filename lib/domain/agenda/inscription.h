/* inscription.h - who comes to an event: seats taken and left, the list of those who wait
 *
 * A date of the event is named by its id; 0 means its one date or, of a series, all dates to come.
 * Who asks has the right to: SEES() for oneself, MANAGES() for others.  Each function takes the
 * lock of the dates it changes, in the order of their ids, and tells both sides what it decided.
 */
#ifndef INSCRIPTION_H
#define INSCRIPTION_H

#include "db/db.h"

enum { INSCRIPTION_MOT = 1000 };

/* What was reached; from PLACE_FERMEE on nothing changed, and that is why. */
enum etat_place {
	PLACE_AUCUNE,
	PLACE_INSCRIT,
	PLACE_ATTENTE,
	PLACE_DEMANDE, /* an organiser decides */
	PLACE_FERMEE,
	PLACE_PASSEE,
	PLACE_ANNULEE,
	PLACE_COMPLET, /* more people than may ever come in, or no seat for more guests */
	PLACE_SANS,    /* nobody registers for that event */
	PLACE_REFUSEE, /* an organiser said no */
	PLACE_TARD,    /* so near to it one leaves only when somebody takes over */
};

/* Who comes: somebody known (contact_id), or a stranger with her names and address. */
struct venue {
	int64_t contact_id;
	const char *prenom, *nom, *email, *mot;
	int invites;
	bool a_la_main; /* an organiser adds her: reserved seats are for that */
	/* her address is not proved: a seat is held till then, and another mail tells her so */
	const char *jusqu_a;
};

/* inscription.c */
int inscription_take(
	struct req *, int64_t evenement_id, int64_t date_id, const struct venue *venue);
int64_t inscription_find(struct req *, int64_t evenement_id, const struct venue *venue);
int inscription_leave(struct req *, int64_t evenement_id, int64_t date_id, int64_t inscription_id);
void inscription_free(struct req *, int64_t evenement_id, int64_t inscription_id);
bool inscription_confirm(struct req *, int64_t inscription_id, int64_t date_id);
bool inscription_answer(struct req *, int64_t inscription_id, int64_t date_id, bool takes);
const char *inscription_name(int etat);

/* inscription_tri.c: what organisers decide of one person */
int inscription_judge(
	struct req *, int64_t inscription_id, int64_t date_id, bool accept, const char *mot);
void inscription_remove(struct req *, int64_t inscription_id, int64_t date_id, const char *mot);

/* inscription_liste.c */
void inscription_promote(struct req *, int64_t date_id);
void inscription_promote_all(struct req *, int64_t evenement_id);
int inscription_would_promote(struct req *, int64_t evenement_id, int64_t places, int64_t reserve);
void inscription_tour(struct req *);

/* inscription_serie.c */
void inscription_fill_dates(struct req *, int64_t evenement_id);
void inscription_reconfirm(struct req *, int64_t evenement_id, int64_t date_id);

#endif
