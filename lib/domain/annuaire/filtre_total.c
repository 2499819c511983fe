/* filtre_total.c - the totals of lists, kept by this process until anything is written
 *
 * Counting 10,000 people with their rights costs more than the page that shows fifty.  Of a
 * segment that finds few among many, who they are is kept as well: they are looked for once, not
 * for the total and then for each page.  Every write leaves a row in the journal, so the journal's
 * head names the state that was counted; a minute is the most, for what passes without a word
 * there, such as a visit.
 */

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/clock.h"
#include "domain/annuaire/filtre_critere.h"

enum { KEPT = 64, LONG_LIST = 100, FEW = 1000, KEY = 16, LONGEST_S = 60 };

struct total {
	unsigned char key[KEY];
	int64_t n;
	char *ids; /* a JSON array; NULL: they are many, or were not wanted */
};

static struct {
	char state[65];
	int64_t since; /* seconds */
	unsigned next;
	struct total totals[KEPT];
} kept;

static void
key_of(const struct query *q, unsigned char *key)
{
	crypto_generichash_state sum;

	crypto_generichash_init(&sum, NULL, 0, KEY);
	crypto_generichash_update(&sum, (const unsigned char *) q->text.s, q->text.n);
	for (unsigned i = 0; i < q->n; i++) {
		const struct value *v = &q->v[i];
		const char *s = v->type == 's' && v->s != NULL ? v->s : "";

		crypto_generichash_update(&sum, (const unsigned char *) &v->type, sizeof v->type);
		if (v->type == 's')
			crypto_generichash_update(&sum, (const unsigned char *) s, strlen(s) + 1);
		else
			crypto_generichash_update(&sum, (const unsigned char *) &v->i, sizeof v->i);
	}
	crypto_generichash_final(&sum, key, KEY);
}

static struct total *
find(struct req *r, const unsigned char *key)
{
	const char *state = db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1"));

	if (strcmp(state, kept.state) != 0 || clock_now() - kept.since > LONGEST_S) {
		for (unsigned i = 0; i < KEPT; i++)
			free(kept.totals[i].ids);
		memset(&kept, 0, sizeof kept);
		kept.since = clock_now();
		snprintf(kept.state, sizeof kept.state, "%s", state);
	}
	for (unsigned i = 0; i < KEPT; i++)
		if (memcmp(kept.totals[i].key, key, KEY) == 0)
			return &kept.totals[i];
	return NULL;
}

static struct total *
keep(const unsigned char *key, int64_t n, const char *ids)
{
	struct total *t = &kept.totals[kept.next];

	free(t->ids);
	memcpy(t->key, key, KEY);
	t->n = n;
	t->ids = ids != NULL ? strdup(ids) : NULL;
	kept.next = (kept.next + 1) % KEPT;
	return t;
}

/* Whom Q finds when they are few, *N of them; NULL: they are more. */
static const char *
few(struct req *r, const struct query *q, int64_t *n)
{
	struct query first = *q;
	struct buffer ids = { &r->mem };
	struct rows *rows;

	first.v[first.n - 1] = I(FEW + 1);
	rows = db_rows_(r, db_composed(r, q->text.s), first.v, false);
	for (*n = 0; db_next(rows, &r->mem); ++*n)
		json_add_id(&ids, db_num(rows, 0));
	return *n <= FEW ? json_list(&ids) : NULL;
}

/* How many Q finds, a SELECT of ids that ends with LIMIT ?, itself bound last; long totals are
 * asked for once as long as nothing is written.  IDS, unless it is NULL, becomes a JSON array of
 * those found when they are few. */
int64_t
filtre_total(struct req *r, struct query *q, const char **ids)
{
	const char *text = buffer_text(&q->text), *found = NULL;
	unsigned char key[KEY];
	struct total *t;
	int64_t n;

	key_of(q, key);
	if ((t = find(r, key)) == NULL) {
		if (ids != NULL && q->v[q->n - 1].i > FEW)
			found = few(r, q, &n);
		if (found == NULL)
			n = db_int_(r,
				db_composed(r,
					arena_printf(&r->mem, "SELECT COUNT(*) FROM (%s) n", text)),
				q->v);
		if (found == NULL && n < LONG_LIST)
			return n;
		t = keep(key, n, found);
	}
	if (ids != NULL && t->ids != NULL)
		*ids = arena_strdup(&r->mem, t->ids);
	return t->n;
}
