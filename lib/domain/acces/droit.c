/* droit.c - what the reader may do: the sum of the rights of the profiles she has */

#include <string.h>

#include "domain/acces/droit.h"

/* The same from what the session read: the highest of the profiles. */
static int
in_text(struct req *r, const char *domaine)
{
	const char *key = arena_printf(&r->mem, ",%s:", domaine);
	int most = NULLE_PART;

	for (const char *s = r->user.droits; (s = strstr(s, key)) != NULL; s++)
		if (s[strlen(key)] - '0' > most)
			most = s[strlen(key)] - '0';
	return most;
}

/* PARTOUT, SON_GROUPE (in groups of hers and those below: ask droit_sur() which), or NULLE_PART. */
int
droit(struct req *r, const char *domaine)
{
	if (r->user.droits != NULL && r->user.droits_de == r->user.id)
		return in_text(r, domaine);
	return (int) db_int(r,
		SQL("SELECT MAX(d.niveau) FROM contact_public cp"
		    " JOIN profil p ON p.public_id = cp.public_id"
		    " JOIN profil_droit d ON d.profil_id = p.id WHERE cp.contact_id = ?"
		    " AND d.domaine = ?"),
		I(r->user.id), S(domaine));
}

/* The domains in which she may everything: ",export,journal,". */
const char *
droits_partout(struct req *r)
{
	return db_string(r,
		SQL("SELECT COALESCE(CONCAT(',', GROUP_CONCAT(DISTINCT d.domaine), ','), '')"
		    " FROM contact_public cp JOIN profil p ON p.public_id = cp.public_id"
		    " JOIN profil_droit d ON d.profil_id = p.id AND d.niveau = 2"
		    " WHERE cp.contact_id = ?"),
		I(r->user.id));
}

/* May the reader do that in this group? */
bool
droit_sur(struct req *r, const char *domaine, int64_t groupe)
{
	int somewhere = droit(r, domaine);

	if (somewhere != SON_GROUPE)
		return somewhere == PARTOUT;
	return db_int(r, SQL("SELECT " DROIT_SUR("?")), I(r->user.id), S(domaine), I(groupe)) != 0;
}
