/* filtre_condition.c - a tree of conditions as SQL
 *
 * Each condition is true or false of a person whose field the reader may read, and NULL of the
 * others: SQL's own logic of three values then gives the same answer whatever the field holds,
 * under "none of" too, so that no combination of conditions tells what the page would not.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/fault.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/filtre_critere.h"

/* Where the value stands: text before it, the value, text after it. */
struct place {
	const char *value, *after;
};

static struct place
put_place(struct query *q, const struct noeud *n, bool text)
{
	const char *column = condition_column(n);

	if (column != NULL) {
		buffer_puts(&q->text, "COALESCE(");
		return (struct place) { column, ", FALSE)" };
	}
	if (strcmp(n->sujet, "@vu") == 0) {
		put(q, "EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = c.id AND ");
		return (struct place) { "k_.vu_le", ")" };
	}
	if (strcmp(n->sujet, "@arrivee") == 0) {
		put(q, "COALESCE(");
		return (struct place) { "o.cree_le", ", FALSE)" };
	}
	if (strcmp(n->sujet, "@venue") == 0) {
		put(q, "COALESCE(");
		return (struct place) { "(SELECT MAX(p_.present_le) FROM inscription i_"
					" JOIN place p_ ON p_.inscription_id = i_.id"
					" WHERE i_.contact_id = c.id)",
			", FALSE)" };
	}
	put(q,
		"EXISTS (SELECT 1 FROM champ_valeur v_ WHERE v_.contact_id = c.id"
		" AND v_.champ_id = ? AND ",
		I(n->de->champ->id));
	return (struct place) {
		text ? "COALESCE(v_.texte, v_.valeur) COLLATE utf8mb4_uca1400_ai_ci" : "v_.valeur",
		")"
	};
}

/* ---- texts ---- */

static const char *
pattern(struct req *r, const struct noeud *n, const char *v)
{
	if (n->op == O_EST) {
		const char *end = mots_beginning(r, v);

		return arena_printf(&r->mem, "%.*s", (int) strlen(end) - 1, end);
	}
	return n->op == O_COMMENCE ? mots_beginning(r, v) :
				     arena_printf(&r->mem, "%%%s", mots_beginning(r, v));
}

static void
put_texts(struct req *r, struct query *q, const struct noeud *n)
{
	struct place p = put_place(q, n, true);

	buffer_puts(&q->text, "(");
	for (unsigned i = 0; i < n->n; i++) {
		buffer_puts(&q->text, i > 0 ? " OR " : "");
		buffer_puts(&q->text, p.value);
		put(q, " LIKE ?", S(pattern(r, n, n->v[i])));
	}
	buffer_puts(&q->text, ")");
	buffer_puts(&q->text, p.after);
}

/* The words of a whole number, or of its beginning, are kept as digits. */
static void
put_phone(struct req *r, struct query *q, const struct noeud *n)
{
	struct mots words = { 0 };

	if (condition_column(n) == NULL) {
		put_texts(r, q, n);
		return;
	}
	mots_read(r, &words, n->v[0]);
	put(q,
		"EXISTS (SELECT 1 FROM contact_mot m_ WHERE m_.contact_id = c.id"
		" AND m_.champ_id = ? AND m_.mot LIKE ?)",
		I(n->de->champ->id), S(words.n > 0 ? mots_beginning(r, words.v[0]) : ""));
}

static void
put_words(struct req *r, struct query *q, const struct filtre *f, const struct noeud *n)
{
	struct mots words = { 0 };

	mots_read(r, &words, n->v[0]);
	put(q, "(");
	for (unsigned i = 0; i < words.n; i++) {
		put(q, "(");
		critere_word(r, q, f, words.v[i]);
		put(q, ") AND ");
	}
	buffer_puts(&q->text, words.n > 0 ? "TRUE)" : "FALSE)");
}

/* ---- numbers and dates ---- */

