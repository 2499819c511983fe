/* creneaux.c - the shifts of an event: which ones take people, taking several at once */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/poste.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR_PAGE = 20, POSTES_PAR_PAGE = 5 }; /* shifts: the budget of elements of a page */

static bool
asked(struct req *r, const char *name)
{
	return strcmp(param(r, name), "1") == 0;
}

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* ---- the days ---- */

#define DU_JOUR " FROM creneau c JOIN poste p ON p.id = c.poste_id WHERE p.evenement_id = ?"

/* The day that is shown: asked, else the first that is not over, else the last. */
static const char *
day_shown(struct req *r, int64_t id)
{
	const char *day = text_iso(&r->mem, param(r, "j"));

	if (day == NULL)
		day = db_string(r,
			SQL("SELECT COALESCE(MIN(IF(c.fin > ?, c.jour, NULL)),"
			    " MAX(c.jour))" DU_JOUR),
			S(now(r)), I(id));
	return day == NULL ? "" : arena_strdup(&r->mem, day);
}

static const char *
day_name(struct req *r, const char *day, bool whole)
{
	struct wall w;

	if (!wall_read(day, &w))
		return "";
	return whole ? text_day_long(&r->mem, w, clock_now()) :
		       arena_printf(&r->mem, "%s %d", text_weekday_short(&r->mem, w), w.day);
}

/* Say Jours.N.{jour, nom, ici}: the days around the one that is shown. */
static void
say_days(struct req *r, int64_t id, const char *day)
{
	db_list(r, "Jours",
		SQL("SELECT jour, jour = ? AS ici FROM ((SELECT DISTINCT c.jour" DU_JOUR
		    " AND c.etat <> 'annule' AND c.jour <= ? ORDER BY c.jour DESC LIMIT 4) UNION"
		    " (SELECT DISTINCT c.jour" DU_JOUR " AND c.etat <> 'annule' AND c.jour > ?"
		    " ORDER BY c.jour LIMIT 4)) x ORDER BY jour"),
		S(day), I(id), S(day), I(id), S(day));
	for (struct row *j = row_first(r, "Jours"); j != NULL; j = row_next(j))
		row_say(j, "nom", day_name(r, row_text(j, "jour"), false));
}

/* ---- the shifts of a day, by post ---- */

struct plan {
	struct volontaire me;
	int n, posts; /* so many rows are said */
	int64_t skip, last_post, whole_posts;
	bool manque, moi;
};

static void
choose_again(struct req *r, struct row *row, int64_t id)
{
	const char *v;

	for (unsigned i = 0; (v = param_nth(r, "c", i)) != NULL; i++)
		if (strtoll(v, NULL, 10) == id)
			row_say_int(row, "choisi", 1);
}

/* passe, encours, ferme, complet, manque, libre */
static const char *
state(struct req *r, const struct creneau *c)
{
	if (clock_parse(c->fin) <= clock_now())
		return "passe";
	if (clock_parse(c->debut) <= clock_now())
		return "encours";
	if (creneau_closed(r, c) != NULL)
		return "ferme";
	if (c->pris >= c->maximum)
		return "complet";
	return c->pris < c->minimum ? "manque" : "libre";
}

/* Say etat, manque (so many people), libres, choix: it can be chosen, empeche: formation or age,
 * autre: she holds another then. */
static void
say_slot(struct req *r, struct row *row, const struct creneau *c, const struct plan *p)
{
	const char *etat = state(r, c);
	bool open = strcmp(etat, "manque") == 0 || strcmp(etat, "libre") == 0;
	const char *unfit = open && !c->mien ? creneau_unfit(r, c, &p->me) : NULL;

	row_say_int(row, "id", c->id);
	row_say_int(row, "mien", c->mien);
	row_say_int(row, "pris", c->pris);
	row_say_int(row, "maximum", c->maximum);
	row_say_int(row, "libres", c->maximum - c->pris);
	row_say_int(row, "manque", c->minimum - c->pris);
	row_say(row, "etat", etat);
	row_say(row, "heures", creneau_heures(r, c->debut, c->fin));
	choose_again(r, row, c->id);
	if (!open || c->mien)
		return;
	if (unfit != NULL)
		row_say(row, "empeche", volontaire_trained(r, c, &p->me) ? "age" : "formation");
	else
		row_say_int(row, "choix", 1);
	if (unfit == NULL && creneau_busy(r, c, &p->me) != NULL)
		row_say_int(row, "autre", 1);
}

