/* formulaire.c - the tree of conditions as a form sends it, and what its buttons do to it
 *
 * Nodes are numbered from the root, 0, parents first: p3 is the parent of node 3, g3 how a group
 * counts, s3 o3 v3 the subject, operator and values of a condition (w3 one value more), d3 and r3 those of groups of
 * people.  A button says faire=x:3 (remove), c:3 (a condition more in that group), g:3 (a group).
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/segments.h"
#include "base/text.h"

static const char *
at(struct req *r, char what, unsigned i)
{
	return param(r, arena_printf(&r->mem, "%c%u", what, i));
}

static void
add_value(struct req *r, struct noeud *n, const char *s)
{
	s = text_cut(&r->mem, text_trim(&r->mem, text_clean(&r->mem, s)), VALEUR_MAX);
	for (unsigned i = 0; i < n->n; i++)
		if (strcmp(n->v[i], s) == 0 && op_saisie(S_TEXTE, n->op) == DES_CHOIX)
			return;
	if (*s != '\0')
		condition_value(n, s);
}

/* "75, 92 93": several beginnings of a postcode in one field. */
static void
split_value(struct req *r, struct noeud *n, const char *s)
{
	char *rest = arena_strdup(&r->mem, s), *one;

	while ((one = strsep(&rest, " ,;")) != NULL)
		add_value(r, n, one);
}

static struct noeud *
read_leaf(struct req *r, const struct modele *m, unsigned i)
{
	const struct champ *c = champ_find(m, at(r, 's', i));
	const char *name = arena_printf(&r->mem, "v%u", i), *s;
	enum op op = O_CONTIENT;
	struct noeud *n;

	op_find(at(r, 'o', i), &op);
	n = condition_leaf(&r->mem, text_cut(&r->mem, at(r, 's', i), 40), op);
	for (unsigned k = 0; (s = param_nth(r, name, k)) != NULL; k++)
		if (c != NULL && c->genre == G_CODE_POSTAL)
			split_value(r, n, s);
		else
			add_value(r, n, s);
	add_value(r, n, at(r, 'w', i));
	n->dessous = *at(r, 'd', i) != '\0';
	n->role = text_cut(&r->mem, at(r, 'r', i), 30);
	if (n->role[strspn(n->role, "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0')
		n->role = "";
	return n;
}

static int
depth(struct req *r, long i)
{
	int d = 0;

	for (; i > 0 && d <= PROFONDEUR; d++)
		i = strtol(at(r, 'p', (unsigned) i), NULL, 10);
	return d;
}

/* First subject's usual operator, then the node. */
static struct noeud *
new_leaf(struct req *r, const struct modele *m, const char *sujet)
{
	const struct sujet *s = sujet_find(r, m, sujet);
	const enum op *ops;

	if (s == NULL)
		return NULL;
	sujet_ops(s->sorte, &ops);
	return condition_leaf(&r->mem, arena_strdup(&r->mem, sujet), ops[0]);
}

/* The button that was pressed: its letter, and the number of a node; 0: none of these. */
static char
button(struct req *r, unsigned *node)
{
	const char *s = param(r, "faire");

	*node = NOEUDS;
	if (*s == '\0' || s[1] != ':')
		return 0;
	*node = (unsigned) strtoul(s + 2, NULL, 10);
	return *s;
}

/* The tree of the form, once the button has done its work; its root alone when nothing came. */
struct noeud *
formulaire_read(struct req *r, const struct modele *m)
{
	struct noeud *all[NOEUDS] = { condition_group(&r->mem, TOUTES) }, *more;
	unsigned node, n = 1;
	char press = button(r, &node);

	lien_find(at(r, 'g', 0), &all[0]->lien);
	for (; n < NOEUDS && (*at(r, 'g', n) != '\0' || *at(r, 's', n) != '\0'); n++) {
		unsigned up = (unsigned) strtoul(at(r, 'p', n), NULL, 10);
		enum lien l = TOUTES;
		bool group = lien_find(at(r, 'g', n), &l);

		if (group && depth(r, n) >= PROFONDEUR)
			continue;
		if (up >= n || all[up] == NULL || !all[up]->groupe || (press == 'x' && node == n))
			continue;
		all[n] = group ? condition_group(&r->mem, l) : read_leaf(r, m, n);
		condition_add(all[up], all[n]);
	}
	if (node >= n || n == NOEUDS || all[node] == NULL || !all[node]->groupe)
		return all[0];
	more = press == 'c' ? new_leaf(r, m, at(r, 'n', node)) :
		press == 'g' && depth(r, node) + 1 < PROFONDEUR ?
			      condition_group(&r->mem, all[node]->lien == UNE ? TOUTES : UNE) :
			      NULL;
	if (more != NULL)
		condition_add(all[node], more);
	return all[0];
}
