/* resultats.c - the agenda: what takes place, and when, as a list and as a table */

#include <inttypes.h>
#include <string.h>

#include "agenda/vues.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/socle/journal.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 10, PAR_DATA = 100 };

const struct list agenda_list = { "/agenda",
	KEEPS("qui", "km", "type", "groupe", "tag", "campagne", "departement", "passes", "du",
		"au"),
	PAR };

/* Who organises, for who sees that group or person. */
#define OF_ORGANISER \
	" FROM objet oo_ WHERE oo_.id = COALESCE(e.groupe_id, e.organisateur_id)" \
	" AND " SEES("oo_") ")"
#define TYPE "IF(e.type <> '', e.type, COALESCE(g.type, ''))"
/* Of a row: what everybody who sees the event may know, and the reader's own state. */
#define ROW \
	"SELECT o.id, o.titre, d.id AS date_id, d.jour, d.debut, d.fin, e.journee," \
	" COALESCE(d.lieu, e.lieu) AS lieu, e.lien, e.rrule <> '' AS serie," \
	" e.visibilite, e.places, d.pris AS inscrits, d.attente," \
	" (e.etat = 'annule' OR d.etat = 'annule') AS annule," \
	" (SELECT oo_.id" OF_ORGANISER " AS `organisateur.id`," \
	" (SELECT oo_.titre" OF_ORGANISER " AS `organisateur.nom`," \
	" " TYPE " AS type, COALESCE((SELECT ty_.teinte FROM groupe_type ty_" \
	" WHERE ty_.cle = " TYPE "), 6) AS teinte," \
	" COALESCE((SELECT p_.etat FROM inscription i_" \
	" JOIN place p_ ON p_.inscription_id = i_.id WHERE i_.evenement_id = e.id" \
	" AND i_.contact_id = ? AND p_.date_id = d.id), '') AS place_etat," \
	" EXISTS (SELECT 1 FROM evenement_invite v_" \
	" WHERE v_.evenement_id = e.id AND v_.contact_id = ?) AS invite"
#define ROW_BINDS(r) ME(r), ME(r), ME(r)

static const char *
state_of(struct row *e)
{
	const char *place = row_text(e, "place_etat");

	if (strcmp(place, "inscrit") == 0)
		return "inscrit";
	if (strcmp(place, "attente") == 0 || strcmp(place, "demande") == 0)
		return "attente";
	return row_int(e, "invite") != 0 ? "invite" : "aucun";
}

/* "2026-12-01T18:00:00Z" */
static void
say_moment(struct req *r, struct row *e, const char *name)
{
	char *s = arena_printf(&r->mem, "%sZ", row_text(e, name));

	if (strlen(s) > 10)
		s[10] = 'T';
	row_say(e, name, s);
}

/* How the row of a date is shown: its month, its address, its state, what is left of its places. */
static void
dress(struct req *r, struct row *e)
{
	struct wall w = evenement_wall(row_text(e, "debut"));
	int places = row_int(e, "places"), left = places - row_int(e, "inscrits");

	evenement_dress(r, e);
	row_say(e, "mois", arena_printf(&r->mem, "%04d-%02d", w.year, w.month));
	row_say(e, "mon_etat", state_of(e));
	row_say(e, "url",
		arena_printf(&r->mem,
			row_int(e, "serie") != 0 ? "/agenda/%s?date=%s" : "/agenda/%s",
			row_text(e, "id"), row_text(e, "jour")));
	if (*row_text(e, "places") != '\0') {
		if (left <= 0)
			row_say(e, "complet", "1");
		else if (left <= 3)
			row_say_int(e, "reste", left);
	}
	if (r->format != JSON)
		return;
	row_say(e, "places", row_text(e, "places"));
	say_moment(r, e, "debut");
	say_moment(r, e, "fin");
}

