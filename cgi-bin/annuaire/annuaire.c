/* annuaire.c - the directory: finding people, and taking the list along as a table */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/resultats.h"
#include "base/json.h"
#include "base/param.h"
#include "base/text.h"
#include "domain/socle/journal.h"
#include "web/consultation.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/sheet.h"

/* The columns of who chose none. */
enum { PAR = 14, PAR_MAX = 100, COUNT_MAX = 10000 };

static const char *const usual[] = { "types_benevolat", "competences", "disponibilites" };

/* ---- which fields ---- */

static void
add_field(struct found *l, const struct champ *c)
{
	for (unsigned i = 0; i < l->n; i++)
		if (l->fields[i] == c)
			return;
	if (c != NULL && c->lecture <= l->level && l->n < LISTE_CHAMPS)
		l->fields[l->n++] = c;
}

/* ?col=ville&col=email, or ?colonnes=ville,email */
static void
chosen_fields(struct req *r, struct found *l)
{
	char *rest = arena_strdup(&r->mem, param(r, "colonnes")), *one;
	const char *cle;

	for (unsigned i = 0; (cle = param_nth(r, "col", i)) != NULL && i < LISTE_CHAMPS; i++)
		add_field(l, champ_find(l->f->modele, cle));
	while ((one = strsep(&rest, ",")) != NULL)
		if (*one != '\0')
			add_field(l, champ_find(l->f->modele, one));
	l->chosen = l->n > 0;
}

static void
pick_fields(struct req *r, struct found *l)
{
	const struct modele *m = l->f->modele;

	chosen_fields(r, l);
	for (unsigned i = 0; i < m->n && !l->chosen && r->format != HTML; i++)
		add_field(l, &m->champs[i]);
	for (size_t i = 0; i < sizeof usual / sizeof *usual && !l->chosen && r->format == HTML; i++)
		add_field(l, champ_find(m, usual[i]));
}

/* ---- handlers ---- */

static int64_t
number(struct req *r, const char *name, int64_t least, int64_t most, int64_t otherwise)
{
	const char *s = param(r, name);
	int64_t n = strtoll(s, NULL, 10);

	return *s == '\0' || n < least ? otherwise : n > most ? most : n;
}

/* The list that the address asks for.  False: it asks for what there is not. */
bool
liste_read(struct req *r, struct found *l)
{
	*l = (struct found) { .f = filtre_read(r), .level = contact_highest(r) };
	if (l->f == NULL)
		return false;
	l->page = number(r, "page", 1, 1000000, 1);
	l->par = number(r, "par", 1, PAR_MAX, PAR);
	pick_fields(r, l);
	return true;
}

static const char *
export_text(struct req *r, struct arena *mem, const struct found *l, const struct personne *p,
	const struct champ *c)
{
	struct option one;

	(void) r;
	if (c->genre != G_DATE)
		return contact_text(mem, l->f->modele, p, c);
	return contact_values(mem, l->f->modele, p, c, &one, 1) > 0 ? one.valeur : "";
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *) a, y = *(const int64_t *) b;

	return (x > y) - (x < y);
}

/* "12-480,502": who was in it, for the journal, in little room. */
static const char *
ranges(struct req *r, int64_t *ids, size_t n)
{
	struct buffer all = { &r->mem };

	qsort(ids, n, sizeof *ids, by_number);
	for (size_t i = 0; i < n;) {
		size_t k = i + 1;

		while (k < n && ids[k] == ids[k - 1] + 1)
			k++;
		buffer_puts(&all, arena_printf(&r->mem, "%s%" PRId64, i > 0 ? "," : "", ids[i]));
		if (k > i + 1)
			buffer_puts(&all, arena_printf(&r->mem, "-%" PRId64, ids[k - 1]));
		i = k;
	}
	return buffer_text(&all);
}

