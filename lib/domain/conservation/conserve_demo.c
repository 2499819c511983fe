/* conserve_demo.c - delays adopted and people whose data end, for a demonstration: once
 *
 * The dates of the demonstration's CRM go back ten years: all but a few are brought nearer, so that
 * the page shows an ordinary month.
 */

#include <stdio.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/conservation/conservation.h"
#include "domain/conservation/conserve_demo.h"

enum { WARNED = 4, RETURNED = 2, DUE = 12, DAY = 86400 };

static const char *
ago(struct req *r, int days)
{
	return clock_sql(&r->mem, clock_now() - (time_t) days * DAY);
}

/* The first run of adopted delays, which has nobody to tell yet. */
static void
adopt(struct req *r)
{
	struct passage p;

	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('conservation_adoptee', ?)"),
		S(json_made(&r->mem, JS("par", "le bureau"),
			JS("le", text_iso_at(&r->mem, clock_now() - (time_t) 250 * DAY)))));
	db_exec(r,
		SQL("UPDATE contact SET crm_cree_le = ? - INTERVAL id % 600 DAY WHERE crm_cree_le"
		    " < ?"),
		S(ago(r, 30)), S(ago(r, 700)));
	conservation_run(r, &p);
}

/* N: the nth of those who are shown; since three years, less some days. */
static void
put(struct req *r, int64_t id, int n)
{
	if (n == DUE - 1)
		db_exec(r, SQL("UPDATE contact SET crm_cree_le = NULL WHERE id = ?"), I(id));
	else
		db_exec(r, SQL("UPDATE contact SET crm_cree_le = ? - INTERVAL 3 YEAR WHERE id = ?"),
			S(ago(r, -2 * n - 1)), I(id));
}

/* The first of them were warned twelve days ago, and some have come back since. */
static void
answer(struct req *r)
{
	conservation_warn(r, WARNED + RETURNED);
	db_exec(r, SQL("UPDATE conservation_avis SET averti_le = ?"), S(ago(r, 12)));
	db_exec(r,
		SQL("UPDATE conservation_avis SET revenu_le = ? ORDER BY contact_id DESC LIMIT ?"),
		S(ago(r, 1)), I(RETURNED));
}

/* essaim-admin demo retention */
int
conserve_demo(struct req *r, char **argv)
{
	int n = 0;

	(void) argv;
	db_begin(false);
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO reglage (cle, valeur)"
			" VALUES ('demo_conservation', '1')")) > 0) {
		struct rows *people;

		adopt(r);
		people = db_rows(r,
			SQL("SELECT c.id FROM contact c WHERE c.statut = 'prospect'"
			    " AND c.email <> ''"
			    " AND c.retire_le IS NULL AND c.acces < 2 AND c.id NOT IN (SELECT"
			    " contact_id FROM compte) AND NOT EXISTS (SELECT 1 FROM inscription i"
			    " WHERE i.contact_id = c.id) AND NOT EXISTS (SELECT 1 FROM requete q"
			    " WHERE q.contact_id = c.id) ORDER BY c.id % 89, c.id LIMIT ?"),
			I(DUE));
		for (; db_next(people, &r->mem); n++)
			put(r, db_num(people, 0), n);
		answer(r);
	}
	db_commit();
	printf("demo: retention=%d\n", n);
	return 0;
}
