/* groupees.c - one change for many people: those ticked in the directory, or all that a filter
 * finds
 *
 * The page writes an import by itself: the same dry run, the same journal, the same way back.
 * The address keeps who it is about, as the directory's does.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/param.h"
#include "base/text.h"
#include "domain/acces/niveau.h"
#include "domain/annuaire/filtre.h"
#include "domain/annuaire/segment.h"
#include "domain/objets/etiquette.h"
#include "imports/imports.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"

enum { TICKED_MAX = 1000, OFFERED = 30 };

struct groupees {
	int64_t *ids;
	int64_t n;
	bool too_many;
};

static void
ticked(struct req *r, struct groupees *l)
{
	const char *s;

	l->ids = arena_alloc(&r->mem, TICKED_MAX * sizeof *l->ids);
	for (unsigned i = 0; (s = param_nth(r, "p", i)) != NULL && l->n < TICKED_MAX; i++)
		if ((l->ids[l->n] = strtoll(s, NULL, 10)) > 0)
			l->n++;
}

static void
filtered(struct req *r, struct groupees *l)
{
	struct filtre *f = filtre_read(r);
	struct arena row = { 0 };
	struct rows *rows;
	int64_t room;

	if (f == NULL)
		return;
	room = filtre_count(r, f, IMPORT_LIGNES + 1);
	if (room > IMPORT_LIGNES) {
		l->too_many = true;
		return;
	}
	l->ids = arena_alloc(&r->mem, (size_t) (room + 1) * sizeof *l->ids);
	rows = filtre_rows(r, f, INT64_MAX, 0, true);
	for (; db_next(rows, &row); arena_reset(&row))
		if (l->n < room)
			l->ids[l->n++] = db_num(rows, P_ID);
	arena_reset(&row);
}

static void
read_people(struct req *r, struct groupees *l)
{
	*l = (struct groupees) { .n = 0 };
	if (strcmp(param(r, "tout"), "1") == 0)
		filtered(r, l);
	else
		ticked(r, l);
}

/* Fields that the reader may write of somebody. */
static bool
is_offered(const struct champ *c, int level)
{
	if (c->crm)
		return c->genre == G_GROUPE && strcmp(c->cle, "groupe") == 0;
	return c->lecture <= level && c->ecriture != 0 && c->ecriture <= level;
}

static struct row *
option(struct req *r, unsigned n, const char *valeur, const char *libelle)
{
	struct row *o = row_nth(r, "Options", n);

	row_say(o, "valeur", valeur);
	row_say(o, "libelle", libelle);
	for (unsigned i = 0; (r->invalid || choices_sought(r)) && param_nth(r, "valeur", i) != NULL;
		i++)
		if (strcmp(param_nth(r, "valeur", i), valeur) == 0)
			row_say(o, "choisi", "1");
	return o;
}

static void
say_groups(struct req *r, const struct modele *m)
{
	unsigned n = 0;

	for (unsigned i = 0; i < m->n_groupes; i++) {
		const struct groupe_court *g = &m->groupes[i];

		if (g->champ_id == 0 && !g->archive && !g->cache &&
			db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " MANAGES("o")),
				I(g->id), ME(r)) != 0)
			option(r, n++, g->titre, g->titre);
	}
	choices_cut(r, row_at(r, "Options"), row_at(r, "Form.valeur"), "cherche");
}

static void
say_tags(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT e.nom FROM etiquette e ORDER BY " USES("e.id") " DESC, e.nom LIMIT ?"),
		BEARS_ME(r), I(OFFERED));

	for (unsigned n = 0; db_next(rows, &r->mem); n++) {
		const char *nom = arena_strdup(&r->mem, db_text(rows, 0));

		option(r, n, nom, nom);
	}
}

/* What the form needs to ask for a value of that field. */
static void
say_field(struct req *r, const struct modele *m, const struct champ *c)
{
	say(r, "champ.cle", c->cle);
	say(r, "champ.libelle", c->libelle);
	say(r, "champ.type", c->type);
	if (c->genre == G_GROUPE)
		say_groups(r, m);
	else if (c->genre == G_ETIQUETTES)
		say_tags(r);
	else if (c->genre == G_OUI_NON)
		option(r, 0, "oui", "Oui"), option(r, 1, "non", "Non");
	else
		for (unsigned i = 0; i < c->n_options; i++)
			option(r, i, c->options[i].libelle, c->options[i].libelle);
	if (c->genre == G_GROUPE || c->genre == G_ETIQUETTES || c->genre == G_CHOIX_MULTIPLE)
		say(r, "champ.liste", "1");
}

static int
show(struct req *r, const struct modele *m, const struct groupees *l, const struct champ *c)
{
	unsigned n = 0;

	say_int(r, "total", l->n);
	say(r, "total_texte", text_number(&r->mem, l->n));
	if (l->too_many)
		say(r, "Trop", "1");
	say(r, "Action", arena_printf(&r->mem, "/imports/lot?%s", r->query));
	for (unsigned i = 0; i < m->n; i++)
		if (is_offered(&m->champs[i], niveau(r))) {
			struct row *o = row_nth(r, "Champs", n++);

			row_say(o, "libelle", m->champs[i].libelle);
			row_say(o, "url",
				arena_printf(&r->mem, "/imports/lot?%s&champ=%s", r->query,
					m->champs[i].cle));
		}
	if (c != NULL)
		say_field(r, m, c);
	title(r, "Changer plusieurs fiches");
	return page(r, "imports/lot.cs");
}

