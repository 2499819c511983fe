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
	return etiquette_creates(r, said_id(r, "etiquette.famille_id"));
}

#define BEARS_TOO \
	"EXISTS (SELECT 1 FROM objet_etiquette y WHERE y.objet_id = x_.objet_id" \
	" AND y.etiquette_id = ?)"

/* What the merge would do: how many things change, how many already bear both, a few names. */
static void
say_preview(struct req *r, int64_t from, int64_t to)
{
	db_one(r, "vers",
		SQL("SELECT e.id, e.nom, f.teinte, " USES(
			"e.id") " AS avant,"
				" " USES("?") " AS venant, (SELECT COUNT(*) " BEARERS_OF(
					"e.id") " AND " BEARS_TOO ") AS communs"
						" FROM etiquette e JOIN etiquette_famille f ON f.id"
						" = e.famille_id"
						" WHERE e.id = ?"),
		BEARS_ME(r), I(from), BEARS_ME(r), BEARS_ME(r), I(from), I(to));
	say_int(r, "vers.apres",
		said_int(r, "vers.avant") + said_int(r, "vers.venant") -
			said_int(r, "vers.communs"));
	db_list(r, "exemples",
		SQL("SELECT ox_.titre " BEARERS_OF("?") " AND NOT " BEARS_TOO
							" ORDER BY ox_.modifie_le DESC LIMIT 5"),
		I(from), BEARS_ME(r), I(to));
}

static int
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
			form_error(r, "nom",
				"C’est la même étiquette\u00A0: choisissez-en une autre.");
		}
	} else if (to == 0) {
		etiquettes_say_near(r, said(r, "etiquette.nom"), id);
	}
	if (to != 0 && to != id)
		say_preview(r, id, to);
	title(r, "Fusionner une étiquette");
	return page(r, "etiquettes/fusion.cs");
}

static int
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

const struct route etiquettes_fusion_routes[] = {
	{ GET, ":id/fusionner", STAFF, etiquettes_merge_ask },
	{ POST, ":id/fusionner", STAFF, etiquettes_merge },
	{ 0 },
};
