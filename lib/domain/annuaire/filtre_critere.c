/* filtre_critere.c - one condition on a person: what was typed, as SQL with bound values */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/filtre_critere.h"
#include "domain/annuaire/filtre_mesure.h"

/* Columns that a criterion compares; the texts are found by their words. */
static const struct {
	const char *colonne, *equal, *index;
} columns[] = {
	{ "statut", "c.statut = ?", "statut" },
	{ "type_contact", "c.type_contact = ?", "type_contact" },
	{ "civilite", "c.civilite = ?", NULL },
};

/* Add VALUES, which end with a zero entry, to what Q binds. */
void
query_bind(struct query *q, const struct value *v)
{
	for (; v->type != 0; v++) {
		if (q->n == BINDS)
			fault("more than %d values in a filter", BINDS);
		q->v[q->n++] = *v;
	}
}

/* ---- conditions ---- */

/* The index of contact that holds the people of one value of C in the order of names; NULL:
 * none. */
const char *
critere_index(const struct champ *c)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (strcmp(columns[i].colonne, c->colonne) == 0)
			return columns[i].index;
	return mesure_index(c);
}

/* "The reader is at least that much to the person". */
void
critere_reads(struct req *r, struct query *q, int level)
{
	put(q, "(o.id = ?", I(r->user.id));
	if (level <= 3)
		put(q, " OR " MANAGES("o"), ME(r));
	if (level <= 2)
		put(q, " OR " SHARES("o"), SHARER(r));
	put(q, ")");
}

/* "The person does not hide that field from the reader". */
void
critere_shown(struct req *r, struct query *q, const struct champ *c)
{
	put(q, "(LOCATE(?, c.cache) = 0 OR o.id = ? OR " MANAGES("o") ")",
		S(arena_printf(&r->mem, ",%d,", c->id)), I(r->user.id), ME(r));
}

/* Nothing, or "and" the same. */
static void
put_level(struct req *r, struct query *q, const struct filtre *f, int level)
{
	if (level <= f->level)
		return;
	put(q, " AND ");
	critere_reads(r, q, level);
}

/* The fields with words whose level is LEVEL, as "(1,2)"; NULL: none. */
static const char *
fields_of_level(struct req *r, const struct filtre *f, int from, int to)
{
	struct buffer ids = { &r->mem };

	for (unsigned i = 0; i < f->modele->n; i++) {
		const struct champ *c = &f->modele->champs[i];

		if (champ_sought(c) && c->lecture >= from && c->lecture <= to)
			buffer_puts(
				&ids, arena_printf(&r->mem, "%s%d", ids.n > 0 ? "," : "(", c->id));
	}
	if (ids.n == 0)
		return NULL;
	buffer_char(&ids, ')');
	return buffer_text(&ids);
}

/* "One word of the search is found in a field that the reader may read of that very person." */
void
critere_word(struct req *r, struct query *q, const struct filtre *f, const char *mot)
{
	const char *open = fields_of_level(r, f, 0, f->level);

	put(q,
		"EXISTS (SELECT 1 FROM contact_mot m_ WHERE m_.contact_id = c.id AND m_.mot LIKE ?"
		" AND (m_.champ_id IN ",
		S(mots_beginning(r, mot)));
	buffer_puts(&q->text, open != NULL ? open : "(0)");
	for (int level = f->level + 1; level <= LEVEL_ADMIN; level++) {
		const char *ids = fields_of_level(r, f, level, level);

		if (ids == NULL)
			continue;
		buffer_puts(&q->text, " OR (m_.champ_id IN ");
		buffer_puts(&q->text, ids);
		put_level(r, q, f, level);
		put(q, ")");
	}
	put(q, ")");
	if (f->level < LEVEL_MANAGES)
		put(q,
			" AND (c.cache = '' OR LOCATE(CONCAT(',', m_.champ_id, ','), c.cache) = 0"
			" OR o.id = ? OR " MANAGES("o") ")",
			I(r->user.id), ME(r));
	put(q, ")");
}

static void
put_text(struct req *r, struct query *q, const struct champ *c, const char *value)
{
	struct mots words = { 0 };

	mots_read(r, &words, value);
	put(q, "(TRUE");
	for (unsigned i = 0; i < words.n; i++) {
		put(q,
			" AND EXISTS (SELECT 1 FROM contact_mot m_ WHERE m_.contact_id = c.id"
			" AND m_.champ_id = ? AND m_.mot LIKE ?)",
			I(c->id), S(mots_beginning(r, words.v[i])));
	}
	put(q, words.n == 0 ? " AND FALSE)" : ")");
}

