/* filtre.c - a filtered list of people, read in order from one index
 *
 * A list begins with its driver: the table whose index gives the people in order, so that a
 * page stops after its rows however many there are.  All else is a test on each person, as
 * EXISTS (db_open() keeps the server from turning those into joins).
 */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/text.h"
#include "domain/annuaire/filtre.h"
#include "domain/annuaire/filtre_critere.h"
#include "domain/annuaire/filtre_mesure.h"

/* Up to so many people are sorted sooner than found in the order of names: of one word, of several,
 * or when all are counted. */
enum { RARE = 2000, RARE_OF_MANY = 20000 };

/* What a list may be sorted by; the index of contact that gives the order. */
static const struct tri tris[] = {
	{ "nom", "tri", "c.tri, c.id", "c.tri DESC, c.id DESC" },
	{ "ville", "ville_tri", "c.ville_tri, c.tri, c.id",
		"c.ville_tri DESC, c.tri DESC, c.id DESC" },
	{ "code_postal", "code_postal", "c.code_postal, c.tri, c.id",
		"c.code_postal DESC, c.tri DESC, c.id DESC" },
	{ "statut", "statut", "c.statut, c.tri, c.id", "c.statut DESC, c.tri DESC, c.id DESC" },
	{ "type_contact", "type_contact", "c.type_contact, c.tri, c.id",
		"c.type_contact DESC, c.tri DESC, c.id DESC" },
	{ "email", "email", "c.email, c.id", "c.email DESC, c.id DESC" },
};

/* ---- reading the query string ---- */

static bool
read_criterion(struct req *r, struct filtre *f, const struct champ *c)
{
	const char *name = c->genre == G_ETIQUETTES && *param(r, c->cle) == '\0' ? "tag" : c->cle;
	struct critere *k = &f->criteres[f->n_criteres];
	const char *s;

	*k = (struct critere) { c, name };
	for (unsigned i = 0; (s = param_nth(r, name, i)) != NULL; i++) {
		if (*s == '\0')
			continue;
		if (k->n == VALEURS)
			return false;
		k->values[k->n++] = text_clean(&r->mem, s);
	}
	if (k->n > 0 && ++f->n_criteres == CRITERES)
		return false;
	return true;
}

static bool
sortable(const struct filtre *f, const struct tri *t)
{
	const struct champ *c = champ_find(f->modele, t->cle);

	return c != NULL && c->lecture <= f->level;
}

static void
read_sort(struct req *r, struct filtre *f)
{
	const char *s = param(r, "tri");

	f->tri = &tris[0];
	f->descending = *s == '-';
	s += f->descending;
	for (size_t i = 0; i < sizeof tris / sizeof *tris; i++)
		if (strcmp(tris[i].cle, s) == 0 && sortable(f, &tris[i]))
			f->tri = &tris[i];
}

/* The list that the query string asks for; NULL: more conditions than anybody means, or a segment
 * that this reader does not have. */
struct filtre *
filtre_read(struct req *r)
{
	struct filtre *f = arena_alloc(&r->mem, sizeof *f);
	const struct champ *mesures;
	unsigned total = 0;

	*f = (struct filtre) { .modele = modele(r),
		.q = text_cut(&r->mem, param(r, "q"), 200),
		.level = contact_level(r),
		.found = -1,
		.rare = -1 };
	mesures = mesures_of(r, f->modele);
	mots_read(r, &f->mots, f->q);
	if (!filtre_trees(r, f))
		return NULL;
	for (unsigned i = 0; i < f->modele->n; i++)
		if (filtre_offers(f, &f->modele->champs[i]) &&
			!read_criterion(r, f, &f->modele->champs[i]))
			return NULL;
	for (unsigned i = 0; i < MESURES; i++)
		if (!read_criterion(r, f, &mesures[i]))
			return NULL;
	for (unsigned i = 0; i < f->n_criteres; i++)
		total += f->criteres[i].n;
	read_sort(r, f);
	return total <= VALEURS ? f : NULL;
}

