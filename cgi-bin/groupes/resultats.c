/* resultats.c - the groups, filtered and sorted, by pages and as a table */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/texte.h"
#include "groupes/groupes.h"
#include "web/carte_france.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/table_reply.h"

enum { PAR = 24 };

enum { DEPARTEMENTS = 110, CHOICES = 30 };

/* What the list is asked by; each is a parameter of the address. */
struct asked {
	const char *q, *type, *dep, *tag, *qui, *cree, *ferme; /* the last two are years */
	int etat, tri;                                         /* rank in states, sorts; 0: none */
};

static const char *const states[][2] = { { "actifs", "Actifs" }, { "inactifs", "Inactifs" },
	{ "archives", "Archives" }, { NULL } };
static const char *const sorts[][2] = { { "nom", "Nom" }, { "membres", "Membres" },
	{ "activite", "Dernière activité" }, { "cree", "Date de création" }, { NULL } };

static int
rank(const char *const all[][2], const char *word)
{
	for (int i = 0; all[i][0] != NULL; i++)
		if (strcmp(all[i][0], word) == 0)
			return i + 1;
	return 0;
}

static struct asked
read_asked(struct req *r)
{
	return (struct asked) { param(r, "q"), text_key(param(r, "type")),
		text_key(param(r, "departement")), param(r, "tag"), param(r, "qui"),
		param(r, "cree"), param(r, "ferme"), rank(states, param(r, "etat")),
		rank(sorts, param(r, "tri")) };
}

/* Bound by BINDS(a): what is not asked does not count.  Who asks for what closed in a year wants
 * archives too. */
#define WANTED \
	" FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type" \
	" WHERE g.type <> 'ensemble' AND (? OR g.type = ?)" \
	" AND (? OR INSTR(o.titre, ?) > 0 OR INSTR(g.ville, ?) > 0) AND (? OR g.departement = ?)" \
	" AND (? OR EXISTS (SELECT 1 FROM objet_etiquette e_" \
	" JOIN etiquette t_ ON t_.id = e_.etiquette_id" \
	" WHERE e_.objet_id = o.id AND (t_.id = ? OR t_.nom = ?)))" \
	" AND CASE ? WHEN 1 THEN o.archive_le IS NULL AND g.actif WHEN 2" \
	" THEN o.archive_le IS NULL AND NOT g.actif" \
	" WHEN 3 THEN o.archive_le IS NOT NULL ELSE o.archive_le IS NULL OR ? END" \
	" AND (? OR YEAR(g.cree_le) = ?) AND (? OR YEAR(g.ferme_le) = ?)" \
	" AND (? OR " MINE("o.id") ")" \
				   " AND " SEES("o")
#define UNASKED(s) I(*(s) == '\0')
#define BINDS(a) \
	UNASKED((a)->type), S((a)->type), UNASKED((a)->q), S((a)->q), S((a)->q), \
		UNASKED((a)->dep), S((a)->dep), UNASKED((a)->tag), I(strtoll((a)->tag, NULL, 10)), \
		S((a)->tag), I((a)->etat), I(*(a)->ferme != '\0'), UNASKED((a)->cree), \
		I(strtoll((a)->cree, NULL, 10)), UNASKED((a)->ferme), \
		I(strtoll((a)->ferme, NULL, 10)), I(strcmp((a)->qui, "miens") != 0), \
		I(r->user.id), ME(r)

#define MEMBRES MEMBERS_OF("o.id")
/* The day of the last thing published in the group, for who sees that thing, and the staff, who
 * follows all groups: one look at the end of an index.  Binds ACTIVITE_ME(r). */
#define ACTIVITE_ME(r) I((r)->user.level >= STAFF), ME(r)
#define ACTIVITE \
	"(SELECT IF(? OR " SEES( \
		"p_") ", DATE(p_.cree_le), NULL) FROM objet p_" \
		      " WHERE p_.cadre_id = o.id AND p_.genre <> 'groupe' ORDER BY p_.id DESC" \
		      " LIMIT 1)"
#define ETAT "IF(o.archive_le IS NOT NULL, 'Archivé', IF(g.actif, 'Actif', 'Inactif'))"

