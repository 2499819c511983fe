/* acces.c - who sees this? of any objet, told by the very tables of the rights test */

#include <inttypes.h>

#include "base/text.h"
#include "domain/acces.h"
#include "web/reply.h"
#include "web/route.h"

enum { NAMES = 20 };

/* The people who see the objet, as far as the reader may see them. */
static void
say_people(struct req *r, int64_t id)
{
	int n = db_list(r, "personnes",
		SQL("SELECT c.id, c.prenom, c.nom FROM contact c JOIN objet o ON o.id = c.id JOIN objet q ON q.id = ?"
		    " WHERE c.acces > 0 AND " SEEN_BY("q", "c.id") " AND " SEES(
			    "o") " ORDER BY c.tri LIMIT 21"),
		I(id), ME(r));

	if (n > NAMES) { /* too many to be worth a list: the figures say it */
		hdf_remove_tree(r->hdf, "personnes");
		return;
	}
	for (HDF *p = hdf_get_obj(r->hdf, "personnes.0"); p != NULL; p = hdf_obj_next(p)) {
		hdf_say(p, "initiales",
			text_initials(&r->mem, hdf_get_value(p, "prenom", ""),
				hdf_get_value(p, "nom", "")));
		hdf_say_int(p, "teinte", text_hue(hdf_get_int_value(p, "id", 0)));
	}
}

static int
acces_show(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!db_one(r, "objet",
		    SQL("SELECT o.id, o.genre, o.titre, o.liste_id FROM objet o WHERE o.id = ? AND (? OR o.genre <> 'conversation') AND " SEES(
			    "o")),
		    I(id), I(r->user.by == 0), ME(r)))
		return not_found(r);
	acces_qui(r, "qui", hdf_get_int_value(r->hdf, "objet.liste_id", 0));
	hdf_remove_tree(r->hdf, "objet.liste_id");
	say_people(r, id);
	title(r, "Qui voit « %s » ?", said(r, "objet.titre"));
	return page(r, "acces/index.cs");
}

static const struct route routes[] = {
	{ GET, ":id", PROSPECT, acces_show },
	{ 0 },
};

const struct area acces_area = { "acces", routes };
