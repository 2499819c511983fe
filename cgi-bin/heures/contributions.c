/* contributions.c - what the hours of volunteers are worth, as associations publish it (comptes 864
 * and 875 of their plan comptable) */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/agenda/duree.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "heures/heures.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { TEMPS_PLEIN = 1607 * 60 /* minutes of a year */, PAR_PAGE = 15 };

static const struct {
	const char *nature, *reglage, *usual; /* hundredths of a euro an hour */
} rates[] = { { "terrain", "taux_terrain", "1202" }, { "encadrement", "taux_encadrement", "1803" },
	{ "gouvernance", "taux_gouvernance", "2404" } };

static int64_t
rate(struct req *r, unsigned i)
{
	return strtoll(reglage(r, rates[i].reglage, rates[i].usual), NULL, 10);
}

static int64_t
rate_of(struct req *r, const char *nature)
{
	for (unsigned i = 0; i < 3; i++)
		if (strcmp(rates[i].nature, nature) == 0)
			return rate(r, i);
	return rate(r, 0);
}

/* "12,02" */
static const char *
euros(struct req *r, int64_t cents)
{
	return arena_printf(
		&r->mem, "%s,%02d", text_number(&r->mem, cents / 100), (int) (cents % 100));
}

static int64_t
year_asked(struct req *r)
{
	int64_t an = strtoll(param(r, "exercice"), NULL, 10);

	return an >= 2000 && an < 2200 ? an : wall_at(clock_now()).year;
}

/* Validated minutes of a year, by type of the group that they were given to. */
#define BY_TYPE \
	" FROM heures h LEFT JOIN groupe g ON g.id = h.groupe_id" \
	" LEFT JOIN groupe_type t ON t.cle = g.type" \
	" WHERE h.etat = 'validee' AND h.jour BETWEEN ? AND ?"
#define FROM(an) S(arena_printf(&r->mem, "%" PRId64 "-01-01", an))
#define TILL(an) S(arena_printf(&r->mem, "%" PRId64 "-12-31", an))

static int64_t
minutes_until(struct req *r, int64_t an, const char *day)
{
	return db_int(r, SQL("SELECT COALESCE(SUM(h.minutes), 0)" BY_TYPE), FROM(an), S(day));
}

/* The same year to date, one year before: "+6 %"; "" when there was nothing. */
static const char *
change(struct req *r, int64_t an)
{
	const char *today = text_iso_at(&r->mem, clock_now());
	bool open = strtoll(today, NULL, 10) == an;
	const char *till = open ? today + 4 : "-12-31";
	int64_t before =
		minutes_until(r, an - 1, arena_printf(&r->mem, "%" PRId64 "%s", an - 1, till));
	int64_t now = minutes_until(r, an, arena_printf(&r->mem, "%" PRId64 "%s", an, till));

	if (before == 0)
		return "";
	return arena_printf(&r->mem, "%+" PRId64 "\u00A0%%", (now - before) * 100 / before);
}

static const char *
rates_json(struct req *r)
{
	struct buffer all = { &r->mem };

	for (unsigned i = 0; i < 3; i++)
		json_add(&all, JS("n", rates[i].nature), JN("t", rate(r, i)));
	return json_list(&all);
}

static int
take(struct req *r, int64_t an)
{
	static const char *const columns[] = { "Mission", "Nature", "Heures", "Taux (€)",
		"Valeur (€)" };

	return table_reply(r, "contributions", "heures.contributions_export", 0, columns, 5,
		db_rows(r,
			SQL("SELECT COALESCE(t.pluriel, 'Hors groupe'),"
			    " COALESCE(t.nature, 'terrain'),"
			    " ROUND(SUM(h.minutes) / 60, 2), ROUND(x.taux / 100, 2),"
			    " ROUND(SUM(h.minutes) * x.taux / 6000, 2) FROM heures h"
			    " LEFT JOIN groupe g ON g.id = h.groupe_id"
			    " LEFT JOIN groupe_type t ON t.cle = g.type"
			    " JOIN JSON_TABLE(?, '$[*]' COLUMNS (nature VARCHAR(12)"
			    " CHARACTER SET ascii COLLATE ascii_bin PATH '$.n',"
			    " taux INT PATH '$.t')) x"
			    " ON x.nature = COALESCE(t.nature, 'terrain')"
			    " WHERE h.etat = 'validee' AND h.jour BETWEEN ? AND ?"
			    " GROUP BY t.cle ORDER BY t.ordre IS NULL, t.ordre"),
			S(rates_json(r)), FROM(an), TILL(an)));
}

