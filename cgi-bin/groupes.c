/* groupes.c - the groups, and the page of one */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces.h"
#include "domain/etiquette.h"
#include "domain/groupe.h"
#include "domain/journal.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/sheet.h"

enum { SHOWN = 30 }; /* members of one role on the page of a group */

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

static int
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

/* The people of one role; a reader sees those that the one test lets through. */
static void
say_role(struct req *r, int64_t id, int *n, const char *role, const char *titre)
{
	const char *at = arena_printf(&r->mem, "roles.%d", *n);
	int found = db_list(r, arena_printf(&r->mem, "%s.membres", at),
		SQL("SELECT c.id, c.prenom, c.nom FROM membre m JOIN contact c ON c.id = m.contact_id"
		    " JOIN objet o ON o.id = c.id WHERE m.groupe_id = ? AND m.fin IS NULL AND m.role = ? AND " SEES(
			    "o") " GROUP BY c.id ORDER BY c.tri LIMIT 31"),
		I(id), S(role), ME(r));

	if (found == 0) {
		hdf_remove_tree(r->hdf, at);
		return;
	}
	(*n)++;
	for (HDF *p = hdf_get_obj(r->hdf, arena_printf(&r->mem, "%s.membres.0", at)); p != NULL;
		p = hdf_obj_next(p)) {
		hdf_say(p, "initiales",
			text_initials(&r->mem, hdf_get_value(p, "prenom", ""),
				hdf_get_value(p, "nom", "")));
		hdf_say_int(p, "teinte", text_hue(hdf_get_int_value(p, "id", 0)));
		hdf_say(p, "url",
			arena_printf(&r->mem, "/contacts/%s", hdf_get_value(p, "id", "")));
	}
	if (found > SHOWN) {
		hdf_remove_tree(r->hdf, arena_printf(&r->mem, "%s.membres.%d", at, SHOWN));
		if (*said(r, "groupe.annuaire") != '\0')
			say(r, arena_printf(&r->mem, "%s.suite", at), said(r, "groupe.annuaire"));
	}
	say(r, arena_printf(&r->mem, "%s.titre", at), titre);
}

static void
say_roles(struct req *r, int64_t id)
{
	static const struct {
		const char *role, *titre;
	} roles[] = {
		{ "coordination", "Coordination" },
		{ "referent_plaidoyer", "Référence plaidoyer" },
		{ "referent_communication", "Référence communication" },
		{ "referent_evenements", "Référence événements" },
		{ "membre", "Membres" },
	};
	int n = 0;

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (r->user.level >= MEMBER || i == 0)
			say_role(r, id, &n, roles[i].role, roles[i].titre);
}

static void
fact(struct req *r, int n, const char *libelle, const char *valeur)
{
	HDF *row = hdf_node(r, arena_printf(&r->mem, "faits.%d", n));

	hdf_say(row, "libelle", libelle);
	hdf_say(row, "valeur", valeur);
}

static int
groupes_show(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!db_one(r, "groupe",
		    SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte, g.description AS resume,"
			" IF(o.archive_le IS NULL, 'actif', 'archive') AS etat, g.cree_le,"
			" (SELECT COUNT(DISTINCT n.contact_id) FROM membre n WHERE n.groupe_id = o.id AND n.fin IS NULL) AS membres,"
			" EXISTS (SELECT 1 FROM membre m WHERE m.groupe_id = o.id AND m.contact_id = ? AND m.fin IS NULL) AS mien"
			" FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type"
			" WHERE o.id = ? AND " SEES("o")),
		    I(r->user.id), I(id), ME(r)))
		return not_found(r);
	if (r->user.level >= MEMBER &&
		db_one(r, "Cle",
			SQL("SELECT f.cle FROM groupe g JOIN champ f"
			    " ON f.id = g.champ_id WHERE g.id = ?"),
			I(id)))
		say(r, "groupe.annuaire",
			arena_printf(&r->mem, "/annuaire?%s=%" PRId64, said(r, "Cle.cle"), id));
	etiquette_dress(r, id);
	fact(r, 0, "Membres", said(r, "groupe.membres"));
	if (*said(r, "groupe.cree_le") != '\0')
		fact(r, 1, "Sur la plateforme depuis",
			text_day(&r->mem, said(r, "groupe.cree_le")));
	say_roles(r, id);
	title(r, "%s", said(r, "groupe.titre"));
	return page(r, "groupes/fiche.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, groupes_list, .formats = CSV | XLSX },
	{ GET, ":id", PROSPECT, groupes_show },
	{ 0 },
};

const struct area groupes_area = { "groupes", routes };
