/* resultats.c - the directory's page: rows, columns, filters, addresses that keep its state */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/resultats.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "domain/acces/niveau.h"
#include "domain/annuaire/filtre_mesure.h"
#include "domain/tableau_de_bord/tableau.h"
#include "web/choices.h"
#include "web/list.h"
#include "web/reply.h"

enum { QUICK = 4 };

/* The filters beside the list, and the columns of who chose none. */
static const char *const quick[QUICK] = { "groupe", "types_benevolat", "competences",
	"disponibilites" };

/* ---- addresses: the state of the list is in the query string ---- */

/* Is NAME a field or a measure that people are filtered by? */
bool
liste_asks(struct req *r, const char *name)
{
	return champ_find(modele(r), name) != NULL || mesure_find(r, modele(r), name) != NULL;
}

static bool
is_column_or_filter(struct req *r, const char *name)
{
	return strcmp(name, "col") == 0 || liste_asks(r, name);
}

const struct list annuaire_liste = { "/annuaire",
	KEEPS("q", "tag", "tri", "par", "colonnes", "choisir", "segment", "si"), 0,
	is_column_or_filter };

/* The same people, elsewhere. */
static const char *
elsewhere(struct req *r, const char *path)
{
	return list_at(r, &annuaire_liste, path, "page", NULL);
}

/* ---- what the page shows ---- */

/* Is nothing asked: everybody whom the reader sees? */
bool
liste_whole(const struct found *l)
{
	return *l->f->q == '\0' && l->f->n_criteres == 0 && l->f->n_arbres == 0;
}

static const struct critere *
criterion(const struct found *l, const struct champ *c)
{
	for (unsigned i = 0; i < l->f->n_criteres; i++)
		if (l->f->criteres[i].champ == c)
			return &l->f->criteres[i];
	return NULL;
}

/* Is that group among the choices of a filter of field C?  Beside the list, only those of the CRM
 * and the one that is chosen: the others are on the page of all filters. */
static bool
offers_group(const struct found *l, const struct groupe_court *g, const struct champ *c,
	const struct critere *k, bool quick_one)
{
	if (g->archive || g->cache || groupe_champ(l->f->modele, g) != c)
		return false;
	return !quick_one || g->champ_id == c->id ||
		(k != NULL && strtoll(k->values[0], NULL, 10) == g->id);
}

/* The words of the value V of a criterion. */
static const char *
value_words(struct req *r, const struct found *l, const struct champ *c, const char *v)
{
	const struct groupe_court *g =
		c->genre == G_GROUPE ? groupe_find(l->f->modele, strtoll(v, NULL, 10)) : NULL;

	return g != NULL && !g->cache ? g->titre :
		mesure_is(c)          ? mesure_label(r, l->f->modele, c, v) :
					champ_label(c, v);
}

/* What is asked for and is no choice of the filter (a group that is archived since) becomes one of
 * its own: the form sends it again. */
static void
keep_asked(struct req *r, const struct found *l, struct row *facet, const struct champ *c,
	const char *asked, unsigned n)
{
	for (struct row *o = row_child(facet, "options"); o != NULL; o = row_next(o))
		if (row_int(o, "choisi") != 0)
			return;
	list_choice(r, facet, n, asked, value_words(r, l, c, asked), asked);
}

/* A filter: its choices, or what was typed.  QUICK_ONE: beside the list. */
void
liste_facet(
	struct req *r, const struct found *l, unsigned at, const struct champ *c, bool quick_one)
{
	const struct critere *k = criterion(l, c);
	const char *asked = k != NULL ? k->values[0] : NULL;
	const struct modele *m = l->f->modele;
	struct row *facet = list_filter(r, at, c->cle, c->libelle);
	unsigned n = 0;

