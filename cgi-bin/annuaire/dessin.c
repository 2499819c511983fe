/* dessin.c - the tree of conditions as the page of the composer draws it */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/segments.h"
#include "base/text.h"
#include "web/choices.h"

enum { SUBJECTS = 120, FEW = 12 };

static struct row *
child(struct req *r, struct row *into, const char *name, unsigned n)
{
	return row_in(into, arena_printf(&r->mem, "%s.%u", name, n));
}

static void
option(struct req *r, struct row *into, const char *list, unsigned n, const char *valeur,
	const char *libelle, bool chosen)
{
	struct row *o = child(r, into, list, n);

	row_say(o, "valeur", valeur);
	row_say(o, "libelle", libelle);
	if (chosen)
		row_say(o, "choisi", "1");
}

static bool
has_value(const struct noeud *n, const char *v)
{
	for (unsigned i = 0; i < n->n; i++)
		if (strcmp(n->v[i], v) == 0)
			return true;
	return false;
}

/* A few choices are all shown as boxes; of many, those chosen, and a list to add one; of a great
 * many, the list holds what a search finds. */
static void
say_choices(struct req *r, struct row *into, const struct noeud *n)
{
	const struct sujet *s = n->de;
	unsigned boxes = 0, more = 0;

	for (unsigned i = 0; i < s->n_options; i++) {
		const struct option *o = &s->options[i];
		bool chosen = has_value(n, o->valeur);

		if (chosen || s->n_options <= FEW)
			option(r, into, "cases", boxes++, o->valeur, o->libelle, chosen);
		else
			option(r, into, "autres", more++, o->valeur, o->libelle, false);
	}
	if (more > 0)
		choices_cut(r, row_inside(into, "autres"), into, "cherche");
	for (unsigned i = 0; i < n->n; i++) {
		bool known = false;

		for (unsigned k = 0; k < s->n_options && !known; k++)
			known = strcmp(s->options[k].valeur, n->v[i]) == 0;
		if (!known)
			option(r, into, "cases", boxes++, n->v[i], n->v[i], true);
	}
}

static void
say_months(struct req *r, struct row *into, const struct noeud *n)
{
	for (unsigned i = 0; i < 12; i++) {
		const char *valeur = arena_printf(&r->mem, "%u", i + 1);

		option(r, into, "mois", i, valeur, text_month((int) i + 1), has_value(n, valeur));
	}
}

static void
say_roles(struct req *r, const struct modele *m, struct row *into, const struct noeud *n)
{
	const struct sujet *roles = sujet_find(r, m, "@role");

	for (unsigned i = 0; i < roles->n_options; i++)
		option(r, into, "roles", i, roles->options[i].valeur, roles->options[i].libelle,
			strcmp(roles->options[i].valeur, n->role) == 0);
}

static void
say_values(struct req *r, const struct modele *m, struct row *into, const struct noeud *n)
{
	static const char *const names[] = { "aucune", "texte", "date", "dates", "nombre",
		"nombres", "un_mois", "choix" };
	enum saisie s = op_saisie(n->de->sorte, n->op);

	row_say(into, "saisie", names[s]);
	for (unsigned i = 0; i < n->n; i++)
		row_say(into, arena_printf(&r->mem, "v.%u", i), n->v[i]);
	if (n->de->sorte == S_CODE_POSTAL)
		for (unsigned i = 0; i < n->n; i++)
			row_say(into, "v.0",
				i == 0 ? n->v[0] :
					 arena_printf(&r->mem, "%s, %s", row_text(into, "v.0"),
						 n->v[i]));
	row_say(into, "postal", n->de->sorte == S_CODE_POSTAL ? "1" : "");
	if (s == DES_CHOIX)
		say_choices(r, into, n);
	if (s == UN_MOIS)
		say_months(r, into, n);
	if (n->de->sorte == S_GROUPE && s == DES_CHOIX) {
		row_say(into, "groupes", "1");
		row_say(into, "dessous", n->dessous ? "1" : "");
		say_roles(r, m, into, n);
	}
}

