/* calendrier_prive.h - private addresses that calendars of people read, without signing in
 *
 * Only the digest of an address is kept: it is shown once.  What it gives is asked again at each
 * reading, with the rights that its owner has then; it gives nothing any more once she may not
 * enter, or left the group.
 */
#ifndef CALENDRIER_PRIVE_H
#define CALENDRIER_PRIVE_H

#include "db/db.h"

/* As SQL: contact C may subscribe to group G (an expression): she is in it, or manages it. */
#define CALENDRIER_OPEN(g, c) \
	"(" IN_GROUP(g, c) " OR EXISTS (SELECT 1 FROM objet og_ WHERE og_.id = " g \
			   " AND " MAY_OF("og_", c, "3") "))"

struct flux {
	int64_t contact, groupe; /* groupe 0: her own */
	const char *nom;
	const char *dates;  /* as calendrier() takes them */
	const char *change; /* when what it gives changed last, or the address was made */
};

bool calendrier_prive_may(struct req *, int64_t groupe_id);
const char *calendrier_prive_new(struct req *, int64_t groupe_id);
const char *calendrier_prive_renew(struct req *, int64_t id);
bool calendrier_prive_drop(struct req *, int64_t id);
bool calendrier_prive_read(struct req *, const char *jeton, struct flux *);

#endif