/* Say its post, unless it is the one before. */
static void
say_post(struct req *r, struct plan *p, const struct creneau *c)
{
	struct row *row;

	if (c->poste == p->last_post)
		return;
	p->last_post = c->poste;
	row = row_nth(r, "Postes", p->posts++);
	row_say_int(row, "id", c->poste);
	row_say(row, "titre", c->titre);
	row_say(row, "lieu", c->lieu);
	if (c->km >= 0)
		row_say_int(row, "km", c->km);
	row_say_int(row, "age", c->age_min);
	row_say_int(row, "habitue", c->habitue);
	if (*c->exige != '\0') {
		row_say(row, "formation", c->formation);
		row_say_int(row, "acquise", volontaire_trained(r, c, &p->me));
	}
	p->n = 0;
}

static bool
wanted(struct req *r, const struct plan *p, const struct creneau *c)
{
	if (p->manque && (creneau_closed(r, c) != NULL || c->pris >= c->minimum))
		return false;
	return !p->moi || c->mien || creneau_refus(r, c, &p->me) == NULL;
}

/* Say Postes.N.{..., creneaux.M}: a page of those of that day.  True: there are more. */
static bool
say_plan(struct req *r, int64_t id, const char *day, struct plan *p, int64_t page)
{
	int64_t seen = 0, posts = 0, here = 1, last = 0;
	unsigned n;
	const struct creneau *all = creneaux_of(r, id, day, &n);

	for (const struct creneau *c = all; c < all + n; c++) {
		if (!wanted(r, p, c))
			continue;
		if (c->poste != last && seen > 0 &&
			(seen >= PAR_PAGE || posts == POSTES_PAR_PAGE)) {
			here++;
			seen = posts = 0;
		}
		posts += c->poste != last;
		last = c->poste;
		seen++;
		if (here > page)
			return true;
		if (here < page)
			continue;
		say_post(r, p, c);
		say_slot(r,
			row_at(r,
				arena_printf(
					&r->mem, "Postes.%d.creneaux.%d", p->posts - 1, p->n++)),
			c, p);
	}
	return false;
}

/* ---- beside: who is there, my own ---- */

/* The first names of who holds shift c, of those whom the reader sees.  Binds whether she
 * organises, ME(r). */
#define NAMES_OF_SHIFT \
	"(SELECT GROUP_CONCAT(k.prenom ORDER BY x.pris_le SEPARATOR ', ') FROM creneau_place x" \
	" JOIN contact k ON k.id = x.contact_id" \
	" JOIN objet ok ON ok.id = k.id AND (? OR " SEES( \
		"ok") ")" \
		      " WHERE x.creneau_id = c.id AND x.etat = 'pris')"

/* Say La.N: the posts that somebody holds now; first names are for who may contribute. */
static void
say_there(struct req *r, int64_t id)
{
	db_list(r, "La",
		SQL("SELECT p.titre, p.km, c.fin, c.pris, c.minimum, " NAMES_OF_SHIFT
		    " AS noms FROM creneau c JOIN poste p ON p.id = c.poste_id"
		    " WHERE p.evenement_id = ? AND c.debut <= ? AND c.fin > ? AND c.pris > 0"
		    " AND c.etat <> 'annule' ORDER BY p.ordre, p.titre LIMIT 6"),
		I(said_int(r, "evenement.droit") >= GERER), ME(r), I(id), S(now(r)), S(now(r)));
	for (struct row *l = row_first(r, "La"); l != NULL; l = row_next(l)) {
		row_say(l, "jusqu", text_hour(&r->mem, evenement_wall(row_text(l, "fin"))));
		if (said_int(r, "evenement.droit") < CONTRIBUER)
			row_say(l, "noms", "");
	}
	say(r, "Maintenant", text_hour(&r->mem, wall_at(clock_now())));
}

static void
say_mine(struct req *r, int64_t id)
{
	db_list(r, "Miens",
		SQL("SELECT c.id, p.titre, c.debut, c.fin, x.cherche_le, x.confirmer_avant"
		    " FROM creneau_place x JOIN creneau c ON c.id = x.creneau_id"
		    " JOIN poste p ON p.id = c.poste_id WHERE p.evenement_id = ?"
		    " AND x.contact_id = ? AND x.etat = 'pris' AND c.fin > ?"
		    " ORDER BY c.debut LIMIT 4"),
		I(id), I(r->user.id), S(now(r)));
	for (struct row *m = row_first(r, "Miens"); m != NULL; m = row_next(m)) {
		evenement_dress(r, m);
		row_say(m, "heures", creneau_heures(r, row_text(m, "debut"), row_text(m, "fin")));
	}
}

/* ---- the page ---- */

