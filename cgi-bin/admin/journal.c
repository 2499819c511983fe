/* journal.c - the journal on screen: its filters, its pages, the table to take along */

#include <inttypes.h>
#include <string.h>

#include "admin/journal.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/objets/adresse.h"
#include "domain/objets/nommes.h"
#include "domain/socle/actes.h"
#include "domain/socle/journal.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 15, FOUND = 20, ACTES = 100, COUNTED = 10000, MOST = 100000 };

/* What was asked for, read. */
struct demande {
	int64_t before, from; /* rows of lower numbers than, and from that one on */
	bool by_nobody;       /* HubSpot: done by no person */
	int64_t people[FOUND], things[FOUND];
	int n_people, n_things; /* -1: not asked */
	const char *acts[ACTES];
	int n_acts; /* 0: all */
};

static const struct list list = { "/admin/journal", KEEPS("objet", "qui", "quoi", "du", "au"),
	PAR };

static const struct {
	const char *cle, *libelle;
	int sorte; /* the kinds that it shows; -1: sensitive ones; -2: all */
} kinds[] = {
	{ "", "Tout", -2 },
	{ "sensibles", "Actions sensibles", -1 },
	{ "exports", "Exports", SORTE_EXPORT },
	{ "lectures", "Lectures", SORTE_LECTURE },
	{ "connexions", "Connexions", SORTE_CONNEXION },
	{ "droits", "Droits", SORTE_DROITS },
	{ "hubspot", "HubSpot", SORTE_HUBSPOT },
	{ "donnees", "Données des personnes", SORTE_DONNEES },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* ---- what is asked for ---- */

static int
kind_asked(struct req *r)
{
	for (int i = 1; i < KINDS; i++)
		if (strcmp(param(r, "quoi"), kinds[i].cle) == 0)
			return i;
	return 0;
}

/* The acts of a kind, as they were written: a family of the table is asked of the rows. */
static void
read_kind(struct req *r, struct demande *d)
{
	int kind = kind_asked(r);
	struct rows *rows;

	if (kind == 0)
		return;
	d->by_nobody = kinds[kind].sorte == SORTE_HUBSPOT;
	rows = db_rows(r, SQL("SELECT DISTINCT acte FROM journal"));
	while (db_next(rows, &r->mem)) {
		const struct acte_dit *a = acte_find(db_text(rows, 0));
		bool its = a != NULL &&
			(kinds[kind].sorte == -1 ? a->sensible :
						   (int) a->sorte == kinds[kind].sorte ||
						(d->by_nobody && a->sorte == SORTE_CONTACT));

		if (its && d->n_acts < ACTES)
			d->acts[d->n_acts++] = arena_strdup(&r->mem, db_text(rows, 0));
	}
	if (d->n_acts == 0)
		d->acts[d->n_acts++] = "";
}

static int
ids(struct req *r, struct rows *rows, int64_t *into)
{
	int n = 0;

	while (db_next(rows, &r->mem) && n < FOUND)
		into[n++] = db_num(rows, 0);
	return n;
}

/* The people of that name, address or number. */
static int
find_people(struct req *r, const char *q, int64_t *into)
{
	struct nom nom;

	nom_lit(r, q, &nom);
	return ids(r,
		db_rows(r,
			SQL("SELECT c.id FROM contact c WHERE (? AND " PORTE_NOM(
				"c.id") ") OR c.email = ? OR c.id = ? LIMIT ?"),
			I(strcmp(nom.mots, "[]") != 0), S(nom.mots), S(q), I(adresse_read(q)),
			I(FOUND)),
		into);
}

/* A person, or another objet by its title, its number or its address. */
static int
find_things(struct req *r, const char *q, int64_t *into)
{
	int n = find_people(r, q, into);

	if (n == FOUND)
		return n;
	return n +
		ids(r,
			db_rows(r,
				SQL("SELECT id FROM objet WHERE genre <> 'contact' AND (id = ?"
				    " OR INSTR(titre, ?) > 0)"
				    " ORDER BY id = ? DESC, id DESC LIMIT ?"),
				I(adresse_read(q)), S(q), I(adresse_read(q)), I(FOUND - n)),
			into + n);
}

/* When that day of the site begins, or the day after; NULL: not a day. */
static const char *
midnight(struct req *r, const char *day, int later)
{
	struct wall w = { 0 };
	time_t t;

	if (!text_date(day, &w.year, &w.month, &w.day))
		return NULL;
	wall_instant(wall_add_days(w, later), &t);
	return clock_sql(&r->mem, t);
}

/* The first row since that moment; 0: none. */
static int64_t
first_since(struct req *r, const char *moment)
{
	return db_int(r, SQL("SELECT id FROM journal WHERE quand >= ? ORDER BY quand, id LIMIT 1"),
		S(moment));
}

/* The bounds in rows of the days that are asked for. */
static void
read_days(struct req *r, struct demande *d)
{
	const char *du = midnight(r, param(r, "du"), 0), *au = midnight(r, param(r, "au"), 1);
	int64_t after = au != NULL ? first_since(r, au) : 0;

	if (du != NULL && (d->from = first_since(r, du)) == 0)
		d->from = INT64_MAX;
	if (after != 0 && after < d->before)
		d->before = after;
}

static struct demande
asked(struct req *r)
{
	struct demande d = { .before = INT64_MAX, .n_people = -1, .n_things = -1 };
	int64_t older = adresse_read(arena_printf(&r->mem, "/%s", param(r, "avant")));

	if (older > 0)
		d.before = older;
	read_kind(r, &d);
	read_days(r, &d);
	if (*param(r, "qui") != '\0')
		d.n_people = find_people(r, param(r, "qui"), d.people);
	if (*param(r, "objet") != '\0')
		d.n_things = find_things(r, param(r, "objet"), d.things);
	return d;
}

/* ---- the rows ---- */

#define FIVE "?, ?, ?, ?, ?"
#define TWENTY FIVE ", " FIVE ", " FIVE ", " FIVE
#define HUNDRED TWENTY ", " TWENTY ", " TWENTY ", " TWENTY ", " TWENTY
#define BY " AND j.acteur_id IN (" TWENTY ")"
#define TO_WHAT " AND j.objet_id IN (" TWENTY ")"
#define DONE " AND j.acte IN (" HUNDRED ")"
#define WHERE(more) \
	" FROM journal j WHERE j.id < ? AND j.id >= ? AND (? = 0 OR j.acteur_id IS NULL)" more
#define LINES(more) \
	SQL("SELECT j.id, j.quand, j.acte, j.acteur_id, j.objet_id, j.avant, j.apres, j.origine," \
	    " SUBSTRING(j.depuis, 34) AS depuis, j.efface_le, a.prenom, a.nom, o.genre, o.titre," \
	    " o.cadre_id, c.prenom, c.nom, v.prenom, v.nom FROM (SELECT j.*" WHERE( \
		    more) " ORDER BY j.id DESC LIMIT ?) j" \
			  " LEFT JOIN contact a ON a.id = j.acteur_id" \
			  " LEFT JOIN objet o ON o.id = j.objet_id" \
			  " LEFT JOIN contact c ON c.id = j.objet_id" \
			  " LEFT JOIN contact v ON v.id = IF(j.origine LIKE 'comme:%'," \
			  " CAST(SUBSTRING(j.origine, 7) AS SIGNED), NULL) ORDER BY j.id DESC")
#define COUNT(more) SQL("SELECT COUNT(*) FROM (SELECT 1" WHERE(more) " LIMIT ?) n")

/* Which statement: what is not asked for is not in it, so that each finds its index. */
#define FOR(d, OF) \
	((d)->n_people >= 0 ? \
			((d)->n_things >= 0 ? \
					((d)->n_acts > 0 ? OF(BY TO_WHAT DONE) : OF(BY TO_WHAT)) : \
					((d)->n_acts > 0 ? OF(BY DONE) : OF(BY))) : \
			((d)->n_things >= 0 ? ((d)->n_acts > 0 ? OF(TO_WHAT DONE) : OF(TO_WHAT)) : \
					      ((d)->n_acts > 0 ? OF(DONE) : OF(""))))

enum { BOUND = 4 + 2 * FOUND + ACTES + 1 };

/* As many as the statement has places for: the last stands in those that are left. */
static int
put_ids(struct value *v, int at, const int64_t *some, int n)
{
	for (int i = 0; n >= 0 && i < FOUND; i++)
		v[at++] = I(n == 0 ? -1 : some[i < n ? i : n - 1]);
	return at;
}

static void
bind(const struct demande *d, int64_t limit, struct value *v)
{
	int at = 3;

	v[0] = I(d->before);
	v[1] = I(d->from);
	v[2] = I(d->by_nobody);
	at = put_ids(v, at, d->people, d->n_people);
	at = put_ids(v, at, d->things, d->n_things);
	for (int i = 0; d->n_acts > 0 && i < ACTES; i++)
		v[at++] = S(d->acts[i < d->n_acts ? i : d->n_acts - 1]);
	v[at++] = I(limit);
	v[at] = (struct value) { 0 };
}

static struct rows *
rows_of(struct req *r, const struct demande *d, int64_t limit, bool stream)
{
	struct value v[BOUND];

	bind(d, limit, v);
	return db_rows_(r, FOR(d, LINES), v, stream);
}

static int64_t
count_of(struct req *r, const struct demande *d)
{
	struct value v[BOUND];

	bind(d, COUNTED + 1, v);
	return db_int_(r, FOR(d, COUNT), v);
}

/* What was asked for, for the journal itself. */
static const char *
words_asked(struct req *r, int64_t n)
{
	static const char *const names[] = { "objet", "qui", "quoi", "du", "au" };
	struct json_pair said[7] = { { 0 } };
	int at = 0;

	if (n >= 0)
		said[at++] = JN("lignes", n);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (*param(r, names[i]) != '\0')
			said[at++] = JS(names[i], text_cut(&r->mem, param(r, names[i]), 200));
	return at == 0 ? NULL : json_made_(&r->mem, said);
}

/* ---- to take along ---- */

static int
take(struct req *r, const struct demande *d)
{
	static const char *const columns[] = { "Ligne", "Date (UTC)", "Qui", "Acte", "En clair",
		"Sur quoi", "Avant", "Après", "D’où" };
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Journal", columns, 9);
	struct rows *rows;
	struct arena mem = { 0 };
	int64_t n = 0;

	journal_labels(r);
	rows = rows_of(r, d, MOST + 1, true);
	for (; db_next(rows, &mem); arena_reset(&mem))
		if (n++ < MOST)
			journal_cells(r, &mem, rows, sheet);
	arena_reset(&mem);
	if (n > MOST) {
		for (int i = 0; i < 8; i++)
			sheet_cell(sheet, "");
		sheet_cell(sheet, "Limité à 100\u202F000 lignes\u00A0: resserrez les dates.");
		sheet_row(sheet);
	}
	journal_apart(r, "journal.export", 0, NULL, words_asked(r, n > MOST ? MOST : n));
	return reply_sheet(r, sheet, "journal");
}

/* ---- the page ---- */

static void
say_filters(struct req *r)
{
	int kind = kind_asked(r);
	struct row *filter = list_filter(r, 0, "quoi", "Quoi");
	unsigned n = 0;

	for (unsigned i = 0; i < KINDS; i++)
		list_choice(r, filter, i, kinds[i].cle, kinds[i].libelle, kinds[kind].cle);
	say(r, "Filtre.objet", param(r, "objet"));
	say(r, "Filtre.qui", param(r, "qui"));
	say(r, "Filtre.du", text_iso(&r->mem, param(r, "du")));
	say(r, "Filtre.au", text_iso(&r->mem, param(r, "au")));
	if (*param(r, "objet") != '\0')
		list_active(r, &list, n++, text_cut(&r->mem, param(r, "objet"), 60), "objet", NULL);
	if (*param(r, "qui") != '\0')
		list_active(r, &list, n++,
			arena_printf(&r->mem, "Par %s", text_cut(&r->mem, param(r, "qui"), 60)),
			"qui", NULL);
	if (kind > 0)
		list_active(r, &list, n++, kinds[kind].libelle, "quoi", NULL);
	for (int i = 0; i < 2; i++) {
		const char *name = i == 0 ? "du" : "au";
		const char *iso = text_iso(&r->mem, param(r, name));

		if (iso != NULL)
			list_active(r, &list, n++,
				arena_printf(&r->mem, "%s %s", i == 0 ? "Du" : "Au",
					text_day(&r->mem, iso)),
				name, NULL);
	}
	say_int(r, "Filtre.nombre", n);
	list_take(r, &list);
}

static void
say_lines(struct req *r, const struct demande *d)
{
	struct rows *rows = rows_of(r, d, PAR + 1, false);
	int64_t last = 0;
	bool more = false;
	int n = 0;

	while (db_next(rows, &r->mem) && !(more = n == PAR)) {
		last = db_num(rows, J_ID);
		journal_say_line(r, rows, n++);
	}
	say_int(r, "montrees", n);
	if (more)
		say(r, "Pager.suivante",
			list_link(r, &list, "avant", arena_printf(&r->mem, "%" PRId64, last)));
	if (*param(r, "avant") != '\0')
		say(r, "Pager.precedente", list_link(r, &list, "avant", NULL));
}

/* What the last verification of the night found: Chaine. */
static void
say_chain(struct req *r)
{
	const char *le = "", *faux = "";
	int64_t lignes = 0;

	if (!db_read(r,
		    SQL("SELECT JSON_VALUE(valeur, '$.le'), JSON_VALUE(valeur, '$.faux'),"
			" JSON_VALUE(valeur, '$.lignes') FROM reglage"
			" WHERE cle = 'journal_verifie'"),
		    INTO(TO(&le), TO(&faux), TO(&lignes))))
		return;
	say(r, "Chaine.quand", text_when(&r->mem, clock_parse(le), clock_now()));
	if (strcmp(faux, "0") != 0)
		say(r, "Chaine.faux", faux);
	say_number(r, "Chaine.lignes", lignes);
}

static int
admin_journal(struct req *r)
{
	struct demande d = asked(r);
	int64_t total;

	if (table_asked(r))
		return take(r, &d);
	total = count_of(r, &d);
	say_number(r, "total", total > COUNTED ? COUNTED : total);
	say_int(r, "plus", total > COUNTED);
	say_filters(r);
	say_chain(r);
	journal_labels(r);
	say_lines(r, &d);
	journal_apart(r, "journal.lecture", 0, NULL, words_asked(r, -1));
	title(r, "Journal");
	return page(r, "admin/journal.cs");
}

const struct route admin_journal_routes[] = {
	{ GET, "journal", ADMIN, admin_journal, .domaine = "journal", .formats = CSV | XLSX,
		.prive = true },
	{ 0 },
};
