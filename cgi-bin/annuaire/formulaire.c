/* formulaire.c - the tree of conditions as a form sends it, and what its buttons do to it
 *
 * Nodes are numbered from the root, 0, parents first: p3 is the parent of node 3, g3 how a group
 * counts, s3 o3 v3 the subject, operator and values of a condition (w3 one value more), d3 and r3
 * those of groups of people.  One node is open (ici=3): a condition that is being filled, or the
 * group that the next goes to; every other condition is one field, k3: its parent and itself as
 * JSON.  A button says faire=x:3 (remove), c:3 (a condition more in that group), g:3 (a group), m:3
 * (open).
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/segments.h"
#include "base/json.h"
#include "base/text.h"
#include "web/form.h"

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
	if (*s != '\0' && n->n == VALEURS_MAX)
		form_error(r, "conditions",
			arena_printf(&r->mem,
				"Une condition a %d valeurs au plus\u00A0: répartissez-les en"
				" plusieurs.",
				VALEURS_MAX));
	else if (*s != '\0')
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

/* A condition that is not open; *UP: its parent.  NULL: it is not one. */
static struct noeud *
read_closed(struct req *r, unsigned i, unsigned *up)
{
	char *json;
	struct noeud *n;

	*up = (unsigned) strtoul(at(r, 'k', i), &json, 10);
	n = condition_parse(&r->mem,
		json_made(&r->mem, JS("lien", "toutes"),
			JR("si", arena_printf(&r->mem, "[%s]", json))));
	n = n != NULL ? n->enfants : NULL;
	return n != NULL && !n->groupe && n->next == NULL ? n : NULL;
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

/* Is there a node I?  *ONE: what it is, *UP the number of its parent; NULL: nothing to keep. */
static bool
read_node(struct req *r, const struct modele *m, unsigned i, struct noeud **one, unsigned *up)
{
	enum condition_lien l = TOUTES;

	*one = NULL;
	*up = (unsigned) strtoul(at(r, 'p', i), NULL, 10);
	if (*at(r, 'k', i) != '\0')
		*one = read_closed(r, i, up);
	else if (lien_find(at(r, 'g', i), &l))
		*one = depth(r, i) < PROFONDEUR ? condition_group(&r->mem, l) : NULL;
	else if (*at(r, 's', i) != '\0')
		*one = read_leaf(r, m, i);
	else
		return false;
	return true;
}

/* What the button adds to that group; NULL: nothing. */
static struct noeud *
added(struct req *r, const struct modele *m, char press, unsigned node, enum condition_lien l)
{
	if (press == 'c')
		return new_leaf(r, m, at(r, 'n', node));
	if (press == 'g' && depth(r, node) + 1 < PROFONDEUR)
		return condition_group(&r->mem, l == UNE ? TOUTES : UNE);
	return NULL;
}

/* The tree of the form, once the button has done its work; its root alone when nothing came.
 * *OPEN: the node that the page then shows open. */
struct noeud *
formulaire_read(struct req *r, const struct modele *m, const struct noeud **open)
{
	struct noeud *all[NOEUDS] = { condition_group(&r->mem, TOUTES) }, *more;
	unsigned node, n = 1, up, here = (unsigned) strtoul(param(r, "ici"), NULL, 10);
	char press = button(r, &node);

	*open = all[0];
	lien_find(at(r, 'g', 0), &all[0]->lien);
	for (; n < NOEUDS && read_node(r, m, n, &all[n], &up); n++) {
		bool kept = all[n] != NULL && up < n && all[up] != NULL && all[up]->groupe;

		if (kept && press == 'x' && node == n)
			*open = all[up];
		if (!kept || (press == 'x' && node == n))
			all[n] = NULL;
		else
			condition_add(all[up], all[n]);
	}
	if (press == 'm')
		here = node;
	if (press != 'x' && here < n && all[here] != NULL)
		*open = all[here];
	if (node >= n || n == NOEUDS || all[node] == NULL || !all[node]->groupe)
		return all[0];
	more = added(r, m, press, node, all[node]->lien);
	if (more != NULL) {
		condition_add(all[node], more);
		*open = more;
	}
	return all[0];
}

/* ---- which node is open, from one page to the next ---- */

static const struct noeud *
nth(const struct noeud *n, unsigned *left)
{
	const struct noeud *found = *left == 0 ? n : NULL;

	for (const struct noeud *c = n->enfants; c != NULL && found == NULL; c = c->next) {
		--*left;
		found = nth(c, left);
	}
	return found;
}

static const struct noeud *
first_wrong(const struct noeud *n)
{
	const struct noeud *found = !n->groupe && n->manque != NULL ? n : NULL;

	for (const struct noeud *c = n->enfants; c != NULL && found == NULL; c = c->next)
		found = first_wrong(c);
	return found;
}

/* The number of OPEN in the tree, parents first; 0: the root. */
unsigned
formulaire_number(const struct noeud *root, const struct noeud *open)
{
	for (unsigned i = 0; i < NOEUDS; i++) {
		unsigned left = i;

		if (nth(root, &left) == open)
			return i;
	}
	return 0;
}

/* The node that the address says open; else the first that is not whole, else the root. */
const struct noeud *
formulaire_open(struct req *r, const struct noeud *root)
{
	unsigned left = (unsigned) strtoul(param(r, "ici"), NULL, 10);
	const struct noeud *n = left > 0 && left < NOEUDS ? nth(root, &left) : NULL;

	if (n == NULL)
		n = first_wrong(root);
	return n != NULL ? n : root;
}