static void
say_leaf(struct req *r, const struct modele *m, struct row *into, const struct noeud *n, bool open)
{
	const enum op *ops;
	unsigned many = n->de != NULL ? sujet_ops(n->de->sorte, &ops) : 0;

	if (!open) {
		row_say(into, "phrase", condition_phrase(r, n));
		row_say(into, "json", condition_text(&r->mem, n));
		return;
	}
	row_say(into, "sujet", n->sujet);
	row_say(into, "libelle", n->de != NULL ? n->de->libelle : n->sujet);
	row_say(into, "op", op_code(n->op));
	for (unsigned i = 0; i < many; i++)
		option(r, into, "ops", i, op_code(ops[i]), op_words(n->de->sorte, ops[i]),
			ops[i] == n->op);
	if (n->de != NULL) {
		say_values(r, m, into, n);
	} else {
		for (unsigned i = 0; i < n->n; i++)
			row_say(into, arena_printf(&r->mem, "v.%u", i), n->v[i]);
	}
}

/* What say_node() keeps from node to node. */
struct dessin {
	struct req *r;
	const struct modele *m;
	const struct noeud *open;
	unsigned i; /* the next number */
};

/* What was just added and is still empty is no mistake: nobody touched it yet. */
static bool
is_new(const struct dessin *d, const struct noeud *n)
{
	return n == d->open && !d->r->invalid && n->n == 0 && n->enfants == NULL &&
		(n->groupe || n->de != NULL);
}

static bool
holds(const struct noeud *group, const struct noeud *n)
{
	const struct noeud *c = group->enfants;

	while (c != NULL && c != n)
		c = c->next;
	return c != NULL;
}

static void
say_node(struct dessin *d, struct row *into, const struct noeud *n, unsigned up, int depth)
{
	struct req *r = d->r;
	unsigned me = d->i++, k = 0;

	row_say_int(into, "i", me);
	row_say_int(into, "p", up);
	if (n == d->open)
		row_say(into, "ouvert", "1");
	if (n->manque != NULL)
		row_say(into, is_new(d, n) ? "attend" : "manque", n->manque);
	if (n->note != NULL)
		row_say(into, "note", n->note);
	if (!n->groupe) {
		say_leaf(r, d->m, into, n, n == d->open);
		return;
	}
	row_say(into, "groupe", "1");
	if (n == d->open || (!d->open->groupe && holds(n, d->open)))
		row_say(into, "ajout", "1");
	for (enum condition_lien l = TOUTES; l < CONDITION_LIENS; l++)
		option(r, into, "liens", l, lien_code(l), lien_words(l), l == n->lien);
	row_say(into, "mot", n->lien == TOUTES ? "et" : n->lien == UNE ? "ou" : "ni");
	row_say(into, "profond", depth + 1 < PROFONDEUR ? "" : "1");
	for (const struct noeud *c = n->enfants; c != NULL; c = c->next)
		say_node(d, child(r, into, "enfants", k++), c, me, depth + 1);
}

/* Say Arbre, the tree that condition_check() tied to the model, its node OPEN ready to be filled,
 * and Sujets, what a condition can be about for who reads fields of LEVEL. */
void
dessin_say(struct req *r, const struct modele *m, const struct noeud *root,
	const struct noeud *open, int level)
{
	const struct sujet *all[SUBJECTS];
	unsigned n = sujet_all(r, m, level, all, SUBJECTS);
	struct dessin d = { r, m, open, 0 };

	say_node(&d, row_at(r, "Arbre"), root, 0, 0);
	for (unsigned k = 0; k < n; k++)
		option(r, row_at(r, "Sujets"), "tous", k, all[k]->cle, all[k]->libelle, false);
	say_int(r, "Arbre.plein", condition_count(root) >= NOEUDS - 2);
}
