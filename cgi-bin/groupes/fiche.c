/* fiche.c - the page of one group: what stands above its tabs, its members, what it is */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces.h"
#include "domain/etiquette.h"
#include "groupes/groupes.h"
#include "web/reply.h"

enum { SHOWN = 30 }; /* members of one role on the page of a group */

/* What the pages of a group have in common: "groupe", and which tab is open.  False: no such
 * group for the reader. */
bool
groupes_load(struct req *r, int64_t id, const char *onglet)
{
	if (!db_one(r, "groupe",
		    SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte, g.description AS resume,"
			" IF(o.archive_le IS NULL, 'actif', 'archive') AS etat, g.cree_le,"
			" (SELECT COUNT(DISTINCT n.contact_id) FROM membre n WHERE n.groupe_id = o.id AND n.fin IS NULL) AS membres,"
			" EXISTS (SELECT 1 FROM membre m WHERE m.groupe_id = o.id AND m.contact_id = ? AND m.fin IS NULL) AS mien"
			" FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type"
			" WHERE o.id = ? AND " SEES("o")),
		    I(r->user.id), I(id), ME(r)))
		return false;
	say(r, "Onglet", onglet);
	title(r, "%s", said(r, "groupe.titre"));
	return true;
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

int
groupes_members(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "membres"))
		return not_found(r);
	if (r->user.level >= MEMBER &&
		db_one(r, "Cle",
			SQL("SELECT f.cle FROM groupe g JOIN champ f"
			    " ON f.id = g.champ_id WHERE g.id = ?"),
			I(id)))
		say(r, "groupe.annuaire",
			arena_printf(&r->mem, "/annuaire?%s=%" PRId64, said(r, "Cle.cle"), id));
	say_roles(r, id);
	return page(r, "groupes/membres.cs");
}

int
groupes_about(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "a-propos"))
		return not_found(r);
	etiquette_dress(r, id);
	fact(r, 0, "Membres", said(r, "groupe.membres"));
	if (*said(r, "groupe.cree_le") != '\0')
		fact(r, 1, "Sur la plateforme depuis",
			text_day(&r->mem, said(r, "groupe.cree_le")));
	return page(r, "groupes/apropos.cs");
}
