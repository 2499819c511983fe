/* ouverture.c - open, closed or hidden: the access list of a group follows from it
 *
 * Open and closed groups are known to volunteers and staff (to prospects too where the type says
 * so); a hidden one to its members, its coordination and the administration alone.  The
 * coordination manages the group, and so does who manages groups everywhere.
 */

#include <inttypes.h>
#include <string.h>

#include "domain/acces.h"
#include "domain/ouverture.h"

/* Give the group the list that its state asks for. */
void
ouverture_apply(struct req *r, int64_t id)
{
	const char *key = arena_printf(&r->mem, "%" PRId64, id);
	const char *titre =
		db_string(r, SQL("SELECT LEFT(titre, 240) FROM objet WHERE id = ?"), I(id));
	int64_t members = public_id(r, "groupe", key, titre);
	int64_t coordination =
		public_id(r, "coordination", key, arena_printf(&r->mem, "Coordination, %s", titre));
	const char *text = db_string(r,
		SQL("SELECT CONCAT_WS(',', IF(g.ouverture <> 'cache' AND t.prospects, '1:1', NULL),"
		    " IF(g.ouverture <> 'cache', '1:2,1:3', NULL), '3:4', CONCAT('3:', ?),"
		    " IF(g.ouverture = 'cache', CONCAT('1:', ?), NULL))"
		    " FROM groupe g JOIN groupe_type t ON t.cle = g.type WHERE g.id = ?"),
		I(coordination), I(members), I(id));

	db_exec(r, SQL("UPDATE objet SET liste_id = ? WHERE id = ?"), I(liste_id(r, text)), I(id));
}

void
ouverture_set(struct req *r, int64_t id, const char *ouverture)
{
	db_exec(r, SQL("UPDATE groupe SET ouverture = ? WHERE id = ?"), S(ouverture), I(id));
	ouverture_apply(r, id);
}

/* May the reader change the group and who is in it?  Its coordination, those above, the staff
 * and the administration; never what the reader does not see. */
bool
groupe_manages(struct req *r, int64_t id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM objet o WHERE o.id = ? AND o.genre = 'groupe' AND " SEES(
			       "o") " AND (? OR " MANAGES("o") ")"),
		       I(id), ME(r), I(r->user.level >= STAFF), ME(r)) != 0;
}

/* An archived group is read-only. */
bool
groupe_writable(struct req *r, int64_t id)
{
	return db_int(r, SQL("SELECT archive_le IS NULL FROM objet WHERE id = ?"), I(id)) != 0;
}