static void
put_number(struct query *q, const struct noeud *n)
{
	struct place p = put_place(q, n, false);

	put(q, "CAST(");
	buffer_puts(&q->text, p.value);
	put(q, " AS DECIMAL(30,10))");
	if (n->op == O_ENTRE)
		put(q, " BETWEEN CAST(? AS DECIMAL(30,10)) AND CAST(? AS DECIMAL(30,10))",
			S(n->v[0]), S(n->v[1]));
	else if (n->op == O_PLUS)
		put(q, " >= CAST(? AS DECIMAL(30,10))", S(n->v[0]));
	else if (n->op == O_MOINS)
		put(q, " <= CAST(? AS DECIMAL(30,10))", S(n->v[0]));
	else
		put(q, " = CAST(? AS DECIMAL(30,10))", S(n->v[0]));
	buffer_puts(&q->text, p.after);
}

static void
put_date(struct req *r, struct query *q, const struct noeud *n)
{
	struct place p = put_place(q, n, false);
	const char *from, *to;

	if (n->op == O_MOIS) {
		put(q, "MONTH(");
		buffer_puts(&q->text, p.value);
		put(q, ") = ?", I(strtoll(n->v[0], NULL, 10)));
	} else if (n->op == O_AGE) {
		put(q, "TIMESTAMPDIFF(YEAR, ");
		buffer_puts(&q->text, p.value);
		put(q, ", CAST(? AS DATE)) BETWEEN ? AND ?", S(condition_today(r)),
			I((int64_t) strtod(n->v[0], NULL)), I((int64_t) strtod(n->v[1], NULL)));
	} else {
		condition_day(r, n, &from, &to, *n->sujet == '@');
		buffer_puts(&q->text, "(");
		buffer_puts(&q->text, p.value);
		put(q, " >= ? AND ", S(from));
		buffer_puts(&q->text, p.value);
		put(q, " < ?)", S(to));
	}
	buffer_puts(&q->text, p.after);
}

/* ---- lists ---- */

/* " IN (?,?,?)" */
void
condition_values(struct query *q, const struct noeud *n)
{
	buffer_puts(&q->text, " IN (");
	for (unsigned i = 0; i < n->n; i++)
		put(q, "?", S(n->v[i])), buffer_puts(&q->text, i + 1 < n->n ? "," : ")");
}

static bool
is_tags(const struct noeud *n)
{
	return n->de->champ != NULL && n->de->champ->genre == G_ETIQUETTES;
}

/* Has one of the values, all of them are N's. */
static void
put_choice(struct query *q, const struct noeud *n)
{
	struct place p;

	if (is_tags(n)) {
		put(q,
			"EXISTS (SELECT 1 FROM objet_etiquette e_ WHERE e_.objet_id = c.id"
			" AND e_.etiquette_id");
		condition_values(q, n);
		put(q, ")");
		return;
	}
	p = put_place(q, n, false);
	buffer_puts(&q->text, p.value);
	condition_values(q, n);
	buffer_puts(&q->text, p.after);
}

static void
put_each(struct query *q, const struct noeud *n)
{
	put(q, "(");
	for (unsigned i = 0; i < n->n; i++) {
		struct noeud one = *n;

		one.v[0] = n->v[i];
		one.n = 1;
		buffer_puts(&q->text, i > 0 ? " AND " : "");
		put_choice(q, &one);
	}
	put(q, ")");
}

/* The ids are digits and commas, made by condition_check(). */
static void
put_groups(struct query *q, const struct noeud *n)
{
	if (*n->ids == '\0') {
		put(q, "FALSE");
		return;
	}
	put(q, "EXISTS (SELECT 1 FROM membre m_ WHERE m_.contact_id = c.id AND m_.groupe_id IN (");
	buffer_puts(&q->text, n->ids);
	put(q, ")");
	if (n->op != O_DEJA)
		put(q, " AND m_.fin IS NULL");
	if (*n->role != '\0')
		put(q, " AND m_.role = ?", S(n->role));
	put(q, ")");
}

/* ---- all ---- */

