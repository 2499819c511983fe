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

/* What "NAME.cle" holds signs and opens: it is told to nobody. */
static const char *
told(struct req *r, const char *cle, const char *valeur)
{
	size_t n = strlen(cle);
	bool secret = n > 4 && strcmp(cle + n - 4, ".cle") == 0 && *valeur != '\0';

	return arena_printf(&r->mem, "%s: %s", cle, secret ? "(secret)" : valeur);
}

/* Change a setting; the journal tells it.  The caller is in a transaction. */
void
reglage_set(struct req *r, const char *cle, const char *valeur)
{
	const char *before = reglage(r, cle, "");

	if (strcmp(before, valeur) == 0)
		return;
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES (?, ?)"), S(cle), S(valeur));
	journal(r, "reglage.modifie", 0, told(r, cle, before), told(r, cle, valeur));
}
