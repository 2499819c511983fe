/* resultats.c - the directory's page: rows, columns, filters, addresses that keep its state */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/resultats.h"
#include "base/buffer.h"
#include "base/param.h"
#include "base/text.h"
#include "domain/acces/niveau.h"
#include "domain/annuaire/filtre_mesure.h"
#include "domain/tableau_de_bord/tableau.h"
#include "web/choices.h"
#include "web/pager.h"
#include "web/reply.h"

enum { QUICK = 3 };

/* The filters beside the list, and the columns of who chose none. */
static const char *const quick[QUICK] = { "groupe", "types_benevolat", "competences" };

/* ---- addresses: the state of the list is in the query string ---- */

/* Is NAME part of what a list is asked by? */
static bool
is_state(struct req *r, const struct list *l, const char *name)
{
	static const char *const names[] = { "q", "tag", "tri", "par", "col", "colonnes", "choisir",
		"segment", "si" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return champ_find(l->f->modele, name) != NULL || mesure_find(r, l->f->modele, name) != NULL;
}

/* PATH with the state of this list; NAME (and VALUE, NULL: any) left out; NEW=IT added. */
static const char *
link_to(struct req *r, const struct list *l, const char *path, const char *name, const char *value,
	const char *new, const char *it)
{
	struct buffer url = { &r->mem };
	char mark = '?';

	buffer_puts(&url, path);
	for (const struct param *p = r->params; p != NULL; p = p->next) {
		if (*p->value == '\0' || !is_state(r, l, p->name))
			continue;
		if (strcmp(p->name, name) == 0 && (value == NULL || strcmp(p->value, value) == 0))
			continue;
		buffer_puts(&url,
			arena_printf(&r->mem, "%c%s=%s", mark, p->name, url_escape(r, p->value)));
		mark = '&';
	}
	if (new != NULL)
		buffer_puts(&url, arena_printf(&r->mem, "%c%s=%s", mark, new, url_escape(r, it)));
	return buffer_text(&url);
}

static const char *
page_link(struct req *r, const struct list *l, int64_t n)
{
	return n == 1 ? link_to(r, l, "/annuaire", "page", NULL, NULL, NULL) :
			link_to(r, l, "/annuaire", "page", NULL, "page",
				arena_printf(&r->mem, "%" PRId64, n));
}

/* ---- what the page shows ---- */

static struct row *
row_of(struct req *r, const char *list, unsigned n)
{
	return row_nth(r, list, n);
}

static const struct critere *
criterion(const struct list *l, const struct champ *c)
{
	for (unsigned i = 0; i < l->f->n_criteres; i++)
		if (l->f->criteres[i].champ == c)
			return &l->f->criteres[i];
	return NULL;
}

static void
say_option(struct req *r, struct row *facet, unsigned n, const char *value, const char *label,
	const struct critere *k)
{
	struct row *o = row_in(facet, arena_printf(&r->mem, "options.%u", n));

	row_say(o, "valeur", value);
	row_say(o, "libelle", label);
	if (k != NULL && strcmp(k->values[0], value) == 0)
		row_say(o, "choisi", "1");
}

/* Is that group among the choices of a filter of field C?  Beside the list, only those of the CRM
 * and the one that is chosen: the others are on the page of all filters. */
static bool
offers_group(const struct list *l, const struct groupe_court *g, const struct champ *c,
	const struct critere *k, bool quick_one)
{
	if (g->archive || g->cache || groupe_champ(l->f->modele, g) != c)
		return false;
	return !quick_one || g->champ_id == c->id ||
		(k != NULL && strtoll(k->values[0], NULL, 10) == g->id);
}

/* A filter: its choices, or what was typed.  QUICK_ONE: beside the list. */
void
liste_facet(
	struct req *r, const struct list *l, const char *at, const struct champ *c, bool quick_one)
{
	const struct critere *k = criterion(l, c);
	const struct modele *m = l->f->modele;
	struct row *facet = row_at(r, at);
	unsigned n = 0;

	row_say(facet, "cle", c->cle);
	row_say(facet, "libelle", c->libelle);
	row_say(facet, "type", c->type);
	for (unsigned i = 0; c->genre == G_OUI_NON && i < 2; i++)
		say_option(r, facet, n++, i == 0 ? "1" : "0", i == 0 ? "Oui" : "Non", k);
	for (unsigned i = 0; i < c->n_options; i++)
		say_option(r, facet, n++, c->options[i].valeur, c->options[i].libelle, k);
	for (unsigned i = 0; c->genre == G_GROUPE && i < m->n_groupes; i++)
		if (offers_group(l, &m->groupes[i], c, k, quick_one))
			say_option(r, facet, n++,
				arena_printf(&r->mem, "%" PRId64, m->groupes[i].id),
				m->groupes[i].titre, k);
	if (n > 0)
		choices_cut(r, row_at(r, arena_printf(&r->mem, "%s.options", at)), facet,
			arena_printf(&r->mem, "dans-%s", c->cle));
	if (k != NULL && n == 0)
		row_say(facet, "valeur", k->values[0]);
}

static void
say_kept(struct req *r, const char *list, unsigned n, const char *name, const char *value)
{
	struct row *kept = row_of(r, list, n);

	row_say(kept, "cle", name);
	row_say(kept, "valeur", value);
}

/* Does a form that has these fields send this parameter by itself?  A field sends one value. */
static bool
is_sent(const struct list *l, const struct param *p, const struct champ *const *shown, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		const struct critere *k = criterion(l, shown[i]);

		if (strcmp(p->name, shown[i]->cle) == 0 && k != NULL &&
			strcmp(k->values[0], p->value) == 0)
			return true;
	}
	return false;
}

