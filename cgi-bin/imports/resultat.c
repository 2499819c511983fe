/* resultat.c - what an import would change, line by line; applied, taken back, thrown away */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/socle/journal.h"
#include "imports/imports.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/sheet.h"

enum { PAR = 20, SHOWN = 120 };

static const struct {
	const char *cle, *titre;
	enum import_ligne etat;
} views[] = {
	{ "changees", "À changer", CHANGE },
	{ "refusees", "Refusées", REFUS },
	{ "doublons", "Doublons possibles", DOUBLON },
	{ "pareilles", "Sans changement", PAREIL },
};
enum { VIEWS = sizeof views / sizeof *views };

static unsigned
view(struct req *r)
{
	for (unsigned i = 0; i < VIEWS; i++)
		if (strcmp(views[i].cle, param(r, "vue")) == 0)
			return i;
	return VIEWS;
}

/* How many lines of each kind; the first kind that has some is shown unless one is asked for. */
static unsigned
say_views(struct req *r, const struct import *im)
{
	unsigned now = view(r), first = VIEWS;

	for (unsigned i = 0; i < VIEWS; i++) {
		int64_t n = db_int(r,
			SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ? AND etat = ?"),
			I(im->id), I(views[i].etat));
		struct row *row = row_nth(r, "vues", i);

		row_say(row, "cle", views[i].cle);
		row_say(row, "titre", views[i].titre);
		row_say_int(row, "n", n);
		row_say(row, "url",
			arena_printf(&r->mem, "/imports/%" PRId64 "?vue=%s", im->id, views[i].cle));
		say_int(r, arena_printf(&r->mem, "bilan.%s", views[i].cle), n);
		if (n > 0 && first == VIEWS)
			first = i;
	}
	now = now < VIEWS ? now : first < VIEWS ? first : 0;
	say(r, arena_printf(&r->mem, "vues.%u.ici", now), "1");
	return now;
}

/* Stored values, as people read them. */
static const char *
readable(struct req *r, const struct modele *m, const struct champ *c, const char *stored)
{
	char *rest = arena_strdup(&r->mem, stored), *one;
	struct buffer all = { &r->mem };

	while (*stored != '\0' && (one = strsep(&rest, "\x1f")) != NULL) {
		const struct groupe_court *g =
			c->genre == G_GROUPE ? groupe_find(m, strtoll(one, NULL, 10)) : NULL;
		const char *label = g != NULL                ? g->titre :
			c->genre == G_OUI_NON && *one == '1' ? "Oui" :
			c->genre == G_OUI_NON && *one == '0' ? "Non" :
							       champ_label(c, one);

		buffer_puts(&all, all.n > 0 ? ", " : "");
		buffer_puts(&all, text_cut(&r->mem, label, SHOWN));
	}
	return buffer_text(&all);
}

static const struct champ *
field_of(const struct modele *m, int64_t id)
{
	for (unsigned i = 0; i < m->n; i++)
		if (m->champs[i].id == id)
			return &m->champs[i];
	return NULL;
}

static void
say_changes(struct req *r, const struct import *im, struct row *line)
{
	const struct modele *m = modele(r);
	struct rows *rows = db_rows(r,
		SQL("SELECT ch.champ_id, ch.avant, ch.apres, ch.etat, (SELECT GROUP_CONCAT(g.titre"
		    " ORDER BY g.titre SEPARATOR ', ')"
		    " FROM import_membre im JOIN objet g ON g.id = im.groupe_id"
		    " WHERE im.import_id = ch.import_id"
		    " AND im.numero = ch.numero AND im.champ_id = ch.champ_id"
		    " AND im.acte IN (2, 4))"
		    " FROM import_changement ch WHERE ch.import_id = ? AND ch.numero = ?"),
		I(im->id), S(row_text(line, "numero")));

	for (unsigned n = 0; db_next(rows, &r->mem);) {
		const struct champ *c = field_of(m, db_num(rows, 0));
		struct row *row;

		if (c == NULL)
			continue;
		row = row_in(line, arena_printf(&r->mem, "changements.%u", n++));
		row_say(row, "champ", c->libelle);
		row_say(row, "avant", readable(r, m, c, db_text(rows, 1)));
		row_say(row, "apres", readable(r, m, c, db_text(rows, 2)));
		row_say(row, "invitee", db_text(rows, 4));
		if (db_num(rows, 3) >= 3)
			row_say(row, "laisse", "1");
	}
}

