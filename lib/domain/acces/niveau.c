/* niveau.c - administrators, staff, confirmed coordination of some group, everybody else */

#include "domain/acces/niveau.h"

/* The level of who asks; the same numbers as the reading and writing levels of fields. */
int
niveau(struct req *r)
{
	static char owner;
	void **kept = req_kept(r, &owner);
	struct known {
		int64_t id;
		int niveau;
	} *known = *kept;

	if (r->user.level >= STAFF)
		return r->user.level >= ADMIN ? N_ADMIN : N_SIEGE;
	if (r->read_only && *kept != NULL && known->id == r->user.id)
		return known->niveau;
	known = *kept = arena_alloc(&r->mem, sizeof *known);
	known->id = r->user.id;
	return known->niveau = db_int(r,
				       SQL("SELECT EXISTS (SELECT 1 FROM contact_public cp"
					   " JOIN public p ON p.id = cp.public_id"
					   " WHERE cp.contact_id = ? AND p.genre = 'encadrement')"),
				       I(r->user.id)) ?
		N_COORDINATION :
		N_MEMBRE;
}
