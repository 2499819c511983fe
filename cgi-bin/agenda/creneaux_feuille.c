/* creneaux_feuille.c - the sheet of a day's shifts, by post and hour, to print: who holds them, and
 * room for who comes unannounced */

#include <inttypes.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/creneau.h"
#include "web/reply.h"
#include "web/route.h"

enum { LIGNES = 1500, LIBRES = 4 };

/* The day asked for; else the first that is not over, else the last. */
static const char *
day_of_sheet(struct req *r, int64_t id)
{
	const char *day = text_iso(&r->mem, param(r, "j"));

	if (day == NULL)
		day = db_string(r,
			SQL("SELECT COALESCE(MIN(IF(c.fin > ?, c.jour, NULL)), MAX(c.jour), '')"
			    " FROM creneau c JOIN poste p ON p.id = c.poste_id"
			    " WHERE p.evenement_id = ? AND c.etat <> 'annule'"),
			S(clock_sql(&r->mem, clock_now())), I(id));
	return day == NULL ? "" : arena_strdup(&r->mem, day);
}

/* Say Gens.N.{id (of the shift), prenom, nom, present}: who holds shifts of that day. */
static void
say_holders(struct req *r, int64_t id, const char *day)
{
	db_list(r, "Gens",
		SQL("SELECT c.id, k.prenom, k.nom, t.present_le IS NOT NULL AS present"
		    " FROM creneau c JOIN poste p ON p.id = c.poste_id"
		    " JOIN creneau_place t ON t.creneau_id = c.id AND t.etat = 'pris'"
		    " JOIN contact k ON k.id = t.contact_id WHERE p.evenement_id = ?"
		    " AND c.jour = ? AND c.etat <> 'annule' ORDER BY c.id, k.tri, k.id LIMIT ?"),
		I(id), S(day), I(LIGNES));
}

/* Say Creneaux.N.gens.M: those who hold it, then as many empty lines as it has room, LIBRES at
 * most. */
static void
say_lines(struct req *r, int at, const struct creneau *c)
{
	int n = 0;

	for (struct row *g = row_first(r, "Gens"); g != NULL; g = row_next(g)) {
		struct row *line;

		if (row_id(g, "id") != c->id)
			continue;
		line = row_at(r, arena_printf(&r->mem, "Creneaux.%d.gens.%d", at, n++));
		row_say(line, "prenom", row_text(g, "prenom"));
		row_say(line, "nom", row_text(g, "nom"));
		row_say(line, "present", row_text(g, "present"));
	}
	for (int i = 1; i <= LIBRES && i <= c->maximum - c->pris; i++)
		row_say_int(row_at(r, arena_printf(&r->mem, "Creneaux.%d.gens.%d", at, n++)),
			"libre", i);
}

static int
agenda_shift_sheet(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = agenda_load(r, GERER);
	const char *day;
	const struct creneau *all;
	struct wall w;
	unsigned n;

	if (refused != 0)
		return refused;
	day = day_of_sheet(r, id);
	say_holders(r, id, day);
	all = creneaux_of(r, id, day, &n);
	for (unsigned i = 0; i < n; i++) {
		struct row *row = row_nth(r, "Creneaux", i);

		row_say(row, "titre", all[i].titre);
		row_say(row, "lieu", all[i].lieu);
		row_say(row, "heures", creneau_heures(r, all[i].debut, all[i].fin));
		row_say_int(row, "pris", all[i].pris);
		row_say_int(row, "maximum", all[i].maximum);
		row_say_int(row, "manque", all[i].minimum - all[i].pris);
		say_lines(r, (int) i, &all[i]);
	}
	say(r, "Jour", day);
	say(r, "JourNom", wall_read(day, &w) ? text_day_long(&r->mem, w, clock_now()) : "");
	title(r, "Feuille des créneaux – %s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "agenda/creneaux_feuille.cs");
}

const struct route agenda_creneaux_feuille_routes[] = {
	{ GET, ":id/creneaux/feuille", PROSPECT, agenda_shift_sheet },
	{ 0 },
};
