/* charte.c - "Valeurs et charte": who acknowledged which version */

#include "base/clock.h"
#include "domain/compte/charte.h"
#include "domain/socle/journal.h"

bool
charte_due(struct req *r, int64_t contact_id)
{
	return db_int(r, SQL("SELECT " CHARTE_DUE("?")), I(contact_id)) != 0;
}

/* She has read the text of today. */
void
charte_accept(struct req *r, int64_t contact_id)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_exec(r,
		SQL("INSERT IGNORE INTO charte_accord (contact_id, version_id, le)"
		    " SELECT ?, COALESCE(MAX(id), 0), ? FROM page_texte WHERE nom = 'charte'"),
		I(contact_id), S(now));
	db_exec(r, SQL("UPDATE compte SET charte_le = ? WHERE contact_id = ?"), S(now),
		I(contact_id));
	journal(r, "compte.charte", contact_id, NULL, NULL);
}

/* Say INTO.comptes: those who enter by an account, and INTO.lue: who of them has acknowledged what
 * is to be.  Totals: who has not is nobody's business. */
void
charte_say_total(struct req *r, const char *into)
{
	db_one(r, into,
		SQL("SELECT COUNT(*) AS comptes, COALESCE(SUM(NOT " CHARTE_DUE(
			"k.contact_id") "), 0) AS lue FROM compte k JOIN contact c"
					" ON c.id = k.contact_id AND c.acces > 0"));
}