	row_say(facet, "type", c->type);
	for (unsigned i = 0; c->genre == G_OUI_NON && i < 2; i++)
		list_choice(r, facet, n++, i == 0 ? "1" : "0", i == 0 ? "Oui" : "Non", asked);
	/* a group of the CRM is a group here: its option there would be it once more */
	for (unsigned i = 0; c->genre != G_GROUPE && i < c->n_options; i++)
		list_choice(r, facet, n++, c->options[i].valeur, c->options[i].libelle, asked);
	for (unsigned i = 0; c->genre == G_GROUPE && i < m->n_groupes; i++)
		if (offers_group(l, &m->groupes[i], c, k, quick_one))
			list_choice(r, facet, n++,
				arena_printf(&r->mem, "%" PRId64, m->groupes[i].id),
				m->groupes[i].titre, asked);
	if (n > 0 && asked != NULL)
		keep_asked(r, l, facet, c, asked, n);
	if (n > 0)
		choices_cut(r, row_in(facet, "options"), facet,
			arena_printf(&r->mem, "dans-%s", c->cle));
	if (asked != NULL && n == 0)
		row_say(facet, "valeur", asked);
}

/* The state that a form of the fields SHOWN, and of what is searched, does not send. */
void
liste_hidden(struct req *r, const struct champ *const *shown, unsigned n)
{
	const char **names = arena_alloc(&r->mem, (n + 3) * sizeof *names);
	unsigned at = 0;

	names[at++] = "q";
	for (unsigned i = 0; i < n; i++) {
		names[at++] = shown[i]->cle;
		if (shown[i]->genre == G_ETIQUETTES)
			names[at++] = "tag"; /* that field by its other name */
	}
	names[at] = NULL;
	list_hidden(r, &annuaire_liste, names);
}

/* Each condition, with the address of the list without it. */
static void
say_active(struct req *r, const struct found *l)
{
	const struct list *liste = &annuaire_liste;
	unsigned n = 0;

	if (*l->f->q != '\0') {
		list_active(r, liste, n, "", "q", NULL);
		row_say(row_nth(r, "Filtre.actifs", n++), "q", l->f->q);
	}
	for (unsigned i = 0; i < l->f->n_arbres; i++) {
		bool kept = i == 0 && l->f->segment_id != 0;

		list_active(r, liste, n++, kept ? l->f->segment_nom : "Conditions",
			kept ? "segment" : "si", NULL);
		if (condition_wrong(l->f->arbres[i]) != NULL)
			say(r, "Filtre.manque", condition_wrong(l->f->arbres[i]));
	}
	for (unsigned i = 0; i < l->f->n_criteres; i++) {
		const struct critere *k = &l->f->criteres[i];

		for (unsigned j = 0; j < k->n; j++)
			list_active(r, liste, n++, value_words(r, l, k->champ, k->values[j]),
				k->nom, k->values[j]);
	}
}

static void
say_heading(struct req *r, const struct found *l, unsigned n, const struct champ *c)
{
	list_heading(r, &annuaire_liste, n, c->libelle, filtre_sorts(c, l->f),
		arena_printf(&r->mem, "%s%s", l->f->descending ? "-" : "", filtre_sort_key(l->f)));
}

void
liste_columns(struct req *r, const struct found *l)
{
	const struct champ *nom = champ_find(l->f->modele, "nom");

	if (nom != NULL)
		say_heading(r, l, 0, nom);
	for (unsigned i = 0; i < l->n; i++)
		say_heading(r, l, i + 1, l->fields[i]);
	say(r, "Filtre.colonnes", elsewhere(r, "/annuaire/colonnes"));
}

void
liste_pager(struct req *r, const struct found *l)
{
	struct list liste = annuaire_liste;

	liste.par = l->par;
	list_pager(r, &liste, l->page, l->total);
}