static int
groupes_export(struct req *r, const struct asked *a)
{
	static const char *const columns[] = { "Type", "Nom", "Membres", "Créé le", "Fermé le",
		"État", "Ouverture", "Ville", "Département", "Étiquettes", "Dernière activité" };

	return table_reply(r, "Groupes", "groupes.export", 0, columns,
		sizeof columns / sizeof *columns,
		db_rows(r,
			SQL("SELECT t.titre, o.titre, " MEMBRES ","
			    " g.cree_le, g.ferme_le, " ETAT ","
			    " CASE g.ouverture WHEN 'ouvert' THEN 'Ouvert'"
			    " WHEN 'cache' THEN 'Caché' ELSE 'Fermé' END,"
			    " g.ville, g.departement,"
			    " (SELECT GROUP_CONCAT(e.nom ORDER BY e.nom SEPARATOR '; ')"
			    " FROM objet_etiquette oe"
			    " JOIN etiquette e ON e.id = oe.etiquette_id"
			    " WHERE oe.objet_id = o.id), " ACTIVITE WANTED
			    " ORDER BY t.ordre, o.titre"),
			ACTIVITE_ME(r), BINDS(a)));
}

static const struct list list = { "/groupes",
	KEEPS("q", "type", "etat", "departement", "tag", "qui", "cree", "ferme", "tri"), PAR };

/* A filter whose choices are rows of a value and its words: none without a row; typed when there
 * are so many that the page would be heavy, or when what is asked for is none of them. */
static void
facet_of(struct req *r, unsigned n, const char *cle, const char *libelle, struct rows *rows)
{
	struct row *f = list_filter(r, n, cle, libelle);
	const char *asked = param(r, cle);
	bool known = *asked == '\0';
	unsigned k;

	for (k = 0; db_next(rows, &r->mem); k++) {
		known = known || strcmp(db_text(rows, 0), asked) == 0;
		list_choice(r, f, k, db_text(rows, 0), db_text(rows, 1), asked);
	}
	if (k > CHOICES || !known) {
		row_unsay(f, "options");
		row_say(f, "valeur", asked);
	} else if (k == 0)
		unsay(r, arena_printf(&r->mem, "Filtre.champs.%u", n));
}

static void
facet_among(
	struct req *r, unsigned n, const char *cle, const char *libelle, const char *const all[][2])
{
	struct row *f = list_filter(r, n, cle, libelle);

	for (unsigned i = 0; all[i][0] != NULL; i++)
		list_choice(r, f, i, all[i][0], all[i][1], param(r, cle));
}

/* Years when the groups that the reader sees began and ended. */
static void
say_years(struct req *r)
{
	facet_of(r, 5, "cree", "Créé en",
		db_rows(r,
			SQL("SELECT DISTINCT YEAR(g.cree_le), YEAR(g.cree_le) FROM groupe g"
			    " JOIN objet o ON o.id = g.id"
			    " WHERE g.type <> 'ensemble' AND g.cree_le IS NOT NULL AND " SEES(
				    "o") " ORDER BY 1 DESC LIMIT 40"),
			ME(r)));
	facet_of(r, 6, "ferme", "Fermé en",
		db_rows(r,
			SQL("SELECT DISTINCT YEAR(g.ferme_le), YEAR(g.ferme_le) FROM groupe g"
			    " JOIN objet o ON o.id = g.id"
			    " WHERE g.type <> 'ensemble' AND g.ferme_le IS NOT NULL AND " SEES(
				    "o") " ORDER BY 1 DESC LIMIT 40"),
			ME(r)));
}

/* Kinds, places, tags and order of the groups that the reader sees; then what is rarely asked. */
static void
say_facets(struct req *r)
{
	facet_of(r, 0, "type", "Type",
		db_rows(r,
			SQL("SELECT t.cle, t.pluriel FROM groupe_type t"
			    " WHERE t.cle <> 'ensemble' AND EXISTS (SELECT 1"
			    " FROM groupe g JOIN objet o ON o.id = g.id WHERE g.type = t.cle"
			    " AND " SEES("o") ") ORDER BY t.ordre"),
			ME(r)));
	facet_of(r, 1, "departement", "Département",
		db_rows(r,
			SQL("SELECT DISTINCT g.departement, g.departement FROM groupe g"
			    " JOIN objet o ON o.id = g.id"
			    " WHERE g.departement <> '' AND " SEES("o") " ORDER BY 1 LIMIT 110"),
			ME(r)));
	facet_of(r, 2, "tag", "Étiquette",
		db_rows(r,
			SQL("SELECT DISTINCT e.id, e.nom FROM objet_etiquette oe"
			    " JOIN etiquette e ON e.id = oe.etiquette_id"
			    " JOIN objet o ON o.id = oe.objet_id AND o.genre = 'groupe'"
			    " WHERE " SEES("o") " ORDER BY e.nom LIMIT 100"),
			ME(r)));
	facet_among(r, 3, "tri", "Ranger par", sorts);
	facet_among(r, 4, "etat", "État", states);
	say_years(r);
	if (*param(r, "etat") != '\0' || *param(r, "cree") != '\0' || *param(r, "ferme") != '\0')
		say(r, "Filtre.rares", "1");
}

