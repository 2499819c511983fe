/* listes.c - the tables behind the figures: départements, months, groups, missions, one's own
 * page */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/contacts/contact.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/sheet.h"
#include "web/table_reply.h"

enum { PAR = 25 };

#define SCOPE KEEPS("perimetre", "segment", "groupe")
static const struct list departements = { "/tableau-de-bord/departements", SCOPE, PAR },
			 missions = { "/tableau-de-bord/missions", SCOPE, PAR };

static const char *
people_of(struct req *r, const struct bord *b, const char *code)
{
	return bord_may(r, b, "par-departement") ?
		bord_list(r, b,
			arena_printf(&r->mem, "par-departement=%s&par-profil=benevole", code)) :
		NULL;
}

/* All départements, most people first: what the map shows, as a table. */
static int
tableau_de_bord_departements(struct req *r)
{
	struct rows *rows;
	int64_t all = 0, i = 0, at = pager_asked(r), n;
	struct bord b;

	if (!bord_read(r, &b) || (!bord_whole(&b) && !bord_may(r, &b, "par-departement")))
		return not_found(r);
	bord_count(r, &b);
	bord_say(r, &b);
	row_at(r, "items");
	rows = db_rows(r, SQL("SELECT code, nom FROM departement ORDER BY code"));
	while (db_next(rows, &r->mem)) {
		const char *code = arena_strdup(&r->mem, db_text(rows, 0));

		all++;
		if (r->format == HTML && (all <= (at - 1) * PAR || all > at * PAR))
			continue;
		row_say(bord_figure(r, arena_printf(&r->mem, "items.%" PRId64, i++),
				arena_strdup(&r->mem, db_text(rows, 1)),
				bord_n(&b, "departement", code), people_of(r, &b, code)),
			"code", code);
	}
	if ((n = bord_n(&b, "departement", "00")) > 0)
		bord_figure(r, "ailleurs", "Hors de France, ou code postal inconnu", n,
			people_of(r, &b, "00"));
	list_pager(r, &departements, at, all);
	title(r, "Bénévoles par département");
	return page(r, "tableau_de_bord/departements.cs");
}

/* Arrivals and departures, month by month: what the curve shows, as a table. */
static int
tableau_de_bord_mois(struct req *r)
{
	struct bord b;

	if (!bord_read(r, &b) || (!bord_whole(&b) && !b.follows))
		return not_found(r);
	bord_count(r, &b);
	bord_say(r, &b);
	for (int i = 0; i < MOIS; i++) {
		const char *month = dessin_month(r, &b, MOIS - 1 - i);
		const char *at = arena_printf(&r->mem, "items.%d", i);
		const char *day = text_day(&r->mem, arena_printf(&r->mem, "%s-02", month));

		say(r, arena_printf(&r->mem, "%s.mois", at), month);
		say(r, arena_printf(&r->mem, "%s.libelle", at),
			day + strcspn(day, "abcdefghijklmnopqrstuvwxyz"));
		bord_figure(r, arena_printf(&r->mem, "%s.arrivees", at), "arrivées",
			bord_n(&b, "arrivee", month),
			bord_moment(r, &b, "par-arrivee", month, NULL));
		bord_figure(r, arena_printf(&r->mem, "%s.departs", at), "départs",
			bord_n(&b, "depart", month), bord_moment(r, &b, "par-depart", month, NULL));
	}
	title(r, "Arrivées et départs");
	return page(r, "tableau_de_bord/mois.cs");
}

/* ---- missions ---- */

/* Of volunteers that the reader sees, in groups of a scope that count in its figures.  Binds
 * PLACES_ME(r, b). */
#define PLACES \
	" FROM " MEMBERS_AMONG("m") " JOIN contact c ON c.id = m.contact_id AND c.acces = 2" \
				    " AND c.retire_le IS NULL JOIN objet o ON o.id = c.id" \
				    " JOIN objet g ON g.id = m.groupe_id" \
				    " LEFT JOIN groupe_role gr ON gr.cle = m.role" \
				    " WHERE (? OR c.id IN (SELECT k.id FROM JSON_TABLE(?, '$[*]'" \
				    " COLUMNS (id BIGINT PATH '$')) k))" \
				    " AND " SEES("o") " GROUP BY c.tri, c.id, m.groupe_id" \
						      " ORDER BY c.tri, c.id, m.groupe_id"
#define PLACES_ME(r, b) \
	AMONG(groupes_counted(r, (b)->groupe)), I((b)->ids == NULL), \
		S((b)->ids != NULL ? (b)->ids : "[]"), ME(r)

static int
take_missions(struct req *r, const struct bord *b)
{
	static const char *const columns[] = { "Nom", "Prénom", "Groupe", "Rôles", "Depuis le",
		"Numéro Essaim" };

	return table_reply(r, "missions", "tableau_de_bord.missions_export",
		b->groupe != 0 ? b->groupe : b->segment, columns, 6,
		db_rows(r,
			SQL("SELECT c.nom, c.prenom, g.titre,"
			    " GROUP_CONCAT(DISTINCT COALESCE(gr.titre, m.role)"
			    " ORDER BY gr.ordre SEPARATOR ', '),"
			    " MIN(m.debut), c.id" PLACES),
			PLACES_ME(r, b)));
}

/* Who holds which place in which group, of the volunteers that the reader sees. */
static int
tableau_de_bord_missions(struct req *r)
{
	int64_t at = pager_asked(r), total;
	struct bord b;

	if (!bord_read(r, &b) || !b.follows)
		return not_found(r);
	if (table_asked(r))
		return take_missions(r, &b);
	bord_count(r, &b);
	bord_say(r, &b);
	total = bord_n(&b, "missions", "toutes");
	row_at(r, "items");
	db_list(r, "items",
		SQL("SELECT c.id, c.prenom, c.nom, m.groupe_id, g.titre AS groupe,"
		    " MIN(m.debut) AS depuis" PLACES " LIMIT ? OFFSET ?"),
		PLACES_ME(r, &b), I(PAR), I((at - 1) * PAR));
	for (struct row *p = row_first(r, "items"); p != NULL; p = row_next(p)) {
		visage(r, p, "id");
		row_say(p, "jour", text_day_near(&r->mem, row_text(p, "depuis"), clock_now()));
	}
	list_pager(r, &missions, at, total);
	title(r, "Missions");
	return page(r, "tableau_de_bord/missions.cs");
}

const struct route tableau_de_bord_listes_routes[] = {
	{ GET, "departements", PROSPECT, tableau_de_bord_departements },
	{ GET, "mois", PROSPECT, tableau_de_bord_mois },
	{ GET, "missions", MEMBER, tableau_de_bord_missions, .formats = CSV | XLSX },
	{ 0 },
};
