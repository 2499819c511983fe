/* liste.c - the list of news, and the same as a table */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "actualites/actualites.h"
#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { PAR = 10, PAR_DATA = 100, FIRST = 14 * 86400 };

static const struct list list = { "/actualites",
	KEEPS("qui", "sorte", "engagement", "groupe", "departement", "tag", "annee", "q"), PAR };

static const char *const scopes[][2] = { { "", "Toutes" }, { "moi", "Pour moi" },
	{ "siege", "Siège" }, { "groupes", "Groupes" }, { "territoire", "Territoire" }, { NULL } };
static const char *const sortes[][2] = { { "actualite", "Actualité" }, { "portrait", "Portrait" },
	{ "merci", "Merci" }, { "victoire", "Victoire" }, { NULL } };

/* What is asked. */
struct demande {
	const char *qui, *sorte, *engagement, *departement, *du, *au, *mots;
	int64_t groupe, tag;
	const char *noms[5]; /* of engagement, groupe, departement, tag, annee, in words */
	bool rien;           /* a filter is unknown: no row, and the page says which */
};

static const char *const names[5][2] = { { "engagement", "engagement" }, { "groupe", "groupe" },
	{ "departement", "département" }, { "tag", "étiquette" }, { "annee", "année" } };

/* Aimed at that département, or of a group of it. */
#define THERE \
	"(EXISTS (SELECT 1 FROM actualite_departement t_ WHERE t_.actualite_id = a.id" \
	" AND t_.code = ?) OR EXISTS (SELECT 1 FROM groupe g_ WHERE g_.id = a.groupe_id" \
	" AND g_.departement = ?))"
#define WHERE \
	" WHERE " ACTUALITE_LUE " AND NOT ? AND (? OR " ACTUALITE_POUR_MOI( \
		"?") ") AND (? OR a.groupe_id IS NULL) AND (? OR a.groupe_id IS NOT NULL)" \
		     " AND (? OR " THERE ") AND (? OR a.sorte = ?) AND (? OR a.engagement = ?)" \
		     " AND (? OR a.groupe_id = ?) AND (? OR EXISTS (SELECT 1" \
		     " FROM objet_etiquette oe_ WHERE oe_.objet_id = a.id" \
		     " AND oe_.etiquette_id = ?)) AND a.publie_le >= ? AND a.publie_le < ?" \
		     " AND (? OR a.id IN (SELECT x_.objet_id FROM recherche x_" \
		     " WHERE MATCH (x_.titre, x_.corps) AGAINST (? IN BOOLEAN MODE)))"
#define NOT_SCOPE(d, word) I(strcmp((d)->qui, word) != 0)
#define TEXT_OR_ANY(s) I(*(s) == '\0'), S(s)
#define BINDS(r, d) \
	I((r)->user.id), I((d)->rien), NOT_SCOPE(d, "moi"), I((r)->user.id), I((r)->user.id), \
		NOT_SCOPE(d, "siege"), NOT_SCOPE(d, "groupes"), \
		I(*(d)->departement == '\0' && strcmp((d)->qui, "territoire") != 0), \
		S((d)->departement), S((d)->departement), TEXT_OR_ANY((d)->sorte), \
		TEXT_OR_ANY((d)->engagement), I((d)->groupe == 0), I((d)->groupe), \
		I((d)->tag == 0), I((d)->tag), S((d)->du), S((d)->au), TEXT_OR_ANY((d)->mots)

/* ---- what is asked ---- */

static void
unknown(struct req *r, struct demande *d, const char *name, const char *libelle)
{
	unsigned n = 0;
	struct row *row;

	while (row_find(r, arena_printf(&r->mem, "inconnus.%u", n)) != NULL)
		n++;
	row = row_nth(r, "inconnus", n);
	row_say(row, "libelle", libelle);
	row_say(row, "valeur", text_cut(&r->mem, param(r, name), 80));
	row_say(row, "url", list_link(r, &list, name, NULL));
	d->rien = true;
}

static bool
one_of(const char *const all[][2], const char *word)
{
	while ((*all)[0] != NULL && strcmp((*all)[0], word) != 0)
		all++;
	return (*all)[0] != NULL;
}

/* A whole year of the site. */
static void
read_year(struct req *r, struct demande *d)
{
	const char *annee = param(r, "annee");
	long year = strtol(annee, NULL, 10);
	time_t from, until;

	d->du = "1000-01-01";
	d->au = "9999-12-31";
	if (*annee == '\0')
		return;
	if (strlen(annee) != 4 || year < 1900 || year > 2199)
		return;
	wall_instant((struct wall) { (int) year, 1, 1, 0, 0 }, &from);
	wall_instant((struct wall) { (int) year + 1, 1, 1, 0, 0 }, &until);
	d->du = clock_sql(&r->mem, from);
	d->au = clock_sql(&r->mem, until);
	d->noms[4] = arena_printf(&r->mem, "%ld", year);
}