static void
say_filters(struct req *r, const struct asked *a, int64_t total)
{
	say(r, "Filtre.q", a->q);
	say(r, "Filtre.total_texte",
		arena_printf(&r->mem, total > 1 ? "%s groupes" : "%s groupe",
			text_number(&r->mem, total)));
	list_hidden(
		r, &list, KEEPS("q", "type", "etat", "tri", "departement", "tag", "cree", "ferme"));
	say_facets(r);
	say(r, "Filtre.tous", list_link(r, &list, "qui", ""));
	say(r, "Filtre.miens", list_link(r, &list, "qui", "miens"));
	if (strcmp(a->qui, "miens") == 0)
		say(r, "Filtre.mes", "1");
	list_take(r, &list);
	if (groupes_creates(r))
		say(r, "Droits.cree", "1");
	if (r->user.level >= STAFF)
		say(r, "Droits.siege", "1");
}

static void
dress(struct req *r)
{
	for (struct row *g = row_first(r, "items"); g != NULL; g = row_next(g)) {
		const char *day = row_text(g, "activite_le");

		row_say(g, "resume", texte_court(r, row_text(g, "description"), 140));
		if (*day != '\0')
			row_say(g, "activite", text_day_near(&r->mem, day, clock_now()));
	}
	groupe_say_sigles(r, "items");
}

/* ---- the map ---- */

struct places {
	char code[DEPARTEMENTS][4];
	int64_t n[DEPARTEMENTS];
	unsigned count;
};

static int64_t
groups_in(const void *all, const char *code)
{
	const struct places *p = all;

	for (unsigned i = 0; i < p->count; i++)
		if (strcmp(p->code[i], code) == 0)
			return p->n[i];
	return 0;
}

/* ?vue=carte: where the groups of the list are, with a list of places that lead to them. */
static int
show_map(struct req *r, const struct asked *a)
{
	struct places p = { .count = 0 };
	int64_t total = 0;

	db_list(r, "lieux",
		SQL("SELECT x.departement AS code, COALESCE(d.nom, 'Sans département') AS nom,"
		    " COUNT(*) AS n FROM (SELECT g.departement" WANTED
		    ") x LEFT JOIN departement d ON d.code = x.departement"
		    " GROUP BY x.departement, d.nom"
		    " ORDER BY x.departement = '', d.nom"),
		BINDS(a));
	for (struct row *l = row_first(r, "lieux"); l != NULL; l = row_next(l)) {
		const char *code = row_text(l, "code");
		int n = row_int(l, "n");

		total += n;
		if (*code == '\0' || p.count == DEPARTEMENTS)
			continue;
		snprintf(p.code[p.count], sizeof p.code[0], "%s", code);
		p.n[p.count++] = n;
		row_say(l, "url", list_link(r, &list, "departement", code));
	}
	carte_france_say(r, groups_in, &p);
	say_filters(r, a, total);
	title(r, "Carte des groupes");
	return page(r, "groupes/carte.cs");
}

static int
groupes_list(struct req *r)
{
	struct asked a = read_asked(r);
	int64_t n = pager_asked(r), total;

	if (table_asked(r))
		return groupes_export(r, &a);
	if (strcmp(param(r, "vue"), "arbre") == 0)
		return groupes_tree(r);
	if (strcmp(param(r, "vue"), "carte") == 0)
		return show_map(r, &a);
	total = db_int(r, SQL("SELECT COUNT(*)" WANTED), BINDS(&a));
	db_list(r, "items",
		SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte, IF(o.archive_le IS NULL,"
		    " 'actif', 'archive') AS etat,"
		    " g.actif, g.ouverture, g.ville, g.departement, g.cree_le, g.ferme_le,"
		    " LEFT(g.description, 400) AS description,"
		    " " MEMBRES " AS membres, " ACTIVITE " AS activite_le, " MINE(
			    "o.id") " AS mien" WANTED " ORDER BY IF(? = 0, mien, 0) DESC,"
				    " IF(? = 2, membres, 0) DESC,"
				    " IF(? = 3, activite_le, NULL) DESC,"
				    " IF(? = 4, g.cree_le, NULL) DESC,"
				    " IF(? = 0, t.ordre, 0), o.titre, o.id"
				    " LIMIT ? OFFSET ?"),
		ACTIVITE_ME(r), I(r->user.id), BINDS(&a), I(a.tri), I(a.tri), I(a.tri), I(a.tri),
		I(a.tri), I(PAR), I((n - 1) * PAR));
	dress(r);
	list_pager(r, &list, n, total);
	say_filters(r, &a, total);
	title(r, "Groupes");
	return page(r, "groupes/index.cs");
}

const struct route groupes_resultats_routes[] = {
	{ GET, "", PROSPECT, groupes_list, .formats = CSV | XLSX },
	{ 0 },
};
