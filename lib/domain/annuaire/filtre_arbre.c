/* filtre_arbre.c - the trees of conditions that the people of a list must meet besides */

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "domain/annuaire/filtre_critere.h"
#include "domain/annuaire/filtre_mesure.h"
#include "domain/annuaire/segment.h"

/* The people of F must also meet that tree. */
void
filtre_add(struct req *r, struct filtre *f, struct noeud *tree)
{
	if (f->n_arbres == ARBRES)
		fault("more than %d trees in a filter", ARBRES);
	condition_check(r, f->modele, tree);
	f->arbres[f->n_arbres++] = tree;
}

/* ?segment=ID, a kept one; ?si=JSON, one that nobody kept.  False: none such for this reader. */
bool
filtre_trees(struct req *r, struct filtre *f)
{
	struct segment s;
	struct noeud *tree;

	if (*param(r, "segment") != '\0') {
		if (!segment_load(r, strtoll(param(r, "segment"), NULL, 10), &s))
			return false;
		f->segment_id = s.id;
		f->segment_nom = s.nom;
		filtre_add(r, f, s.arbre);
	}
	if (*param(r, "si") != '\0') {
		if ((tree = condition_parse(&r->mem, param(r, "si"))) == NULL)
			return false;
		filtre_add(r, f, tree);
	}
	return true;
}

/* Those who left are shown to who asks for them. */
bool
filtre_former(const struct filtre *f)
{
	for (unsigned i = 0; i < f->n_criteres; i++)
		if (strcmp(f->criteres[i].champ->cle, "statut") == 0 ||
			mesure_former(f->criteres[i].champ))
			return true;
	for (unsigned i = 0; i < f->n_arbres; i++)
		if (condition_speaks_of(f->arbres[i], "statut", "ancien"))
			return true;
	return f->former;
}

/* ---- a list as a tree ---- */

static void
date_values(struct req *r, struct noeud *n, const char *v)
{
	bool year = strlen(v) == 4 && all_digits(v);

	n->op = year ? O_ENTRE : O_EST;
	condition_value(n, year ? arena_printf(&r->mem, "%s-01-01", v) : v);
	if (year)
		condition_value(n, arena_printf(&r->mem, "%s-12-31", v));
}

/* "12", or "10..20" */
static void
number_values(struct req *r, struct noeud *n, const char *v)
{
	const char *dots = strstr(v, "..");

	n->op = dots != NULL ? O_ENTRE : O_EST;
	if (dots == NULL) {
		condition_value(n, v);
		return;
	}
	condition_value(n, arena_printf(&r->mem, "%.*s", (int) (dots - v), v));
	condition_value(n, dots + 2);
}

/* What is typed for a number or a day in a filter, as a condition tied to the model. */
struct noeud *
critere_measure(struct req *r, const struct filtre *f, const struct champ *c, const char *v)
{
	struct noeud *n = condition_leaf(&r->mem, c->cle, O_EST);

	if (c->genre == G_NOMBRE)
		number_values(r, n, v);
	else
		date_values(r, n, v);
	condition_check(r, f->modele, n);
	return n;
}

/* One value of a criterion as a condition; lists hold all values at once.  What a segment cannot
 * ask (a figure of the dashboard) stays in sight, as a condition that says so. */
static struct noeud *
as_leaf(struct req *r, const struct filtre *f, const struct critere *k, unsigned from, unsigned to)
{
	const struct sujet *s = sujet_find(r, f->modele, k->champ->cle);
	struct noeud *n = condition_leaf(&r->mem, k->champ->cle, O_CONTIENT);

	switch (s != NULL ? s->sorte : S_CHOIX) {
	case S_DATE:
	case S_NAISSANCE: date_values(r, n, k->values[from]); return n;
	case S_NOMBRE: number_values(r, n, k->values[from]); return n;
	case S_CHOIX:
	case S_LISTE: n->op = O_PARMI; break;
	case S_GROUPE: n->op = O_MEMBRE; break;
	case S_CODE_POSTAL:
	case S_TELEPHONE: n->op = O_COMMENCE; break;
	default: break;
	}
	for (unsigned i = from; i < to; i++)
		condition_value(n,
			s != NULL && s->sorte == S_GROUPE ?
				arena_printf(&r->mem, "%lld",
					(long long) critere_group(f, k->champ, k->values[i])) :
				k->values[i]);
	return n;
}

static bool
is_list(const struct champ *c)
{
	return c->n_options > 0 || c->genre == G_GROUPE || c->genre == G_ETIQUETTES ||
		c->genre == G_OUI_NON;
}

/* What F asks, as one tree: to be kept as a segment. */
struct noeud *
filtre_as_tree(struct req *r, const struct filtre *f)
{
	struct noeud *root = condition_group(&r->mem, TOUTES);

	if (*f->q != '\0') {
		struct noeud *n = condition_leaf(&r->mem, "@mots", O_CONTIENT);

		condition_value(n, f->q);
		condition_add(root, n);
	}
	for (unsigned i = 0; i < f->n_criteres; i++) {
		const struct critere *k = &f->criteres[i];
		unsigned step = is_list(k->champ) ? k->n : 1;
		struct noeud *into = root;

		if (k->n > step)
			condition_add(root, into = condition_group(&r->mem, UNE));
		for (unsigned v = 0; v < k->n; v += step)
			condition_add(into, as_leaf(r, f, k, v, v + step));
	}
	for (unsigned i = 0; i < f->n_arbres; i++)
		if (f->n_arbres == 1 && root->enfants == NULL)
			root = f->arbres[i];
		else
			condition_add(root, f->arbres[i]);
	return root;
}