static void
read_names(struct req *r, struct demande *d)
{
	const char *groupe = param(r, "groupe"), *tag = param(r, "tag");

	for (unsigned i = 0; i < 5; i++)
		d->noms[i] = "";
	d->engagement = text_key(param(r, "engagement"));
	d->departement = text_key(param(r, "departement"));
	read_year(r, d);
	if (*d->engagement != '\0' || *groupe != '\0' || *d->departement != '\0' || *tag != '\0')
		db_read(r,
			SQL("SELECT ty.titre, go.id, go.titre, de.nom, et.id, et.nom"
			    " FROM (SELECT 1) un LEFT JOIN groupe_type ty ON ty.cle = ?"
			    " LEFT JOIN objet go ON go.id = ? AND go.genre = 'groupe' AND " SEES(
				    "go") " LEFT JOIN departement de ON de.code = ?"
					  " LEFT JOIN etiquette et ON et.id = (SELECT t.id"
					  " FROM etiquette t WHERE t.id = ? OR t.nom = ?"
					  " ORDER BY t.id = ? DESC LIMIT 1)"),
			INTO(TO(&d->noms[0]), TO(&d->groupe), TO(&d->noms[1]), TO(&d->noms[2]),
				TO(&d->tag), TO(&d->noms[3])),
			S(d->engagement), I(strtoll(groupe, NULL, 10)), ME(r), S(d->departement),
			I(strtoll(tag, NULL, 10)), S(tag), I(strtoll(tag, NULL, 10)));
	for (unsigned i = 0; i < 5; i++)
		if (*param(r, names[i][0]) != '\0' && *d->noms[i] == '\0')
			unknown(r, d, names[i][0], names[i][1]);
}

static struct demande
read_asked(struct req *r)
{
	struct demande d = { .qui = param(r, "qui"), .sorte = param(r, "sorte") };

	if (!one_of(scopes, d.qui))
		unknown(r, &d, "qui", "portée");
	if (*d.sorte != '\0' && !one_of(sortes, d.sorte))
		unknown(r, &d, "sorte", "sorte");
	read_names(r, &d);
	d.mots = text_query(&r->mem, param(r, "q"));
	if (*d.mots == '\0' && *param(r, "q") != '\0')
		unknown(r, &d, "q", "mot");
	if (strcmp(d.qui, "territoire") == 0 && *d.departement == '\0') {
		const char *here = db_string(
			r, SQL("SELECT departement FROM contact WHERE id = ?"), I(r->user.id));

		d.departement = here != NULL ? arena_strdup(&r->mem, here) : "";
	}
	return d;
}

/* ---- said back ---- */

static void
say_filters(struct req *r, const struct demande *d)
{
	struct rows *types = db_rows(r,
		SQL("SELECT cle, titre FROM groupe_type WHERE cle <> 'ensemble'"
		    " AND retire_le IS NULL ORDER BY ordre LIMIT 20"));
	struct row *f = list_filter(r, 0, "sorte", "Sorte");
	unsigned n = 0;

	for (unsigned i = 0; sortes[i][0] != NULL; i++)
		list_choice(r, f, i, sortes[i][0], sortes[i][1], d->sorte);
	f = list_filter(r, 1, "engagement", "Type d’engagement");
	while (db_next(types, &r->mem))
		list_choice(r, f, n++, db_text(types, 0), db_text(types, 1), d->engagement);
	row_say(list_filter(r, 2, "departement", "Département (26, 2A…)"), "valeur",
		param(r, "departement"));
	row_say(list_filter(r, 3, "tag", "Étiquette"), "valeur", param(r, "tag"));
	row_say(list_filter(r, 4, "annee", "Année"), "valeur", param(r, "annee"));
	list_hidden(r, &list, KEEPS("sorte", "engagement", "departement", "tag", "annee"));
}

static void
say_asked(struct req *r, const struct demande *d)
{
	unsigned n = 0;

	for (unsigned i = 0; scopes[i][0] != NULL; i++) {
		struct row *s = row_nth(r, "Filtre.portees", i);

		row_say(s, "libelle", scopes[i][1]);
		row_say(s, "url", list_link(r, &list, "qui", scopes[i][0]));
		if (strcmp(d->qui, scopes[i][0]) == 0)
			row_say(s, "ici", "1");
	}
	if (*param(r, "q") != '\0')
		list_active(r, &list, n++, text_cut(&r->mem, param(r, "q"), 60), "q", NULL);
	for (unsigned i = 0; sortes[i][0] != NULL; i++)
		if (strcmp(d->sorte, sortes[i][0]) == 0)
			list_active(r, &list, n++, sortes[i][1], "sorte", NULL);
	for (unsigned i = 0; i < 5; i++)
		if (*d->noms[i] != '\0')
			list_active(r, &list, n++, d->noms[i], names[i][0], NULL);
	list_take(r, &list);
	say(r, "Filtre.q", param(r, "q"));
	if (d->groupe != 0)
		say_int(r, "Filtre.groupe", d->groupe);
}

