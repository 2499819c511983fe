/* condition_sens.c - the subjects of conditions and their operators, by kind
 *
 * A subject more (the events that people came to, when there are events): a line of others[],
 * its SQL in filtre_condition.c.
 */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/annuaire/condition_sens.h"

static const struct option comptes[] = {
	{ "ouvert", "a un compte" },
	{ "invite", "invitation sans réponse" },
	{ "sans", "ni compte ni invitation" },
	{ "jamais", "ne s’est jamais connecté-e" },
};

/* Besides the fields.  Level 3: whoever coordinates the person follows what she does here. */
static const struct sujet others[] = {
	{ "@role", "Rôle dans un groupe", S_ROLE, 1 },
	{ "@compte", "Compte", S_COMPTE, 3, NULL, comptes, sizeof comptes / sizeof *comptes },
	{ "@vu", "Dernière connexion", S_DATE, 3 },
	{ "@arrivee", "Arrivée sur la plateforme", S_DATE, 3 },
	{ "@inscrit", "Inscrit-e à un événement", S_EVENEMENT, 3 },
	{ "@venu", "Venu-e à un événement", S_EVENEMENT, 3 },
	{ "@venue", "Dernière venue à un événement", S_DATE, 3 },
	{ "@lettre", "A reçu la lettre", S_LETTRE, 4 },
	{ "@mots", "Recherche", S_MOTS, 0 },
};

static enum sorte
sorte_of(const struct champ *c)
{
	switch (c->genre) {
	case G_LONG: return S_LONG;
	case G_NOMBRE: return S_NOMBRE;
	case G_DATE: return *c->colonne != '\0' ? S_NAISSANCE : S_DATE;
	case G_OUI_NON:
	case G_CHOIX: return S_CHOIX;
	case G_CHOIX_MULTIPLE:
	case G_ETIQUETTES: return S_LISTE;
	case G_CODE_POSTAL: return S_CODE_POSTAL;
	case G_TELEPHONE: return S_TELEPHONE;
	case G_GROUPE: return S_GROUPE;
	default: return S_TEXTE;
	}
}

static const struct option *
roles(struct req *r, unsigned *n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT cle, titre FROM groupe_role WHERE retire_le IS NULL"
		    " ORDER BY ordre, titre LIMIT 60"));
	struct option *all = arena_alloc(&r->mem, 60 * sizeof *all);

	for (*n = 0; db_next(rows, &r->mem);)
		all[(*n)++] = (struct option) { arena_strdup(&r->mem, db_text(rows, 0)),
			arena_strdup(&r->mem, db_text(rows, 1)) };
	return all;
}

/* An option of a row of its number, its title and its moment. */
static struct option
dated(struct req *r, struct rows *row)
{
	return (struct option) { arena_strdup(&r->mem, db_text(row, 0)),
		arena_printf(&r->mem, "%s, %s", db_text(row, 1),
			text_day(&r->mem, text_iso_at(&r->mem, clock_parse(db_text(row, 2))))) };
}

/* The events that she sees, the newest first; a condition on another finds nobody. */
static const struct option *
events(struct req *r, unsigned *n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, e.debut FROM evenement e JOIN objet o ON o.id = e.id"
		    " WHERE e.etat = 'publie' AND " SEES("o") " ORDER BY e.debut DESC, o.id"
							      " LIMIT 200"),
		ME(r));
	struct option *all = arena_alloc(&r->mem, 200 * sizeof *all);

	for (*n = 0; db_next(rows, &r->mem);)
		all[(*n)++] = dated(r, rows);
	return all;
}

/* The letters that have left and that she sees, the newest first. */
static const struct option *
letters(struct req *r, unsigned *n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, l.paru_le FROM lettre l JOIN objet o ON o.id = l.id"
		    " WHERE l.paru_le IS NOT NULL AND NOT l.modele AND " SEES(
			    "o") " ORDER BY l.paru_le DESC, l.id LIMIT 200"),
		ME(r));
	struct option *all = arena_alloc(&r->mem, 200 * sizeof *all);

	for (*n = 0; db_next(rows, &r->mem);)
		all[(*n)++] = dated(r, rows);
	return all;
}

