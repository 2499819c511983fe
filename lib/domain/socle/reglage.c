/* reglage.c - settings that are changed on screen */

#include <string.h>

#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

/* The setting CLE, or USUAL when nobody has chosen. */
const char *
reglage(struct req *r, const char *cle, const char *usual)
{
	const char *valeur = db_string(r, SQL("SELECT valeur FROM reglage WHERE cle = ?"), S(cle));

	return valeur != NULL ? valeur : usual;
}

/* Change a setting; the journal tells it.  The caller is in a transaction. */
void
reglage_set(struct req *r, const char *cle, const char *valeur)
{
	const char *before = reglage(r, cle, "");

	if (strcmp(before, valeur) == 0)
		return;
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES (?, ?)"), S(cle), S(valeur));
	journal(r, "reglage.modifie", 0, arena_printf(&r->mem, "%s: %s", cle, before),
		arena_printf(&r->mem, "%s: %s", cle, valeur));
}