/* Drafts and scheduled ones of who writes, hers first: "Brouillons". */
static void
say_drafts(struct req *r)
{
	if (r->user.level < MEMBER || droit(r, "actualites") == NULLE_PART)
		return;
	say(r, "Droits.ecrit", "1");
	db_list(r, "Brouillons",
		SQL("SELECT a.id, o.titre, a.etat, a.du_le, o.modifie_le FROM actualite a"
		    " JOIN objet o ON o.id = a.id WHERE a.etat IN ('brouillon', 'programmee')"
		    " AND a.supprime_le IS NULL AND " MANAGES(
			    "o") " ORDER BY o.cree_par = ? DESC, a.etat = 'programmee' DESC,"
				 " o.modifie_le DESC LIMIT 5"),
		ME(r), I(r->user.id));
	for (struct row *b = row_first(r, "Brouillons"); b != NULL; b = row_next(b)) {
		const char *du = row_text(b, "du_le");

		row_say(b, "quand",
			*du != '\0' ? text_moment(&r->mem, clock_parse(du)) :
				      text_when(&r->mem, clock_parse(row_text(b, "modifie_le")),
					      clock_now()));
	}
}

/* "Suivis": her groups, and those that she follows. */
static void
say_followed(struct req *r)
{
	db_list(r, "Suivis",
		SQL("SELECT o.id, o.titre, t.teinte FROM objet o JOIN groupe g ON g.id = o.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE o.archive_le IS NULL"
		    " AND o.id IN (SELECT s.objet_id FROM suivi s WHERE s.contact_id = ?"
		    " AND s.etat = 1 UNION SELECT m.groupe_id FROM " OWN_MEMBERSHIPS(
			    "m") ") AND " SEES("o") " ORDER BY o.titre LIMIT 8"),
		I(r->user.id), I(r->user.id), ME(r));
}

static void
dress_data(struct req *r)
{
	for (struct row *a = row_first(r, "items"); a != NULL; a = row_next(a)) {
		char *s = arena_printf(&r->mem, "%sZ", row_text(a, "publie_le"));

		if (strlen(s) > 10)
			s[10] = 'T';
		row_say(a, "publie_le", s);
	}
}

/* The latest that is put first, at the top of the first page. */
static void
say_first(struct req *r, int64_t page_no)
{
	const char *since = clock_sql(&r->mem, clock_now() - FIRST);

	for (struct row *a = page_no == 1 ? row_first(r, "items") : NULL; a != NULL;
		a = row_next(a))
		if (row_int(a, "une") != 0 && strcmp(row_text(a, "publie_le"), since) > 0) {
			row_say(a, "hero", "1");
			return;
		}
}

static int
as_table(struct req *r, const struct demande *d)
{
	static const char *const columns[] = { "Publiée le", "Titre", "Chapeau", "Sorte", "De",
		"Pour", "Réactions", "Commentaires", "Adresse" };

	return table_reply(r, "Actualités", "actualite.export", 0, columns,
		sizeof columns / sizeof *columns,
		db_rows(r,
			SQL("SELECT a.publie_le, o.titre, a.chapeau, a.sorte,"
			    " IF(a.groupe_id IS NULL, 'Siège', og.titre), a.audience,"
			    " COALESCE((SELECT SUM(t_.n) FROM reaction_total t_"
			    " WHERE t_.objet_id = a.id), 0), COALESCE((SELECT d_.n"
			    " FROM discussion d_ WHERE d_.objet_id = a.id), 0),"
			    " CONCAT('/actualites/', a.id)" ACTUALITE_FROM WHERE
			    " ORDER BY a.publie_le DESC, a.id DESC"),
			ME(r), BINDS(r, d)));
}

static int
actualites_liste(struct req *r)
{
	struct demande d = read_asked(r);
	struct list here = list;
	int64_t page_no = pager_asked(r), total;

	if (table_asked(r))
		return as_table(r, &d);
	here.par = r->format == JSON ? PAR_DATA : PAR;
	total = db_int(r, SQL("SELECT COUNT(*)" ACTUALITE_FROM WHERE), ME(r), BINDS(r, &d));
	db_list(r, "items",
		SQL(ACTUALITE_ROW WHERE " ORDER BY a.publie_le DESC, a.id DESC LIMIT ? OFFSET ?"),
		ME(r), BINDS(r, &d), I(here.par), I((page_no - 1) * here.par));
	for (struct row *a = row_first(r, "items"); a != NULL; a = row_next(a))
		actualite_dress(r, a);
	list_pager(r, &here, page_no, total);
	title(r, "Actualités");
	if (r->format == JSON) {
		dress_data(r);
		return page(r, "actualites/index.cs");
	}
	say_first(r, page_no);
	say_filters(r, &d);
	say_asked(r, &d);
	say_drafts(r);
	say_followed(r);
	say_int(r, "Filtre.total", total);
	return page(r, "actualites/index.cs");
}

const struct route actualites_liste_routes[] = {
	{ GET, "", PROSPECT, actualites_liste, .formats = CSV | XLSX },
	{ 0 },
};
