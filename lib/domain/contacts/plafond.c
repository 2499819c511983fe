/* plafond.c - the ceiling of who administers by delegation: nobody opens or gives what she does not
 * hold
 *
 * The domain "administration" of the grid opens its screens to people who are no administrators.
 * What they set there goes no further than what they may do themselves, both ways: what they do
 * not hold they neither open nor close, and what others hold they do not take from them.
 */

#include "domain/acces/droit.h"
#include "domain/contacts/contact.h"
#include "domain/contacts/plafond.h"

/* An administrator and not a delegate: the grid and what gives rights are set by these alone. */
bool
plafond_entier(const struct req *r)
{
	return r->user.level >= ADMIN;
}

/* The highest reading level (sql/0001_base.sql) that the reader has for everybody. */
int
plafond_lecture(struct req *r)
{
	if (plafond_entier(r))
		return LEVEL_ADMIN;
	if (droit(r, "contacts") < PARTOUT || droit(r, "prospects") < PARTOUT)
		return 1;
	return contact_level(r);
}

/* May the reader set what whole types of groups are? */
bool
plafond_groupes(struct req *r)
{
	return plafond_entier(r) || droit(r, "groupes") == PARTOUT;
}