/* A day, or a whole year. */
static void
put_date(struct req *r, struct query *q, const char *value)
{
	const char *day = text_iso(&r->mem, value);

	if (strlen(value) == 4 && all_digits(value))
		put(q, "c.date_naissance BETWEEN ? AND ?",
			S(arena_printf(&r->mem, "%s-01-01", value)),
			S(arena_printf(&r->mem, "%s-12-31", value)));
	else if (day != NULL)
		put(q, "c.date_naissance = ?", S(day));
	else
		put(q, "FALSE");
}

/* A group by its id, or by the CRM's value. */
int64_t
critere_group(const struct filtre *f, const struct champ *c, const char *value)
{
	const struct groupe_court *g = all_digits(value) && strlen(value) < 18 ?
		groupe_find(f->modele, strtoll(value, NULL, 10)) :
		NULL;

	if (g != NULL)
		return g->cache ? 0 : g->id;
	for (unsigned i = 0; i < f->modele->n_groupes; i++)
		if (f->modele->groupes[i].champ_id == c->id && !f->modele->groupes[i].cache &&
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
			buffer_puts(&q->text, columns[i].equal);
			query_bind(q, VALUES(S(value)));
			return;
		}
	if (mesure_is(c))
		mesure_put(r, q, c, value);
	else if (c->genre == G_GROUPE)
		put(q, "(" IN_GROUP("?", "c.id") " AND " GROUP_SEEN("?") ")",
			I(critere_group(f, c, value)), I(critere_group(f, c, value)), ME(r));
	else if (c->genre == G_ETIQUETTES)
		put(q,
			"EXISTS (SELECT 1 FROM objet_etiquette e_"
			" JOIN etiquette t_ ON t_.id = e_.etiquette_id"
			" WHERE e_.objet_id = c.id AND (t_.id = ? OR t_.nom = ?))",
			I(all_digits(value) ? strtoll(value, NULL, 10) : 0), S(value));
	else if (champ_worded(c))
		put_text(r, q, c, value);
	else if (c->genre == G_DATE && *c->colonne != '\0')
		put_date(r, q, value);
	else if (c->genre == G_NOMBRE || c->genre == G_DATE)
		condition_put(r, q, f, critere_measure(r, f, c, value));
	else if (c->n_options > 0)
		put(q,
			"EXISTS (SELECT 1 FROM champ_valeur v_ WHERE v_.contact_id = c.id"
			" AND v_.champ_id = ? AND v_.valeur = ?)",
			I(c->id), S(value));
	else
		put(q,
			"EXISTS (SELECT 1 FROM champ_valeur v_ WHERE v_.contact_id = c.id"
			" AND v_.champ_id = ? AND v_.valeur COLLATE utf8mb4_uca1400_ai_ci LIKE ?)",
			I(c->id), S(mots_beginning(r, value)));
}

/* One of its values, and a field that the reader may read of that person. */
void
critere_put(struct req *r, struct query *q, const struct filtre *f, const struct critere *k)
{
	for (unsigned i = 0; i < k->n; i++) {
		buffer_puts(&q->text, i == 0 ? " AND (" : " OR ");
		put_value(r, q, f, k->champ, k->values[i]);
	}
	buffer_puts(&q->text, ")");
	put_level(r, q, f, k->champ->lecture);
	if (contact_hideable(k->champ) && f->level < LEVEL_MANAGES)
		put(q, " AND "), critere_shown(r, q, k->champ);
}

/* The column of contact; NULL: the field has none. */
const char *
condition_column(const struct noeud *n)
{
	static const char *const all[] = { "c.civilite", "c.prenom", "c.nom", "c.date_naissance",
		"c.email", "c.telephone", "c.code_postal", "c.ville", "c.statut", "c.type_contact",
		"c.bio" };
	const char *colonne = n->de->champ != NULL ? n->de->champ->colonne : "";

	for (size_t i = 0; i < sizeof all / sizeof *all && *colonne != '\0'; i++)
		if (strcmp(all[i] + 2, colonne) == 0)
			return all[i];
	return NULL;
}
