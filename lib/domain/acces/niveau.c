/* niveau.c - administrators, staff, confirmed coordination of some group, everybody else */

#include "domain/acces/niveau.h"

/* The level of who asks; the same numbers as the reading and writing levels of fields. */
int
niveau(struct req *r)
{
	if (r->user.level >= STAFF)
		return r->user.level >= ADMIN ? N_ADMIN : N_SIEGE;
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM contact_public cp"
			   " JOIN public p ON p.id = cp.public_id"
			   " WHERE cp.contact_id = ? AND p.genre = 'encadrement')"),
		       I(r->user.id)) ?
		N_COORDINATION :
		N_MEMBRE;
}