/* The groups of field C that the reader sees and that are not closed. */
static const struct option *
groups(struct req *r, const struct modele *m, const struct champ *c, unsigned *n)
{
	struct option *all = arena_alloc(&r->mem, (m->n_groupes + 1) * sizeof *all);
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id FROM objet o WHERE o.genre = 'groupe' AND o.archive_le IS NULL"
		    " AND " SEES("o") " ORDER BY o.titre"),
		ME(r));

	for (*n = 0; db_next(rows, &r->mem);) {
		const struct groupe_court *g = groupe_find(m, db_num(rows, 0));

		if (g != NULL && groupe_champ(m, g) == c && *n < m->n_groupes)
			all[(*n)++] = (struct option) { arena_printf(&r->mem, "%" PRId64, g->id),
				g->titre };
	}
	return all;
}

static const struct sujet *
of_field(struct req *r, const struct modele *m, const struct champ *c)
{
	static const struct option yes_no[] = { { "1", "Oui" }, { "0", "Non" } };
	struct sujet *s = arena_alloc(&r->mem, sizeof *s);

	*s = (struct sujet) { c->cle, c->libelle, sorte_of(c), c->lecture, c, c->options,
		c->n_options };
	if (c->genre == G_OUI_NON)
		s->options = yes_no, s->n_options = 2;
	else if (c->genre == G_GROUPE)
		s->options = groups(r, m, c, &s->n_options);
	return s;
}

/* What that key means today; NULL: nothing. */
const struct sujet *
sujet_find(struct req *r, const struct modele *m, const char *cle)
{
	const struct champ *c = champ_find(m, cle);

	if (c != NULL)
		return of_field(r, m, c);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(others[i].cle, cle) == 0) {
			struct sujet *s = arena_alloc(&r->mem, sizeof *s);

			*s = others[i];
			if (s->sorte == S_ROLE)
				s->options = roles(r, &s->n_options);
			if (s->sorte == S_EVENEMENT)
				s->options = events(r, &s->n_options);
			if (s->sorte == S_LETTRE)
				s->options = letters(r, &s->n_options);
			return s;
		}
	return NULL;
}

/* Those that may be read, at LEVEL, of somebody; options left out.  How many. */
unsigned
sujet_all(struct req *r, const struct modele *m, int level, const struct sujet **into, unsigned max)
{
	unsigned n = 0;

	for (unsigned i = 0; i < m->n && n < max; i++) {
		struct sujet *s = arena_alloc(&r->mem, sizeof *s);
		const struct champ *c = &m->champs[i];

		*s = (struct sujet) { c->cle, c->libelle, sorte_of(c), c->lecture, c };
		if (c->lecture <= level)
			into[n++] = s;
	}
	for (size_t i = 0; i < sizeof others / sizeof *others && n < max; i++)
		if (others[i].lecture <= level)
			into[n++] = &others[i];
	return n;
}

/* ---- operators ---- */

static const enum op of_text[] = { O_CONTIENT, O_SANS, O_COMMENCE, O_EST, O_VIDE, O_REMPLI };
static const enum op of_long[] = { O_CONTIENT, O_SANS, O_VIDE, O_REMPLI };
static const enum op of_postcode[] = { O_COMMENCE, O_EST, O_VIDE, O_REMPLI };
static const enum op of_phone[] = { O_REMPLI, O_VIDE, O_COMMENCE };
static const enum op of_number[] = { O_EST, O_PLUS, O_MOINS, O_ENTRE, O_VIDE, O_REMPLI };
static const enum op of_date[] = { O_RECENT, O_ANCIEN, O_AVANT, O_APRES, O_ENTRE, O_EST, O_VIDE,
	O_REMPLI };
static const enum op of_birth[] = { O_AGE, O_MOIS, O_AVANT, O_APRES, O_ENTRE, O_EST, O_VIDE,
	O_REMPLI };
