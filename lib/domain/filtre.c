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

#include "base/fault.h"
#include "base/str.h"
#include "base/text.h"
#include "domain/filtre.h"

enum { RARE = 2000, BINDS = 60 };

/* What a list may be sorted by; the index of contact that gives the order. */
static const struct tri {
	const char *cle, *index, *up, *down;
} tris[] = {
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

/* Columns that a criterion compares; the texts are found by their words. */
static const struct {
	const char *colonne, *equal, *index;
} columns[] = {
	{ "statut", "c.statut = ?", "statut" },
	{ "type_contact", "c.type_contact = ?", "type_contact" },
	{ "civilite", "c.civilite = ?", NULL },
};

/* A statement being put together. */
struct query {
	struct str text;
	struct value v[BINDS + 1];
	unsigned n;
};

static void
bind(struct query *q, struct value v)
{
	if (q->n == BINDS)
		fault("more than %d values in a filter", BINDS);
	q->v[q->n++] = v;
}

static void
bind_n(struct query *q, const struct value *v)
{
	for (; v->type != 0; v++)
		bind(q, *v);
}

#define put(q, literal, ...) (str_puts(&(q)->text, literal), bind_n(q, VALUES(__VA_ARGS__)))

/* ---- reading the query string ---- */

static bool
all_digits(const char *s)
{
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

static void
add_word(struct filtre *f, const char *word)
{
	if (f->n_mots < MOTS && *word != '\0')
		f->mots[f->n_mots++] = word;
}

/* Digits of a phone however they were written, as they are indexed. */
static const char *
digits_word(struct req *r, const char *digits)
{
	const char *e164 = text_phone(&r->mem, digits);

	return e164 != NULL ? e164 + 1 : digits;
}

static const char *
lower(struct req *r, const char *s)
{
	char *out = arena_strdup(&r->mem, s);

	for (char *c = out; *c != '\0'; c++)
		*c = (char) tolower((unsigned char) *c);
	return out;
}

/* Words between spaces: an address is one word, digits that follow each other are one number,
 * the rest is folded. */
static void
read_words(struct req *r, struct filtre *f, const char *text)
{
	const char *phone = text_phone(&r->mem, text);
	struct str digits = { &r->mem };
	char *rest = arena_strdup(&r->mem, text), *token, *word;

	if (phone != NULL) {
		add_word(f, phone + 1);
		return;
	}
	while ((token = strsep(&rest, " \t\r\n")) != NULL) {
		if (strchr(token, '@') != NULL) {
			add_word(f, lower(r, token));
			continue;
		}
		for (char *parts = text_fold(&r->mem, token);
			(word = strsep(&parts, " ")) != NULL;) {
			if (all_digits(word)) {
				str_puts(&digits, word);
				continue;
			}
			add_word(f, word);
		}
	}
	if (digits.n > 0)
		add_word(f, digits_word(r, str_text(&digits)));
}

static bool
read_criterion(struct req *r, struct filtre *f, const struct champ *c)
{
	const char *name = c->genre == G_ETIQUETTES && *param(r, c->cle) == '\0' ? "tag" : c->cle;
	struct critere *k = &f->criteres[f->n_criteres];
	const char *s;

	*k = (struct critere) { c };
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

/* The list that the query string asks for; NULL: more conditions than anybody means. */
struct filtre *
filtre_read(struct req *r)
{
	struct filtre *f = arena_alloc(&r->mem, sizeof *f);
	unsigned total = 0;

	*f = (struct filtre) { .modele = modele(r),
		.q = text_cut(&r->mem, param(r, "q"), 200),
		.level = contact_level(r),
		.rare = -1 };
	read_words(r, f, f->q);
	for (unsigned i = 0; i < f->modele->n; i++)
		if (filtre_offers(f, &f->modele->champs[i]) &&
			!read_criterion(r, f, &f->modele->champs[i]))
			return NULL;
	for (unsigned i = 0; i < f->n_criteres; i++)
		total += f->criteres[i].n;
	read_sort(r, f);
	return total <= VALEURS ? f : NULL;
}

/* Can the list be filtered by this field at all?  Long texts are for the full text. */
bool
filtre_offers(const struct filtre *f, const struct champ *c)
{
	(void) f;
	return c->genre != G_LONG;
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
	struct str ids = { &r->mem };

	for (unsigned i = 0; i < n; i++) {
		const struct champ *c = fields[i];

		if (c->lecture > f->level)
			f->with_relation = f->level < LEVEL_STAFF;
		if (c->genre == G_GROUPE)
			f->with_groups = true;
		else if (c->genre == G_ETIQUETTES)
			f->with_tags = true;
		else if (*c->colonne == '\0')
			str_puts(&ids, arena_printf(&r->mem, "%s%d", ids.n > 0 ? "," : "", c->id));
		else if (c->genre == G_LONG)
			f->with_bio = true;
	}
	f->with_values = ids.n > 0 ? str_text(&ids) : NULL;
}

/* ---- conditions ---- */

/* Nothing, or "and the reader is at least that much to the person". */
static void
put_level(struct req *r, struct query *q, const struct filtre *f, int level)
{
	if (level <= f->level)
		return;
	put(q, " AND (o.id = ?", I(r->user.id));
	if (level <= 3)
		put(q, " OR " MANAGES("o"), ME(r));
	if (level <= 2)
		put(q, " OR " SHARES("o"), I(r->user.id));
	put(q, ")");
}

static bool
has_words(const struct champ *c)
{
	static const char *const cles[] = { "prenom", "nom", "email", "telephone", "ville",
		"code_postal" };

	for (size_t i = 0; i < sizeof cles / sizeof *cles; i++)
		if (strcmp(c->colonne, cles[i]) == 0)
			return true;
	return false;
}

/* S as the beginning of something, for LIKE. */
static const char *
beginning(struct req *r, const char *s)
{
	struct str out = { &r->mem };

	for (; *s != '\0'; s++) {
		if (strchr("%_\\", *s) != NULL)
			str_char(&out, '\\');
		str_char(&out, *s);
	}
	str_char(&out, '%');
	return str_text(&out);
}

/* The fields with words whose level is LEVEL, as "(1,2)"; NULL: none. */
static const char *
fields_of_level(struct req *r, const struct filtre *f, int from, int to)
{
	struct str ids = { &r->mem };

	for (unsigned i = 0; i < f->modele->n; i++) {
		const struct champ *c = &f->modele->champs[i];

		if (has_words(c) && c->lecture >= from && c->lecture <= to)
			str_puts(&ids, arena_printf(&r->mem, "%s%d", ids.n > 0 ? "," : "(", c->id));
	}
	if (ids.n == 0)
		return NULL;
	str_char(&ids, ')');
	return str_text(&ids);
}

/* One word of the search: found in a field that the reader may read of that very person. */
static void
put_word(struct req *r, struct query *q, const struct filtre *f, const char *mot)
{
	const char *open = fields_of_level(r, f, 0, f->level);

	put(q, " AND EXISTS (SELECT 1 FROM contact_mot m_ WHERE m_.contact_id = c.id AND m_.mot LIKE ? AND (m_.champ_id IN ",
		S(beginning(r, mot)));
	str_puts(&q->text, open != NULL ? open : "(0)");
	for (int level = f->level + 1; level <= LEVEL_ADMIN; level++) {
		const char *ids = fields_of_level(r, f, level, level);

		if (ids == NULL)
			continue;
		str_puts(&q->text, " OR (m_.champ_id IN ");
		str_puts(&q->text, ids);
		put_level(r, q, f, level);
		put(q, ")");
	}
	put(q, "))");
}

static void
put_text(struct req *r, struct query *q, const struct champ *c, const char *value)
{
	struct filtre words = { 0 };

	read_words(r, &words, value);
	put(q, "(TRUE");
	for (unsigned i = 0; i < words.n_mots; i++) {
		put(q,
			" AND EXISTS (SELECT 1 FROM contact_mot m_ WHERE m_.contact_id = c.id AND m_.champ_id = ?"
			" AND m_.mot LIKE ?)",
			I(c->id), S(beginning(r, words.mots[i])));
	}
	put(q, words.n_mots == 0 ? " AND FALSE)" : ")");
}

/* A day, or a whole year. */
static void
put_date(struct req *r, struct query *q, const char *value)
{
	int y, m, d;

	if (strlen(value) == 4 && all_digits(value))
		put(q, "c.date_naissance BETWEEN ? AND ?",
			S(arena_printf(&r->mem, "%s-01-01", value)),
			S(arena_printf(&r->mem, "%s-12-31", value)));
	else if (text_date(value, &y, &m, &d))
		put(q, "c.date_naissance = ?", S(arena_printf(&r->mem, "%04d-%02d-%02d", y, m, d)));
	else
		put(q, "FALSE");
}

/* A group by its id, or by the CRM's value. */
static int64_t
group_of(const struct filtre *f, const struct champ *c, const char *value)
{
	if (all_digits(value) && strlen(value) < 18 &&
		groupe_find(f->modele, strtoll(value, NULL, 10)) != NULL)
		return strtoll(value, NULL, 10);
	for (unsigned i = 0; i < f->modele->n_groupes; i++)
		if (f->modele->groupes[i].champ_id == c->id &&
			strcmp(f->modele->groupes[i].valeur, value) == 0)
			return f->modele->groupes[i].id;
	return 0;
}

static void
put_value(struct req *r, struct query *q, const struct filtre *f, const struct champ *c,
	const char *value)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (strcmp(columns[i].colonne, c->colonne) == 0) {
			bind(q, S(value));
			str_puts(&q->text, columns[i].equal);
			return;
		}
	if (c->genre == G_GROUPE)
		put(q, "EXISTS (SELECT 1 FROM membre m_ WHERE m_.contact_id = c.id AND m_.fin IS NULL AND m_.groupe_id = ?)",
			I(group_of(f, c, value)));
	else if (c->genre == G_ETIQUETTES)
		put(q,
			"EXISTS (SELECT 1 FROM objet_etiquette e_ JOIN etiquette t_ ON t_.id = e_.etiquette_id"
			" WHERE e_.objet_id = c.id AND (t_.id = ? OR t_.nom = ?))",
			I(all_digits(value) ? strtoll(value, NULL, 10) : 0), S(value));
	else if (has_words(c))
		put_text(r, q, c, value);
	else if (c->genre == G_DATE && *c->colonne != '\0')
		put_date(r, q, value);
	else if (c->n_options > 0)
		put(q, "EXISTS (SELECT 1 FROM champ_valeur v_ WHERE v_.contact_id = c.id AND v_.champ_id = ? AND v_.valeur = ?)",
			I(c->id), S(value));
	else
		put(q,
			"EXISTS (SELECT 1 FROM champ_valeur v_ WHERE v_.contact_id = c.id AND v_.champ_id = ?"
			" AND v_.valeur COLLATE utf8mb4_uca1400_ai_ci LIKE ?)",
			I(c->id), S(beginning(r, value)));
}

/* One of its values, and a field that the reader may read of that person. */
static void
put_criterion(struct req *r, struct query *q, const struct filtre *f, const struct critere *k)
{
	for (unsigned i = 0; i < k->n; i++) {
		str_puts(&q->text, i == 0 ? " AND (" : " OR ");
		put_value(r, q, f, k->champ, k->values[i]);
	}
	str_puts(&q->text, ")");
	put_level(r, q, f, k->champ->lecture);
}

/* Those who left are shown to who asks for them. */
static bool
wants_former(const struct filtre *f)
{
	for (unsigned i = 0; i < f->n_criteres; i++)
		if (strcmp(f->criteres[i].champ->cle, "statut") == 0)
			return true;
	return false;
}

static void
put_where(struct req *r, struct query *q, const struct filtre *f)
{
	put(q, " c.retire_le IS NULL AND " SEES("o"), ME(r));
	if (!wants_former(f))
		put(q, " AND c.statut <> 'ancien'");
	for (unsigned i = 0; i < f->n_mots; i++)
		put_word(r, q, f, f->mots[i]);
	for (unsigned i = 0; i < f->n_criteres; i++)
		put_criterion(r, q, f, &f->criteres[i]);
}

/* ---- drivers ---- */

/* How many people the rarest word finds, counted up to RARE. */
static void
weigh_words(struct req *r, struct filtre *f)
{
	f->rare = RARE + 1;
	for (unsigned i = 0; i < f->n_mots; i++) {
		int64_t n = db_int(r,
			SQL("SELECT COUNT(*) FROM (SELECT 1 FROM contact_mot WHERE mot LIKE ? LIMIT 2001) n"),
			S(beginning(r, f->mots[i])));

		if (n < f->rare) {
			f->rare = n;
			f->rarest = i;
		}
	}
}

static bool
sorted_by_name(const struct filtre *f)
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
				" FROM membre d FORCE INDEX (groupe_tri) JOIN contact c ON c.id = d.contact_id"
				" JOIN objet o ON o.id = c.id WHERE d.groupe_id = ? AND d.fin IS NULL AND NOT EXISTS"
				" (SELECT 1 FROM membre e_ WHERE e_.contact_id = d.contact_id AND e_.fin IS NULL"
				" AND e_.groupe_id = d.groupe_id AND e_.id < d.id) AND",
				I(group_of(f, k->champ, k->values[0])));
			return true;
		}
		if (*k->champ->colonne == '\0' && k->champ->genre == G_CHOIX_MULTIPLE) {
			put(q,
				" FROM champ_valeur d FORCE INDEX (valeur_tri) JOIN contact c ON c.id = d.contact_id"
				" JOIN objet o ON o.id = c.id WHERE d.champ_id = ? AND d.valeur = ? AND",
				I(k->champ->id), S(k->values[0]));
			return true;
		}
	}
	return false;
}