/* "0,2", "3": how many times UNIT is in N. */
static char *
tenths(struct req *r, int64_t n, int64_t unit)
{
	int64_t all = (n * 10 + unit / 2) / unit;

	if (all % 10 == 0)
		return text_number(&r->mem, all / 10);
	return arena_printf(&r->mem, "%s,%d", text_number(&r->mem, all / 10), (int) (all % 10));
}

static void
say_types(struct req *r, int64_t an)
{
	int64_t minutes = 0, cents = 0;

	db_list(r, "items",
		SQL("SELECT COALESCE(t.pluriel, 'Hors groupe') AS titre, COALESCE(t.teinte, 6) AS"
		    " teinte, COALESCE(t.cle, '') AS cle, COALESCE(t.nature, 'terrain') AS nature,"
		    " SUM(h.minutes) AS minutes" BY_TYPE
		    " GROUP BY t.cle ORDER BY t.ordre IS NULL, t.ordre"),
		FROM(an), TILL(an));
	for (struct row *t = row_first(r, "items"); t != NULL; t = row_next(t)) {
		int64_t taux = rate_of(r, row_text(t, "nature")), worth;

		worth = (row_id(t, "minutes") * taux + 30) / 60;
		row_say(t, "heures", text_number(&r->mem, (row_id(t, "minutes") + 30) / 60));
		row_say(t, "taux", euros(r, taux));
		row_say(t, "valeur", text_number(&r->mem, (worth + 50) / 100));
		minutes += row_id(t, "minutes");
		cents += worth;
	}
	say(r, "total.heures", text_number(&r->mem, (minutes + 30) / 60));
	say(r, "total.valeur", text_number(&r->mem, (cents + 50) / 100));
	say(r, "total.temps_pleins", tenths(r, minutes, TEMPS_PLEIN));
}

static void
say_sources(struct req *r, int64_t an)
{
	int64_t all = 0;

	db_list(r, "sources",
		SQL("SELECT h.source, SUM(h.minutes) AS minutes" BY_TYPE
		    " GROUP BY h.source ORDER BY minutes DESC"),
		FROM(an), TILL(an));
	for (struct row *s = row_first(r, "sources"); s != NULL; s = row_next(s))
		all += row_id(s, "minutes");
	for (struct row *s = row_first(r, "sources"); s != NULL; s = row_next(s))
		row_say_int(s, "part", (row_id(s, "minutes") * 100 + all / 2) / all);
	say(r, "attente",
		duree_words(&r->mem,
			db_int(r,
				SQL("SELECT COALESCE(SUM(minutes), 0) FROM heures"
				    " WHERE etat = 'a_valider' AND jour BETWEEN ? AND ?"),
				FROM(an), TILL(an))));
}

/* Minutes of each person and what they are worth, of those whom the reader sees: the others are one
 * line.  Binds the rates as JSON, from and till, ME(r). */
#define BY_PERSON \
	" FROM (SELECT IF(EXISTS (SELECT 1 FROM objet o WHERE o.id = h.contact_id AND " SEES( \
		"o") "), h.contact_id, 0) AS id, SUM(h.minutes) AS minutes," \
		     " SUM(h.minutes * x.taux) AS centimes FROM heures h" \
		     " LEFT JOIN groupe g ON g.id = h.groupe_id" \
		     " LEFT JOIN groupe_type t ON t.cle = g.type" \
		     " JOIN JSON_TABLE(?, '$[*]' COLUMNS (nature VARCHAR(12)" \
		     " CHARACTER SET ascii COLLATE ascii_bin PATH '$.n', taux INT PATH '$.t')) x" \
		     " ON x.nature = COALESCE(t.nature, 'terrain')" \
		     " WHERE h.etat = 'validee' AND h.jour BETWEEN ? AND ? GROUP BY 1) y" \
		     " LEFT JOIN contact c ON c.id = y.id"
#define PERSON \
	"IF(c.id IS NULL, 'Autres personnes', COALESCE(NULLIF(TRIM(CONCAT(c.nom, ' '," \
	" c.prenom)), ''), 'Une personne effacée'))"
#define BY_PERSON_OF(r, an) ME(r), S(rates_json(r)), FROM(an), TILL(an)