/* The list of who is found by Q in any field that the reader may read, and by nothing else. */
struct filtre *
filtre_of(struct req *r, const char *q)
{
	struct filtre *f = arena_alloc(&r->mem, sizeof *f);

	*f = (struct filtre) { .modele = modele(r),
		.q = text_cut(&r->mem, q, 200),
		.level = contact_level(r),
		.found = -1,
		.rare = -1,
		.tri = &tris[0] };
	mots_read(r, &f->mots, f->q);
	return f;
}

/* Can the list be filtered by this field at all?  By what it has words of. */
bool
filtre_offers(const struct filtre *f, const struct champ *c)
{
	(void) f;
	return c->genre != G_LONG || champ_worded(c);
}

const char *
filtre_sorts(const struct champ *c, const struct filtre *f)
{
	for (size_t i = 0; i < sizeof tris / sizeof *tris; i++)
		if (strcmp(tris[i].cle, c->cle) == 0 && sortable(f, &tris[i]))
			return tris[i].cle;
	return NULL;
}

const char *
filtre_sort_key(const struct filtre *f)
{
	return f->tri->cle;
}

/* Rows will hold what FIELDS need, and nothing else. */
void
filtre_needs(struct req *r, struct filtre *f, const struct champ *const *fields, unsigned n)
{
	struct buffer ids = { &r->mem };

	for (unsigned i = 0; i < n; i++) {
		const struct champ *c = fields[i];

		if (c->lecture > f->level || (contact_hideable(c) && f->level < LEVEL_MANAGES))
			f->with_relation = f->level < LEVEL_STAFF;
		if (c->genre == G_GROUPE)
			f->with_groups = true;
		else if (c->genre == G_ETIQUETTES)
			f->with_tags = true;
		else if (*c->colonne == '\0')
			buffer_puts(
				&ids, arena_printf(&r->mem, "%s%d", ids.n > 0 ? "," : "", c->id));
		else if (c->genre == G_LONG)
			f->with_bio = true;
	}
	f->with_values = ids.n > 0 ? buffer_text(&ids) : NULL;
}

static bool
rare(const struct filtre *f)
{
	return f->rare <= (f->mots.n > 1 || f->counting ? RARE_OF_MANY : RARE);
}

/* Who the reader sees, and all that is asked. */
void
filtre_where(struct req *r, struct query *q, const struct filtre *f)
{
	put(q, " c.retire_le IS NULL");
	if (!filtre_former(f))
		put(q, " AND c.statut <> 'ancien'");
	for (unsigned i = 0; i < f->n_arbres; i++) { /* they cost less than the rights */
		put(q, " AND ");
		condition_put(r, q, f, f->arbres[i]);
	}
	/* whoever has the rarest word is known at once; who may read it there is tested below */
	if (f->mots.n > 0 && f->n_criteres + f->n_arbres == 0 && r->user.level >= MEMBER &&
		!rare(f) && f->rare <= RARE_OF_MANY)
		put(q, " AND c.id IN (SELECT contact_id FROM contact_mot WHERE mot LIKE ?)",
			S(mots_beginning(r, f->mots.v[f->rarest])));
	put(q, " AND " SEES("o"), ME(r));
	for (unsigned i = 0; i < f->mots.n; i++) {
		put(q, " AND ");
		critere_word(r, q, f, f->mots.v[i]);
	}
	for (unsigned i = 0; i < f->n_criteres; i++)
		critere_put(r, q, f, &f->criteres[i]);
}

/* ---- drivers ---- */

/* How many people the rarest word finds, counted as far as matters. */
static void
count_words(struct req *r, struct filtre *f)
{
	f->rare = RARE_OF_MANY + 1;
	for (unsigned i = 0; i < f->mots.n; i++) {
		int64_t n = db_int(r,
			SQL("SELECT COUNT(*) FROM (SELECT 1 FROM contact_mot WHERE mot LIKE ?"
			    " LIMIT ?) n"),
			S(mots_beginning(r, f->mots.v[i])), I(f->rare));

		if (n < f->rare) {
			f->rare = n;
			f->rarest = i;
		}
	}
}

/* The same, once as long as nothing is written. */
static void
weigh_words(struct req *r, struct filtre *f)
{
	struct query q = { .text = { &r->mem } };

	put(&q, "weight");
	for (unsigned i = 0; i < f->mots.n; i++)
		query_bind(&q, VALUES(S(f->mots.v[i])));
	if (filtre_kept(r, &q, &f->rare, &f->rarest))
		return;
	count_words(r, f);
	filtre_keep(r, &q, f->rare, f->rarest);
}

