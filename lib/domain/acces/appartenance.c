/* appartenance.c - the groups that count for a reader, as digits and commas for statements being
 * composed */

#include "domain/acces/appartenance.h"

bool
groupe_seen(struct req *r, int64_t groupe_id)
{
	return db_int(r, SQL("SELECT " GROUP_SEEN("?")), I(groupe_id), ME(r)) != 0;
}

/* "12,15": the groups that count in the figures of that one, itself and some below it, or of
 * everybody (0), as far as the reader sees them; "0": none. */
const char *
groupes_counted(struct req *r, int64_t groupe_id)
{
	return groupe_id == 0 ?
		db_string(r,
			SQL("SELECT COALESCE(GROUP_CONCAT(o.id), '0') FROM groupe g"
			    " JOIN objet o ON o.id = g.id"
			    " WHERE g.ouverture <> 'cache' AND " SEES("o")),
			ME(r)) :
		db_string(r,
			SQL("SELECT COALESCE(GROUP_CONCAT(o.id), '0') FROM groupe_arbre a"
			    " JOIN objet o ON o.id = a.groupe_id"
			    " WHERE a.ancetre_id = ? AND a.coupures = 0 AND " SEES(
				    "o") " AND " GROUP_SEEN("a.ancetre_id")),
			I(groupe_id), ME(r), ME(r));
}
