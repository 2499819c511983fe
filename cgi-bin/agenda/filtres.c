/* filtres.c - the filters of the agenda, said back: scopes, views, chips, choices, what is near */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/vues.h"
#include "base/text.h"
#include "web/reply.h"

/* What every view keeps. */
static const struct list filters = { "/agenda",
	KEEPS("qui", "km", "type", "groupe", "tag", "campagne", "departement"), 0 };

/* The list of that day alone. */
const char *
vue_day_link(struct req *r, struct wall w)
{
	const char *day = wall_ymd(&r->mem, w);
	const char *url = list_link(r, &filters, "vue", NULL);

	return arena_printf(
		&r->mem, "%s%cdu=%s&au=%s", url, strchr(url, '?') != NULL ? '&' : '?', day, day);
}

/* Scopes and views: each an address that keeps the filters. */
static void
say_scopes(struct req *r, const struct vue *v, const struct list *list)
{
	for (unsigned i = 0; vue_scopes[i][0] != NULL; i++) {
		struct row *s = row_nth(r, "Filtre.portees", i);

		row_say(s, "libelle", vue_scopes[i][1]);
		row_say(s, "url", list_link(r, list, "qui", vue_scopes[i][0]));
		if (strcmp(v->qui, vue_scopes[i][0]) == 0)
			row_say(s, "ici", "1");
	}
}

static void
say_views(struct req *r)
{
	say(r, "Filtre.liste", list_link(r, &filters, "vue", NULL));
	say(r, "Filtre.mois", list_link(r, &filters, "vue", "mois"));
	say(r, "Filtre.semaine", list_link(r, &filters, "vue", "semaine"));
	say(r, "Filtre.avenir", list_link(r, &filters, "passes", NULL));
	say(r, "Filtre.passes", list_link(r, &filters, "passes", "1"));
}

/* The choices of types, own groups and campaigns: rows of filter, value and words.  A group, a tag
 * and a département may be typed too. */
static void
say_choices(struct req *r, const struct vue *v)
{
	static const char *const keys[][2] = { { "type", "Type d’engagement" },
		{ "groupe", "Groupe" }, { "campagne", "Campagne" } };
	struct rows *all = db_rows(r,
		SQL("(SELECT 0, cle, titre FROM groupe_type WHERE cle <> 'ensemble'"
		    " AND retire_le IS NULL ORDER BY ordre LIMIT 20) UNION ALL"
		    " (SELECT DISTINCT 1, o.titre, o.titre FROM objet o JOIN " OWN_MEMBERSHIPS(
			    "m") " ON m.groupe_id = o.id ORDER BY o.titre LIMIT 12) UNION ALL"
				 " (SELECT 2, e.id, e.nom FROM etiquette e"
				 " JOIN etiquette_famille f ON f.id = e.famille_id"
				 " WHERE f.nom LIKE 'Campagne%' ORDER BY e.nom LIMIT 20)"),
		I(r->user.id));
	const char *asked[] = { v->type, NULL, arena_printf(&r->mem, "%" PRId64, v->campagne) };
	unsigned n[3] = { 0 };
	struct row *f = list_filter(r, 1, keys[1][0], keys[1][1]);

	row_say(f, "type", "nom");
	row_say(f, "valeur", *v->words[2] != '\0' ? v->words[2] : param(r, "groupe"));
	while (db_next(all, &r->mem)) {
		unsigned k = (unsigned) db_num(all, 0);

		f = list_filter(r, k, keys[k][0], keys[k][1]);
		list_choice(r, f, n[k]++, db_text(all, 1), db_text(all, 2), asked[k]);
	}
	row_say(list_filter(r, 3, "tag", "Étiquette"), "valeur",
		*v->words[3] != '\0' ? v->words[3] : param(r, "tag"));
	row_say(list_filter(r, 4, "departement", "Département"), "valeur",
		*v->words[1] != '\0' ? v->words[1] : param(r, "departement"));
}

/* Of the list alone: from when, till when. */
static void
say_days(struct req *r)
{
	for (unsigned i = 0; i < 2; i++) {
		struct row *f = list_filter(r, 5 + i, i == 0 ? "du" : "au", i == 0 ? "Du" : "Au");

		row_say(f, "type", "date");
		row_say(f, "valeur", param(r, i == 0 ? "du" : "au"));
	}
}

