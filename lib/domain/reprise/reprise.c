/* reprise.c - a table of what was before, tried, done, undone */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/reprise/reprise.h"
#include "domain/socle/journal.h"

const struct reprise_genre *const reprises[] = { &reprise_groupes, &reprise_adhesions,
	&reprise_evenements, NULL };

const struct reprise_genre *
reprise_find(const char *nom)
{
	for (const struct reprise_genre *const *g = reprises; *g != NULL; g++)
		if (strcmp((*g)->nom, nom) == 0)
			return *g;
	return NULL;
}

/* That import, if it is one of these.  Administrators look at all.  False: there is none. */
bool
reprise_load(struct req *r, int64_t id, struct reprise *p)
{
	const char *genre;

	*p = (struct reprise) { .id = id };
	return db_read(r, SQL("SELECT genre, nom, etat, lignes, entetes FROM import WHERE id = ?"),
		       INTO(TO(&genre), TO(&p->nom), TO(&p->etat), TO(&p->lignes), TO(&p->entetes)),
		       I(id)) &&
		(p->genre = reprise_find(genre)) != NULL;
}

/* Where each column of the kind stands in the file, -1: nowhere.  NULL, or which one is wanting. */
static const char *
places(struct req *r, const struct reprise *p, int at[REPRISE_COLONNES])
{
	const struct reprise_colonne *c = p->genre->colonnes;

	for (unsigned i = 0; i < REPRISE_COLONNES && c[i].titre != NULL; i++) {
		char *rest = arena_strdup(&r->mem, p->entetes), *name;
		const char *wanted = text_fold(&r->mem, c[i].titre);

		at[i] = -1;
		for (int k = 0; (name = strsep(&rest, "\x1f")) != NULL; k++)
			if (strcmp(text_fold(&r->mem, name), wanted) == 0)
				at[i] = k;
		if (at[i] < 0 && c[i].requis)
			return arena_printf(&r->mem,
				"Il manque la colonne «\u00A0%s\u00A0»\u00A0: partez du modèle.",
				c[i].titre);
	}
	return NULL;
}

static void
split(struct arena *a, const struct reprise *p, const int *at, const char *cellules,
	struct reprise_ligne *l)
{
	char *rest = arena_strdup(a, cellules), *cell;

	*l = (struct reprise_ligne) { 0 };
	for (unsigned i = 0; i < REPRISE_COLONNES; i++)
		l->cells[i] = "";
	for (int k = 0; (cell = strsep(&rest, "\x1f")) != NULL; k++)
		for (unsigned i = 0; i < REPRISE_COLONNES && p->genre->colonnes[i].titre; i++)
			if (at[i] == k)
				l->cells[i] = cell;
}

/* The first column that must not be empty and is. */
static const char *
wanting(struct req *r, const struct reprise *p, const struct reprise_ligne *l)
{
	const struct reprise_colonne *c = p->genre->colonnes;

	for (unsigned i = 0; i < REPRISE_COLONNES && c[i].titre != NULL; i++)
		if (c[i].requis && *l->cells[i] == '\0')
			return arena_printf(&r->mem, "«\u00A0%s\u00A0» est à remplir.", c[i].titre);
	return NULL;
}

struct fait {
	int64_t numero;
	const char *why;
	struct reprise_ligne ligne;
};

/* Do all lines, in their order; what became of each. */
static size_t
do_lines(struct req *r, const struct reprise *p, const int *at, struct fait *all)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT numero, cellules FROM import_ligne WHERE import_id = ?"
		    " ORDER BY numero LIMIT ?"),
		I(p->id), I(REPRISE_LIGNES));
	size_t n = 0;

	for (; db_next(rows, &r->mem) && n < REPRISE_LIGNES; n++) {
		struct fait *f = &all[n];

		f->numero = db_num(rows, 0);
		split(&r->mem, p, at, db_text(rows, 1), &f->ligne);
		if ((f->why = wanting(r, p, &f->ligne)) == NULL)
			f->why = p->genre->fait(r, &f->ligne);
	}
	return n;
}

