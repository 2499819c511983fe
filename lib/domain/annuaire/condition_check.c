/* condition_check.c - a tree against the model of today: what still means something, and in words
 *
 * What no longer does (a field retired, a group deleted) finds nobody and is said; it is never
 * left out in silence, which would make the segment larger than it was.
 */

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/condition_sens.h"

enum { DAYS_MAX = 36500 };

/* What to say of a key that means nothing: the field was retired, or never was. */
static const char *
lost_subject(struct req *r, const char *cle)
{
	const char *libelle = db_string(r, SQL("SELECT libelle FROM champ WHERE cle = ?"), S(cle));

	return libelle != NULL ?
		arena_printf(&r->mem,
			"Le champ «\u00A0%s\u00A0» a été retiré\u00A0: cette condition ne trouve"
			" personne.",
			libelle) :
		"Ce champ n’existe pas\u00A0: cette condition ne trouve personne.";
}

static const struct option *
option_of(const struct sujet *s, const char *valeur)
{
	for (unsigned i = 0; i < s->n_options; i++)
		if (strcmp(s->options[i].valeur, valeur) == 0)
			return &s->options[i];
	return NULL;
}

/* ---- values ---- */

static const char *
check_date(struct req *r, struct noeud *n)
{
	for (unsigned i = 0; i < n->n; i++) {
		const char *day = text_iso(&r->mem, n->v[i]);

		if (day == NULL) /* what was typed stays */
			return "Écrivez une date, par exemple 12/10/2026.";
		n->v[i] = day;
	}
	return NULL;
}

static const char *
check_number(struct req *r, struct noeud *n)
{
	for (unsigned i = 0; i < n->n; i++) {
		char *s = arena_strdup(&r->mem, n->v[i]), *end;

		for (char *c = s; *c != '\0'; c++)
			if (*c == ',')
				*c = '.';
		if (*s == '\0' || s[strspn(s, "-0123456789.")] != '\0' || strlen(s) > 20 ||
			!isfinite(strtod(s, &end)) || *end != '\0')
			return "Écrivez un nombre, par exemple 12 ou 3,5.";
		n->v[i] = s;
	}
	return NULL;
}

static const char *
check_days(struct req *r, struct noeud *n)
{
	long days = n->n == 1 && n->v[0][strspn(n->v[0], "0123456789")] == '\0' ?
		strtol(n->v[0], NULL, 10) :
		0;

	(void) r;
	return days > 0 && days <= DAYS_MAX ? NULL : "Écrivez un nombre de jours, par exemple 30.";
}

static const char *
check_month(struct noeud *n)
{
	long month = n->n == 1 ? strtol(n->v[0], NULL, 10) : 0;

	return month >= 1 && month <= 12 ? NULL : "Choisissez un mois.";
}

static const char *
gone(struct req *r, const char *note, const char *what)
{
	return arena_printf(&r->mem, "%s%s«\u00A0%s\u00A0» n’existe plus.", note ? note : "",
		note ? " " : "", what);
}

/* A tag that was merged is the one that it went into; one that was deleted is said. */
static const char *
check_tags(struct req *r, struct noeud *n)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < n->n; i++) {
		int64_t id = strtoll(n->v[i], NULL, 10);
		int64_t into = db_int(
			r, SQL("SELECT etiquette_id FROM etiquette_ancienne WHERE id = ?"), I(id));

		if (into != 0)
			n->v[i] = arena_printf(&r->mem, "%" PRId64, into);
		if (option_of(n->de, n->v[i]) != NULL)
			n->v[kept++] = n->v[i];
		else
			n->note = "Une étiquette de cette condition n’existe plus.";
	}
	if (kept == 0 && n->n > 0)
		return "Ces étiquettes n’existent plus\u00A0: cette condition ne trouve personne.";
	if (kept < n->n && n->op == O_CHACUN)
		return "Une de ces étiquettes n’existe plus\u00A0: cette condition ne trouve"
		       " personne.";
	n->n = kept;
	return NULL;
}

static const char *
check_choice(struct req *r, struct noeud *n)
{
	if (n->de->champ != NULL && n->de->champ->genre == G_ETIQUETTES)
		return check_tags(r, n);
	for (unsigned i = 0; i < n->n; i++)
		if (option_of(n->de, n->v[i]) == NULL) {
			if (n->de->sorte == S_COMPTE)
				return "Choisissez dans la liste.";
			n->note = gone(r, n->note, n->v[i]);
		}
	return NULL;
}

/* ---- groups ---- */

/* The groups meant, among those that the reader sees; a closed one counts only for the past. */
static unsigned
add_groups(struct req *r, struct noeud *n, int64_t id, struct buffer *ids)
{
	struct rows *rows = n->dessous ?
		db_rows(r,
			SQL("SELECT o.id FROM " GROUPS_BELOW
			    " a JOIN objet o ON o.id = a.groupe_id WHERE ?"
			    " OR o.archive_le IS NULL"),
			BELOW_ME(r, id), I(n->op == O_DEJA)) :
		db_rows(r,
			SQL("SELECT o.id FROM objet o WHERE o.id = ? AND o.genre = 'groupe'"
			    " AND (? OR o.archive_le IS NULL) AND " SEES("o")),
			I(id), I(n->op == O_DEJA), ME(r));
	unsigned found = 0;

	for (; db_next(rows, &r->mem); found++)
		buffer_puts(ids,
			arena_printf(
				&r->mem, "%s%" PRId64, ids->n > 0 ? "," : "", db_num(rows, 0)));
	return found;
}