/* What is asked, one chip each: its link asks the rest. */
static void
say_active(struct req *r, const struct vue *v, const struct list *list)
{
	unsigned n = 0;

	for (unsigned i = 0; i < VUE_NAMES; i++)
		if (*v->words[i] != '\0')
			list_active(r, list, n++, v->words[i], vue_names[i][0], NULL);
	if (v->km > 0 && strcmp(v->qui, "alentours") == 0)
		list_active(r, list, n++, arena_printf(&r->mem, "%" PRId64 "\u00A0km", v->km), "km",
			NULL);
	for (unsigned i = 0; i < 2 && list == &agenda_list; i++) {
		const char *day = text_iso(&r->mem, param(r, i == 0 ? "du" : "au"));

		if (day != NULL)
			list_active(r, list, n++,
				arena_printf(&r->mem, i == 0 ? "À partir du %s" : "Jusqu’au %s",
					text_day(&r->mem, day)),
				i == 0 ? "du" : "au", NULL);
	}
}

/* Where the reader is, for what is around her. */
static void
say_around(struct req *r, const struct vue *v, const struct list *list)
{
	static const char *const distances[] = { "", "50", "100", "200" };

	if (strcmp(v->qui, "alentours") != 0)
		return;
	db_one(r, "Alentours",
		SQL("SELECT d.nom FROM contact c JOIN departement d ON d.code = c.departement"
		    " WHERE c.id = ?"),
		I(r->user.id));
	say_int(r, "Alentours.km", v->km);
	for (unsigned i = 0; i < sizeof distances / sizeof *distances; i++) {
		struct row *d = row_nth(r, "Alentours.distances", i);

		row_say(d, "libelle", distances[i]);
		row_say(d, "url", list_link(r, list, "km", distances[i]));
		if (strtoll(distances[i], NULL, 10) == v->km)
			row_say(d, "ici", "1");
	}
}

#define ASKED "type", "groupe", "campagne", "tag", "departement"

/* Say Filtre: scopes, views, chips, the fields of the panel. */
void
vue_say_filters(struct req *r, const struct vue *v, const struct list *list)
{
	bool days = list == &agenda_list;

	say_scopes(r, v, list);
	say_views(r);
	say_active(r, v, list);
	say_around(r, v, list);
	list_take(r, list);
	say_choices(r, v);
	if (days)
		say_days(r);
	list_hidden(r, list, days ? KEEPS(ASKED, "du", "au", "passes") : KEEPS(ASKED, "jour"));
}

#define NEAR "SELECT d.debut, d.fin, e.journee, e.id, o.titre, e.rrule <> '' AS serie, d.jour"

/* Its words, and the month it is in. */
static void
say_near(struct req *r, const char *name)
{
	struct row *near = row_find(r, name);
	struct wall w;
	char *month;

	if (near == NULL)
		return;
	w = evenement_wall(row_text(near, "debut"));
	month = arena_printf(&r->mem, "%s %d", text_month(w.month), w.year);
	evenement_dress(r, near);
	row_say(near, "mois", month);
	row_say(near, "url",
		list_at(r, &filters, "/agenda?vue=mois", "mois",
			arena_printf(&r->mem, "%04d-%02d", w.year, w.month)));
}

/* Nothing there: say Suivant, the first date after it, and Precedent, the last before. */
void
vue_say_near(struct req *r, const struct vue *v)
{
	struct vue after = *v, before = *v;

	if (v->nothing)
		return;
	after.since = after.from = v->until;
	after.until = after.ended = NEVER;
	before.since = before.from = LONG_AGO;
	before.until = before.ended = v->from;
	db_one(r, "Suivant", VUE_SQL(v, NEAR, " ORDER BY d.debut, d.fin, d.liste_id, d.id LIMIT 1"),
		VUE_BINDS(r, &after));
	db_one(r, "Precedent",
		VUE_SQL(v, NEAR, " ORDER BY d.debut DESC, d.fin DESC, d.liste_id DESC LIMIT 1"),
		VUE_BINDS(r, &before));
	say_near(r, "Suivant");
	say_near(r, "Precedent");
}
