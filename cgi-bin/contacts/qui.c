/* qui.c - who may see my data: how many people, field by field, counted by the test of access itself */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "contacts/contacts.h"
#include "web/reply.h"

enum { NAMES = 20 };

/* What V, who is not O, is to O: as contact_level() and RELATION() say to the one who asks. */
#define LEVEL_OF \
	"CASE WHEN v.acces = 3 AND co.role = 'admin' THEN 5 WHEN v.acces = 3 THEN 4 WHEN " MAY_OF( \
		"o", "v.id", \
		"3") " THEN 3 WHEN " DETAILS_OF("v.id") " = 2 OR (" DETAILS_OF("v.id") " = 1 AND " SHARES_OF("o", \
		"v.id") ") THEN 2 ELSE 1 END"
#define FROM_VIEWERS \
	" FROM objet o JOIN contact v ON v.acces > 0 AND v.retire_le IS NULL AND v.id <> o.id" \
	" LEFT JOIN compte co ON co.contact_id = v.id WHERE o.id = ? AND " SEEN_BY("o", "v.id")

/* How many people are at least that much to the person, by level. */
static void
count(struct req *r, int64_t id, int64_t at_least[LEVEL_ADMIN + 1])
{
	struct rows *rows = db_rows(r,
		SQL("SELECT n.niveau, COUNT(*) FROM (SELECT " LEVEL_OF " AS niveau" FROM_VIEWERS
		    ") n GROUP BY n.niveau"),
		I(id));

	memset(at_least, 0, (LEVEL_ADMIN + 1) * sizeof *at_least);
	while (db_next(rows, &r->mem))
		for (int level = 1; level <= db_num(rows, 0) && level <= LEVEL_ADMIN; level++)
			at_least[level] += db_num(rows, 1);
}

/* Their names when they are few: those that the reader may see herself. */
static void
say_names(struct req *r, HDF *row, int64_t id, int level)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT n.id, n.prenom, n.nom FROM (SELECT v.id, v.prenom, v.nom, v.tri, " LEVEL_OF
		    " AS niveau" FROM_VIEWERS
		    ") n JOIN objet p ON p.id = n.id WHERE n.niveau >= ? AND " SEES(
			    "p") " ORDER BY n.tri LIMIT ?"),
		I(id), I(level), ME(r), I(NAMES));

	for (unsigned i = 0; db_next(rows, &r->mem); i++) {
		hdf_say(row, arena_printf(&r->mem, "noms.%u.id", i), db_text(rows, 0));
		hdf_say(row, arena_printf(&r->mem, "noms.%u.nom", i),
			arena_printf(&r->mem, "%s %s", db_text(rows, 1), db_text(rows, 2)));
	}
}

/* The fields that hold something and that LEVEL is needed for.  How many. */
static unsigned
say_fields(struct req *r, HDF *row, const struct modele *m, const struct personne *p, int level)
{
	unsigned n = 0;

	for (unsigned i = 0; i < m->n; i++) {
		const struct champ *c = &m->champs[i];

		if (contact_needs(p, c) != level || *contact_text(&r->mem, m, p, c) == '\0')
			continue;
		hdf_say(row, arena_printf(&r->mem, "champs.%u.cle", n), c->cle);
		hdf_say(row, arena_printf(&r->mem, "champs.%u.libelle", n), c->libelle);
		if (c->lecture != level)
			hdf_say(row, arena_printf(&r->mem, "champs.%u.cache", n), "1");
		n++;
	}
	return n;
}

static void
say_publics(struct req *r, int64_t id)
{
	db_list(r, "publics",
		SQL("SELECT p.titre, MAX(a.droit) AS droit, (SELECT COUNT(*) FROM contact_public cp WHERE cp.public_id = p.id)"
		    " AS personnes FROM objet o JOIN acces a ON a.liste_id = o.liste_id JOIN public p ON p.id = a.public_id"
		    " WHERE o.id = ? AND " PUBLIC_SEEN("p") " GROUP BY p.id ORDER BY droit, p.id"),
		I(id), ME(r));
}

/* One's own page; administrators answer who asks them. */
int
contacts_who(struct req *r)
{
	const struct modele *m = modele(r);
	int64_t at_least[LEVEL_ADMIN + 1];
	struct personne p;
	int n = 0;

	if (!contact_find(r, caught_id(r, 0), &p) || (p.id != r->user.id && r->user.level < ADMIN))
		return not_found(r);
	count(r, p.id, at_least);
	for (int level = 1; level <= LEVEL_ADMIN; level++) {
		HDF *row = hdf_node(r, arena_printf(&r->mem, "niveaux.%d", n));

		if (say_fields(r, row, m, &p, level) == 0) {
			hdf_remove_tree(r->hdf, arena_printf(&r->mem, "niveaux.%d", n));
			continue;
		}
		hdf_say_int(row, "niveau", level);
		hdf_say_int(row, "personnes", at_least[level]);
		if (at_least[level] > 0 && at_least[level] <= NAMES)
			say_names(r, row, p.id, level);
		n++;
	}
	say_publics(r, p.id);
	contacts_top(r, m, &p, "qui");
	title(r, "Qui peut voir mes données");
	return page(r, "contacts/qui.cs");
}
