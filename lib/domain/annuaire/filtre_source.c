/* filtre_source.c - the condition of a tree that finds fewest people by an index, to begin from
 *
 * A segment seldom has an order of its own: its people are found from the rarest condition, and
 * the rest is a test on each.  How rare a condition is, the server knows from its indexes.
 */

#include <stdlib.h>
#include <string.h>

#include "domain/annuaire/filtre_critere.h"

/* So many people are no longer found one by one, but met in the order of names. */
enum { DENSE = 3000 };

static bool
is_indexed_choice(const struct noeud *n)
{
	return n->op == O_PARMI && (n->de->sorte == S_CHOIX || n->de->sorte == S_LISTE);
}

static bool
is_indexed_column(const struct noeud *n)
{
	static const char *const columns[] = { "c.code_postal", "c.ville", "c.email", "c.statut",
		"c.type_contact" };
	const char *column = condition_column(n);

	for (size_t i = 0; column != NULL && i < sizeof columns / sizeof *columns; i++)
		if (strcmp(columns[i], column) == 0)
			return n->op == O_COMMENCE || n->op == O_EST || n->op == O_PARMI;
	return false;
}

static bool
is_dated(const struct noeud *n)
{
	return n->de->sorte == S_DATE && n->op != O_VIDE && strcmp(n->sujet, "@arrivee") != 0 &&
		strcmp(n->sujet, "@venue") != 0;
}

/* Can it be begun from? */
static bool
is_source(const struct noeud *n)
{
	if (n->groupe || n->manque != NULL)
		return false;
	if (n->de->sorte == S_GROUPE)
		return (n->op == O_MEMBRE || n->op == O_DEJA) && *n->ids != '\0';
	if (n->de->champ == NULL)
		return is_dated(n);
	if (condition_column(n) != NULL)
		return is_indexed_column(n);
	return is_indexed_choice(n) || is_dated(n) || n->op == O_REMPLI;
}

static void
put_column(struct req *r, struct query *q, const struct noeud *n)
{
	const char *column = condition_column(n);

	put(q, "SELECT s_.id FROM contact s_ WHERE ");
	for (unsigned i = 0; i < n->n; i++) {
		buffer_puts(&q->text, i > 0 ? " OR s_." : "s_.");
		buffer_puts(&q->text, column + 2);
		if (n->op == O_COMMENCE)
			put(q, " LIKE ?", S(mots_beginning(r, n->v[i])));
		else
			put(q, " = ?", S(n->v[i]));
	}
}

static void
put_dates(struct req *r, struct query *q, const struct noeud *n)
{
	const char *from, *to;

	condition_day(r, n, &from, &to, *n->sujet == '@');
	if (*n->sujet == '@')
		put(q,
			"SELECT s_.contact_id AS id FROM compte s_ WHERE s_.vu_le >= ?"
			" AND s_.vu_le < ?",
			S(from), S(to));
	else
		put(q,
			"SELECT s_.contact_id AS id FROM champ_valeur s_ WHERE s_.champ_id = ?"
			" AND s_.valeur >= ? AND s_.valeur < ?",
			I(n->de->champ->id), S(from), S(to));
}

static void
put_members(struct query *q, const struct noeud *n)
{
	buffer_puts(&q->text,
		"SELECT DISTINCT s_.contact_id AS id FROM membre s_ WHERE s_.groupe_id IN (");
	buffer_puts(&q->text, n->ids);
	buffer_puts(&q->text, n->op == O_DEJA ? ")" : ") AND s_.fin IS NULL");
}

/* A SELECT of the ids that meet N, each once; people that the reader does not see among them. */
static void
source_put(struct req *r, struct query *q, const struct noeud *n)
{
	if (n->de->sorte == S_GROUPE) {
		put_members(q, n);
	} else if (condition_column(n) != NULL) {
		put_column(r, q, n);
	} else if (n->op == O_REMPLI) {
		put(q,
			*n->sujet == '@' ?
				"SELECT s_.contact_id AS id FROM compte s_"
				" WHERE s_.vu_le IS NOT NULL AND ?" :
				"SELECT DISTINCT s_.contact_id AS id FROM champ_valeur s_"
				" WHERE s_.champ_id = ?",
			I(*n->sujet == '@' ? 1 : n->de->champ->id));
	} else if (is_dated(n)) {
		put_dates(r, q, n);
	} else if (n->de->champ->genre == G_ETIQUETTES) {
		buffer_puts(&q->text, n->n > 1 ? "SELECT DISTINCT" : "SELECT");
		put(q, " s_.objet_id AS id FROM objet_etiquette s_ WHERE s_.etiquette_id");
		condition_values(q, n);
	} else {
		buffer_puts(&q->text, n->n > 1 ? "SELECT DISTINCT" : "SELECT");
		put(q,
			" s_.contact_id AS id FROM champ_valeur s_ WHERE s_.champ_id = ?"
			" AND s_.valeur",
			I(n->de->champ->id));
		condition_values(q, n);
	}
}

/* How many rows the server expects of it: dives into its indexes, no reading. */
static int64_t
expected(struct req *r, const struct noeud *n)
{
	struct query q = { .text = { &r->mem } };
	struct rows *rows;
	int64_t people = INT64_MAX;

	put(&q, "EXPLAIN ");
	source_put(r, &q, n);
	rows = db_rows_(r, db_composed(r, buffer_text(&q.text)), q.v, false);
	while (db_next(rows, &r->mem))
		for (unsigned i = 0; i < db_columns(rows); i++)
			if (strcmp(db_column(rows, i), "rows") == 0)
				people = db_num(rows, i);
	return people;
}

static void
weigh(struct req *r, struct noeud *n, struct noeud **best, int64_t *people)
{
	int64_t here;

	for (struct noeud *c = n->enfants; c != NULL; c = c->next)
		if (c->groupe && c->lien == TOUTES && c->manque == NULL) {
			weigh(r, c, best, people);
		} else if (is_source(c) && (here = expected(r, c)) < *people) {
			*people = here;
			*best = c;
		}
}

/* The rarest condition that everybody of the list must meet, and about how many people meet it;
 * NULL: none has an index. */
static struct noeud *
source_best(struct req *r, const struct filtre *f, int64_t *people)
{
	struct noeud *best = NULL;

	*people = INT64_MAX;
	for (unsigned i = 0; i < f->n_arbres; i++)
		if (f->arbres[i]->lien == TOUTES && f->arbres[i]->manque == NULL)
			weigh(r, f->arbres[i], &best, people);
	return best;
}

/* Does source_put() find just those who meet N, so that none needs the test again? */
bool
source_is_whole(const struct noeud *n)
{
	if (n->de->sorte == S_GROUPE)
		return *n->role == '\0';
	return condition_column(n) == NULL && is_indexed_choice(n);
}

/* FROM the people of the rarest condition of a segment.  False: none is worth it, because there is
 * none, or so many people are found that a page of them is sooner read in order. */
bool
source_from(struct req *r, struct query *q, struct filtre *f)
{
	int64_t people;

	f->source = f->found >= DENSE ? NULL : source_best(r, f, &people);
	if (f->source == NULL)
		return false;
	put(q, " FROM (");
	source_put(r, q, f->source);
	put(q, ") d JOIN contact c ON c.id = d.id JOIN objet o ON o.id = c.id WHERE");
	return true;
}