static const struct champ *
chosen(struct req *r, const struct modele *m)
{
	const struct champ *c = champ_find(m, param(r, "champ"));

	return c != NULL && is_offered(c, niveau(r)) ? c : NULL;
}

static int
imports_many(struct req *r)
{
	const struct modele *m = modele(r);
	struct groupees l;

	if (!imports_open(r))
		return forbidden(r);
	read_people(r, &l);
	return show(r, m, &l, chosen(r, m));
}

static void
add_words(struct req *r, struct buffer *all, const char *s)
{
	s = text_trim(&r->mem, text_clean(&r->mem, s));
	if (*s == '\0')
		return;
	buffer_puts(all, all->n > 0 ? "; " : "");
	buffer_puts(all, s);
}

/* All that was ticked or typed, as one cell. */
static const char *
cell(struct req *r)
{
	struct buffer all = { &r->mem };
	const char *s;

	for (unsigned i = 0; (s = param_nth(r, "valeur", i)) != NULL; i++)
		add_words(r, &all, s);
	add_words(r, &all, param(r, "autres"));
	return buffer_text(&all);
}

static void
write_lines(struct req *r, int64_t id, const struct groupees *l, const char *value)
{
	struct req own = { .user = r->user };
	struct bloc b;

	for (int64_t i = 0; i < l->n;) {
		bloc_open(&b, &own.mem);
		for (; i < l->n && (b.n == 0 || b.n % BLOC != 0); i++) {
			bloc_add(&b, JN("n", i + 1),
				JS("c",
					arena_printf(
						&own.mem, "%" PRId64 "\x1f%s", l->ids[i], value)));
		}
		import_lines(&own, id, &b);
		arena_reset(&own.mem);
	}
	db_exec(r, SQL("UPDATE import SET lignes = ? WHERE id = ?"), I(l->n), I(id));
}

static const char *
name_of(struct req *r, const struct champ *c, enum import_mode mode, const char *value, int64_t n)
{
	static const char *const verbs[] = { "", "ajouter", "mettre", "retirer" };
	const struct option *o = NULL;

	for (unsigned i = 0; i < c->n_options; i++)
		if (strcmp(c->options[i].valeur, value) == 0)
			o = &c->options[i];
	return arena_printf(&r->mem, "%s\u00A0: %s %s (%" PRId64 " personne%s)", c->libelle,
		*value == '\0' ? "effacer" : verbs[mode],
		o != NULL ? o->libelle : text_cut(&r->mem, value, 80), n, n > 1 ? "s" : "");
}

/* Read what to put; the form says what is wrong with it. */
static const char *
read_value(struct req *r, const struct modele *m, const struct champ *c, bool *efface,
	enum import_mode *how)
{
	const char *mode = "2", *value = cell(r), *refused;
	struct valeurs stored;
	const struct field fields[] = {
		{ "mode", CHOICE(&mode), .choices = "1|2|3" },
		{ "efface", YES(efface) },
		{ 0 },
	};

	form_read(r, fields);
	*how = (enum import_mode) strtol(mode, NULL, 10);
	form_value(r, "valeur", value);
	if (*value == '\0' && !*efface)
		form_error(r, "valeur", "Dites ce qu’il faut mettre.");
	else if (*value != '\0' && *efface)
		form_error(r, "valeur", "Effacer, ou mettre une valeur\u00A0: choisissez.");
	else if ((refused = cellule_read(r, m, c, value, &stored)) != NULL)
		form_error(r, "valeur", refused);
	return value;
}

static int
imports_many_try(struct req *r)
{
	const struct modele *m = modele(r);
	const struct champ *c = chosen(r, m);
	enum import_mode mode;
	const char *value;
	bool efface = false;
	struct import im;
	struct groupees l;
	int64_t id;

	if (!imports_open(r))
		return forbidden(r);
	read_people(r, &l);
	if (c == NULL || l.n == 0)
		return show(r, m, &l, c);
	if (choices_sought(r)) {
		form_value(r, "mode", param(r, "mode"));
		return show(r, m, &l, c);
	}
	value = read_value(r, m, c, &efface, &mode);
	if (r->invalid)
		return show(r, m, &l, c);
	import_purge(r);
	id = import_new(r, "lot", name_of(r, c, mode, value, l.n));
	db_exec(r,
		SQL("UPDATE import SET entetes = CONCAT('Numéro Essaim', CHAR(31), ?),"
		    " colonnes = CONCAT('id,', ?),"
		    " mode = ?, efface = ? WHERE id = ?"),
		S(c->libelle), S(c->cle), I(mode), I(efface), I(id));
	write_lines(r, id, &l, value);
	if (*param(r, "segment") != '\0')
		segment_used(r, strtoll(param(r, "segment"), NULL, 10));
	import_load(r, id, &im);
	import_try(r, &im);
	return redirect(r, "/imports/%" PRId64, id);
}

const struct route imports_groupees_routes[] = {
	{ GET, "lot", MEMBER, imports_many },
	{ POST, "lot", MEMBER, imports_many_try },
	{ 0 },
};