/* The state that the search form does not show goes with it, hidden. */
void
liste_hidden(
	struct req *r, const struct list *l, const struct champ *const *shown, unsigned n_shown)
{
	unsigned n = 0, all = 0;

	for (const struct param *p = r->params; p != NULL; p = p->next) {
		if (*p->value == '\0' || !is_state(r, l, p->name))
			continue;
		if (strncmp(p->name, "col", 3) != 0)
			say_kept(r, "Filtre.garde_tout", all++, p->name, p->value);
		if (strcmp(p->name, "q") != 0 && !is_sent(l, p, shown, n_shown))
			say_kept(r, "Filtre.gardes", n++, p->name, p->value);
	}
}

/* One value that is asked of a field, with the list without it. */
static void
say_criterion(struct req *r, const struct list *l, const struct critere *k, const char *value,
	struct row *a)
{
	const struct groupe_court *g = k->champ->genre == G_GROUPE ?
		groupe_find(l->f->modele, strtoll(value, NULL, 10)) :
		NULL;

	row_say(a, "champ", k->champ->libelle);
	row_say(a, "libelle",
		g != NULL && !g->cache      ? g->titre :
			mesure_is(k->champ) ? mesure_label(r, l->f->modele, k->champ, value) :
					      champ_label(k->champ, value));
	row_say(a, "url", link_to(r, l, "/annuaire", k->champ->cle, value, NULL, NULL));
}

/* Each condition, with the address of the list without it. */
static void
say_active(struct req *r, const struct list *l)
{
	unsigned n = 0;

	if (*l->f->q != '\0') {
		struct row *a = row_of(r, "Filtre.actifs", n++);

		row_say(a, "q", l->f->q);
		row_say(a, "url", link_to(r, l, "/annuaire", "q", NULL, NULL, NULL));
	}
	for (unsigned i = 0; i < l->f->n_arbres; i++) {
		bool kept = i == 0 && l->f->segment_id != 0;
		struct row *a = row_of(r, "Filtre.actifs", n++);

		row_say(a, "libelle", kept ? l->f->segment_nom : "Conditions");
		row_say(a, "url",
			link_to(r, l, "/annuaire", kept ? "segment" : "si", NULL, NULL, NULL));
		if (condition_wrong(l->f->arbres[i]) != NULL)
			say(r, "Filtre.manque", condition_wrong(l->f->arbres[i]));
	}
	for (unsigned i = 0; i < l->f->n_criteres; i++)
		for (unsigned j = 0; j < l->f->criteres[i].n; j++)
			say_criterion(r, l, &l->f->criteres[i], l->f->criteres[i].values[j],
				row_of(r, "Filtre.actifs", n++));
}

static void
say_heading(struct req *r, const struct list *l, unsigned n, const struct champ *c)
{
	const char *sort = filtre_sorts(c, l->f);
	struct row *h = row_of(r, "Filtre.entetes", n);
	bool now = sort != NULL && strcmp(sort, filtre_sort_key(l->f)) == 0;

	row_say(h, "libelle", c->libelle);
	if (sort == NULL)
		return;
	if (now)
		row_say(h, "sens", l->f->descending ? "descending" : "ascending");
	row_say(h, "url",
		link_to(r, l, "/annuaire", "tri", NULL, "tri",
			now && !l->f->descending ? arena_printf(&r->mem, "-%s", sort) : sort));
}

