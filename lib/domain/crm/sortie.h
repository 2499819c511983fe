/* sortie.h - departures: who would lose the access by what the CRM says
 *
 * Nobody who may enter is closed by the sync before a departure of hers was let through: it is seen
 * first, and few are let through at once; many wait for an administrator.
 */
#ifndef SORTIE_H
#define SORTIE_H

#include "domain/crm/contact_store.h"

struct sorties {
	long seen;    /* to be judged now */
	long lately;  /* of the last hour: closed, seen or waiting, those to be judged included */
	long most;    /* that may be, without a word of anybody */
	bool stopped; /* too many: they wait for an administrator, who is to be told */
};

bool sortie_may(struct req *, int64_t contact_id, const char *cause, const char *valeur);
void sortie_hold(struct req *, const struct mapping *, struct crm_contact *, struct known *const *,
	size_t n);
void sortie_judge(struct req *, const char *since, bool forced, struct sorties *);
long sortie_waiting(struct req *);
long sortie_decide(struct req *, int64_t until, bool yes);

/* When a departure was seen, as a number. */
#define SORTIE_SEEN "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', vue_le)"

#endif