static int
take_people(struct req *r, int64_t an)
{
	static const char *const columns[] = { "Nom", "Heures", "Valeur (€)" };

	return table_reply(r, "contributions-personnes", "heures.contributions_export", 0, columns,
		3,
		db_rows(r,
			SQL("SELECT " PERSON
			    ", ROUND(y.minutes / 60, 2), ROUND(y.centimes / 6000, 2)" BY_PERSON
			    " ORDER BY c.id IS NULL, c.tri, c.id"),
			BY_PERSON_OF(r, an)));
}

static const struct list people = { "/heures/contributions", KEEPS("exercice"), PAR_PAGE, NULL };

/* Say Personnes.N.{id, nom, heures, valeur}: who gave most first, a page of them. */
static void
say_people(struct req *r, int64_t an)
{
	int64_t page = pager_asked(r);

	db_list(r, "Personnes",
		SQL("SELECT y.id, " PERSON " AS nom, y.minutes, y.centimes" BY_PERSON
		    " ORDER BY c.id IS NULL, y.minutes DESC, c.tri, c.id LIMIT ? OFFSET ?"),
		BY_PERSON_OF(r, an), I(PAR_PAGE), I((page - 1) * PAR_PAGE));
	for (struct row *p = row_first(r, "Personnes"); p != NULL; p = row_next(p)) {
		row_say(p, "heures", text_number(&r->mem, (row_id(p, "minutes") + 30) / 60));
		row_say(p, "valeur", text_number(&r->mem, (row_id(p, "centimes") + 3000) / 6000));
	}
	list_pager(
		r, &people, page, db_int(r, SQL("SELECT COUNT(*)" BY_PERSON), BY_PERSON_OF(r, an)));
}

static int
heures_contributions(struct req *r)
{
	int64_t an = year_asked(r);

	if (table_asked(r))
		return strcmp(param(r, "par"), "personne") == 0 ? take_people(r, an) : take(r, an);
	say_people(r, an);
	say_types(r, an);
	say_sources(r, an);
	say(r, "evolution", change(r, an));
	say_int(r, "an", an);
	say(r, "aujourdhui", text_day(&r->mem, text_iso_at(&r->mem, clock_now())));
	for (int i = 0; i < 4; i++) {
		struct row *y = row_nth(r, "Annees", i);
		int64_t year = wall_at(clock_now()).year - i;

		row_say_int(y, "valeur", year);
		if (year == an)
			row_say(y, "ici", "1");
	}
	for (unsigned i = 0; i < 3; i++)
		if (*said(r, arena_printf(&r->mem, "Form.%s.value", rates[i].nature)) == '\0')
			form_value(r, rates[i].nature, euros(r, rate(r, i)));
	title(r, "Contributions volontaires");
	return page(r, "heures/contributions.cs");
}

/* "12,02" or "12.02" or "12": hundredths; -1: no rate. */
static int64_t
read_euros(const char *s)
{
	int whole = 0, part = 0, end = 0;
	char comma;

	if (sscanf(s, "%3d%n", &whole, &end) == 1 && s[end] == '\0' && whole > 0)
		return whole * 100;
	if (sscanf(s, "%3d%c%2d%n", &whole, &comma, &part, &end) == 3 && s[end] == '\0' &&
		(comma == ',' || comma == '.') && whole >= 0 && part >= 0)
		return whole * 100 + (strlen(strchr(s, comma)) == 2 ? part * 10 : part);
	return -1;
}

static int
heures_taux(struct req *r)
{
	int64_t cents[3];

	for (unsigned i = 0; i < 3; i++) {
		const char *typed = param(r, rates[i].nature);

		form_value(r, rates[i].nature, typed);
		if ((cents[i] = read_euros(text_trim(&r->mem, typed))) <= 0)
			form_error(
				r, rates[i].nature, "Donnez un taux en euros, par exemple 12,02.");
	}
	if (r->invalid)
		return heures_contributions(r);
	for (unsigned i = 0; i < 3; i++) {
		if (cents[i] == rate(r, i))
			continue;
		journal(r, "heures.taux", 0,
			json_made(&r->mem, JS("nature", rates[i].nature), JN("taux", rate(r, i))),
			json_made(&r->mem, JS("nature", rates[i].nature), JN("taux", cents[i])));
		reglage_set(r, rates[i].reglage, arena_printf(&r->mem, "%" PRId64, cents[i]));
	}
	return redirect(r, "/heures/contributions?fait=taux");
}

const struct route heures_contributions_routes[] = {
	{ GET, "contributions", ADMIN, heures_contributions, .formats = CSV | XLSX,
		.domaine = "tableau" },
	{ POST, "contributions", ADMIN, heures_taux },
	{ 0 },
};