static const char *
column_index(const struct filtre *f)
{
	for (unsigned k = 0; k < f->n_criteres && sorted_by_name(f); k++)
		for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
			if (strcmp(columns[i].colonne, f->criteres[k].champ->colonne) == 0 &&
				f->criteres[k].n == 1 && columns[i].index != NULL)
				return columns[i].index;
	return f->tri->index;
}

/* Put the FROM and the driver's part of the WHERE.  True: its order is that of d, not of c. */
static bool
put_from(struct req *r, struct query *q, struct filtre *f)
{
	if (f->n_mots > 0 && f->rare < 0)
		weigh_words(r, f);
	if (r->user.level < MEMBER) {
		put(q,
			" FROM (SELECT o_.id FROM contact_public p_ JOIN acces a_ ON a_.public_id = p_.public_id"
			" JOIN objet o_ ON o_.genre = 'contact' AND o_.liste_id = a_.liste_id WHERE p_.contact_id = ?"
			" UNION SELECT ?) d JOIN contact c ON c.id = d.id JOIN objet o ON o.id = c.id WHERE",
			ME(r));
		return false;
	}
	if (f->n_mots > 0 && f->rare <= RARE) {
		put(q,
			" FROM (SELECT DISTINCT contact_id AS id FROM contact_mot WHERE mot LIKE ?) d"
			" JOIN contact c ON c.id = d.id JOIN objet o ON o.id = c.id WHERE",
			S(beginning(r, f->mots[f->rarest])));
		return false;
	}
	if (sorted_by_name(f) && put_facet_driver(q, f))
		return true;
	str_puts(&q->text, " FROM contact c FORCE INDEX (");
	str_puts(&q->text, column_index(f));
	put(q, ") JOIN objet o ON o.id = c.id WHERE");
	return false;
}