static void
put_filled(struct query *q, const struct noeud *n)
{
	struct place p;

	if (is_tags(n)) {
		put(q, "EXISTS (SELECT 1 FROM objet_etiquette e_ WHERE e_.objet_id = c.id)");
	} else if (n->de->sorte == S_GROUPE) {
		put_groups(q, n);
	} else if (n->de->sorte == S_NAISSANCE) {
		put(q, "(c.date_naissance IS NOT NULL OR c.date_naissance_brute <> '')");
	} else {
		p = put_place(q, n, false);
		buffer_puts(&q->text, p.value);
		buffer_puts(&q->text, *n->sujet == '@' ? " IS NOT NULL" : " <> ''");
		buffer_puts(&q->text, p.after);
	}
}

static void
put_positive(struct req *r, struct query *q, const struct filtre *f, const struct noeud *n)
{
	if (n->op == O_REMPLI || n->op == O_VIDE) {
		put_filled(q, n);
		return;
	}
	switch (n->de->sorte) {
	case S_NOMBRE: put_number(q, n); break;
	case S_DATE:
	case S_NAISSANCE: put_date(r, q, n); break;
	case S_CHOIX:
	case S_LISTE: n->op == O_CHACUN ? put_each(q, n) : put_choice(q, n); break;
	case S_GROUPE: put_groups(q, n); break;
	case S_ROLE:
	case S_COMPTE:
	case S_EVENEMENT:
	case S_LETTRE: condition_besides(r, q, n); break;
	case S_TELEPHONE: put_phone(r, q, n); break;
	case S_MOTS: put_words(r, q, f, n); break;
	default: put_texts(r, q, n);
	}
}

/* CASE WHEN the reader may read that field of that very person, if not everybody's.  False: it
 * is. */
static bool
put_readable(struct req *r, struct query *q, const struct filtre *f, const struct sujet *s)
{
	bool level = s->lecture > f->level && s->sorte != S_MOTS;
	bool choice = s->champ != NULL && contact_hideable(s->champ) && f->level < LEVEL_MANAGES;

	if (!level && !choice)
		return false;
	put(q, "CASE WHEN ");
	if (level)
		critere_reads(r, q, s->lecture);
	buffer_puts(&q->text, level && choice ? " AND " : "");
	if (choice)
		critere_shown(r, q, s->champ);
	put(q, " THEN ");
	return true;
}

static void
put_leaf(struct req *r, struct query *q, const struct filtre *f, const struct noeud *n)
{
	bool negative =
		n->op == O_VIDE || n->op == O_SANS || n->op == O_HORS || n->op == O_ETRANGER;
	bool cased = put_readable(r, q, f, n->de);

	if (n == f->source && !cased && source_is_whole(n)) {
		put(q, "TRUE");
		return;
	}
	buffer_puts(&q->text, negative ? "NOT " : "");
	put_positive(r, q, f, n);
	buffer_puts(&q->text, cased ? " END" : "");
}

/* What a condition costs: 0 a column of the person at hand, 1 a look elsewhere, 2 several. */
enum { COSTS = 3 };

static int
cost(const struct noeud *n)
{
	int most = 0;

	if (!n->groupe)
		return n->manque == NULL && condition_column(n) == NULL;
	for (const struct noeud *c = n->enfants; c != NULL; c = c->next)
		most = cost(c) > most ? cost(c) : most;
	return most > 0 ? COSTS - 1 : 0;
}

/* The children of a group, the cheap ones first: the server tests in the order of writing. */
static void
put_children(struct req *r, struct query *q, const struct filtre *f, const struct noeud *n)
{
	const char *between = "";

	for (int now = 0; now < COSTS; now++)
		for (const struct noeud *c = n->enfants; c != NULL; c = c->next) {
			if (cost(c) != now)
				continue;
			buffer_puts(&q->text, between);
			condition_put(r, q, f, c);
			between = n->lien == TOUTES ? " AND " : " OR ";
		}
}

/* The tree as one expression; what condition_check() found to mean nothing is NULL. */
void
condition_put(struct req *r, struct query *q, const struct filtre *f, const struct noeud *n)
{
	if (n->manque != NULL) {
		put(q, "NULL");
		return;
	}
	if (!n->groupe) {
		put_leaf(r, q, f, n);
		return;
	}
	buffer_puts(&q->text, n->lien == AUCUNE ? "NOT (" : "(");
	put_children(r, q, f, n);
	put(q, ")");
}
