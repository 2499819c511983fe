/* filtre_total.c - the totals of long lists, kept by this process until anything is written
 *
 * Counting 10,000 people with their rights costs more than the page that shows fifty.  Every
 * write leaves a row in the journal, so the journal's head names the state that was counted.
 */

#include <sodium.h>
#include <string.h>

#include "domain/filtre_critere.h"

enum { KEPT = 64, LONG_LIST = 100, KEY = 16 };

static struct {
	char state[65];
	unsigned next;
	struct {
		unsigned char key[KEY];
		int64_t n;
	} totals[KEPT];
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

/* What Q, a SELECT COUNT, gives; long totals are asked for once as long as nothing is written. */
int64_t
filtre_total(struct req *r, struct query *q)
{
	const char *state = db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1"));
	unsigned char key[KEY];
	int64_t n;

	key_of(q, key);
	if (strcmp(state, kept.state) != 0)
		memset(&kept, 0, sizeof kept);
	snprintf(kept.state, sizeof kept.state, "%s", state);
	for (unsigned i = 0; i < KEPT; i++)
		if (memcmp(kept.totals[i].key, key, KEY) == 0)
			return kept.totals[i].n;
	n = db_int_(r, db_composed(r, str_text(&q->text)), q->v);
	if (n >= LONG_LIST) {
		memcpy(kept.totals[kept.next].key, key, KEY);
		kept.totals[kept.next].n = n;
		kept.next = (kept.next + 1) % KEPT;
	}
	return n;
}