/* Say items: the dates that are asked, N of them from FIRST. */
void
vue_say_items(struct req *r, const struct vue *v, int64_t first, int64_t n)
{
	if (v->passes)
		db_list(r, "items",
			VUE_SQL(v, ROW,
				" ORDER BY d.debut DESC, d.fin DESC, d.liste_id DESC, d.id DESC"
				" LIMIT ? OFFSET ?"),
			ROW_BINDS(r), VUE_BINDS(r, v), I(n), I(first));
	else
		db_list(r, "items",
			VUE_SQL(v, ROW,
				" ORDER BY d.debut, d.fin, d.liste_id, d.id LIMIT ? OFFSET ?"),
			ROW_BINDS(r), VUE_BINDS(r, v), I(n), I(first));
	for (struct row *e = row_first(r, "items"); e != NULL; e = row_next(e))
		dress(r, e);
}

/* Say Mois: the months of items, in their order, under the words of a heading. */
static void
say_months(struct req *r)
{
	const char *last = "";
	unsigned n = 0;

	for (struct row *e = row_first(r, "items"); e != NULL; e = row_next(e)) {
		const char *month = row_text(e, "mois");
		struct wall w = evenement_wall(row_text(e, "debut"));
		struct row *m;

		if (strcmp(month, last) == 0)
			continue;
		last = month;
		m = row_nth(r, "Mois", n++);
		row_say(m, "mois", month);
		row_say(m, "libelle", vue_month(r, w));
	}
}

/* ---- the table ---- */

static void
write_row(struct req *r, struct sheet *sheet, struct rows *d)
{
	const char *debut = db_text(d, 0), *fin = db_text(d, 1);
	bool journee = db_num(d, 2) != 0;

	for (unsigned i = 0; i < 2; i++) {
		time_t t = clock_parse(i == 0 ? debut : fin) - (i == 1 && journee);
		char *s = wall_iso(&r->mem, wall_at(t));

		s[10] = journee ? '\0' : ' ';
		sheet_cell(sheet, s);
	}
	for (unsigned i = 3; i < db_columns(d); i++)
		sheet_cell(sheet, db_text(d, i));
	sheet_row(sheet);
}