/* What the line says of whom: enough to find it again in the file. */
static const char *
beginning(struct req *r, const char *cellules)
{
	char *s = arena_strdup(&r->mem, cellules);

	for (char *c = s; *c != '\0'; c++)
		if (*c == '\x1f')
			*c = ' ';
	return text_cut(&r->mem, text_trim(&r->mem, s), 60);
}

static void
say_lines(struct req *r, const struct import *im, enum import_ligne etat, int64_t n)
{
	db_list(r, "items",
		SQL("SELECT l.numero, l.contact_id, l.message, l.cellules AS extrait, c.prenom,"
		    " c.nom FROM import_ligne l"
		    " LEFT JOIN contact c ON c.id = l.contact_id WHERE l.import_id = ?"
		    " AND l.etat = ? ORDER BY l.numero LIMIT ? OFFSET ?"),
		I(im->id), I(etat), I(PAR), I((n - 1) * PAR));
	for (struct row *l = row_first(r, "items"); l != NULL; l = row_next(l)) {
		row_say(l, "extrait", beginning(r, row_text(l, "extrait")));
		if (etat == CHANGE)
			say_changes(r, im, l);
	}
}

/* How many values of each field change, and how many hold nothing yet. */
static void
say_fields(struct req *r, const struct import *im)
{
	db_list(r, "champs",
		SQL("SELECT f.libelle, SUM(ch.avant = '') AS ajoutes, SUM(ch.avant <> ''"
		    " AND ch.apres <> '') AS changes,"
		    " SUM(ch.apres = '') AS effaces FROM import_changement ch"
		    " JOIN champ f ON f.id = ch.champ_id"
		    " WHERE ch.import_id = ? GROUP BY f.id ORDER BY f.ordre"),
		I(im->id));
}

/* How many people are asked first, whether they want to come in. */
static void
say_invited(struct req *r, const struct import *im)
{
	say_int(r, "bilan.invitees",
		db_int(r,
			SQL("SELECT COUNT(DISTINCT im.numero) FROM import_membre im"
			    " JOIN import_changement ch"
			    " ON ch.import_id = im.import_id AND ch.numero = im.numero"
			    " AND ch.champ_id = im.champ_id"
			    " WHERE im.import_id = ? AND im.acte IN (2, 4) AND ch.etat < 3"),
			I(im->id)));
}

static void
say_import(struct req *r, const struct import *im)
{
	db_one(r, "import",
		SQL("SELECT i.id, i.nom, i.genre, i.etat, i.lignes, DATE(i.applique_le) AS jour,"
		    " DATE(i.annule_le) AS annule_le,"
		    " i.etat = 'applique' AND i.applique_le >= UTC_TIMESTAMP() -"
		    " INTERVAL ? DAY AS annulable,"
		    " DATE(i.applique_le + INTERVAL ? DAY) AS limite,"
		    " (SELECT COUNT(*) FROM import_changement ch WHERE ch.import_id = i.id"
		    " AND ch.etat >= 3) AS laisses"
		    " FROM import i WHERE i.id = ?"),
		I(IMPORT_JOURS), I(IMPORT_JOURS), I(im->id));
	if (*said(r, "import.jour") != '\0') {
		say(r, "import.applique", text_day(&r->mem, said(r, "import.jour")));
		say(r, "import.jusqu_au", text_day(&r->mem, said(r, "import.limite")));
	}
	if (*said(r, "import.annule_le") != '\0')
		say(r, "import.annule", text_day(&r->mem, said(r, "import.annule_le")));
	say_int(r, "Import.mien", im->auteur_id == r->user.id);
}

