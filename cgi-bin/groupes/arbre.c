/* arbre.c - the groups as a tree, and those that nobody coordinates */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "groupes/groupes.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/table_reply.h"

enum { ROWS = 56, GROUPS = 5000, ORPHANS_PAR = 25 };

struct noeud {
	int64_t id, parent;
	const char *titre;
	int membres, teinte;
	bool placed;
};

/* All groups below ROOT that the reader sees, in order. */
static int
read_nodes(struct req *r, int64_t root, struct noeud **into)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.cadre_id, o.titre, " MEMBERS_OF(
			"o.id") ", t.teinte"
				" FROM " GROUPS_BELOW " a JOIN objet o ON o.id = a.groupe_id"
				" JOIN groupe g ON g.id = o.id JOIN groupe_type t ON t.cle = g.type"
				" WHERE o.id <> ? AND o.archive_le IS NULL"
				" ORDER BY COALESCE((SELECT x.ordre"
				" FROM groupe_type x WHERE x.ensemble_id = o.id), t.ordre), o.titre"
				" LIMIT 5000"),
		BELOW_ME(r, root), I(root));
	struct noeud *all = arena_alloc(&r->mem, GROUPS * sizeof *all);
	int n = 0;

	while (n < GROUPS && db_next(rows, &r->mem))
		all[n++] = (struct noeud) { db_num(rows, 0), db_num(rows, 1),
			arena_strdup(&r->mem, db_text(rows, 2)), (int) db_num(rows, 3),
			(int) db_num(rows, 4), false };
	*into = all;
	return n;
}

static bool
is_there(const struct noeud *all, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (all[i].id == id)
			return true;
	return false;
}

/* How many nodes stand at most DEPTH below PARENT. */
static int
count_to(const struct noeud *all, int n, int64_t parent, int depth)
{
	int sum = 0;

	for (int i = 0; depth > 0 && i < n; i++)
		if (all[i].parent == parent)
			sum += 1 + count_to(all, n, all[i].id, depth - 1);
	return sum;
}

static void
say_branch(struct req *r, const struct noeud *all, int n, int64_t parent, const char *at, int depth)
{
	int k = 0;

	for (int i = 0; i < n; i++) {
		const char *here;
		struct row *row;
		int below;

		if (all[i].parent != parent)
			continue;
		below = count_to(all, n, all[i].id, 1);
		here = arena_printf(&r->mem, "%s.%d", at, k++);
		row = row_at(r, here);
		row_say_int(row, "id", all[i].id);
		row_say(row, "titre", all[i].titre);
		row_say_int(row, "membres", all[i].membres);
		if (depth > 1)
			say_branch(r, all, n, all[i].id, arena_printf(&r->mem, "%s.enfants", here),
				depth - 1);
		else if (below > 0)
			row_say_int(row, "plus", below);
	}
}

/* From the root, or from the group of the address; as deep as a page holds. */
int
groupes_tree(struct req *r)
{
	int64_t top = arbre_root(r), root = caught_id(r, 0);
	struct noeud *all;
	int n, depth = 6;

	root = root == 0 ? top : root;
	if (!db_one(r, "racine",
		    SQL("SELECT o.id, o.titre FROM objet o JOIN groupe g ON g.id = o.id"
			" WHERE o.id = ? AND " SEES("o")),
		    I(root), ME(r)))
		return not_found(r);
	n = read_nodes(r, root, &all);
	for (int i = 0; i < n; i++) /* whose parent one does not see stands higher */
		if (all[i].parent != root && !is_there(all, n, all[i].parent))
			all[i].parent = root;
	while (depth > 1 && count_to(all, n, root, depth) > ROWS)
		depth--;
	say_branch(r, all, n, root, "arbre", depth);
	say_int(r, "total", n);
	say_int(r, "page", 1);
	arbre_say_above(r, "Ancetres", root);
	title(r, root == top ? "Groupes, en arbre" : "Groupes, %s", said(r, "racine.titre"));
	return page(r, "groupes/arbre.cs");
}

/* Groups that nobody who may enter coordinates, and since when; those above, and the staff, manage
 * them all the same.  Binds ME(r). */
#define MEMBRES MEMBERS_OF("o.id")
#define COORDINATED \
	"FROM membre m JOIN groupe_role x ON x.cle = m.role AND x.coordination" \
	" JOIN contact c ON c.id = m.contact_id"
#define DEPUIS \
	"COALESCE((SELECT MAX(COALESCE(m.fin, DATE(c.retire_le), DATE(c.crm_modifie_le)," \
	" m.debut)) " COORDINATED " WHERE m.groupe_id = o.id), g.cree_le)"
#define EUE "EXISTS (SELECT 1 " COORDINATED " WHERE m.groupe_id = o.id)"
#define ORPHANS \
	" FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type" \
	" WHERE g.type <> 'ensemble' AND o.archive_le IS NULL AND NOT EXISTS" \
	" (SELECT 1 " COORDINATED \
	" AND c.acces > 1 WHERE m.groupe_id = o.id AND m.fin IS NULL) AND " SEES("o")

static int
take_orphans(struct req *r)
{
	static const char *const columns[] = { "Groupe", "Type", "Membres",
		"Sans coordination depuis", "En a eu une" };

	return table_reply(r, "groupes-sans-coordination", "groupes.export", 0, columns, 5,
		db_rows(r,
			SQL("SELECT o.titre, t.titre, " MEMBRES ", " DEPUIS ", IF(" EUE
			    ", 'Oui', 'Non')" ORPHANS " ORDER BY o.titre, o.id"),
			ME(r)));
}

static int
groupes_orphans(struct req *r)
{
	int64_t here = pager_asked(r);

	if (table_asked(r))
		return take_orphans(r);
	db_list(r, "items",
		SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte, " MEMBRES
		    " AS membres, " DEPUIS " AS depuis_le, " EUE " AS eue" ORPHANS
		    " ORDER BY eue DESC, depuis_le DESC, o.titre, o.id LIMIT ? OFFSET ?"),
		ME(r), I(ORPHANS_PAR), I((here - 1) * ORPHANS_PAR));
	for (struct row *g = row_first(r, "items"); g != NULL; g = row_next(g))
		if (*row_text(g, "depuis_le") != '\0')
			row_say(g, "depuis",
				text_day_near(&r->mem, row_text(g, "depuis_le"), clock_now()));
	groupe_say_sigles(r, "items");
	pager_say(r, "/groupes/sans-coordination?page=", here,
		db_int(r, SQL("SELECT COUNT(*)" ORPHANS), ME(r)), ORPHANS_PAR);
	title(r, "Groupes sans coordination");
	return page(r, "groupes/orphelins.cs");
}

const struct route groupes_arbre_routes[] = {
	{ GET, ":id/arbre", PROSPECT, groupes_tree },
	{ GET, "sans-coordination", STAFF, groupes_orphans, .formats = CSV | XLSX },
	{ 0 },
};