/* ---- statements ---- */

/* How many people, counted up to MOST; 0: exactly. */
int64_t
filtre_count(struct req *r, struct filtre *f, int64_t most)
{
	struct query q = { .text = { &r->mem } };

	put(&q, "SELECT COUNT(*) FROM (SELECT STRAIGHT_JOIN 1");
	put_from(r, &q, f);
	put_where(r, &q, f);
	put(&q, " LIMIT ?) n", I(most > 0 ? most : INT64_MAX));
	return db_int_(r, db_composed(r, str_text(&q.text)), q.v);
}

static void
put_columns(struct req *r, struct query *q, const struct filtre *f)
{
	put(q, "SELECT STRAIGHT_JOIN " CONTACT_ROW);
	str_puts(&q->text, f->with_bio ? ", c.bio, " : ", '', ");
	if (f->with_relation)
		put(q, RELATION("o"), RELATION_ME(r));
	else
		put(q, "0");
	if (f->with_values != NULL) {
		put(q,
			", (SELECT GROUP_CONCAT(v_.champ_id, ':', v_.valeur SEPARATOR '\x1f') FROM champ_valeur v_"
			" WHERE v_.contact_id = c.id AND v_.champ_id IN (");
		str_puts(&q->text, f->with_values);
		put(q, "))");
	} else {
		put(q, ", ''");
	}
	str_puts(&q->text, f->with_groups ? ", " CONTACT_GROUPS : ", ''");
	str_puts(&q->text, f->with_tags ? ", " CONTACT_TAGS : ", ''");
}

/* The people of the list in order, as contact_row() reads them.  With STREAM see db_rows_(). */
struct rows *
filtre_rows(struct req *r, struct filtre *f, int64_t limit, int64_t offset, bool stream)
{
	struct query q = { .text = { &r->mem } };
	bool facet;

	put_columns(r, &q, f);
	facet = put_from(r, &q, f);
	put_where(r, &q, f);
	put(&q, " ORDER BY ");
	if (facet)
		str_puts(&q.text,
			f->descending ? "d.tri DESC, d.contact_id DESC" : "d.tri, d.contact_id");
	else
		str_puts(&q.text, f->descending ? f->tri->down : f->tri->up);
	put(&q, " LIMIT ? OFFSET ?", I(limit), I(offset));
	return db_rows_(r, db_composed(r, str_text(&q.text)), q.v, stream);
}
