/* journal.c - essaim-admin journal: verified, and what is older than its rule removed */

#include <inttypes.h>
#include <stdio.h>

#include "commande.h"
#include "db/lock.h"
#include "domain/service/journal_nuit.h"

static int
print_chain(const struct chaine *c)
{
	printf("journal: rows=%" PRId64 " last=%" PRId64 " seal=%s %s", c->lignes, c->derniere,
		c->tete, c->faux == 0 ? "holds" : "DOES NOT HOLD");
	if (c->faux > 0)
		printf(" from row %" PRId64, c->faux);
	if (c->temoin != NULL)
		printf(" (a head kept elsewhere is missing: %s)", c->temoin);
	printf("\n");
	return c->faux != 0;
}

/* Of the self-test: nothing is written. */
int
admin_journal_check(struct req *r)
{
	struct chaine c = journal_check(r);

	return print_chain(&c);
}

/* Each night. */
int
admin_journal_verify(struct req *r, char **argv)
{
	struct chaine c;

	(void) argv;
	if (!lock_take(r, "journal", 0)) {
		printf("journal: another one is at work\n");
		return 0;
	}
	c = journal_nuit(r);
	return print_chain(&c);
}

/* What the rule would remove, or removes. */
int
admin_journal_keep(struct req *r, char **argv)
{
	int months = journal_months(r);
	int64_t n;

	(void) argv;
	db_begin(false);
	n = journal_keep(r, months, options.dry_run);
	db_commit();
	printf("journal: %s=%" PRId64 " months=%d\n", options.dry_run ? "would-remove" : "removed",
		n, months < JOURNAL_MOINS ? JOURNAL_MOINS : months);
	return 0;
}