bool
filtre_by_name(const struct filtre *f)
{
	return f->tri == &tris[0];
}

/* FROM an index of what is filtered, whose order is that of names.  False: no filter has one. */
static bool
put_facet_driver(struct query *q, const struct filtre *f)
{
	for (unsigned i = 0; i < f->n_criteres; i++) {
		const struct critere *k = &f->criteres[i];

		if (k->n != 1)
			continue;
		if (k->champ->genre == G_GROUPE) {
			put(q,
				" FROM membre d FORCE INDEX (groupe_tri)"
				" JOIN contact c ON c.id = d.contact_id"
				" JOIN objet o ON o.id = c.id WHERE d.groupe_id = ?"
				" AND d.fin IS NULL AND NOT EXISTS"
				" (SELECT 1 FROM membre e_ WHERE e_.contact_id = d.contact_id"
				" AND e_.fin IS NULL"
				" AND e_.groupe_id = d.groupe_id AND e_.id < d.id) AND",
				I(critere_group(f, k->champ, k->values[0])));
			return true;
		}
		if (*k->champ->colonne == '\0' && k->champ->genre == G_CHOIX_MULTIPLE) {
			put(q,
				" FROM champ_valeur d FORCE INDEX (valeur_tri)"
				" JOIN contact c ON c.id = d.contact_id"
				" JOIN objet o ON o.id = c.id WHERE d.champ_id = ? AND d.valeur = ?"
				" AND",
				I(k->champ->id), S(k->values[0]));
			return true;
		}
	}
	return false;
}

static const char *
column_index(const struct filtre *f)
{
	for (unsigned k = 0; k < f->n_criteres && filtre_by_name(f); k++)
		if (f->criteres[k].n == 1 && critere_index(f->criteres[k].champ) != NULL)
			return critere_index(f->criteres[k].champ);
	return f->tri->index;
}

/* Put the FROM and the driver's part of the WHERE.  True: its order is that of d, not of c. */
bool
filtre_from(struct req *r, struct query *q, struct filtre *f)
{
	f->source = NULL;
	if (f->mots.n > 0 && f->rare < 0)
		weigh_words(r, f);
	if (r->user.level < MEMBER) {
		put(q,
			" FROM (SELECT o_.id FROM contact_public p_"
			" JOIN acces a_ ON a_.public_id = p_.public_id"
			" JOIN objet o_ ON o_.genre = 'contact' AND o_.liste_id = a_.liste_id"
			" WHERE p_.contact_id = ? UNION SELECT ?) d JOIN contact c ON c.id = d.id"
			" JOIN objet o ON o.id = c.id WHERE",
			ME(r));
		return false;
	}
	if (f->mots.n > 0 && rare(f)) {
		put(q,
			" FROM (SELECT DISTINCT contact_id AS id FROM contact_mot"
			" WHERE mot LIKE ?) d"
			" JOIN contact c ON c.id = d.id JOIN objet o ON o.id = c.id WHERE",
			S(mots_beginning(r, f->mots.v[f->rarest])));
		return false;
	}
	if (source_from(r, q, f))
		return false;
	if (filtre_by_name(f) && put_facet_driver(q, f))
		return true;
	buffer_puts(&q->text, " FROM contact c FORCE INDEX (");
	buffer_puts(&q->text, column_index(f));
	put(q, ") JOIN objet o ON o.id = c.id WHERE");
	return false;
}

/* ---- statements ---- */

/* How many people, counted up to MOST; 0: exactly. */
int64_t
filtre_count(struct req *r, struct filtre *f, int64_t most)
{
	struct query q = { .text = { &r->mem } };

	f->counting = true;
	put(&q, "SELECT STRAIGHT_JOIN c.id");
	filtre_from(r, &q, f);
	filtre_where(r, &q, f);
	put(&q, " LIMIT ?", I(most > 0 ? most : INT64_MAX));
	f->counting = false;
	return f->found = filtre_total(r, &q, f);
}
