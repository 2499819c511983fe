/* reprise.c - what was before Essaim, from tables: templates, a file, its trial, done and undone */

#include <inttypes.h>
#include <string.h>

#include "base/param.h"
#include "base/text.h"
#include "domain/reprise/reprise.h"
#include "domain/socle/journal.h"
#include "imports/imports.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/sheet.h"

enum { SHOWN = 50 };

static int
reprise_page(struct req *r)
{
	for (unsigned i = 0; reprises[i] != NULL; i++) {
		const struct reprise_colonne *c = reprises[i]->colonnes;
		struct row *row = row_nth(r, "items", (int) i);

		row_say(row, "nom", reprises[i]->nom);
		row_say(row, "titre", reprises[i]->titre);
		for (unsigned k = 0; k < REPRISE_COLONNES && c[k].titre != NULL; k++) {
			struct row *col = row_in(row, arena_printf(&r->mem, "colonnes.%u", k));

			row_say(col, "titre", c[k].titre);
			row_say(col, "aide", c[k].aide);
			row_say_int(col, "requis", c[k].requis);
		}
		if (strcmp(param(r, "quoi"), reprises[i]->nom) == 0)
			row_say(row, "choisi", "1");
	}
	title(r, "Reprendre l’existant");
	return page(r, "imports/reprise.cs");
}

/* The headings, a line of help and an example: the last two begin with # and are not read. */
static int
reprise_template(struct req *r)
{
	const struct reprise_genre *g = reprise_find(r->caught[0]);
	const char *names[REPRISE_COLONNES];
	struct sheet *sheet;
	unsigned n = 0;

	if (g == NULL)
		return not_found(r);
	if (!table_asked(r))
		return redirect(r, "/imports/reprise");
	for (; n < REPRISE_COLONNES && g->colonnes[n].titre != NULL; n++)
		names[n] = g->colonnes[n].titre;
	sheet = sheet_open(&r->mem, table_kind(r), g->titre, names, n);
	for (unsigned i = 0; i < n; i++)
		sheet_cell(sheet,
			arena_printf(&r->mem, "%s%s%s", i == 0 ? "# " : "", g->colonnes[i].aide,
				g->colonnes[i].requis ? " (à remplir)" : ""));
	sheet_row(sheet);
	for (unsigned i = 0; i < n; i++)
		sheet_cell(sheet,
			arena_printf(&r->mem, "%s%s", i == 0 ? "# " : "", g->colonnes[i].exemple));
	sheet_row(sheet);
	return reply_sheet(r, sheet, arena_printf(&r->mem, "modele-%s", g->nom));
}

static int
reprise_upload(struct req *r)
{
	const struct reprise_genre *g = reprise_find(param(r, "quoi"));
	struct upload *file = NULL;
	const char *why;
	int64_t id;

	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, "fichier") == 0 && u->size > 0)
			file = u;
	if (g == NULL)
		form_error(r, "quoi", "Dites ce que contient le fichier.");
	else if (file == NULL)
		form_error(r, "fichier", "Choisissez un fichier .xlsx ou .csv.");
	if (r->invalid)
		return reprise_page(r);
	import_purge(r);
	why = reprise_bring(
		r, g, *file->filename != '\0' ? file->filename : g->titre, file->fd, &id);
	if (why != NULL) {
		form_error(r, "fichier", why);
		return reprise_page(r);
	}
	return redirect(r, "/imports/reprise/%" PRId64, id);
}

static void
say_lines(struct req *r, const struct reprise *p, const char *name, enum import_ligne etat)
{
	db_list(r, name,
		SQL("SELECT numero, message, REPLACE(cellules, CHAR(31), ', ') AS extrait"
		    " FROM import_ligne WHERE import_id = ? AND etat = ? ORDER BY numero LIMIT ?"),
		I(p->id), I(etat), I(SHOWN));
	for (struct row *l = row_first(r, name); l != NULL; l = row_next(l))
		row_say(l, "extrait", text_cut(&r->mem, row_text(l, "extrait"), 120));
}

static int
reprise_show(struct req *r)
{
	struct reprise p;

	if (!reprise_load(r, caught_id(r, 0), &p))
		return not_found(r);
	db_one(r, "import",
		SQL("SELECT i.id, i.nom, i.etat, i.lignes, COALESCE(SUM(l.etat = 1), 0) AS faites,"
		    " COALESCE(SUM(l.etat = 2), 0) AS refusees,"
		    " COALESCE(SUM(l.etat = 0), 0) AS pareilles,"
		    " i.etat = 'applique' AND i.applique_le >= UTC_TIMESTAMP() - INTERVAL ? DAY"
		    " AS annulable FROM import i LEFT JOIN import_ligne l ON l.import_id = i.id"
		    " WHERE i.id = ? GROUP BY i.id"),
		I(IMPORT_JOURS), I(p.id));
	say(r, "Quoi", p.genre->titre);
	say_lines(r, &p, "refus", REFUS);
	say_lines(r, &p, "faites", CHANGE);
	title(r, "%s", p.nom);
	return page(r, "imports/reprise_fiche.cs");
}

static int
reprise_do(struct req *r)
{
	struct reprise p;

	if (!reprise_load(r, caught_id(r, 0), &p))
		return not_found(r);
	return reprise_apply(r, &p) ?
		redirect(r, "/imports/reprise/%" PRId64 "?fait=reprise", p.id) :
		refuse(r, 409);
}

static int
reprise_take_back(struct req *r)
{
	struct reprise p;

	if (!reprise_load(r, caught_id(r, 0), &p))
		return not_found(r);
	return reprise_undo(r, &p) ?
		redirect(r, "/imports/reprise/%" PRId64 "?fait=reprise-annulee", p.id) :
		refuse(r, 409);
}

static int
reprise_drop(struct req *r)
{
	struct reprise p;

	if (!reprise_load(r, caught_id(r, 0), &p))
		return not_found(r);
	if (db_exec(r, SQL("DELETE FROM import WHERE id = ? AND etat IN ('lu', 'essai')"),
		    I(p.id)) == 0)
		return refuse(r, 409);
	return redirect(r, "/imports/reprise?fait=import-jete");
}

/* Things are made for everybody: full administrators alone. */
const struct route imports_reprise_routes[] = {
	{ GET, "reprise", ADMIN, reprise_page },
	{ POST, "reprise", ADMIN, reprise_upload },
	{ GET, "reprise/modeles/:quoi", ADMIN, reprise_template, .formats = CSV | XLSX },
	{ GET, "reprise/:id", ADMIN, reprise_show },
	{ POST, "reprise/:id/appliquer", ADMIN, reprise_do },
	{ POST, "reprise/:id/annuler", ADMIN, reprise_take_back },
	{ POST, "reprise/:id/jeter", ADMIN, reprise_drop },
	{ 0 },
};
