/* etiquettes.c - the tags by family, and what bears one */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/acces/niveau.h"
#include "domain/objets/adresse.h"
#include "domain/socle/genre.h"
#include "etiquettes/etiquettes.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/table_reply.h"

enum { PAR = 40 };

static const struct list list = { "/etiquettes", KEEPS("q", "vue"), PAR };

static int
etiquettes_export(struct req *r, const char *q, bool unused)
{
	static const char *const columns[] = { "Famille", "Étiquette", "Utilisations", "Créée le" };

	return table_reply(r, "Étiquettes", "etiquettes.export", 0, columns,
		sizeof columns / sizeof *columns,
		db_rows(r,
			SQL("SELECT f.nom, e.nom, " USES(
				"e.id") " AS n, DATE(e.cree_le) FROM etiquette e"
					" JOIN etiquette_famille f ON f.id = e.famille_id"
					" WHERE (? OR INSTR(e.nom, ?) > 0) AND (? OR " UNUSED(
						"e.id") ")"
							" ORDER BY f.ordre, f.nom, e.nom"),
			BEARS_ME(r), I(*q == '\0'), S(q), I(!unused), BEARS_ME(r)));
}

static void
say_filter(struct req *r, const char *q, bool unused)
{
	say(r, "Filtre.q", q);
	if (unused)
		say(r, "Filtre.inutiles", "1");
	say_int(r, "Filtre.n_inutiles",
		db_int(r, SQL("SELECT COUNT(*) FROM etiquette e WHERE " UNUSED("e.id")),
			BEARS_ME(r)));
}

static int
etiquettes_list(struct req *r)
{
	const char *q = param(r, "q");
	bool unused = strcmp(param(r, "vue"), "inutiles") == 0;
	int64_t here = pager_asked(r);

	if (table_asked(r))
		return etiquettes_export(r, q, unused);
	db_list(r, "items",
		SQL("SELECT e.id, e.nom, f.id AS famille_id, f.nom AS famille, f.teinte,"
		    " " USES("e.id") " AS utilisations FROM etiquette e"
				     " JOIN etiquette_famille f ON f.id = e.famille_id"
				     " WHERE (? OR INSTR(e.nom, ?) > 0) AND (? OR " UNUSED(
					     "e.id") ")"
						     " ORDER BY f.ordre, f.nom, e.nom"
						     " LIMIT ? OFFSET ?"),
		BEARS_ME(r), I(*q == '\0'), S(q), I(!unused), BEARS_ME(r), I(PAR),
		I((here - 1) * PAR));
	list_pager(r, &list, here,
		db_int(r,
			SQL("SELECT COUNT(*) FROM etiquette e WHERE (? OR INSTR(e.nom, ?) > 0)"
			    " AND (? OR " UNUSED("e.id") ")"),
			I(*q == '\0'), S(q), I(!unused), BEARS_ME(r)));
	say_filter(r, q, unused);
	say_int(r, "Droits.cree",
		db_int(r,
			SQL("SELECT EXISTS (SELECT 1 FROM etiquette_famille WHERE creation <= ?)"),
			I(niveau(r))));
	say_int(r, "Droits.familles", niveau(r) >= N_ADMIN);
	title(r, "Étiquettes");
	return page(r, "etiquettes/index.cs");
}

/* Say the tag as "etiquette".  False: there is none. */
bool
etiquettes_load(struct req *r, int64_t id)
{
	return db_one(r, "etiquette",
		SQL("SELECT e.id, e.nom, f.id AS famille_id, f.nom AS famille, f.teinte,"
		    " f.creation, " USES("e.id") " AS utilisations FROM etiquette e"
						 " JOIN etiquette_famille f ON f.id = e.famille_id"
						 " WHERE e.id = ?"),
		BEARS_ME(r), I(id));
}

