/* import_ligne.c - one line of a file against the person it is about: what changes, what is refused
 *
 * A line is taken whole or not at all.  A cell that says what is known already changes nothing,
 * whatever field it is of; so an export comes back unchanged.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/imports/import.h"

struct draft {
	struct essai *e;
	const struct ligne *l;
	const struct personne *p;
	bool manages;
	struct buffer refused;
	struct {
		const struct champ *c;
		struct valeurs before, after;
	} *changes;
	unsigned n;
};

static void
refuse(struct draft *d, const struct champ *c, const char *why)
{
	if (d->refused.n > 0)
		buffer_puts(&d->refused, " ");
	buffer_puts(&d->refused, arena_printf(&d->e->own->mem, "%s\u00A0: %s", c->libelle, why));
	if (why[strlen(why) - 1] != '.')
		buffer_char(&d->refused, '.');
}

static void
held(struct draft *d, const struct champ *c, struct valeurs *into)
{
	struct option now[IMPORT_VALEURS];
	struct arena *mem = &d->e->own->mem;
	unsigned n = contact_values(mem, d->e->modele, d->p, c, now, IMPORT_VALEURS);

	*into = (struct valeurs) { .n = 0 };
	for (unsigned i = 0; i < n; i++)
		valeurs_add(into, arena_strdup(mem, now[i].valeur));
}

/* The same text for whoever ends lines by CR LF. */
static const char *
lines(struct arena *mem, const char *text)
{
	char *out = text_trim(mem, text), *to = out;

	for (const char *s = out; *s != '\0'; s++)
		if (*s != '\r' || s[1] != '\n')
			*to++ = *s;
	*to = '\0';
	return out;
}

/* Is the cell what people read for this field already?  Spelling of phones, dates, postcodes
 * does not count; of a text each letter and sign does, but for what HubSpot alone may change,
 * where "DUPONT" is no correction. */
static bool
says_the_same(struct draft *d, const struct champ *c, const char *cell, const struct valeurs *now)
{
	struct arena *mem = &d->e->own->mem;
	const char *shown = contact_text(mem, d->e->modele, d->p, c), *a, *b;
	struct champ as = *c;
	struct valeurs read;
	int y[2], m[2], day[2];

	if (*cell == '\'' && cell[1] != '\0' && strchr("=+-@", cell[1]) != NULL)
		cell++; /* of our csv, which another program made a workbook of */
	if (strcmp(lines(mem, shown), lines(mem, cell)) == 0)
		return true;
	if (c->crm && c->genre != G_GROUPE &&
		strcmp(text_fold_signs(mem, shown), text_fold_signs(mem, cell)) == 0)
		return true;
	if (now->n == 0)
		return false;
	if (c->genre == G_DATE)
		return text_date(now->v[0], &y[0], &m[0], &day[0]) &&
			text_date(cell, &y[1], &m[1], &day[1]) && y[0] == y[1] && m[0] == m[1] &&
			day[0] == day[1];
	if (c->genre == G_TELEPHONE)
		return (a = text_phone(mem, now->v[0])) != NULL &&
			(b = text_phone(mem, cell)) != NULL && strcmp(a, b) == 0;
	as.crm = false;
	return cellule_read(d->e->own, d->e->modele, &as, cell, &read) == NULL &&
		valeurs_equal(&read, now);
}

static void
keep(struct draft *d, const struct champ *c, const struct valeurs *before,
	const struct valeurs *after)
{
	if (valeurs_equal(before, after))
		return;
	d->changes[d->n].c = c;
	d->changes[d->n].before = *before;
	d->changes[d->n++].after = *after;
}

static bool
is_list(const struct champ *c)
{
	return c->genre == G_CHOIX_MULTIPLE || c->genre == G_ETIQUETTES || c->genre == G_GROUPE;
}

