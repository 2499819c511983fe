/* cession.h - "je cède ma place à": a seat that passes from one person to another
 *
 * She names somebody who may see the event, or gives an address where it is public.  The other says
 * yes or no by the link of a mail, once; until then the seat is hers who offers it.
 */
#ifndef CESSION_H
#define CESSION_H

#include "db/db.h"

/* What the link opens. */
struct cession {
	int64_t id, date, inscription, evenement, contact; /* contact 0: by address */
	const char *etat, *email, *qui;                    /* qui: who gives */
	bool libre;                                        /* it can be taken now */
};

const char *cession_offer(struct req *, int64_t inscription_id, int64_t date_id, int64_t contact_id,
	const char *email);
void cession_withdraw(struct req *, int64_t inscription_id, int64_t date_id);
bool cession_read(struct req *, const char *cle, struct cession *);
bool cession_accept(struct req *, const struct cession *, const char *prenom, const char *nom);
void cession_decline(struct req *, const struct cession *);

#endif