void
liste_columns(struct req *r, const struct list *l)
{
	const struct champ *nom = champ_find(l->f->modele, "nom");

	if (nom != NULL)
		say_heading(r, l, 0, nom);
	for (unsigned i = 0; i < l->n; i++)
		say_heading(r, l, i + 1, l->fields[i]);
	say(r, "Filtre.colonnes", link_to(r, l, "/annuaire/colonnes", "page", NULL, NULL, NULL));
}

void
liste_pager(struct req *r, const struct list *l)
{
	const char *all = page_link(r, l, 1);

	pager_say(r, arena_printf(&r->mem, "%s%cpage=", all, strchr(all, '?') != NULL ? '&' : '?'),
		l->page, l->total, l->par);
}

static void
say_person(struct req *r, const struct list *l, struct row *row, const struct personne *p)
{
	const struct modele *m = l->f->modele;
	static const char *const names[] = { "prenom", "nom", "ville" };
	const char *text[3];

	row_say_int(row, "id", p->id);
	row_say_int(row, "teinte", text_hue(p->id));
	for (int i = 0; i < 3; i++) {
		const struct champ *c = champ_find(m, names[i]);

		row_say(row, names[i], text[i] = c != NULL ? contact_text(&r->mem, m, p, c) : "");
	}
	row_say(row, "initiales", text_initials(&r->mem, text[0], text[1]));
	for (unsigned i = 0; i < l->n; i++)
		row_say(row, arena_printf(&r->mem, "cellules.%u", i),
			contact_text(&r->mem, m, p, l->fields[i]));
}

void
liste_people(struct req *r, struct list *l)
{
	struct rows *rows;
	unsigned n = 0;

	say_list(r, "items");
	filtre_needs(r, l->f, l->fields, l->n);
	if (r->format == JSON)
		l->f->with_groups = true;
	rows = filtre_rows(r, l->f, l->par, (l->page - 1) * l->par, false);
	while (db_next(rows, &r->mem)) {
		struct personne p = contact_row(r, rows);
		struct row *row = row_of(r, "items", n++);

		if (r->format == JSON)
			contact_say(r, l->f->modele, &p, row, l->fields, l->n);
		else
			say_person(r, l, row, &p);
	}
}

/* To change many people at once: those one ticks, in a list that shows boxes instead of filters,
 * or all of them. */
static void
liste_many(struct req *r, const struct list *l)
{
	bool choosing = *param(r, "choisir") != '\0';

	if (choosing)
		say(r, "Filtre.lot", link_to(r, l, "/imports/lot", "page", NULL, "tout", "1"));
	say(r, choosing ? "Filtre.fini" : "Filtre.choisir",
		link_to(r, l, "/annuaire", "choisir", NULL, choosing ? NULL : "choisir", "1"));
}

/* The filters beside the list; the others have a page of their own. */
void
liste_filters(struct req *r, const struct list *l)
{
	const struct champ *shown[QUICK];
	unsigned n = 0;

	for (unsigned i = 0; i < QUICK; i++) {
		const struct champ *c = champ_find(l->f->modele, quick[i]);

		if (c == NULL || c->lecture > l->level)
			continue;
		liste_facet(r, l, arena_printf(&r->mem, "Filtre.champs.%u", n), c, true);
		shown[n++] = c;
	}
	liste_hidden(r, l, shown, n);
	say_active(r, l);
	say(r, "Filtre.q", l->f->q);
	if (r->user.level >= MEMBER)
		say(r, "Filtre.garder",
			link_to(r, l, "/annuaire/segments/nouveau", "page", NULL, NULL, NULL));
	if (l->f->segment_id != 0)
		say_int(r, "Filtre.segment", l->f->segment_id);
	if (l->f->segment_id != 0 && tableau_follows(r, 0))
		say(r, "Filtre.chiffres", "1");
	say(r, "Filtre.plus", link_to(r, l, "/annuaire/filtres", "page", NULL, NULL, NULL));
	say(r, "Filtre.csv", link_to(r, l, "/annuaire.csv", "page", NULL, NULL, NULL));
	say(r, "Filtre.json", link_to(r, l, "/annuaire.json", "page", NULL, "emporter", "1"));
	say(r, "Filtre.xlsx", link_to(r, l, "/annuaire.xlsx", "page", NULL, NULL, NULL));
	if (niveau(r) >= N_COORDINATION)
		liste_many(r, l);
	say(r, "Filtre.tri", filtre_sort_key(l->f));
}
