/* groupes.c - the groups side by side, and all the figures as a table to take along */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/groupes/groupe.h"
#include "domain/socle/journal.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { LONGEST = 400, PAR = 20 };

static const struct list list = { "/tableau-de-bord/groupes", KEEPS("type"), PAR };

struct ligne {
	int64_t id, benevoles, prospects, missions;
	int64_t dates, minutes; /* of twelve months: what took place, hours validated */
	const char *titre, *type, *teinte;
};

static int
by_size(const void *a, const void *b)
{
	const struct ligne *x = a, *y = b;

	return x->benevoles != y->benevoles ? (x->benevoles < y->benevoles ? 1 : -1) :
		x->id != y->id              ? (x->id > y->id ? 1 : -1) :
					      0;
}

/* The groups that the reader may know of: all of a type ("": all types), or those right below. */
static struct ligne *
read_groups(struct req *r, const struct bord *b, const char *type, unsigned *n)
{
	struct ligne *all = arena_alloc(&r->mem, sizeof *all * LONGEST);
	struct tableau *t = tableau_groups(r);
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, t.titre, t.teinte FROM groupe g"
		    " JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE o.archive_le IS NULL"
		    " AND g.type <> 'ensemble'"
		    " AND (? OR g.type = ?) AND (? = 0 OR (g.id <> ? AND g.id IN " GROUPS_BELOW
		    ")) AND " SEES("o") " ORDER BY o.titre LIMIT ?"),
		I(*type == '\0'), S(type), I(b->groupe), I(b->groupe), BELOW_ME(r, b->groupe),
		ME(r), I(LONGEST));

	for (*n = 0; *n < LONGEST && db_next(rows, &r->mem); ++*n) {
		int64_t id = db_num(rows, 0);

		all[*n] = (struct ligne) { .id = id,
			.benevoles = tableau_n(t, id, "profil", "benevole"),
			.prospects = tableau_n(t, id, "profil", "prospect"),
			.missions = tableau_n(t, id, "missions", "toutes"),
			.titre = arena_strdup(&r->mem, db_text(rows, 1)),
			.type = arena_strdup(&r->mem, db_text(rows, 2)),
			.teinte = arena_strdup(&r->mem, db_text(rows, 3)) };
	}
	qsort(all, *n, sizeof *all, by_size);
	return all;
}

/* What took place in each of these groups these twelve months, and the hours given there.  What the
 * reader does not see is counted for who follows the group. */
static void
read_activity(struct req *r, struct ligne *all, unsigned n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT e.groupe_id, COUNT(*), SUM(d.liste_id IN " LISTS_WITH(
			"1") "), 0 FROM evenement_date d"
			     " JOIN evenement e ON e.id = d.evenement_id AND e.etat = 'publie'"
			     " WHERE d.etat = 'prevu' AND d.debut < UTC_TIMESTAMP()"
			     " AND d.debut > UTC_TIMESTAMP() - INTERVAL 12 MONTH"
			     " AND e.groupe_id IS NOT NULL GROUP BY e.groupe_id"
			     " UNION ALL SELECT h.groupe_id, 0, 0, SUM(h.minutes) FROM heures h"
			     " WHERE h.etat = 'validee' AND h.jour > UTC_DATE() - INTERVAL 12 MONTH"
			     " AND h.groupe_id IS NOT NULL GROUP BY h.groupe_id"),
		I(r->user.id));

	while (db_next(rows, &r->mem))
		for (unsigned i = 0; i < n; i++)
			if (all[i].id == db_num(rows, 0)) {
				all[i].dates += db_num(rows, tableau_follows(r, all[i].id) ? 1 : 2);
				all[i].minutes += db_num(rows, 3);
			}
}

/* Of few people hours would tell who gave them: they are for who follows the group. */
static void
say_activity(struct req *r, struct row *row, const char *at, const struct ligne *g)
{
	bord_figure(r, arena_printf(&r->mem, "%s.evenements", at), "événements", g->dates,
		g->dates > 0 ? arena_printf(&r->mem, "/agenda?groupe=%" PRId64 "&passes=1", g->id) :
			       NULL);
	if (tableau_follows(r, g->id))
		row_say_int(row, "heures", (g->minutes + 30) / 60);
}

static void
say_group(struct req *r, const char *at, const struct ligne *g)
{
	struct row *row = row_at(r, at);
	struct bord b = { .groupe = g->id, .follows = tableau_follows(r, g->id) };

	row_say_int(row, "id", g->id);
	row_say(row, "url", bord_here(r, &b, "/tableau-de-bord"));
	row_say(row, "titre", g->titre);
	row_say(row, "type", g->type);
	row_say(row, "teinte", g->teinte);
	bord_figure(r, arena_printf(&r->mem, "%s.benevoles", at), "bénévoles", g->benevoles,
		bord_list(r, &b, "par-profil=benevole"));
	bord_figure(r, arena_printf(&r->mem, "%s.prospects", at), "prospects", g->prospects,
		bord_list(r, &b, "par-profil=prospect"));
	bord_figure(r, arena_printf(&r->mem, "%s.missions", at), "missions", g->missions,
		b.follows ? bord_here(r, &b, "/tableau-de-bord/missions") : NULL);
}

/* The largest: local groups of the nation, or the groups below the one that is shown. */
void
groupes_say(struct req *r, const struct bord *b, unsigned most)
{
	unsigned n;
	struct ligne *all = read_groups(r, b, b->groupe == 0 ? "groupe_local" : "", &n);

	say_int(r, "Groupes.total", n);
	for (unsigned i = 0; i < n && i < most; i++)
		say_group(r, arena_printf(&r->mem, "groupes.%u", i), &all[i]);
	groupe_say_sigles(r, "groupes");
}