static int
imports_show(struct req *r)
{
	struct import im;
	int64_t n = pager_asked(r);
	unsigned now;

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im))
		return not_found(r);
	if (strcmp(im.etat, "lu") == 0)
		return redirect(r, "/imports/%" PRId64 "/colonnes", im.id);
	say_import(r, &im);
	say_fields(r, &im);
	say_invited(r, &im);
	now = say_views(r, &im);
	say_lines(r, &im, views[now].etat, n);
	say(r, "Vue", views[now].cle);
	if (strcmp(im.genre, "fichier") == 0) {
		const char *at = arena_printf(&r->mem, "/imports/%" PRId64 "/lignes", im.id);

		say(r, "Export.xlsx", arena_printf(&r->mem, "%s.xlsx?vue=%s", at, views[now].cle));
		say(r, "Export.csv", arena_printf(&r->mem, "%s.csv?vue=%s", at, views[now].cle));
	}
	pager_say(r,
		arena_printf(&r->mem, "/imports/%" PRId64 "?vue=%s&page=", im.id, views[now].cle),
		n, said_int(r, arena_printf(&r->mem, "vues.%u.n", now)), PAR);
	title(r, "%s", im.nom);
	return page(r, "imports/fiche.cs");
}

/* The lines of one kind as they came, with why beside: to mend and to bring again. */
static int
imports_lines(struct req *r)
{
	struct import im;
	unsigned now = view(r);
	const char *names[IMPORT_COLONNES + 2];
	struct arena row = { 0 };
	struct sheet *sheet;
	struct rows *rows;

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im))
		return not_found(r);
	if (!table_asked(r))
		return redirect(r, "/imports/%" PRId64, im.id);
	for (unsigned i = 0; i < im.n; i++)
		names[i] = im.colonnes[i].entete;
	names[im.n] = "Ligne du fichier";
	names[im.n + 1] = "Pourquoi";
	sheet = sheet_open(&r->mem, table_kind(r), "Lignes", names, im.n + 2);
	rows = db_stream(r,
		SQL("SELECT numero, cellules, message FROM import_ligne WHERE import_id = ?"
		    " AND etat = ? ORDER BY numero"),
		I(im.id), I(views[now < VIEWS ? now : 1].etat));
	for (; db_next(rows, &row); arena_reset(&row)) {
		char *rest = arena_strdup(&row, db_text(rows, 1)), *cell;

		for (unsigned i = 0; i < im.n; i++)
			sheet_cell(sheet, (cell = strsep(&rest, "\x1f")) != NULL ? cell : "");
		sheet_cell(sheet, db_text(rows, 0));
		sheet_cell(sheet, db_text(rows, 2));
		sheet_row(sheet);
	}
	arena_reset(&row);
	journal_apart(r, "import.lignes", 0, NULL, json_made(&r->mem, JN("import", im.id)));
	return reply_sheet(r, sheet, "import-lignes");
}

static int
imports_apply(struct req *r)
{
	struct import im;

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im) || im.auteur_id != r->user.id)
		return not_found(r);
	if (!import_apply(r, &im))
		return refuse(r, 409);
	return redirect(r, "/imports/%" PRId64 "?fait=import", im.id);
}

static int
imports_undo(struct req *r)
{
	struct import im;

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im))
		return not_found(r);
	if (!import_undo(r, &im))
		return refuse(r, 409);
	return redirect(r, "/imports/%" PRId64 "?fait=import-annule", im.id);
}

/* A file that was not applied leaves nothing. */
static int
imports_drop(struct req *r)
{
	struct import im;

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im) || im.auteur_id != r->user.id)
		return not_found(r);
	if (strcmp(im.etat, "applique") == 0 || strcmp(im.etat, "annule") == 0)
		return refuse(r, 409);
	db_exec(r, SQL("DELETE FROM import WHERE id = ?"), I(im.id));
	return redirect(r, "/imports?fait=import-jete");
}

const struct route imports_resultat_routes[] = {
	{ GET, ":id", MEMBER, imports_show },
	{ GET, ":id/lignes", MEMBER, imports_lines, .formats = CSV | XLSX },
	{ POST, ":id/appliquer", MEMBER, imports_apply },
	{ POST, ":id/annuler", MEMBER, imports_undo },
	{ POST, ":id/jeter", MEMBER, imports_drop },
	{ 0 },
};