static void
say_totals(struct req *r, int64_t id, const char *day)
{
	db_one(r, "Total",
		SQL("SELECT COALESCE(SUM(c.pris), 0) AS pris,"
		    " COALESCE(SUM(c.maximum), 0) AS places,"
		    " COALESCE(SUM(IF(c.fin > ?, GREATEST(c.minimum - c.pris, 0), 0)), 0)"
		    " AS manque, COALESCE(SUM(IF(c.debut > ? AND c.jour = ?,"
		    " GREATEST(c.minimum - c.pris, 0), 0)), 0) AS jour" DU_JOUR
		    " AND c.etat <> 'annule' AND p.retire_le IS NULL"),
		S(now(r)), S(now(r)), S(day), I(id));
}

static const struct list list = { "", KEEPS("j", "manque", "moi"), PAR_PAGE, NULL };

static int
show(struct req *r)
{
	int64_t id = caught_id(r, 0), page_asked = pager_asked(r);
	const char *day = day_shown(r, id);
	struct list here = list;
	struct plan p = { .manque = asked(r, "manque"), .moi = asked(r, "moi") };

	here.path = arena_printf(&r->mem, "/agenda/%" PRId64 "/creneaux", id);
	volontaire_read(r, r->user.id, &p.me, false);
	say(r, "Lien", here.path);
	say(r, "Jour", day);
	say(r, "JourNom", day_name(r, day, true));
	say_days(r, id, day);
	say_totals(r, id, day);
	if (say_plan(r, id, day, &p, page_asked))
		say(r, "Suite",
			list_link(r, &here, "page",
				arena_printf(&r->mem, "%" PRId64, page_asked + 1)));
	say_there(r, id);
	say_mine(r, id);
	say(r, "FiltreManque", list_link(r, &here, "manque", p.manque ? NULL : "1"));
	say(r, "FiltreMoi", list_link(r, &here, "moi", p.moi ? NULL : "1"));
	say_int(r, "Manque", p.manque);
	say_int(r, "Moi", p.moi);
	say_int(r, "PagePostes", page_asked);
	title(r, "Créneaux – %s", text_cut(&r->mem, said(r, "evenement.titre"), 100));
	return page(r, "agenda/creneaux.cs");
}

/* An event without posts has no such page. */
static int
load(struct req *r)
{
	int refused = agenda_load(r, VOIR);

	if (refused == 0 && postes_count(r, caught_id(r, 0)) == 0 &&
		said_int(r, "evenement.droit") < GERER)
		return not_found(r);
	return refused;
}

static int
agenda_creneaux(struct req *r)
{
	int refused = load(r);

	return refused != 0 ? refused : show(r);
}

/* Somebody was first, or it is over. */
static bool
gone(struct req *r, const int64_t *ids, unsigned n)
{
	struct creneau c;

	for (unsigned i = 0; i < n; i++)
		if (!creneau_read(r, ids[i], &c) || creneau_closed(r, &c) != NULL ||
			c.pris >= c.maximum)
			return true;
	return false;
}

static unsigned
read_choice_of(struct req *r, int64_t evenement, int64_t *ids)
{
	const char *v;
	unsigned n = 0;

	for (unsigned i = 0; n < CRENEAUX_A_LA_FOIS && (v = param_nth(r, "c", i)) != NULL; i++) {
		int64_t id = strtoll(v, NULL, 10);

		if (db_int(r,
			    SQL("SELECT 1 FROM creneau c JOIN poste p ON p.id = c.poste_id"
				" WHERE c.id = ? AND p.evenement_id = ?"
				" AND p.retire_le IS NULL"),
			    I(id), I(evenement)) != 0)
			ids[n++] = id;
	}
	return n;
}

static int
agenda_take_creneaux(struct req *r)
{
	int64_t id = caught_id(r, 0), ids[CRENEAUX_A_LA_FOIS];
	int refused = load(r);
	unsigned n;
	const char *why;

	if (refused != 0)
		return refused;
	n = read_choice_of(r, id, ids);
	why = n == 0 ? "Choisissez au moins un créneau." : creneau_take(r, r->user.id, ids, n);
	if (why == NULL)
		return redirect(r, "/agenda/%" PRId64 "/creneaux?j=%s&fait=creneaux-pris", id,
			url_escape(r, param(r, "j")));
	form_error(r, "c", why);
	say(r, "Page.refus", why);
	if (gone(r, ids, n)) {
		show(r);
		return r->status = 409;
	}
	return show(r);
}

const struct route agenda_creneaux_routes[] = {
	{ GET, ":id/creneaux", PROSPECT, agenda_creneaux },
	{ POST, ":id/creneaux", PROSPECT, agenda_take_creneaux },
	{ 0 },
};