/* What the field will hold when the cell says READ. */
static void
combine(const struct draft *d, const struct champ *c, const struct valeurs *now,
	const struct valeurs *read, struct valeurs *after)
{
	enum import_mode mode = d->e->import->mode;

	*after = mode == REMPLACE || !is_list(c) ? *read : *now;
	if (mode == AJOUTE && is_list(c))
		for (unsigned i = 0; i < read->n; i++)
			valeurs_add(after, read->v[i]);
	if (mode == RETIRE) {
		after->n = 0;
		for (unsigned i = 0; i < now->n; i++)
			if (!valeurs_has(read, now->v[i]))
				valeurs_add(after, now->v[i]);
	}
}

/* Memberships: those of HubSpot stay as they are, those of the platform follow who manages the
 * group; whether the person is asked first is say_members()'s. */
static const char *
groups_refused(struct draft *d, const struct valeurs *before, const struct valeurs *after)
{
	const struct valeurs *sides[2][2] = { { before, after }, { after, before } };

	for (int s = 0; s < 2; s++)
		for (unsigned i = 0; i < sides[s][0]->n; i++) {
			const char *id = sides[s][0]->v[i];
			const struct groupe_court *g =
				groupe_find(d->e->modele, strtoll(id, NULL, 10));

			if (g == NULL || valeurs_has(sides[s][1], id))
				continue;
			if (g->champ_id != 0)
				return arena_printf(&d->e->own->mem,
					"«\u00A0%s\u00A0» vient de HubSpot, c’est là que ce"
					" rattachement se"
					" change",
					g->titre);
			if (db_int(d->e->own,
				    SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " MANAGES("o")),
				    I(g->id), ME(d->e->r)) == 0)
				return arena_printf(&d->e->own->mem,
					"vous ne gérez pas «\u00A0%s\u00A0»", g->titre);
		}
	return NULL;
}

/* A list, or one value, that may be written. */
static void
try_value(struct draft *d, const struct champ *c, const char *cell, const struct valeurs *now)
{
	struct valeurs read, after;
	const char *refused = cellule_read(d->e->own, d->e->modele, c, cell, &read);

	if (refused != NULL) {
		refuse(d, c, refused);
		return;
	}
	combine(d, c, now, &read, &after);
	refused = c->genre == G_GROUPE ? groups_refused(d, now, &after) : NULL;
	if (refused != NULL)
		refuse(d, c, refused);
	else
		keep(d, c, now, &after);
}

static bool
writes(struct draft *d, const struct champ *c)
{
	return c->genre == G_GROUPE || contact_writes(d->e->r, d->p, c, d->manages);
}

static void
try_cell(struct draft *d, const struct champ *c, const char *cell)
{
	struct valeurs now, none = { .n = 0 };

	if (contact_needs(d->p, c) > d->p->relation) {
		if (*cell != '\0')
			refuse(d, c, "vous ne pouvez pas lire ce champ pour cette personne");
		return;
	}
	held(d, c, &now);
	if (*cell == '\0') {
		if (d->e->import->efface && c->genre != G_GROUPE && now.n > 0 && writes(d, c))
			keep(d, c, &now, &none);
		return;
	}
	if ((d->e->import->mode != RETIRE && says_the_same(d, c, cell, &now)))
		return;
	if (c->crm && c->genre != G_GROUPE)
		refuse(d, c,
			arena_printf(&d->e->own->mem,
				"ce champ vient de HubSpot et se corrige là-bas (ici"
				" «\u00A0%s\u00A0»)",
				contact_text(&d->e->own->mem, d->e->modele, d->p, c)));
	else if (!writes(d, c))
		refuse(d, c, "vous ne pouvez pas le changer pour cette personne");
	else
		try_value(d, c, cell, &now);
}

static void
say_line(struct essai *e, int64_t numero, int64_t contact, enum import_ligne etat, const char *why)
{
	bloc_add(&e->lignes, JN("n", numero), JN("p", contact), JN("e", etat), JS("m", why));
}

/* What that change does to memberships, group by group: whom the reader may not put in without
 * asking is asked. */
