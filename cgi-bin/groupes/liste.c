/* liste.c - the groups, and the same as a table */

#include <inttypes.h>
#include <string.h>

#include "domain/acces.h"
#include "domain/groupe.h"
#include "domain/journal.h"
#include "groupes/groupes.h"
#include "web/reply.h"
#include "web/sheet.h"

static void
say_types(struct req *r, const char *type)
{
	db_list(r, "Filtre.types",
		SQL("SELECT cle, pluriel AS libelle FROM groupe_type t"
		    " WHERE EXISTS (SELECT 1 FROM groupe g WHERE g.type = t.cle) ORDER BY ordre"));
	for (HDF *t = hdf_get_obj(r->hdf, "Filtre.types.0"); t != NULL; t = hdf_obj_next(t)) {
		const char *cle = hdf_get_value(t, "cle", "");

		hdf_say(t, "url",
			arena_printf(&r->mem, "/groupes?type=%s&q=%s", cle,
				url_escape(r, param(r, "q"))));
		if (strcmp(cle, type) == 0)
			hdf_say(t, "ici", "1");
	}
}

static int
groupes_export(struct req *r, const char *type, const char *q)
{
	static const char *const columns[] = { "Type", "Nom", "Membres", "Créé le", "État" };
	struct sheet *sheet = sheet_open(
		&r->mem, r->format == CSV ? SHEET_CSV : SHEET_XLSX, "Groupes", columns, 5);
	struct rows *rows = db_rows(r,
		SQL("SELECT t.titre, o.titre, (SELECT COUNT(DISTINCT n.contact_id) FROM membre n"
		    " WHERE n.groupe_id = o.id AND n.fin IS NULL), g.cree_le,"
		    " IF(o.archive_le IS NULL, 'Actif', 'Archivé') FROM groupe g JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE o.archive_le IS NULL AND (? OR g.type = ?)"
		    " AND (? OR INSTR(o.titre, ?) > 0) AND " SEES(
			    "o") " ORDER BY t.ordre, o.titre"),
		I(*type == '\0'), S(type), I(*q == '\0'), S(q), ME(r));

	while (db_next(rows, &r->mem)) {
		for (unsigned i = 0; i < 5; i++)
			sheet_cell(sheet, db_text(rows, i));
		sheet_row(sheet);
	}
	journal_apart(r, "groupes.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "groupes");
}

int
groupes_list(struct req *r)
{
	const char *type = param(r, "type"), *q = param(r, "q");
	int n;

	if (r->format == CSV || r->format == XLSX)
		return groupes_export(r, type, q);
	n = db_list(r, "items",
		SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte, IF(o.archive_le IS NULL, 'actif', 'archive') AS etat,"
		    " (SELECT COUNT(DISTINCT n.contact_id) FROM membre n WHERE n.groupe_id = o.id AND n.fin IS NULL) AS membres"
		    " FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type"
		    " WHERE o.archive_le IS NULL AND (? OR g.type = ?) AND (? OR INSTR(o.titre, ?) > 0)"
		    " AND " SEES("o") " ORDER BY t.ordre, o.titre LIMIT 1000"),
		I(*type == '\0'), S(type), I(*q == '\0'), S(q), ME(r));
	groupe_say_sigles(r, "items");
	say_int(r, "total", n);
	say_int(r, "page", 1);
	say(r, "Filtre.q", q);
	say(r, "Filtre.total_texte", arena_printf(&r->mem, n > 1 ? "%d groupes" : "%d groupe", n));
	if (*type != '\0') {
		say(r, "Filtre.gardes.0.cle", "type");
		say(r, "Filtre.gardes.0.valeur", type);
	}
	say_types(r, type);
	title(r, "Groupes");
	return page(r, "groupes/index.cs");
}
