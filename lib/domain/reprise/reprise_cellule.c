/* reprise_cellule.c - what cells of tables that are taken over mean: groups, days */

#include <inttypes.h>

#include "base/text.h"
#include "domain/reprise/reprise.h"

/* The one group of that name that is not archived; 0, and why: none, or several. */
int64_t
reprise_groupe(struct req *r, const char *titre, const char **why)
{
	int64_t id = 0;
	int n = 0;

	db_read(r,
		SQL("SELECT COUNT(*), COALESCE(MAX(id), 0) FROM objet WHERE genre = 'groupe'"
		    " AND titre = ? AND archive_le IS NULL"),
		INTO(TO(&n), TO(&id)), S(titre));
	if (n == 0)
		*why = arena_printf(&r->mem,
			"Il n’y a pas de groupe «\u00A0%s\u00A0»\u00A0: reprenez d’abord les"
			" groupes.",
			titre);
	else if (n > 1)
		*why = arena_printf(&r->mem, "%d groupes s’appellent «\u00A0%s\u00A0».", n, titre);
	return n == 1 ? id : 0;
}

/* A day as "2024-05-12".  False: it is none of these centuries. */
bool
reprise_day(struct req *r, const char *cell, const char **ymd)
{
	int year, month, day;

	if (!text_date(cell, &year, &month, &day) || year < 1900 || year > 2199)
		return false;
	*ymd = text_ymd(&r->mem, year, month, day);
	return true;
}