static int
export_groups(struct req *r, const struct ligne *all, unsigned n)
{
	static const char *const columns[] = { "Groupe", "Type", "Bénévoles", "Prospects",
		"Missions", "Événements en 12 mois", "Heures en 12 mois" };
	bool whole = tableau_follows(r, 0);
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Groupes", columns, 7);

	for (unsigned i = 0; i < n; i++) {
		sheet_cell(sheet, all[i].titre);
		sheet_cell(sheet, all[i].type);
		sheet_cell(sheet, arena_printf(&r->mem, "%" PRId64, all[i].benevoles));
		sheet_cell(sheet, arena_printf(&r->mem, "%" PRId64, all[i].prospects));
		sheet_cell(sheet, arena_printf(&r->mem, "%" PRId64, all[i].missions));
		sheet_cell(sheet, arena_printf(&r->mem, "%" PRId64, all[i].dates));
		sheet_cell(sheet,
			whole || tableau_follows(r, all[i].id) ?
				arena_printf(&r->mem, "%" PRId64, (all[i].minutes + 30) / 60) :
				"");
		sheet_row(sheet);
	}
	journal_apart(r, "tableau_de_bord.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "groupes");
}

static void
say_types(struct req *r, const char *type)
{
	db_list(r, "Filtre.types",
		SQL("SELECT cle, pluriel AS libelle FROM groupe_type t WHERE cle <> 'ensemble'"
		    " AND EXISTS (SELECT 1 FROM groupe g WHERE g.type = t.cle) ORDER BY ordre"));
	for (struct row *t = row_first(r, "Filtre.types"); t != NULL; t = row_next(t)) {
		const char *cle = row_text(t, "cle");

		row_say(t, "url", list_link(r, &list, "type", cle));
		if (strcmp(cle, type) == 0)
			row_say(t, "ici", "1");
	}
}

/* All groups on one page: people, prospects, missions, what takes place. */
static int
tableau_de_bord_groupes(struct req *r)
{
	const char *type = param(r, "type");
	unsigned n, at = (unsigned) pager_asked(r);
	struct ligne *all;
	struct bord b;

	if (!bord_read(r, &b))
		return not_found(r);
	all = read_groups(r, &b, type, &n);
	read_activity(r, all, n);
	if (table_asked(r))
		return export_groups(r, all, n);
	row_at(r, "items");
	for (unsigned i = 0, k = 0; i < n; i++)
		if (r->format == JSON || (i >= (at - 1) * PAR && i < at * PAR)) {
			const char *where = arena_printf(&r->mem, "items.%u", k++);

			say_group(r, where, &all[i]);
			say_activity(r, row_at(r, where), where, &all[i]);
		}
	groupe_say_sigles(r, "items");
	say(r, "perimetre", b.titre);
	say_types(r, type);
	list_pager(r, &list, at, n);
	title(r, "Groupes en chiffres");
	return page(r, "tableau_de_bord/groupes.cs");
}

/* ---- the figures, as a table ---- */

static void
put_rows(struct req *r, struct sheet *sheet, const char *rubrique, const char *at)
{
	for (struct row *f = row_first(r, at); f != NULL; f = row_next(f)) {
		sheet_cell(sheet, rubrique);
		sheet_cell(sheet, row_text(f, "libelle"));
		sheet_cell(sheet, row_text(f, "n"));
		sheet_row(sheet);
	}
}

static void
put_departments(struct req *r, struct sheet *sheet, const struct bord *b)
{
	struct rows *rows = db_rows(
		r, SQL("SELECT code, CONCAT(nom, ' (', code, ')') FROM departement ORDER BY code"));

	while (db_next(rows, &r->mem)) {
		sheet_cell(sheet, "Département");
		sheet_cell(sheet, db_text(rows, 1));
		sheet_cell(sheet,
			arena_printf(
				&r->mem, "%" PRId64, bord_n(b, "departement", db_text(rows, 0))));
		sheet_row(sheet);
	}
}

static void
put_months(struct req *r, struct sheet *sheet, const struct bord *b)
{
	static const char *const what[][2] = { { "Arrivées", "arrivee" }, { "Départs", "depart" } };

	for (int k = 0; k < 2; k++)
		for (int i = 0; i < MOIS; i++) {
			const char *month = dessin_month(r, b, i);

			sheet_cell(sheet, what[k][0]);
			sheet_cell(sheet, month);
			sheet_cell(sheet,
				arena_printf(&r->mem, "%" PRId64, bord_n(b, what[k][1], month)));
			sheet_row(sheet);
		}
}

/* What the page has said, a row a figure. */
int
bord_export(struct req *r, const struct bord *b)
{
	static const char *const columns[] = { "Rubrique", "Quoi", "Nombre" };
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Tableau de bord", columns, 3);

	put_rows(r, sheet, b->titre, "chiffres");
	put_rows(r, sheet, "Type de bénévolat", "types");
	put_rows(r, sheet, "Statut", "statuts");
	put_rows(r, sheet, "Âge", "ages");
	put_rows(r, sheet, "Ancienneté", "anciennetes");
	put_rows(r, sheet, "Nombre de missions", "repartition");
	if (*said(r, "Carte.ou") != '\0')
		put_departments(r, sheet, b);
	if (*said(r, "Courbe.x") != '\0')
		put_months(r, sheet, b);
	journal_apart(
		r, "tableau_de_bord.export", b->groupe != 0 ? b->groupe : b->segment, NULL, NULL);
	return reply_sheet(r, sheet, "tableau-de-bord");
}

const struct route tableau_de_bord_groupes_routes[] = {
	{ GET, "groupes", PROSPECT, tableau_de_bord_groupes, .formats = CSV | XLSX },
	{ 0 },
};
