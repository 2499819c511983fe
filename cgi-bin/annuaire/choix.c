/* choix.c - the pages where one chooses among all filters and all columns, however many fields
 * there are */

#include <stdlib.h>
#include <string.h>

#include "annuaire/resultats.h"
#include "domain/annuaire/filtre_mesure.h"
#include "web/reply.h"
#include "web/route.h"

/* What one page may hold of filters, in elements: what is more goes to the next. */
enum { HELD = 240, ALL = LISTE_CHAMPS + MESURES };

/* Every filter that this reader may use.  How many. */
static unsigned
all_filters(struct req *r, const struct found *l, const struct champ *all[ALL])
{
	const struct modele *m = l->f->modele;
	const struct champ *more = mesures_of(r, m);
	unsigned n = 0;

	for (unsigned i = 0; i < m->n && n < LISTE_CHAMPS; i++)
		if (filtre_offers(l->f, &m->champs[i]) && m->champs[i].lecture <= l->level)
			all[n++] = &m->champs[i];
	for (unsigned i = 0; i < MESURES; i++)
		if (more[i].n_options > 0 && more[i].lecture <= l->level)
			all[n++] = &more[i];
	return n;
}

/* How many elements the filter just said takes. */
static unsigned
weight(struct req *r, const char *at)
{
	unsigned n = 3;

	for (struct row *o = row_first(r, arena_printf(&r->mem, "%s.options", at)); o != NULL;
		o = row_next(o))
		n++;
	return n;
}

/* Every filter there is, on a page of its own; on several when they are many, each of which keeps
 * what was chosen on the others. */
static int
annuaire_filters(struct req *r)
{
	struct found l;
	const struct champ *all[ALL];
	unsigned n, from = (unsigned) strtoul(param(r, "suite"), NULL, 10), shown = 0, held = 0;

	if (!liste_read(r, &l))
		return refuse(r, 400);
	n = all_filters(r, &l, all);
	if (from >= n)
		from = 0;
	for (; from + shown < n && held < HELD; shown++) {
		const char *at = arena_printf(&r->mem, "Filtre.champs.%u", shown);

		liste_facet(r, &l, shown, all[from + shown], false);
		held += weight(r, at);
	}
	liste_hidden(r, all + from, shown);
	if (from > 0)
		say(r, "Filtre.debut", "1");
	if (from + shown < n)
		say_int(r, "Filtre.suite", from + shown);
	say(r, "Filtre.q", l.f->q);
	title(r, "Tous les filtres");
	return page(r, "annuaire/filtres.cs");
}

/* Which columns the list has: they are kept by the form itself. */
static int
annuaire_columns(struct req *r)
{
	struct list but_columns = annuaire_liste;
	struct found l;
	unsigned n = 0;

	if (!liste_read(r, &l))
		return refuse(r, 400);
	for (unsigned i = 0; i < l.f->modele->n; i++) {
		const struct champ *c = &l.f->modele->champs[i];
		struct row *o;

		if (c->lecture > l.level || strcmp(c->cle, "nom") == 0 ||
			strcmp(c->cle, "prenom") == 0)
			continue;
		o = row_nth(r, "Filtre.colonnes", n++);
		row_say(o, "cle", c->cle);
		row_say(o, "libelle", c->libelle);
		for (unsigned j = 0; j < l.n; j++)
			if (l.fields[j] == c)
				row_say(o, "choisi", "1");
	}
	but_columns.keeps = KEEPS("q", "tag", "tri", "par", "choisir", "segment", "si");
	but_columns.asks = liste_asks;
	list_hidden(r, &but_columns, KEEPS());
	title(r, "Colonnes à montrer");
	return page(r, "annuaire/colonnes.cs");
}

const struct route annuaire_choix_routes[] = {
	{ GET, "filtres", PROSPECT, annuaire_filters },
	{ GET, "colonnes", PROSPECT, annuaire_columns },
	{ 0 },
};
