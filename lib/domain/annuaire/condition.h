/* condition.h - what a segment asks of people: conditions, and groups of conditions
 *
 * A tree: each group says how its children count (all, at least one, none), each leaf asks one
 * thing of a person.  It is kept as JSON; what is read back is whole or refused, and says nothing
 * of the model yet (domain/condition_sens.h).
 */
#ifndef CONDITION_H
#define CONDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum condition_lien { TOUTES, UNE, AUCUNE, CONDITION_LIENS };
enum { NOEUDS = 40, PROFONDEUR = 4, VALEURS_MAX = 30, VALEUR_MAX = 200, CONDITIONS_MAX = 8000 };

enum op {
	O_CONTIENT,
	O_SANS,
	O_COMMENCE,
	O_EST,
	O_PARMI,
	O_HORS,
	O_CHACUN,
	O_MEMBRE,
	O_DEJA,
	O_ETRANGER,
	O_AVANT,
	O_APRES,
	O_ENTRE,
	O_RECENT,
	O_ANCIEN,
	O_MOIS,
	O_AGE,
	O_PLUS,
	O_MOINS,
	O_VIDE,
	O_REMPLI,
	OPS
};

struct sujet;

struct noeud {
	struct noeud *next, *enfants;
	bool groupe;
	enum condition_lien lien; /* of a group */
	const char *sujet;        /* of a leaf: the key of a field, or "@vu" */
	enum op op;
	const char *v[VALEURS_MAX];
	unsigned n;
	bool dessous;     /* groups: with those below */
	const char *role; /* groups: with that role; "" any */
	/* what the model makes of it (domain/condition_sens.h) */
	const struct sujet *de;
	const char *ids;    /* groups: those meant, "12,15" */
	const char *manque; /* why it can find nobody; NULL: it can */
	const char *note;   /* what is no longer quite as it was written; NULL */
};

const char *lien_code(enum condition_lien);
bool lien_find(const char *code, enum condition_lien *);
const char *op_code(enum op);
bool op_find(const char *code, enum op *);
struct noeud *condition_group(struct arena *, enum condition_lien);
struct noeud *condition_leaf(struct arena *, const char *sujet, enum op);
void condition_add(struct noeud *group, struct noeud *child);
void condition_value(struct noeud *, const char *);
unsigned condition_count(const struct noeud *);
struct noeud *condition_parse(struct arena *, const char *text);
char *condition_text(struct arena *, const struct noeud *);

#endif
