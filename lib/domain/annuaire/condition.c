/* condition.c - a tree of conditions and its JSON: whole, within its bounds, or not at all */

#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/annuaire/condition.h"

static const char *const liens[CONDITION_LIENS] = { "toutes", "une", "aucune" };

static const char *const ops[OPS] = { "contient", "sans", "commence", "est", "parmi", "hors",
	"chacun", "membre", "deja", "etranger", "avant", "apres", "entre", "recent", "ancien",
	"mois", "age", "plus", "moins", "vide", "rempli" };

static int
code_of(const char *const *all, int n, const char *code)
{
	for (int i = 0; i < n && code != NULL; i++)
		if (strcmp(all[i], code) == 0)
			return i;
	return -1;
}

const char *
lien_code(enum condition_lien l)
{
	return liens[l];
}

bool
lien_find(const char *code, enum condition_lien *l)
{
	int i = code_of(liens, CONDITION_LIENS, code);

	if (i >= 0)
		*l = (enum condition_lien) i;
	return i >= 0;
}

const char *
op_code(enum op o)
{
	return ops[o];
}

bool
op_find(const char *code, enum op *o)
{
	int i = code_of(ops, OPS, code);

	if (i >= 0)
		*o = (enum op) i;
	return i >= 0;
}

struct noeud *
condition_group(struct arena *mem, enum condition_lien l)
{
	struct noeud *n = arena_alloc(mem, sizeof *n);

	*n = (struct noeud) { .groupe = true, .lien = l, .role = "" };
	return n;
}

struct noeud *
condition_leaf(struct arena *mem, const char *sujet, enum op op)
{
	struct noeud *n = arena_alloc(mem, sizeof *n);

	*n = (struct noeud) { .sujet = sujet, .op = op, .role = "" };
	return n;
}

/* CHILD becomes the last of GROUP. */
void
condition_add(struct noeud *group, struct noeud *child)
{
	struct noeud **last = &group->enfants;

	while (*last != NULL)
		last = &(*last)->next;
	*last = child;
}

/* One value more; those that are too many are left out. */
void
condition_value(struct noeud *n, const char *v)
{
	if (n->n < VALEURS_MAX)
		n->v[n->n++] = v;
}

/* How many nodes, this one included. */
unsigned
condition_count(const struct noeud *n)
{
	unsigned all = 1;

	for (const struct noeud *c = n->enfants; c != NULL; c = c->next)
		all += condition_count(c);
	return all;
}

/* ---- from JSON ---- */

static bool
is_key(const char *s)
{
	return s != NULL && *s != '\0' && strlen(s) <= 40 &&
		s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_@")] == '\0';
}

static bool
read_values(struct arena *mem, json_object *o, struct noeud *n)
{
	json_object *all = json_member(o, "v");
	size_t many = all == NULL ? 0 : json_object_array_length(all);

	if (many > VALEURS_MAX)
		return false;
	for (size_t i = 0; i < many; i++) {
		json_object *v = json_object_array_get_idx(all, i);
		const char *s = json_object_get_string(v);

		if (!json_object_is_type(v, json_type_string) ||
			strlen(s) != (size_t) json_object_get_string_len(v) ||
			text_length(s) > VALEUR_MAX)
			return false;
		condition_value(n, text_clean(mem, s));
	}
	return true;
}

static struct noeud *
read_leaf(struct arena *mem, json_object *o)
{
	const char *sujet = json_text(o, "sujet"), *role = json_text(o, "role");
	json_object *v = json_member(o, "v");
	struct noeud *n;
	enum op op;

	if (!is_key(sujet) || !op_find(json_text(o, "op"), &op) ||
		(role != NULL && !is_key(role)) ||
		(v != NULL && !json_object_is_type(v, json_type_array)))
		return NULL;
	n = condition_leaf(mem, arena_strdup(mem, sujet), op);
	n->role = role != NULL ? arena_strdup(mem, role) : "";
	n->dessous = json_object_get_boolean(json_member(o, "dessous"));
	return read_values(mem, o, n) ? n : NULL;
}

static struct noeud *
read_node(struct arena *mem, json_object *o, int depth, unsigned *room)
{
	json_object *si = json_member(o, "si");
	struct noeud *n, **last;
	enum condition_lien l;

	if (*room == 0 || !json_object_is_type(o, json_type_object))
		return NULL;
	--*room;
	if (si == NULL)
		return read_leaf(mem, o);
	if (depth == PROFONDEUR || !json_object_is_type(si, json_type_array) ||
		!lien_find(json_text(o, "lien"), &l))
		return NULL;
	n = condition_group(mem, l);
	last = &n->enfants;
	for (size_t i = 0; i < json_object_array_length(si); i++) {
		*last = read_node(mem, json_object_array_get_idx(si, i), depth + 1, room);
		if (*last == NULL)
			return NULL;
		last = &(*last)->next;
	}
	return n;
}

/* The tree that TEXT describes, its root a group; NULL: it describes none, or too much. */
struct noeud *
condition_parse(struct arena *mem, const char *text)
{
	size_t n = strlen(text);
	unsigned room = NOEUDS;
	json_object *o = n <= CONDITIONS_MAX ? json_whole(mem, text, n) : NULL;
	struct noeud *root = o != NULL ? read_node(mem, o, 0, &room) : NULL;

	return root != NULL && root->groupe ? root : NULL;
}

/* ---- to JSON ---- */

/* The tree as condition_parse() reads it. */
char *
condition_text(struct arena *mem, const struct noeud *n)
{
	struct buffer list = { mem };

	if (n->groupe) {
		for (const struct noeud *c = n->enfants; c != NULL; c = c->next)
			json_add_json(&list, condition_text(mem, c));
		return json_made(mem, JS("lien", liens[n->lien]), JR("si", json_list(&list)));
	}
	for (unsigned i = 0; i < n->n; i++)
		json_add_text(&list, n->v[i]);
	return json_made(mem, JS("sujet", n->sujet), JS("op", ops[n->op]),
		JR("dessous", n->dessous ? "true" : NULL),
		JS("role", *n->role != '\0' ? n->role : NULL),
		JR("v", n->n > 0 ? json_list(&list) : NULL));
}
