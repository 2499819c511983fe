/* alone.c - one request of a person at a time, where what she does is counted */

#include "domain/socle/alone.h"

/* Until this request ends no other of the same person passes here: what has a limit for each may be
 * counted, by a locking read, and then added to. */
void
reader_alone(struct req *r)
{
	db_int(r, SQL("SELECT contact_id FROM compte WHERE contact_id = ? FOR UPDATE"),
		I(r->user.id));
}
