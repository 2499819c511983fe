/* index_refait.c - the full text made again, so that it forgets the words of erased people
 *
 * InnoDB keeps the words of what was deleted in its full-text index: a deleted row is only noted as
 * such, and its words stay in the files until the table is built again.
 */

#include "domain/socle/reglage.h"
#include "domain/vie/index_refait.h"

/* Somebody was erased: the full text is to be made again, in the night. */
void
index_stale(struct req *r)
{
	db_exec(r,
		SQL("REPLACE INTO reglage (cle, valeur) VALUES ('index_refaire',"
		    " UTC_TIMESTAMP(6))"));
}

/* Build again the tables that have a full text, if somebody was erased since the last time.
 * Outside of any transaction; whoever writes there waits meanwhile.  False: nothing to do. */
bool
index_rebuild(struct req *r)
{
	const char *since = reglage(r, "index_refaire", "");

	if (*since == '\0')
		return false;
	db_exec(r, SQL("ALTER TABLE recherche FORCE"));
	db_exec(r, SQL("ALTER TABLE message FORCE"));
	db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'index_refaire' AND valeur = ?"), S(since));
	return true;
}
