/* filtre_total.c - the totals of lists, kept by this process until anything is written
 *
 * Counting 10,000 people with their rights costs more than the page that shows fifty.  Of a
 * segment that finds few among many, who they are is kept as well: they are looked for once, not
 * for the total and then for each page.  Every write leaves a row in the journal, so the journal's
 * head names the state that was counted; rows that tell of posts and messages leave it as it was.
 * A minute is the most, for what passes without a word there, such as a visit.
 */

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/clock.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/filtre_critere.h"

enum { KEPT = 64, LONG_LIST = 100, FEW = 1000, KEY = 16, LONGEST_S = 60 };

struct total {
	unsigned char key[KEY];
	int64_t n, peers; /* peers -1: not wanted */
	char *ids;        /* a JSON array; NULL: they are many, or were not wanted */
};

static struct {
	char state[65];      /* the journal's head, and the number of its last row */
	int64_t last, since; /* seconds */
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

/* Was nothing written since but what people say to one another, which changes no list? */
static bool
only_words_since(struct req *r)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM journal WHERE id = ? AND empreinte = ?)"
			   " AND NOT EXISTS (SELECT 1 FROM journal WHERE id > ?"
			   " AND SUBSTRING_INDEX(acte, '.', 1) NOT IN"
			   " ('commentaire', 'conversation', 'message', 'publication'))"),
		       I(kept.last), S(kept.state), I(kept.last)) != 0;
}

/* Forget all when anything was written; asked once by a request that only reads. */
static void
look(struct req *r)
{
	static const char owner;
	void **seen = req_kept(r, &owner);
	const char *state = "";
	int64_t last = 0;

	if (*seen != NULL && r->read_only)
		return;
	*seen = &kept;
	db_read(r,
		SQL("SELECT empreinte, (SELECT MAX(id) FROM journal) FROM journal_tete"
		    " WHERE id = 1"),
		INTO(TO(&state), TO(&last)));
	if (clock_now() - kept.since > LONGEST_S ||
		(strcmp(state, kept.state) != 0 && !only_words_since(r))) {
		for (unsigned i = 0; i < KEPT; i++)
			free(kept.totals[i].ids);
		memset(&kept, 0, sizeof kept);
		kept.since = clock_now();
	}
	snprintf(kept.state, sizeof kept.state, "%s", state);
	kept.last = last;
}

static struct total *
find(struct req *r, const unsigned char *key)
{
	look(r);
	for (unsigned i = 0; i < KEPT; i++)
		if (memcmp(kept.totals[i].key, key, KEY) == 0)
			return &kept.totals[i];
	return NULL;
}

/* T: where that key is kept already; NULL: nowhere yet. */
static struct total *
keep(struct total *t, const unsigned char *key, int64_t n, int64_t peers, const char *ids)
{
	if (t == NULL) {
		t = &kept.totals[kept.next];
		kept.next = (kept.next + 1) % KEPT;
	}
	free(t->ids);
	memcpy(t->key, key, KEY);
	t->n = n;
	t->peers = peers;
	t->ids = ids != NULL ? strdup(ids) : NULL;
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

/* How many Q finds; PEERS, unless it is NULL: how many people that the reader sees are in one of
 * her groups, herself among them, in the same statement. */
static int64_t
counted(struct req *r, struct query *q, int64_t *peers)
{
	struct query all = { .text = { &r->mem } };
	struct rows *rows;
	int64_t n = 0;

	put(&all, "SELECT COUNT(*)");
	if (peers != NULL)
		put(&all,
			", (SELECT COUNT(*) FROM contact vous_ JOIN objet vous_o"
			" ON vous_o.id = vous_.id WHERE vous_.id IN " PEERS
			" AND vous_.retire_le IS NULL AND vous_.statut <> 'ancien' AND " SEES(
				"vous_o") ")",
			I(r->user.id), ME(r));
	put(&all, " FROM (");
	buffer_puts(&all.text, buffer_text(&q->text));
	query_bind(&all, q->v);
	put(&all, ") n");
	rows = db_rows_(r, db_composed(r, buffer_text(&all.text)), all.v, false);
	while (db_next(rows, &r->mem)) {
		n = db_num(rows, 0);
		if (peers != NULL)
			*peers = db_num(rows, 1);
	}
	return n;
}

/* How many Q finds, a SELECT of ids that ends with LIMIT ?, itself bound last; long totals are
 * asked for once as long as nothing is written.  f->ids of people found by a source becomes a JSON
 * array of them when they are few; f->peers, when it is wanted, is said as well. */
int64_t
filtre_total(struct req *r, struct query *q, struct filtre *f)
{
	const char *found = NULL;
	bool peers = f->with_peers;
	unsigned char key[KEY];
	struct total *t;
	int64_t n;

	key_of(q, key);
	t = find(r, key);
	if (t == NULL || (peers && t->peers < 0)) {
		f->peers = -1;
		if (f->source != NULL && q->v[q->n - 1].i > FEW)
			found = few(r, q, &n);
		if (found == NULL)
			n = counted(r, q, peers ? &f->peers : NULL);
		if (found == NULL && n < LONG_LIST)
			return n;
		t = keep(t, key, n, f->peers, found);
	}
	f->peers = t->peers;
	if (f->source != NULL && t->ids != NULL)
		f->ids = arena_strdup(&r->mem, t->ids);
	return t->n;
}

/* ---- what else the lists of this process remember as long ---- */

/* What was kept under Q as *N and *WHICH. */
bool
filtre_kept(struct req *r, const struct query *q, int64_t *n, unsigned *which)
{
	unsigned char key[KEY];
	const struct total *t;

	key_of(q, key);
	if ((t = find(r, key)) == NULL)
		return false;
	*n = t->n;
	*which = (unsigned) t->peers;
	return true;
}

void
filtre_keep(struct req *r, const struct query *q, int64_t n, unsigned which)
{
	unsigned char key[KEY];

	key_of(q, key);
	keep(find(r, key), key, n, which, NULL);
}

/* Ids that were kept under Q and PAR; NULL: none. */
const char *
filtre_ids_kept(struct req *r, const struct query *q, int64_t par)
{
	struct query all = *q;
	unsigned char key[KEY];
	const struct total *t;

	query_bind(&all, VALUES(I(par)));
	key_of(&all, key);
	t = find(r, key);
	return t != NULL ? t->ids : NULL;
}

const char *
filtre_ids_keep(struct req *r, const struct query *q, int64_t par, const char *ids)
{
	struct query all = *q;
	unsigned char key[KEY];

	query_bind(&all, VALUES(I(par)));
	key_of(&all, key);
	return keep(find(r, key), key, 0, -1, ids)->ids;
}