static const enum op of_choice[] = { O_PARMI, O_HORS, O_VIDE, O_REMPLI };
static const enum op of_list[] = { O_PARMI, O_CHACUN, O_HORS, O_VIDE, O_REMPLI };
static const enum op of_group[] = { O_MEMBRE, O_DEJA, O_ETRANGER, O_VIDE, O_REMPLI };
static const enum op of_role[] = { O_PARMI, O_HORS };
static const enum op of_words[] = { O_CONTIENT };

#define ALL(x) { x, sizeof(x) / sizeof *(x) }
static const struct {
	const enum op *ops;
	unsigned n;
} by_kind[SORTES] = {
	[S_TEXTE] = ALL(of_text),
	[S_LONG] = ALL(of_long),
	[S_CODE_POSTAL] = ALL(of_postcode),
	[S_TELEPHONE] = ALL(of_phone),
	[S_NOMBRE] = ALL(of_number),
	[S_DATE] = ALL(of_date),
	[S_NAISSANCE] = ALL(of_birth),
	[S_CHOIX] = ALL(of_choice),
	[S_LISTE] = ALL(of_list),
	[S_GROUPE] = ALL(of_group),
	[S_ROLE] = ALL(of_role),
	[S_COMPTE] = ALL(of_role),
	[S_EVENEMENT] = ALL(of_role),
	[S_LETTRE] = ALL(of_role),
	[S_MOTS] = ALL(of_words),
};

/* The operators of that kind, the usual one first. */
unsigned
sujet_ops(enum sorte s, const enum op **ops)
{
	*ops = by_kind[s].ops;
	return by_kind[s].n;
}

/* May that operator be asked of that kind? */
bool
sujet_has_op(enum sorte s, enum op o)
{
	for (unsigned i = 0; i < by_kind[s].n; i++)
		if (by_kind[s].ops[i] == o)
			return true;
	return false;
}

const char *
op_words(enum sorte s, enum op o)
{
	static const char *const words[OPS] = { "contient", "ne contient pas", "commence par",
		"est", "est parmi", "n’est pas parmi", "comprend tout", "est membre de",
		"est ou a été membre de", "n’est pas membre de", "avant le", "à partir du", "entre",
		"dans les derniers jours", "il y a plus de (jours)", "mois d’anniversaire",
		"âge entre", "au moins", "au plus", "n’est pas rempli", "est rempli" };

	if (s == S_LISTE && o == O_PARMI)
		return "comprend au moins un de";
	if (s == S_LISTE && o == O_HORS)
		return "ne comprend aucun de";
	if (s == S_GROUPE && o == O_VIDE)
		return "n’est dans aucun";
	if (s == S_GROUPE && o == O_REMPLI)
		return "est dans l’un d’eux";
	if ((s == S_DATE || s == S_NAISSANCE) && o == O_EST)
		return "le";
	return words[o];
}

enum saisie
op_saisie(enum sorte s, enum op o)
{
	bool date = s == S_DATE || s == S_NAISSANCE;

	switch (o) {
	case O_VIDE:
	case O_REMPLI: return AUCUNE_SAISIE;
	case O_AVANT:
	case O_APRES: return UNE_DATE;
	case O_ENTRE: return date ? DEUX_DATES : DEUX_NOMBRES;
	case O_AGE: return DEUX_NOMBRES;
	case O_RECENT:
	case O_ANCIEN:
	case O_PLUS:
	case O_MOINS: return UN_NOMBRE;
	case O_MOIS: return UN_MOIS;
	case O_PARMI:
	case O_HORS:
	case O_CHACUN:
	case O_MEMBRE:
	case O_DEJA:
	case O_ETRANGER: return DES_CHOIX;
	default: return date ? UNE_DATE : s == S_NOMBRE ? UN_NOMBRE : UN_TEXTE;
	}
}

const char *
lien_words(enum condition_lien l)
{
	static const char *const words[CONDITION_LIENS] = { "toutes ces conditions",
		"au moins une de ces conditions", "aucune de ces conditions" };

	return words[l];
}
