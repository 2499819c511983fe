/* calendrier.h - events as text/calendar, for people's own calendars
 *
 * The caller has asked the right on each: dates are the ids of evenement_date, as a JSON array
 * ("[3,7]"), in no order.  An event whose dates are all there is one series, with its rule, what
 * moved and what is cancelled; else its dates stand by themselves, under the same UID.
 */
#ifndef CALENDRIER_H
#define CALENDRIER_H

#include "db/db.h"

struct calendrier {
	const char *nom;     /* of the whole; NULL: none */
	const char *methode; /* NULL: published; REQUEST, CANCEL: to one person, in a mail */
	const char *adresse; /* hers */
	const char *retour;  /* where her calendar answers; NULL: nowhere */
	int64_t contact_id;  /* who reads: what she comes to is sure, what she waits for is not */
	bool ouvert;         /* to everybody: nothing that is for who comes, nobody's name */
	int64_t inscription_id; /* the same of who has no account; 0: nobody */
	const char *hote;       /* filled in here: what follows the @ of each UID */
};

const char *calendrier(struct req *, const struct calendrier *, const char *dates);
/* What names it for ever. */
const char *calendrier_uid(struct req *, int64_t evenement_id);
/* All the dates of that event. */
const char *calendrier_dates(struct req *, int64_t evenement_id);

/* At each turn of essaim-mail. */
void calendrier_tour(struct req *);
/* reponse_calendrier.c: the reader's calendar answers an invitation. */
struct mail_in;
bool evenement_answered(struct req *, int64_t evenement_id, const struct mail_in *);

#endif