static const char *
check_groups(struct req *r, struct noeud *n)
{
	struct buffer ids = { &r->mem };
	unsigned lost = 0;

	if (n->op == O_VIDE || n->op == O_REMPLI)
		for (unsigned i = 0; i < n->de->n_options; i++)
			buffer_puts(&ids,
				arena_printf(&r->mem, "%s%s", i > 0 ? "," : "",
					n->de->options[i].valeur));
	for (unsigned i = 0; i < n->n; i++)
		lost += add_groups(r, n, strtoll(n->v[i], NULL, 10), &ids) == 0;
	n->ids = buffer_text(&ids);
	if (n->n > 0 && ids.n == 0)
		return n->n > 1 ?
			"Ces groupes sont fermés ou n’existent plus\u00A0: cette condition ne"
			" trouve"
			" personne." :
			"Ce groupe est fermé ou n’existe plus\u00A0: cette condition ne trouve"
			" personne.";
	if (lost > 0)
		n->note = "Un groupe de cette condition est fermé ou n’existe plus.";
	return NULL;
}

/* ---- all ---- */

static const char *
check_values(struct req *r, struct noeud *n)
{
	enum sorte s = n->de->sorte;

	if (n->op == O_RECENT || n->op == O_ANCIEN)
		return check_days(r, n);
	switch (op_saisie(s, n->op)) {
	case UNE_DATE:
	case DEUX_DATES: return check_date(r, n);
	case UN_NOMBRE:
	case DEUX_NOMBRES: return check_number(r, n);
	case UN_MOIS: return check_month(n);
	default: return s == S_GROUPE ? check_groups(r, n) : check_choice(r, n);
	}
}

static bool
is_complete(const struct noeud *n)
{
	switch (op_saisie(n->de->sorte, n->op)) {
	case AUCUNE_SAISIE: return true;
	case DEUX_DATES:
	case DEUX_NOMBRES: return n->n == 2;
	default: return n->n >= 1;
	}
}

static void
check_leaf(struct req *r, const struct modele *m, struct noeud *n)
{
	n->de = sujet_find(r, m, n->sujet);
	if (n->de == NULL)
		n->manque = lost_subject(r, n->sujet);
	else if (!sujet_has_op(n->de->sorte, n->op))
		n->manque = "Choisissez comment comparer.";
	else if (!is_complete(n))
		n->manque = "Complétez cette condition.";
	else if (op_saisie(n->de->sorte, n->op) == UN_TEXTE)
		n->manque = NULL;
	else
		n->manque = check_values(r, n);
}

/* Tie the tree to the model: de, ids, manque and note of each node. */
void
condition_check(struct req *r, const struct modele *m, struct noeud *n)
{
	n->manque = n->note = NULL;
	n->ids = "";
	if (!n->groupe) {
		check_leaf(r, m, n);
		return;
	}
	if (n->enfants == NULL)
		n->manque = "Ce groupe est vide\u00A0: ajoutez une condition, ou retirez-le.";
	for (struct noeud *c = n->enfants; c != NULL; c = c->next)
		condition_check(r, m, c);
}

/* The first thing that finds nobody, in words; NULL: all means something. */
const char *
condition_wrong(const struct noeud *n)
{
	const char *wrong = n->manque;

	for (const struct noeud *c = n->enfants; c != NULL && wrong == NULL; c = c->next)
		wrong = condition_wrong(c);
	return wrong;
}

/* Does any condition ask for that value of that subject? */
bool
condition_speaks_of(const struct noeud *n, const char *sujet, const char *valeur)
{
	if (!n->groupe && strcmp(n->sujet, sujet) == 0)
		for (unsigned i = 0; i < n->n; i++)
			if (strcmp(n->v[i], valeur) == 0)
				return true;
	for (const struct noeud *c = n->enfants; c != NULL; c = c->next)
		if (condition_speaks_of(c, sujet, valeur))
			return true;
	return false;
}

static const char *
value_words(struct req *r, const struct noeud *n, const char *v)
{
	const struct option *o = option_of(n->de, v);
	enum saisie s = op_saisie(n->de->sorte, n->op);

	if (o != NULL)
		return o->libelle;
	return s == UNE_DATE || s == DEUX_DATES ? text_day(&r->mem, v) : v;
}

static void
group_words(struct req *r, struct buffer *s, const struct noeud *n)
{
	const struct sujet *roles = sujet_find(r, modele(r), "@role");
	const struct option *o =
		roles != NULL && *n->role != '\0' ? option_of(roles, n->role) : NULL;

	if (n->dessous)
		buffer_puts(s, " et les groupes qui en dépendent");
	if (o != NULL) {
		buffer_puts(s, ", rôle\u00A0: ");
		buffer_puts(s, o->libelle);
	}
}

/* A leaf as a short text: "Ville contient Lyon". */
const char *
condition_phrase(struct req *r, const struct noeud *n)
{
	struct buffer s = { &r->mem };

	if (n->de == NULL)
		return n->sujet;
	buffer_puts(&s, n->de->libelle);
	buffer_char(&s, ' ');
	buffer_puts(&s, op_words(n->de->sorte, n->op));
	for (unsigned i = 0; i < n->n; i++) {
		buffer_puts(&s,
			i == 0                                              ? " " :
				op_saisie(n->de->sorte, n->op) == DES_CHOIX ? ", " :
									      " et ");
		buffer_puts(&s, value_words(r, n, n->v[i]));
	}
	if (n->de->sorte == S_GROUPE && op_saisie(S_GROUPE, n->op) == DES_CHOIX)
		group_words(r, &s, n);
	return buffer_text(&s);
}
