/* moi.c - my hours: by year, by mission, one by one; declaring some */

#include <inttypes.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/duree.h"
#include "heures/heures.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { PAR = 20, QUOI = 200, PLUS_TOT = 400 /* days that one may go back */ };

static const struct list list = { "/heures", KEEPS("an"), PAR };

/* What the mission of h, objet o, is called; NULL: none, or the reader sees it no more.  Binds
 * ME(r). */
#define MISSION "IF(" SEES("o") ", o.titre, NULL)"

/* The year asked, or this one. */
static int64_t
year_asked(struct req *r)
{
	int64_t an = strtoll(param(r, "an"), NULL, 10);

	return an >= 2000 && an < 2200 ? an : wall_at(clock_now()).year;
}

/* What the reader gave in that year: "total.*", "missions.N". */
static void
say_totals(struct req *r, int64_t an)
{
	int64_t minutes = 0, waiting = 0, all = 0, most = 0;

	db_read(r,
		SQL("SELECT COALESCE(SUM(IF(etat = 'validee' AND YEAR(jour) = ?, minutes, 0)), 0),"
		    " COALESCE(SUM(IF(etat = 'a_valider', minutes, 0)), 0),"
		    " COALESCE(SUM(IF(etat = 'validee', minutes, 0)), 0)"
		    " FROM heures WHERE contact_id = ?"),
		INTO(TO(&minutes), TO(&waiting), TO(&all)), I(an), I(r->user.id));
	say(r, "total.annee", duree_words(&r->mem, minutes));
	say_int(r, "total.minutes", minutes);
	say(r, "total.attente", duree_words(&r->mem, waiting));
	say(r, "total.tout", duree_words(&r->mem, all));
	db_list(r, "missions",
		SQL("SELECT COALESCE(" MISSION ", 'Un groupe') AS titre,"
		    " SUM(h.minutes) AS minutes FROM heures h"
		    " LEFT JOIN objet o ON o.id = h.groupe_id"
		    " WHERE h.contact_id = ? AND h.etat = 'validee' AND YEAR(h.jour) = ?"
		    " GROUP BY h.groupe_id ORDER BY minutes DESC LIMIT 20"),
		ME(r), I(r->user.id), I(an));
	for (struct row *m = row_first(r, "missions"); m != NULL; m = row_next(m)) {
		most = most > 0 ? most : row_int(m, "minutes");
		row_say_int(m, "max", most);
		row_say(m, "duree", duree_words(&r->mem, row_int(m, "minutes")));
	}
}

static void
say_years(struct req *r, int64_t an)
{
	db_list(r, "annees",
		SQL("SELECT DISTINCT YEAR(jour) AS an FROM heures WHERE contact_id = ?"
		    " UNION SELECT ? ORDER BY an DESC LIMIT 8"),
		I(r->user.id), I(wall_at(clock_now()).year));
	for (struct row *y = row_first(r, "annees"); y != NULL; y = row_next(y))
		if (row_id(y, "an") == an)
			row_say(y, "ici", "1");
	say_int(r, "an", an);
}