static void
note_line(struct req *r, const struct reprise *p, const struct fait *f, bool made)
{
	db_exec(r,
		SQL("UPDATE import_ligne SET etat = ?, message = ? WHERE import_id = ?"
		    " AND numero = ?"),
		I(f->why != NULL               ? REFUS :
				f->ligne.n > 0 ? CHANGE :
						 PAREIL),
		S(f->why != NULL ? f->why : ""), I(p->id), I(f->numero));
	for (unsigned i = 0; made && f->why == NULL && i < f->ligne.n; i++)
		db_exec(r,
			SQL("INSERT INTO import_cree (import_id, numero, cree_id)"
			    " VALUES (?, ?, ?)"),
			I(p->id), I(f->numero), I(f->ligne.cree[i]));
}

/* Do all lines, and take it back unless they are done for good. */
static void
run(struct req *r, const struct reprise *p, const int *at, bool made)
{
	struct fait *all = arena_alloc(&r->mem, REPRISE_LIGNES * sizeof *all);
	size_t n;

	if (!made)
		db_script("SAVEPOINT reprise");
	n = do_lines(r, p, at, all);
	if (!made)
		db_script("ROLLBACK TO SAVEPOINT reprise");
	for (size_t i = 0; i < n; i++)
		note_line(r, p, &all[i], made);
}

/* Read that file as a table of that kind, and try it.  NULL, or why it is refused. */
const char *
reprise_bring(struct req *r, const struct reprise_genre *g, const char *nom, int fd, int64_t *id)
{
	int at[REPRISE_COLONNES];
	struct reprise p;
	const char *why;

	*id = import_new(r, g->nom, nom);
	if ((why = import_file(r, *id, fd)) != NULL)
		return why;
	reprise_load(r, *id, &p);
	if (p.lignes > REPRISE_LIGNES)
		return "Plus de 5 000 lignes\u00A0: partagez le fichier en plusieurs.";
	if ((why = places(r, &p, at)) != NULL)
		return why;
	run(r, &p, at, false);
	db_exec(r, SQL("UPDATE import SET etat = 'essai' WHERE id = ?"), I(*id));
	return NULL;
}

/* Do it.  False: it is done already, or was thrown away. */
bool
reprise_apply(struct req *r, struct reprise *p)
{
	int at[REPRISE_COLONNES];

	if (db_exec(r,
		    SQL("UPDATE import SET etat = 'applique', applique_le = UTC_TIMESTAMP()"
			" WHERE id = ? AND etat = 'essai'"),
		    I(p->id)) == 0 ||
		places(r, p, at) != NULL)
		return false;
	run(r, p, at, true);
	journal(r, "reprise.appliquee", 0, NULL, json_made(&r->mem, JN("import", p->id)));
	return true;
}

/* Take back all that it made, the last first.  False: it was not done, or too long ago. */
bool
reprise_undo(struct req *r, struct reprise *p)
{
	struct rows *rows;

	if (db_exec(r,
		    SQL("UPDATE import SET etat = 'annule', annule_le = UTC_TIMESTAMP()"
			" WHERE id = ? AND etat = 'applique'"
			" AND applique_le >= UTC_TIMESTAMP() - INTERVAL ? DAY"),
		    I(p->id), I(IMPORT_JOURS)) == 0)
		return false;
	rows = db_rows(r,
		SQL("SELECT cree_id FROM import_cree WHERE import_id = ?"
		    " ORDER BY numero DESC, cree_id DESC"),
		I(p->id));
	while (db_next(rows, &r->mem))
		p->genre->defait(r, db_num(rows, 0));
	db_exec(r, SQL("DELETE FROM import_cree WHERE import_id = ?"), I(p->id));
	journal(r, "reprise.annulee", 0, NULL, json_made(&r->mem, JN("import", p->id)));
	return true;
}