/* Say the tags whose name is near as "Proches".  How many. */
unsigned
etiquettes_say_near(struct req *r, const char *nom, int64_t except)
{
	int64_t ids[NEAR_MAX];
	const char *noms[NEAR_MAX];
	unsigned n = etiquette_near(r, nom, except, ids, noms, NEAR_MAX);

	for (unsigned i = 0; i < n; i++) {
		struct row *row = row_nth(r, "Proches", i);

		row_say_int(row, "id", ids[i]);
		row_say(row, "nom", noms[i]);
		row_say(row, "fusion",
			arena_printf(&r->mem, "/etiquettes/%" PRId64 "/fusionner?vers=%" PRId64,
				except, ids[i]));
	}
	return n;
}

/* Everything of any kind that bears the tag and that the reader may see; the tags of a person
 * are read by who manages that person, and the staff. */
#define BEARERS \
	" FROM objet_etiquette e JOIN objet o ON o.id = e.objet_id" \
	" LEFT JOIN contact c ON c.id = o.id" \
	" WHERE e.etiquette_id = ? AND o.archive_le IS NULL AND c.retire_le IS NULL" \
	" AND (o.genre <> 'contact' OR ? OR " MANAGES("o") ") AND " SEES("o")

static int
take_bearers(struct req *r, int64_t id, bool staff)
{
	static const char *const columns[] = { "Nom", "Nature", "Numéro Essaim" };

	return table_reply(r, "etiquette", "etiquette.porteurs_export", 0, columns, 3,
		db_rows(r,
			SQL("SELECT o.titre, " GENRE_TITRE("o") ", o.id" BEARERS
								" ORDER BY o.genre, o.titre, o.id"),
			GENRES(r), I(id), I(staff), ME(r), ME(r)));
}

static int
etiquettes_show(struct req *r)
{
	int64_t id = caught_id(r, 0), former, total;
	int64_t n = pager_asked(r);
	bool staff = r->user.level >= STAFF;

	if (niveau(r) < N_COORDINATION)
		return forbidden(r);
	former = db_int(r, SQL("SELECT etiquette_id FROM etiquette_ancienne WHERE id = ?"), I(id));
	if (former != 0)
		return redirect(r, "/etiquettes/%" PRId64, former);
	if (!etiquettes_load(r, id))
		return not_found(r);
	if (table_asked(r))
		return take_bearers(r, id, staff);
	total = db_int(r, SQL("SELECT COUNT(*)" BEARERS), I(id), I(staff), ME(r), ME(r));
	db_list(r, "items",
		SQL("SELECT o.id, o.genre, o.titre, o.cadre_id" BEARERS
		    " ORDER BY o.genre, o.titre, o.id LIMIT ? OFFSET ?"),
		I(id), I(staff), ME(r), ME(r), I(PAR), I((n - 1) * PAR));
	for (struct row *o = row_first(r, "items"); o != NULL; o = row_next(o))
		genre_dress(r, o);
	pager_say(r, arena_printf(&r->mem, "/etiquettes/%" PRId64 "?page=", id), n, total, PAR);
	if (staff)
		etiquettes_say_near(r, said(r, "etiquette.nom"), id);
	say_int(r, "Droits.modifie",
		staff && etiquette_creates(r, said_id(r, "etiquette.famille_id")));
	say(r, "Annuaire", arena_printf(&r->mem, "/annuaire?tag=%" PRId64, id));
	title(r, "Étiquette : %s", said(r, "etiquette.nom"));
	return page(r, "etiquettes/fiche.cs");
}

static const struct route routes[] = {
	{ GET, "", STAFF, etiquettes_list, .formats = CSV | XLSX },
	{ GET, ":id", MEMBER, etiquettes_show, .formats = CSV | XLSX },
	{ 0 },
};

extern const struct route etiquettes_editer_routes[], etiquettes_familles_routes[],
	etiquettes_fusion_routes[], etiquettes_objet_routes[];

const struct area etiquettes_area = { "etiquettes",
	ROUTES(routes, etiquettes_editer_routes, etiquettes_familles_routes,
		etiquettes_fusion_routes, etiquettes_objet_routes) };