static void
say_members(struct draft *d, const struct champ *c, const struct valeurs *before,
	const struct valeurs *after)
{
	bool direct = d->e->membres || d->manages || d->p->id == d->e->r->user.id;
	const struct {
		const struct valeurs *in, *out;
		enum import_acte acte;
	} sides[] = { { after, before, direct ? ENTRE : INVITEE }, { before, after, SORT } };

	for (int s = 0; s < 2; s++)
		for (unsigned i = 0; i < sides[s].in->n; i++) {
			struct bloc *b = &d->e->membres_lus;

			if (valeurs_has(sides[s].out, sides[s].in->v[i]))
				continue;
			bloc_add(b, JN("n", d->l->numero), JN("c", c->id),
				JS("g", sides[s].in->v[i]), JN("a", sides[s].acte));
		}
}

static void
say_changes(struct draft *d)
{
	struct bloc *b = &d->e->changements;
	struct arena *mem = &d->e->own->mem;

	for (unsigned i = 0; i < d->n; i++) {
		bloc_add(b, JN("n", d->l->numero), JN("c", d->changes[i].c->id), JN("p", d->p->id),
			JS("a", valeurs_text(mem, &d->changes[i].before)),
			JS("b", valeurs_text(mem, &d->changes[i].after)),
			JS("aj", valeurs_json(mem, &d->changes[i].before)),
			JS("bj", valeurs_json(mem, &d->changes[i].after)));
		if (d->changes[i].c->genre == G_GROUPE)
			say_members(
				d, d->changes[i].c, &d->changes[i].before, &d->changes[i].after);
	}
}

/* What the line would change of that person. */
void
ligne_try(struct essai *e, const struct ligne *l, const struct personne *p, bool manages)
{
	struct draft d = {
		.e = e, .l = l, .p = p, .manages = manages, .refused = { &e->own->mem }
	};

	d.changes = arena_alloc(&e->own->mem, (e->import->n + 1) * sizeof *d.changes);
	for (unsigned i = 0; i < e->import->n; i++)
		if (e->import->colonnes[i].cible == CHAMP)
			try_cell(&d, e->import->colonnes[i].champ, l->cells[i]);
	if (d.refused.n > 0) {
		say_line(e, l->numero, p->id, REFUS, buffer_text(&d.refused));
		return;
	}
	say_changes(&d);
	say_line(e, l->numero, p->id, d.n > 0 ? CHANGE : PAREIL, "");
}

static const char *
cell_of(const struct essai *e, const struct ligne *l, const char *cle)
{
	for (unsigned i = 0; i < e->import->n; i++)
		if (strcmp(cible_cle(&e->import->colonnes[i]), cle) == 0)
			return l->cells[i];
	return "";
}

/* Somebody of that name whom the reader sees: said, never taken for the person of the line. */
static int64_t
namesake(struct essai *e, const struct ligne *l)
{
	const char *prenom = cell_of(e, l, "prenom"), *nom = cell_of(e, l, "nom");

	if (*prenom == '\0' || *nom == '\0')
		return 0;
	return db_int(e->own,
		SQL("SELECT c.id FROM contact c JOIN objet o ON o.id = c.id WHERE c.tri = ?"
		    " AND c.prenom = ? AND c.nom = ?"
		    " AND c.retire_le IS NULL AND " SEES("o") " ORDER BY c.id LIMIT 1"),
		S(text_sort_key(&e->own->mem, nom, prenom)), S(prenom), S(nom), ME(e->r));
}

/* Nobody, or several people, answer to what the line says. */
void
ligne_unknown(struct essai *e, const struct ligne *l, unsigned candidates)
{
	int64_t same;

	if (candidates > 1)
		say_line(e, l->numero, 0, REFUS,
			"Plusieurs personnes partagent cette adresse\u00A0: ajoutez prénom et nom,"
			" ou le numéro Essaim.");
	else if ((same = namesake(e, l)) != 0)
		say_line(e, l->numero, same, DOUBLON,
			"Quelqu’un porte ce nom avec une autre adresse\u00A0: est-ce la même"
			" personne"
			" ?");
	else
		say_line(e, l->numero, 0, REFUS,
			"Personne de connu sous cette adresse ou ce numéro. Une personne nouvelle"
			" se crée dans HubSpot.");
}
