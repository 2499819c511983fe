/* crm_efface.c - contacts of the CRM that were erased here: they never come back
 *
 * Written in the transaction of the erasure.  Kept as a fingerprint of the number, which alone
 * says nothing of anybody; the CRM's search index, its lists and its merges may go on naming an
 * erased contact for minutes, or for ever.
 */

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/vie/crm_efface.h"

static const char *
fingerprint(struct req *r, int64_t hubspot_id)
{
	const char *text = arena_printf(&r->mem, "%" PRId64, hubspot_id);

	return sha256_hex(&r->mem, text, strlen(text));
}

/* Does nothing when that is no number of the CRM (0), or when it was said before.  Nothing else
 * keeps the number then. */
void
crm_erased_remember(struct req *r, int64_t hubspot_id)
{
	if (hubspot_id <= 0)
		return;
	db_exec(r,
		SQL("INSERT IGNORE INTO crm_efface (empreinte, efface_le)"
		    " VALUES (?, UTC_TIMESTAMP())"),
		S(fingerprint(r, hubspot_id)));
	db_exec(r, SQL("UPDATE crm_efface SET retour = FALSE WHERE empreinte = ?"),
		S(fingerprint(r, hubspot_id)));
	db_exec(r, SQL("DELETE FROM sync_efface WHERE hubspot_id = ?"), I(hubspot_id));
}

/* She was not erased because she asked, but went because of her age, and HubSpot has her still: it
 * would bring her back at its next reading, to go again, for ever.  So her number is remembered as
 * the others are, until the CRM says that she is engaged: nobody who is goes by her age, and
 * HubSpot makes no second record of an address.  After crm_erased_remember(). */
void
crm_erased_may_return(struct req *r, int64_t hubspot_id)
{
	if (hubspot_id > 0)
		db_exec(r, SQL("UPDATE crm_efface SET retour = TRUE WHERE empreinte = ?"),
			S(fingerprint(r, hubspot_id)));
}

/* Is that number one of those, of somebody who is engaged now?  Then it is forgotten. */
bool
crm_erased_comes_back(struct req *r, int64_t hubspot_id, const char *statut, const char *type)
{
	return db_int(r,
		       SQL("SELECT " ACCES_LEVEL("x.s", "x.t") " >= 2 FROM (SELECT ? AS s,"
							       " ? AS t) x"),
		       S(statut), S(type)) == 1 &&
		db_exec(r, SQL("DELETE FROM crm_efface WHERE empreinte = ? AND retour"),
			S(fingerprint(r, hubspot_id))) > 0;
}

bool
crm_erased_is(struct req *r, int64_t hubspot_id)
{
	return db_int(r, SQL("SELECT 1 FROM crm_efface WHERE empreinte = ?"),
		       S(fingerprint(r, hubspot_id))) == 1;
}

/* Which of the N were erased, in one statement: ERASED[i] of HUBSPOT_IDS[i].  How many. */
size_t
crm_erased_among(struct req *r, const int64_t *hubspot_ids, size_t n, bool *erased)
{
	struct buffer all = { &r->mem };
	struct rows *rows;
	size_t found = 0;

	memset(erased, 0, n * sizeof *erased);
	if (n == 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		json_add_text(&all, fingerprint(r, hubspot_ids[i]));
	rows = db_rows(r,
		SQL("SELECT STRAIGHT_JOIN j.n FROM JSON_TABLE(?, '$[*]' COLUMNS (n FOR ORDINALITY,"
		    " e CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) j"
		    " JOIN crm_efface e ON e.empreinte = j.e"),
		S(json_list(&all)));
	for (; db_next(rows, &r->mem); found++)
		erased[db_num(rows, 0) - 1] = true;
	return found;
}
