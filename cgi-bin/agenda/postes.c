/* postes.c - the posts of an event as organisers see them, and shifts made many at once */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/poste.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 8, REPOS_MAX = 24 };

static const char *
back_at(struct req *r, const char *day, const char *fait)
{
	return arena_printf(
		&r->mem, "/agenda/%" PRId64 "/postes?j=%s&fait=%s", caught_id(r, 0), day, fait);
}

/* ---- the table ---- */

static const char *
day_shown(struct req *r, int64_t id)
{
	const char *day = text_iso(&r->mem, param(r, "j"));

	if (day == NULL)
		day = db_string(r,
			SQL("SELECT COALESCE(MIN(IF(c.fin > ?, c.jour, NULL)), MAX(c.jour))"
			    " FROM creneau c JOIN poste p ON p.id = c.poste_id"
			    " WHERE p.evenement_id = ?"),
			S(clock_sql(&r->mem, clock_now())), I(id));
	if (day == NULL || *day == '\0')
		day = text_iso_at(&r->mem, clock_parse(said(r, "evenement.debut")));
	return arena_strdup(&r->mem, day);
}

/* Give each post of the page its shifts of that day. */
static void
say_shifts(struct req *r, int64_t id, const char *day)
{
	unsigned n;
	const struct creneau *all = creneaux_of(r, id, day, &n);

	for (struct row *p = row_first(r, "Postes"); p != NULL; p = row_next(p))
		for (unsigned i = 0, k = 0; i < n; i++) {
			struct row *c;

			if (all[i].poste != row_id(p, "id"))
				continue;
			c = row_at(
				r, arena_printf(&r->mem, "Postes.%s.creneaux.%u", row_key(p), k++));
			row_say_int(c, "id", all[i].id);
			row_say(c, "heures", creneau_heures(r, all[i].debut, all[i].fin));
			row_say_int(c, "pris", all[i].pris);
			row_say_int(c, "maximum", all[i].maximum);
			row_say_int(c, "manque", all[i].pris < all[i].minimum);
		}
}

static const char *
monday_after(struct req *r, const char *day)
{
	struct wall w, ref = { .year = 2024, .month = 1, .day = 1 };

	if (!wall_read(day, &w))
		return "";
	return wall_ymd(&r->mem, wall_add_days(w, 7 - (wall_days_between(ref, w) % 7 + 7) % 7));
}

static void
say_days(struct req *r, int64_t id, const char *day)
{
	struct wall w;

	db_one(r, "Jours",
		SQL("SELECT COALESCE(MAX(IF(c.jour < ?, c.jour, NULL)), '') AS avant,"
		    " COALESCE(MIN(IF(c.jour > ?, c.jour, NULL)), '') AS apres FROM creneau c"
		    " JOIN poste p ON p.id = c.poste_id WHERE p.evenement_id = ?"
		    " AND c.etat <> 'annule' AND p.retire_le IS NULL"),
		S(day), S(day), I(id));
	say(r, "Jour", day);
	say(r, "JourNom", wall_read(day, &w) ? text_day_long(&r->mem, w, clock_now()) : "");
	say(r, "Lundi", monday_after(r, day));
}

static const struct list list = { "", KEEPS("j"), PAR, NULL };

static int
show(struct req *r)
{
	int64_t id = caught_id(r, 0), here = pager_asked(r);
	struct list at = list;
	const char *day = day_shown(r, id);

	at.path = arena_printf(&r->mem, "/agenda/%" PRId64 "/postes", id);
	db_list(r, "Postes",
		SQL("SELECT id, titre, lieu, km FROM poste WHERE evenement_id = ?"
		    " AND retire_le IS NULL ORDER BY ordre, titre, id LIMIT ? OFFSET ?"),
		I(id), I(PAR), I((here - 1) * PAR));
	list_pager(r, &at, here, postes_count(r, id));
	say(r, "Lien", arena_printf(&r->mem, "/agenda/%" PRId64, id));
	say_shifts(r, id, day);
	say_days(r, id, day);
	say_int(r, "Repos", db_int(r, SQL("SELECT repos_h FROM evenement WHERE id = ?"), I(id)));
	title(r, "Postes – %s", text_cut(&r->mem, said(r, "evenement.titre"), 100));
	return page(r, "agenda/postes.cs");
}

static int
agenda_postes(struct req *r)
{
	int refused = agenda_load(r, GERER);

	return refused != 0 ? refused : show(r);
}

static int
agenda_rest(struct req *r)
{
	int refused = agenda_load(r, GERER);
	char *end;
	int64_t h = strtoll(param(r, "repos"), &end, 10);

	if (refused != 0)
		return refused;
	if (*param(r, "repos") == '\0' || *end != '\0' || h < 0 || h > REPOS_MAX) {
		form_error(r, "repos", "Donnez un nombre d’heures, de 0 à 24.");
		return show(r);
	}
	db_exec(r, SQL("UPDATE evenement SET repos_h = ? WHERE id = ?"), I(h), I(caught_id(r, 0)));
	journal(r, "evenement.repos", caught_id(r, 0), NULL, json_made(&r->mem, JN("heures", h)));
	return redirect(r, "%s", back_at(r, day_shown(r, caught_id(r, 0)), "postes-repos"));
}