/* R22: what each group does and did, over a period. */
static int
agenda_export(struct req *r, const struct vue *v)
{
	static const char *const columns[] = { "Début", "Fin", "Titre", "Type", "Organisé par",
		"Lieu", "Département", "Qui le voit", "Places", "Inscrits", "En attente", "Venus",
		"État", "Étiquettes", "Adresse" };
	struct sheet *sheet = sheet_open(
		&r->mem, table_kind(r), "Agenda", columns, sizeof columns / sizeof *columns);
	struct rows *d = db_rows(r,
		VUE_SQL(v,
			"SELECT d.debut, d.fin, e.journee, o.titre,"
			" (SELECT ty_.titre FROM groupe_type ty_"
			" WHERE ty_.cle = " TYPE "),"
			" (SELECT oo_.titre" OF_ORGANISER
			", COALESCE(d.lieu, e.lieu), e.departement,"
			" CASE e.visibilite WHEN 'public' THEN 'Tout le monde'"
			" WHEN 'benevoles' THEN 'Tous les bénévoles'"
			" WHEN 'groupes' THEN 'Les groupes choisis'"
			" ELSE 'Les personnes invitées' END,"
			" e.places, d.pris, d.attente, (SELECT COUNT(*) FROM place p_"
			" WHERE p_.date_id = d.id AND p_.present_le IS NOT NULL),"
			" IF(e.etat = 'annule' OR d.etat = 'annule', 'Annulé', ''),"
			" (SELECT GROUP_CONCAT(t_.nom ORDER BY t_.nom SEPARATOR '; ')"
			" FROM objet_etiquette oe_ JOIN etiquette t_"
			" ON t_.id = oe_.etiquette_id WHERE oe_.objet_id = o.id),"
			" CONCAT('/agenda/', o.id)",
			" ORDER BY d.debut, d.fin, d.liste_id, d.id"),
		ME(r), VUE_BINDS(r, v));

	while (db_next(d, &r->mem))
		write_row(r, sheet, d);
	journal_apart(r, "agenda.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "agenda");
}

/* The same dates for her own calendar; as many as one file may hold. */
static int
agenda_calendar(struct req *r, const struct vue *v)
{
	return agenda_ics(r,
		db_string(r,
			VUE_SQL(v,
				"SELECT CONCAT('[', COALESCE(GROUP_CONCAT(x.id), ''), ']')"
				" FROM (SELECT d.id",
				" ORDER BY d.debut, d.fin, d.liste_id, d.id LIMIT 1000) x"),
			VUE_BINDS(r, v)),
		"Agenda", "agenda");
}

/* ---- the page ---- */

/* Earlier and later than page HERE: the list of what is to come goes on before its beginning. */
static void
say_periods(struct req *r, const struct vue *v, int64_t here, int64_t total)
{
	struct list other = agenda_list;
	bool more = here * PAR < total, period = *param(r, "du") != '\0' || *param(r, "au") != '\0';
	const char *on = list_link(
		r, &other, "page", more ? arena_printf(&r->mem, "%" PRId64, here + 1) : NULL);
	const char *back = here > 1 ?
		list_link(r, &other, "page",
			here > 2 ? arena_printf(&r->mem, "%" PRId64, here - 1) : NULL) :
		NULL;
	const char *turned = list_link(r, &other, "passes", v->passes ? NULL : "1");

	if (v->passes) {
		say(r, "Plus.tard", back != NULL ? back : turned);
		if (more)
			say(r, "Plus.tot", on);
		return;
	}
	if (more)
		say(r, "Plus.tard", on);
	if (back != NULL)
		say(r, "Plus.tot", back);
	else if (!period)
		say(r, "Plus.tot", turned);
}

static int
agenda_list_page(struct req *r, const struct vue *v)
{
	int64_t here = pager_asked(r), par = r->format == JSON ? PAR_DATA : PAR;
	int64_t total = vue_plain(v) ?
		db_int(r, SQL("SELECT COUNT(*) FROM evenement_date d WHERE" VUE_DATES),
			VUE_DATES_BINDS(r, v)) :
		db_int(r, VUE_SQL(v, "SELECT COUNT(*)", ""), VUE_BINDS(r, v));
	struct list list = agenda_list;

	list.par = par;
	vue_say_items(r, v, (here - 1) * par, par);
	list_pager(r, &list, here, total);
	if (r->format == JSON)
		return page(r, "agenda/index.cs");
	say_months(r);
	if (total == 0)
		vue_say_near(r, v);
	say_periods(r, v, here, total);
	vue_say_filters(r, v, &agenda_list);
	say(r, "Filtre.ics", list_at(r, &agenda_list, "/agenda.ics", "page", NULL));
	if (r->user.level >= MEMBER && evenement_may_create(r, 0))
		say(r, "Droits.cree", "1");
	if (v->passes)
		say(r, "Passes", "1");
	say(r, "Filtre.total_texte",
		arena_printf(
			&r->mem, "%s date%s", text_number(&r->mem, total), total > 1 ? "s" : ""));
	title(r, "Agenda");
	return page(r, "agenda/index.cs");
}

/* ?vue=: another word than these is a filter that nothing is. */
static int
agenda_list_of(struct req *r)
{
	struct vue v = vue_read(r);
	const char *vue = param(r, "vue");
	bool month = strcmp(vue, "mois") == 0, week = strcmp(vue, "semaine") == 0;

	if (month)
		vue_read_month(r, &v);
	else if (week)
		vue_read_week(r, &v);
	else if (*vue != '\0' && strcmp(vue, "liste") != 0)
		vue_unknown(r, &v, "vue", "présentation");
	if (table_asked(r))
		return agenda_export(r, &v);
	if (r->format == ICS)
		return agenda_calendar(r, &v);
	if (r->format == JSON || (!month && !week))
		return agenda_list_page(r, &v);
	return month ? vue_show_month(r, &v) : vue_show_week(r, &v);
}

const struct route agenda_resultats_routes[] = {
	{ GET, "", PROSPECT, agenda_list_of, .formats = CSV | XLSX | ICS },
	{ 0 },
};
