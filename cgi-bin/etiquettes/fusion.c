/* fusion.c - two tags become one: what would change first, then the change */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "etiquettes/etiquettes.h"
#include "web/form.h"
#include "web/reply.h"

static bool
may(struct req *r)
{
	return etiquette_creates(r, strtoll(said(r, "etiquette.famille_id"), NULL, 10));
}

/* What the merge would do: how many things change, how many already bear both, a few names. */
static void
say_preview(struct req *r, int64_t from, int64_t to)
{
	db_one(r, "vers",
		SQL("SELECT e.id, e.nom, f.teinte, (SELECT COUNT(*) FROM objet_etiquette x WHERE x.etiquette_id = e.id) AS avant,"
		    " (SELECT COUNT(DISTINCT x.objet_id) FROM objet_etiquette x WHERE x.etiquette_id IN (e.id, ?)) AS apres,"
		    " (SELECT COUNT(*) FROM objet_etiquette x JOIN objet_etiquette y ON y.objet_id = x.objet_id"
		    " WHERE x.etiquette_id = e.id AND y.etiquette_id = ?) AS communs"
		    " FROM etiquette e JOIN etiquette_famille f ON f.id = e.famille_id WHERE e.id = ?"),
		I(from), I(from), I(to));
	db_list(r, "exemples",
		SQL("SELECT o.titre FROM objet_etiquette x JOIN objet o ON o.id = x.objet_id WHERE x.etiquette_id = ?"
		    " AND NOT EXISTS (SELECT 1 FROM objet_etiquette y WHERE y.objet_id = x.objet_id AND y.etiquette_id = ?)"
		    " ORDER BY o.modifie_le DESC LIMIT 5"),
		I(from), I(to));
}

int
etiquettes_merge_ask(struct req *r)
{
	int64_t id = caught_id(r, 0), to = strtoll(param(r, "vers"), NULL, 10);

	if (!etiquettes_load(r, id))
		return not_found(r);
	if (!may(r))
		return forbidden(r);
	if (to == 0 && *param(r, "nom") != '\0') {
		form_value(r, "nom", param(r, "nom"));
		if ((to = etiquette_find(r, param(r, "nom"))) == 0) {
			etiquettes_say_near(r, param(r, "nom"), id);
			form_error(r, "nom", "Aucune étiquette ne porte ce nom.");
		} else if (to == id) {
			form_error(r, "nom", "C’est la même étiquette : choisissez-en une autre.");
		}
	} else if (to == 0) {
		etiquettes_say_near(r, said(r, "etiquette.nom"), id);
	}
	if (to != 0 && to != id)
		say_preview(r, id, to);
	title(r, "Fusionner une étiquette");
	return page(r, "etiquettes/fusion.cs");
}

int
etiquettes_merge(struct req *r)
{
	int64_t id = caught_id(r, 0), to = strtoll(param(r, "vers"), NULL, 10);

	if (!etiquettes_load(r, id))
		return not_found(r);
	if (!may(r))
		return forbidden(r);
	if (to == id || db_int(r, SQL("SELECT 1 FROM etiquette WHERE id = ?"), I(to)) == 0)
		return redirect(r, "/etiquettes/%" PRId64 "/fusionner", id);
	etiquette_merge(r, id, to);
	return redirect(r, "/etiquettes/%" PRId64 "?fait=fusion", to);
}
