/* imports.c - the imports one made, and a new file */

#include <inttypes.h>
#include <string.h>

#include "base/param.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "domain/acces/niveau.h"
#include "imports/imports.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/table_reply.h"

/* Who may change somebody's page may bring a file that does, where the grid gives imports. */
bool
imports_open(struct req *r)
{
	return niveau(r) >= N_COORDINATION && droit(r, "imports") != NULLE_PART;
}

#define MINE \
	" FROM import i JOIN contact c ON c.id = i.auteur_id WHERE i.auteur_id = ? OR ?" \
	" ORDER BY i.id DESC LIMIT 200"
#define STATE \
	"CASE i.etat WHEN 'lu' THEN 'À préparer' WHEN 'essai' THEN 'À relire'" \
	" WHEN 'applique' THEN 'Appliqué' ELSE 'Annulé' END"
#define CHANGED \
	"(SELECT COUNT(DISTINCT ch.numero) FROM import_changement ch WHERE ch.import_id = i.id" \
	" AND ch.etat IN (1, 2))"

static int
imports_export(struct req *r)
{
	static const char *const columns[] = { "Date", "Fichier ou liste", "Par", "État", "Lignes",
		"Personnes changées" };

	return table_reply(r, "Imports", "imports.export", 0, columns,
		sizeof columns / sizeof *columns,
		db_rows(r,
			SQL("SELECT DATE(i.cree_le), i.nom, CONCAT(c.prenom, ' ', c.nom), " STATE
			    ", i.lignes, " CHANGED MINE),
			I(r->user.id), I(r->user.level >= ADMIN)));
}

static int
imports_list(struct req *r)
{
	int n;

	if (!imports_open(r))
		return forbidden(r);
	if (table_asked(r))
		return imports_export(r);
	n = db_list(r, "items",
		SQL("SELECT i.id, i.nom, i.genre, i.etat, " STATE
		    " AS etat_nom, i.lignes, DATE(i.cree_le) AS jour,"
		    " CONCAT(c.prenom, ' ', c.nom) AS auteur, " CHANGED " AS changees" MINE),
		I(r->user.id), I(r->user.level >= ADMIN));
	for (struct row *i = row_first(r, "items"); i != NULL; i = row_next(i)) {
		row_say(i, "quand", text_day(&r->mem, row_text(i, "jour")));
		if (strcmp(row_text(i, "genre"), "fichier") != 0 &&
			strcmp(row_text(i, "genre"), "lot") != 0)
			row_say(i, "dossier", "reprise/");
	}
	say_int(r, "total", n);
	say_int(r, "page", 1);
	say_int(r, "Reprise", r->user.level >= ADMIN);
	title(r, "Imports");
	return page(r, "imports/index.cs");
}

static int
refused(struct req *r, const char *why)
{
	form_error(r, "fichier", why);
	return imports_list(r);
}

static int
imports_upload(struct req *r)
{
	struct upload *file = NULL;
	const char *why;
	int64_t id;

	if (!imports_open(r))
		return forbidden(r);
	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, "fichier") == 0 && u->size > 0)
			file = u;
	if (file == NULL)
		return refused(r, "Choisissez un fichier .xlsx ou .csv.");
	import_purge(r);
	id = import_new(r, "fichier", *file->filename != '\0' ? file->filename : "Fichier");
	why = import_file(r, id, file->fd);
	if (why != NULL)
		return refused(r, why);
	return redirect(r, "/imports/%" PRId64 "/colonnes", id);
}

static const struct route routes[] = {
	{ GET, "", MEMBER, imports_list, .formats = CSV | XLSX },
	{ POST, "", MEMBER, imports_upload },
	{ 0 },
};

extern const struct route imports_colonnes_routes[], imports_groupees_routes[],
	imports_modele_routes[], imports_reprise_routes[], imports_resultat_routes[];

const struct area imports_area = { "imports",
	ROUTES(routes, imports_colonnes_routes, imports_groupees_routes, imports_modele_routes,
		imports_reprise_routes, imports_resultat_routes) };