/* The whole list as a table; memory grows by a number for each. */
static int
annuaire_export(struct req *r, struct found *l)
{
	enum sheet_kind kind = table_kind(r);
	const char *headings[LISTE_CHAMPS + 1];
	struct arena row = { 0 };
	bool numbered = !l->chosen;
	struct sheet *sheet;
	struct rows *rows;
	struct buffer ids = { &r->mem };
	int64_t n = 0;

	for (unsigned i = 0; i < l->n; i++)
		headings[i] = l->fields[i]->libelle;
	headings[l->n] = "Numéro Essaim"; /* what an import finds the person by */
	filtre_needs(r, l->f, l->fields, l->n);
	rows = filtre_rows(r, l->f, INT64_MAX, 0, true);
	sheet = sheet_open(&r->mem, kind, "Annuaire", headings, l->n + numbered);
	for (; db_next(rows, &row); n++, arena_reset(&row)) {
		struct personne p = contact_row(r, rows);

		for (unsigned i = 0; i < l->n; i++)
			sheet_cell(sheet, export_text(r, &row, l, &p, l->fields[i]));
		if (numbered)
			sheet_cell(sheet, db_text(rows, P_ID));
		sheet_row(sheet);
		buffer_add(&ids, (const char *) &p.id, sizeof p.id);
	}
	arena_reset(&row);
	journal_apart(r, "annuaire.export", 0, NULL,
		json_made(&r->mem,
			JS("format",
				kind == SHEET_CSV          ? "csv" :
					kind == SHEET_JSON ? "json" :
							     "xlsx"),
			JN("lignes", n),
			JS("personnes",
				ranges(r, n > 0 ? (int64_t *) (void *) ids.s : NULL, (size_t) n))));
	return reply_sheet(r, sheet, "annuaire");
}

/* What the list is worth in pages of people: nothing without their contact details, which the
 * columns that nobody chose do not have; a table, which is in the journal, as much as TABLE pages;
 * a page of a list, one for ten people. */
static long
worth(struct req *r, const struct found *l)
{
	enum { TABLE = 20, PEOPLE = 10 };

	for (unsigned i = 0; i < l->n && (l->chosen || r->format != HTML); i++)
		if (l->fields[i]->lecture > 1)
			return table_asked(r) ? TABLE : (long) (l->par + PEOPLE - 1) / PEOPLE;
	return 0;
}

static int
annuaire_list(struct req *r)
{
	struct found l;
	long pages;
	int slowed;

	if (!liste_read(r, &l))
		return *param(r, "segment") != '\0' ? not_found(r) : refuse(r, 400);
	if ((pages = worth(r, &l)) > 0 && (slowed = consultation(r, pages)) != 0)
		return slowed;
	if (table_asked(r))
		return annuaire_export(r, &l);
	l.f->with_peers = r->format == HTML && r->user.level >= MEMBER && liste_whole(&l);
	l.total = filtre_count(r, l.f, r->format == HTML ? COUNT_MAX : 0);
	say_int(r, "total", l.total);
	say_int(r, "page", l.page);
	if (r->format == HTML)
		say(r, "Filtre.total", text_number(&r->mem, l.total));
	liste_people(r, &l);
	if (r->format == JSON)
		return page(r, "");
	if (l.total == COUNT_MAX)
		say(r, "Filtre.beaucoup", "1");
	if (l.f->with_peers && l.f->peers > 1)
		say(r, "Filtre.pairs", text_number(&r->mem, l.f->peers));
	title(r, "Annuaire");
	liste_filters(r, &l);
	liste_columns(r, &l);
	liste_pager(r, &l);
	return page(r, "annuaire/index.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, annuaire_list, .formats = CSV | XLSX },
	{ 0 },
};

extern const struct route annuaire_choix_routes[], annuaire_segments_routes[];

const struct area annuaire_area = { "annuaire",
	ROUTES(routes, annuaire_choix_routes, annuaire_segments_routes) };