/* The groups that she may give hours to: her own. */
static void
say_missions(struct req *r)
{
	db_list(r, "Missions",
		SQL("SELECT DISTINCT o.id AS valeur, o.titre AS libelle FROM " OWN_MEMBERSHIPS(
			"m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
			     " ORDER BY o.titre LIMIT 40"),
		I(r->user.id));
	for (struct row *m = row_first(r, "Missions"); m != NULL; m = row_next(m))
		if (row_id(m, "valeur") == strtoll(said(r, "Form.mission.value"), NULL, 10))
			row_say(m, "choisi", "1");
}

#define MINE_OF_YEAR \
	" FROM heures h LEFT JOIN objet o ON o.id = h.groupe_id" \
	" LEFT JOIN contact c ON c.id = h.decide_par" \
	" WHERE h.contact_id = ? AND YEAR(h.jour) = ?"

static int
take(struct req *r, int64_t an)
{
	static const char *const columns[] = { "Jour", "Quoi", "Mission", "Origine", "Minutes",
		"État", "Raison" };

	return table_reply(r, "heures", "heures.export", r->user.id, columns, 7,
		db_rows(r,
			SQL("SELECT h.jour, h.quoi, " MISSION ", CASE h.source WHEN 'pointage'"
			    " THEN 'Pointage' WHEN 'creneau' THEN 'Créneau' ELSE 'Déclaration' END,"
			    " h.minutes, CASE h.etat WHEN 'validee' THEN 'Validées'"
			    " WHEN 'refusee' THEN 'Refusées' ELSE 'À valider' END,"
			    " h.raison" MINE_OF_YEAR " ORDER BY h.jour, h.id"),
			ME(r), I(r->user.id), I(an)));
}

static int
heures_moi(struct req *r)
{
	int64_t an = year_asked(r), n = pager_asked(r);

	if (table_asked(r))
		return take(r, an);
	say_totals(r, an);
	say_years(r, an);
	say_missions(r);
	say_int(r, "Decide", heures_waiting(r));
	db_list(r, "items",
		SQL("SELECT h.id, h.jour, h.minutes, h.minutes_avant, h.source, h.quoi, h.debut,"
		    " h.fin, h.fin_prevue, h.etat, h.raison, " MISSION
		    " AS mission, c.prenom AS decide_prenom" MINE_OF_YEAR
		    " ORDER BY h.jour DESC, h.id DESC LIMIT ? OFFSET ?"),
		ME(r), I(r->user.id), I(an), I(PAR), I((n - 1) * PAR));
	heures_dress(r, "items");
	list_pager(
		r, &list, n, db_int(r, SQL("SELECT COUNT(*)" MINE_OF_YEAR), I(r->user.id), I(an)));
	say(r, "Aujourdhui", text_iso_at(&r->mem, clock_now()));
	title(r, "Mes heures");
	return page(r, "heures/moi.cs");
}

/* A day of the past, of little more than a year. */
static void
check_day(struct req *r, const char **jour)
{
	struct wall w, today = wall_at(clock_now());

	if ((*jour = text_iso(&r->mem, *jour)) == NULL || !wall_read(*jour, &w))
		form_error(r, "jour", "Donnez une date, par exemple 14/09/2026.");
	else if (wall_days_between(w, today) < 0)
		form_error(r, "jour", "Ce jour n’est pas encore passé\u00A0: déclarez-les après.");
	else if (wall_days_between(w, today) > PLUS_TOT)
		form_error(r, "jour",
			"Ce jour date de plus d’un an\u00A0: demandez à votre coordination.");
}

static int
heures_declaration(struct req *r)
{
	struct declaration d = { .quoi = "", .jour = "" };
	const char *duree = "";
	const struct field fields[] = {
		{ "quoi", LINE(&d.quoi), REQUIRED, .max = QUOI },
		{ "mission", ID(&d.groupe), REQUIRED },
		{ "jour", LINE(&d.jour), REQUIRED, .max = 10 },
		{ "duree", LINE(&duree), REQUIRED, .max = 20 },
		{ 0 },
	};

	if (form_read(r, fields)) {
		check_day(r, &d.jour);
		if ((d.minutes = duree_read(duree)) < 0)
			form_error(r, "duree",
				"Donnez une durée, par exemple 1\u00A0h\u00A030 ou 45\u00A0min.");
		if (db_int(r, SQL("SELECT " MINE("?")), I(d.groupe), I(r->user.id)) == 0)
			form_error(r, "mission", "Choisissez une de vos missions.");
	}
	if (r->invalid)
		return heures_moi(r);
	heures_declare(r, &d);
	return redirect(r, "/heures?an=%.4s&fait=declarees", d.jour);
}

static int
heures_retirer(struct req *r)
{
	return heures_withdraw(r, caught_id(r, 0)) ? redirect(r, "/heures?fait=retirees") :
						     not_found(r);
}

const struct route heures_moi_routes[] = {
	{ GET, "", MEMBER, heures_moi, .formats = CSV | XLSX },
	{ POST, "", MEMBER, heures_declaration },
	{ POST, ":id/retirer", MEMBER, heures_retirer },
	{ 0 },
};
