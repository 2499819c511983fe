/* import_cellule.c - a cell of a file as the values of a field */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/contacts/contact_saisie.h"
#include "domain/imports/import.h"
#include "domain/objets/etiquette.h"

enum { PARTS = 200, COMMAS = 5 };

/* Add a value in its place, once.  What is beyond the room is left out. */
void
valeurs_add(struct valeurs *all, const char *v)
{
	unsigned at = 0;

	while (at < all->n && strcmp(all->v[at], v) < 0)
		at++;
	if (all->n == IMPORT_VALEURS || (at < all->n && strcmp(all->v[at], v) == 0))
		return;
	memmove(&all->v[at + 1], &all->v[at], (all->n - at) * sizeof *all->v);
	all->v[at] = v;
	all->n++;
}

bool
valeurs_has(const struct valeurs *all, const char *v)
{
	for (unsigned i = 0; i < all->n; i++)
		if (strcmp(all->v[i], v) == 0)
			return true;
	return false;
}

bool
valeurs_equal(const struct valeurs *a, const struct valeurs *b)
{
	for (unsigned i = 0; i < a->n && a->n == b->n; i++)
		if (strcmp(a->v[i], b->v[i]) != 0)
			return false;
	return a->n == b->n;
}

const char *
valeurs_text(struct arena *mem, const struct valeurs *all)
{
	struct buffer s = { mem };

	for (unsigned i = 0; i < all->n; i++) {
		buffer_puts(&s, i > 0 ? "\x1f" : "");
		buffer_puts(&s, all->v[i]);
	}
	return buffer_text(&s);
}

const char *
valeurs_json(struct arena *mem, const struct valeurs *all)
{
	struct buffer s = { mem };

	for (unsigned i = 0; i < all->n; i++)
		json_add_text(&s, all->v[i]);
	return json_list(&s);
}

static const char *
id_text(struct arena *mem, int64_t id)
{
	return arena_printf(mem, "%" PRId64, id);
}

/* The group of that field that is called so, letter by letter, or else but for case and accents. */
static const char *
read_group(struct req *r, const struct modele *m, const struct champ *c, const char *nom,
	const char **stored)
{
	const char *folded = text_fold_signs(&r->mem, nom);
	unsigned n = 0;

	for (unsigned i = 0; i < m->n_groupes; i++) {
		const struct groupe_court *g = &m->groupes[i];

		if (g->archive || g->cache || groupe_champ(m, g) != c ||
			strcmp(text_fold_signs(&r->mem, g->titre), folded) != 0)
			continue;
		*stored = id_text(&r->mem, g->id);
		if (strcmp(g->titre, nom) == 0)
			return NULL;
		n++;
	}
	if (n == 1)
		return NULL;
	return arena_printf(&r->mem,
		n == 0 ? "aucun groupe ne s’appelle «\u00A0%s\u00A0»" :
			 "plusieurs groupes s’appellent «\u00A0%s\u00A0» aux accents et aux"
			 " majuscules près",
		text_cut(&r->mem, nom, 60));
}

static const char *
read_tag(struct req *r, const struct champ *c, const char *nom, const char **stored)
{
	bool several;
	const struct option *o = champ_called(&r->mem, c, nom, &several);
	int64_t id = o != NULL ? strtoll(o->valeur, NULL, 10) : 0;

	if (id == 0 && !several)
		id = etiquette_find(r, nom);
	if (id == 0)
		return arena_printf(&r->mem,
			"l’étiquette «\u00A0%s\u00A0» n’existe pas\u00A0: créez-la d’abord",
			text_cut(&r->mem, nom, 60));
	*stored = id_text(&r->mem, id);
	return NULL;
}

/* A choice is said by its name in a file; its key is known to the platform alone, and may be what
 * another choice is called. */
static const char *
read_one(struct req *r, const struct modele *m, const struct champ *c, const char *text,
	const char **stored)
{
	const struct option *o;
	bool several;

	if (c->genre == G_GROUPE)
		return read_group(r, m, c, text, stored);
	if (c->genre == G_ETIQUETTES)
		return read_tag(r, c, text, stored);
	o = c->n_options > 0 ? champ_called(&r->mem, c, text, &several) : NULL;
	if (o == NULL)
		return saisie_read(&r->mem, c, text, stored);
	*stored = o->valeur;
	return NULL;
}

/* Parts FROM to TO of the cell, as they were written. */
static const char *
span(struct arena *mem, const char *const *from, const char *const *to)
{
	return text_trim(mem, arena_printf(mem, "%.*s", (int) (*to - 1 - *from), *from));
}

/* A list by commas, semicolons or lines.  A label may hold commas ("En semaine, le soir"): the
 * longest run of parts that is a value is taken. */
static const char *
read_list(struct req *r, const struct modele *m, const struct champ *c, const char *cell,
	struct valeurs *into)
{
	const char *parts[PARTS + 1], *stored = "", *refused;
	unsigned n = 0, most = c->genre == G_ETIQUETTES ? 1 : COMMAS;

	parts[n++] = cell;
	for (const char *s = cell; *s != '\0' && n < PARTS; s++)
		if (strchr(",;\n", *s) != NULL)
			parts[n++] = s + 1;
	parts[n] = cell + strlen(cell) + 1;
	for (unsigned i = 0, to; i < n; i = to) {
		refused = NULL;
		for (to = i + most < n ? i + most : n; to > i; to--) {
			const char *text = span(&r->mem, &parts[i], &parts[to]);

			stored = "";
			if (*text == '\0' || (refused = read_one(r, m, c, text, &stored)) == NULL)
				break;
		}
		if (to == i)
			return refused;
		if (*stored != '\0')
			valeurs_add(into, stored);
	}
	return NULL;
}

/* What CELL says of field C, as stored values.  NULL, or why it is refused. */
const char *
cellule_read(struct req *r, const struct modele *m, const struct champ *c, const char *cell,
	struct valeurs *into)
{
	const char *stored = "", *refused;

	*into = (struct valeurs) { .n = 0 };
	if (c->genre == G_GROUPE || c->genre == G_ETIQUETTES || c->genre == G_CHOIX_MULTIPLE)
		return read_list(r, m, c, cell, into);
	refused = read_one(r, m, c, text_trim(&r->mem, cell), &stored);
	if (refused == NULL && *stored != '\0')
		valeurs_add(into, stored);
	return refused;
}