/* The week before that Monday once more. */
static int
agenda_week_again(struct req *r)
{
	int refused = agenda_load(r, GERER);
	struct wall monday;
	const char *day = text_iso(&r->mem, param(r, "lundi"));
	int made;

	if (refused != 0)
		return refused;
	if (day == NULL || !wall_read(day, &monday)) {
		form_error(r, "lundi", "Donnez le premier jour de la nouvelle semaine.");
		return show(r);
	}
	made = poste_week_again(r, caught_id(r, 0), monday);
	if (made == 0) {
		form_error(r, "lundi",
			"Rien de nouveau\u00A0: la semaine d’avant n’a pas de créneaux, ou ils y"
			" sont"
			" déjà.");
		return show(r);
	}
	journal(r, "evenement.creneaux", caught_id(r, 0), NULL,
		json_made(&r->mem, JN("creneaux", made)));
	return redirect(r, "%s", back_at(r, wall_ymd(&r->mem, monday), "postes-semaine"));
}

/* ---- many shifts at once ---- */

static int
show_shifts(struct req *r)
{
	int64_t id = caught_id(r, 0);
	struct wall w;
	const char *day = day_shown(r, id);

	db_list(r, "Choix",
		SQL("SELECT id AS valeur, titre AS libelle, id = ? AS choisi FROM poste"
		    " WHERE evenement_id = ? AND retire_le IS NULL ORDER BY ordre, titre LIMIT ?"),
		I(strtoll(param(r, "poste"), NULL, 10)), I(id), I(POSTES));
	if (r->method == GET && wall_read(day, &w)) {
		w.hour = 8;
		form_value(r, "debut", wall_iso(&r->mem, w));
		w.hour = 20;
		form_value(r, "fin", wall_iso(&r->mem, w));
		form_value(r, "heures", "4");
		form_value(r, "minimum", "2");
		form_value(r, "maximum", "4");
	}
	title(r, "Ajouter des créneaux – %s", text_cut(&r->mem, said(r, "evenement.titre"), 100));
	return page(r, "agenda/creneaux_form.cs");
}

static int
agenda_new_creneaux(struct req *r)
{
	int refused = agenda_load(r, GERER);

	return refused != 0 ? refused : show_shifts(r);
}

static bool
read_shifts(struct req *r, struct regulier *g, int64_t *poste)
{
	const char *debut = "", *fin = "";
	const struct field fields[] = {
		{ "poste", ID(poste), REQUIRED },
		{ "debut", WHEN(&debut), REQUIRED },
		{ "fin", WHEN(&fin), REQUIRED },
		{ "heures", ID(&g->heures), REQUIRED, .max = 24 },
		{ "minimum", ID(&g->minimum), REQUIRED, .max = CRENEAU_GENS },
		{ "maximum", ID(&g->maximum), REQUIRED, .max = CRENEAU_GENS },
		{ 0 },
	};
	struct poste p;
	int64_t hours;

	if (!form_read(r, fields) || !wall_read(debut, &g->from) || !wall_read(fin, &g->to))
		return false;
	hours = (clock_parse(evenement_utc(r, g->to)) - clock_parse(evenement_utc(r, g->from)));
	if (hours <= 0)
		form_error(r, "fin", "La fin vient après le début.");
	else if (hours > CRENEAUX_MAX * g->heures * 3600)
		form_error(r, "fin",
			"Cela ferait plus de 96 créneaux\u00A0: faites-en moins à la fois.");
	if (g->maximum < g->minimum)
		form_error(r, "maximum", "Ce nombre n’est pas inférieur au minimum.");
	if (!poste_read(r, *poste, caught_id(r, 0), &p))
		form_error(r, "poste", "Choisissez dans la liste.");
	return !r->invalid;
}

static int
agenda_make_creneaux(struct req *r)
{
	struct regulier g = { 0 };
	int64_t poste = 0;
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (!read_shifts(r, &g, &poste))
		return show_shifts(r);
	if (poste_shifts(r, poste, &g) == 0) {
		form_error(r, "debut", "Ces créneaux y sont déjà.");
		return show_shifts(r);
	}
	journal(r, "evenement.creneaux", caught_id(r, 0), NULL,
		json_made(&r->mem, JN("poste", poste)));
	return redirect(r, "%s", back_at(r, creneau_jour(r, g.from), "postes-creneaux"));
}

const struct route agenda_postes_routes[] = {
	{ GET, ":id/postes", PROSPECT, agenda_postes },
	{ POST, ":id/postes/repos", PROSPECT, agenda_rest },
	{ POST, ":id/postes/semaine", PROSPECT, agenda_week_again },
	{ GET, ":id/postes/creneaux", PROSPECT, agenda_new_creneaux },
	{ POST, ":id/postes/creneaux", PROSPECT, agenda_make_creneaux },
	{ 0 },
};