/* Engagements in their colours: those of the types of groups, and for the rest one each. */
static void
say_engagements(struct req *r, const struct found *l, struct row *cell, const struct personne *p,
	const struct champ *c)
{
	static const struct {
		const char *valeur;
		int teinte;
	} known[] = { { "trailwalker", 1 }, { "magasin", 2 }, { "groupe_local", 3 },
		{ "groupe_travail", 5 }, { "siege", 6 }, { "programme_jeunes", 6 } };
	struct option all[VALEURS];
	unsigned n = contact_values(&r->mem, l->f->modele, p, c, all, VALEURS);

	for (unsigned i = 0; i < n; i++) {
		struct row *tag = row_in(cell, arena_printf(&r->mem, "tags.%u", i));
		int teinte = 0;

		for (size_t k = 0; k < sizeof known / sizeof *known; k++)
			if (strcmp(known[k].valeur, all[i].valeur) == 0)
				teinte = known[k].teinte;
		for (unsigned k = 0; k < c->n_options && teinte == 0; k++)
			if (strcmp(c->options[k].valeur, all[i].valeur) == 0)
				teinte = text_hue(k);
		row_say(tag, "nom", all[i].libelle);
		row_say_int(tag, "teinte", teinte);
	}
}

static void
say_person(struct req *r, const struct found *l, struct row *row, const struct personne *p)
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
	for (unsigned i = 0; i < l->n; i++) {
		const char *at = arena_printf(&r->mem, "cellules.%u", i);

		row_say(row, at, contact_text(&r->mem, m, p, l->fields[i]));
		if (strcmp(l->fields[i]->cle, "types_benevolat") == 0)
			say_engagements(r, l, row_in(row, at), p, l->fields[i]);
	}
}

void
liste_people(struct req *r, struct found *l)
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
		struct row *row = row_nth(r, "items", n++);

		if (r->format == JSON)
			contact_say(r, l->f->modele, &p, row, l->fields, l->n);
		else
			say_person(r, l, row, &p);
	}
}

/* To change many people at once: those one ticks, in a list that shows boxes instead of filters,
 * or all of them. */
static void
liste_many(struct req *r, const struct found *l)
{
	bool choosing = *param(r, "choisir") != '\0';

	if (choosing) {
		say(r, "Filtre.lot", list_at(r, &annuaire_liste, "/imports/lot", "tout", "1"));
		if (droit(r, "messages") == PARTOUT) /* a list that has a name is written to */
			say(r, "Filtre.ecrire",
				l->f->segment_id != 0 ?
					arena_printf(&r->mem, "/messages/groupe?segment=%" PRId64,
						l->f->segment_id) :
					elsewhere(r, "/annuaire/segments/nouveau"));
	}
	say(r, choosing ? "Filtre.fini" : "Filtre.choisir",
		list_link(r, &annuaire_liste, "choisir", choosing ? NULL : "1"));
}

/* The filters beside the list; the others have a page of their own. */
void
liste_filters(struct req *r, const struct found *l)
{
	const struct champ *shown[QUICK];
	unsigned n = 0;

	for (unsigned i = 0; i < QUICK; i++) {
		const struct champ *c = champ_find(l->f->modele, quick[i]);

		if (c == NULL || c->lecture > l->level)
			continue;
		liste_facet(r, l, n, c, true);
		shown[n++] = c;
	}
	liste_hidden(r, shown, *param(r, "choisir") != '\0' ? 0 : n); /* boxes in their place */
	say_active(r, l);
	say(r, "Filtre.q", l->f->q);
	if (r->user.level >= MEMBER)
		say(r, "Filtre.garder", elsewhere(r, "/annuaire/segments/nouveau"));
	if (l->f->segment_id != 0)
		say_int(r, "Filtre.segment", l->f->segment_id);
	if (l->f->segment_id != 0 && tableau_follows(r, 0))
		say(r, "Filtre.chiffres", "1");
	say(r, "Filtre.plus", elsewhere(r, "/annuaire/filtres"));
	list_take(r, &annuaire_liste);
	if (niveau(r) >= N_COORDINATION)
		liste_many(r, l);
	say(r, "Filtre.tri", filtre_sort_key(l->f));
}
