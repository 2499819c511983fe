/* pointage.c - who came: the list that organisers tick, the sheet to print, the code */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/pointage.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/qr.h"
#include "web/reply.h"
#include "web/route.h"

enum { SHOWN = 30, ALL = 2000, CANDIDATES = 5 };

/* The date that the address names, else the nearest, as "date": its id; 0: there is none. */
static int64_t
say_date(struct req *r, int64_t id)
{
	const char *now = clock_sql(&r->mem, clock_now());

	if (!db_one(r, "date",
		    SQL("SELECT d.id, CAST(d.jour AS CHAR) AS jour, d.debut, d.fin, d.etat,"
			" e.journee FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
			" WHERE e.id = ? AND (? = '' OR CAST(d.jour AS CHAR) = ?)"
			" ORDER BY d.fin < ?, ABS(TIMESTAMPDIFF(SECOND, d.debut, ?)) LIMIT 1"),
		    I(id), S(param(r, "date")), S(param(r, "date")), S(now), S(now)))
		return 0;
	evenement_dress(r, row_at(r, "date"));
	return said_id(r, "date.id");
}

/* The event for who organises it, and its date: 0, or the status to answer. */
static int
load(struct req *r, int64_t *date_id)
{
	int refused = agenda_load(r, GERER);

	*date_id = refused == 0 ? say_date(r, caught_id(r, 0)) : 0;
	return refused != 0 ? refused : *date_id == 0 ? not_found(r) : 0;
}

static void
dress(struct req *r, const char *list)
{
	for (struct row *p = row_first(r, list); p != NULL; p = row_next(p)) {
		const char *at = row_text(p, "present_le");
		int64_t who = row_id(p, "contact_id");

		row_say(p, "initiales",
			text_initials(&r->mem, row_text(p, "prenom"), row_text(p, "nom")));
		row_say_int(p, "teinte", text_hue(who != 0 ? who : row_id(p, "id")));
		if (*at != '\0')
			row_say(p, "heure", text_hour(&r->mem, evenement_wall(at)));
	}
}

/* What LIKE looks for: apostrophes are all one, and what is typed means itself. */
static const char *
pattern(struct req *r, const char *q)
{
	struct buffer s = { &r->mem };
	char bytes[4];

	buffer_puts(&s, "%");
	for (int32_t c; (c = text_next(&q)) != 0;)
		if (c == '\'' || c == 0x2019 || c == '%' || c == '_' || c == '\\')
			buffer_puts(&s, "_");
		else
			buffer_add(&s, bytes, text_put(c, bytes));
	buffer_puts(&s, "%");
	return buffer_text(&s);
}

/* Those who are there, or who are awaited; looked for by Q, also those who wait for a seat. */
static void
say_people(struct req *r, const char *list, int64_t date_id, bool there, const char *q, int most)
{
	const char *phone = pointage_telephone(&r->mem, q);

	db_list(r, list,
		SQL("SELECT i.id, COALESCE(i.contact_id, 0) AS contact_id,"
		    " COALESCE(c.prenom, i.prenom) AS prenom, COALESCE(c.nom, i.nom) AS nom,"
		    " p.etat, p.invites, p.present_le, p.sans_inscription,"
		    " i.confirme_le IS NULL AS a_confirmer, COALESCE(b.prenom, '') AS par"
		    " FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " LEFT JOIN contact c ON c.id = i.contact_id"
		    " LEFT JOIN contact b ON b.id = p.present_par"
		    " WHERE p.date_id = ? AND (p.present_le IS NOT NULL) = ?"
		    " AND (p.present_le IS NOT NULL OR p.etat = 'inscrit'"
		    " OR (? <> '' AND p.etat IN ('attente', 'demande')))"
		    " AND (? = '' OR CONCAT_WS(' ', COALESCE(c.prenom, i.prenom),"
		    " COALESCE(c.nom, i.nom)) LIKE ? OR EXISTS (SELECT 1 FROM contact_mot m"
		    " JOIN champ f ON f.id = m.champ_id AND f.genre = 'telephone'"
		    " WHERE m.contact_id = c.id AND m.mot = ?))"
		    " ORDER BY p.present_le DESC, COALESCE(c.nom, i.nom), COALESCE(c.prenom,"
		    " i.prenom), i.id LIMIT ?"),
		I(date_id), I(there), S(q), S(q), S(pattern(r, q)), S(phone != NULL ? phone : "@"),
		I(most));
	dress(r, list);
}

/* Compte.la, .sans, .attendus: of that date. */
static void
say_counts(struct req *r, int64_t date_id)
{
	db_one(r, "Compte",
		SQL("SELECT COALESCE(SUM(present_le IS NOT NULL), 0) AS la,"
		    " COALESCE(SUM(present_le IS NOT NULL AND sans_inscription), 0) AS sans,"
		    " COALESCE(SUM(present_le IS NULL AND etat = 'inscrit'), 0) AS attendus,"
		    " COALESCE(SUM(present_le IS NOT NULL OR etat = 'inscrit'), 0) AS tous"
		    " FROM place WHERE date_id = ?"),
		I(date_id));
}

/* Code.dit, .adresse, .court, .ouvre, .ferme and its drawing, when the date has one. */
static void
say_code(struct req *r, int64_t date_id)
{
	const char *code = pointage_code(r, date_id), *host = strstr(conf.site_url, "://");
	time_t from = clock_parse(said(r, "date.debut")) - POINTAGE_MARGE,
	       to = clock_parse(said(r, "date.fin")) + POINTAGE_MARGE;

	if (code == NULL)
		return;
	say(r, "Code.dit", pointage_code_dit(&r->mem, code));
	say(r, "Code.court", arena_printf(&r->mem, "%s/p", host != NULL ? host + 3 : ""));
	say(r, "Code.ouvre", text_hour(&r->mem, wall_at(from)));
	say(r, "Code.ferme", text_hour(&r->mem, wall_at(to)));
	say_int(r, "Code.ouvert", from <= clock_now() && clock_now() <= to);
	qr_say(r, arena_printf(&r->mem, "%s/agenda/pointer/%s", conf.site_url, code));
}

/* Dates of a series, the nearest ones. */
static void
say_dates(struct req *r, int64_t id)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_list(r, "Dates",
		SQL("SELECT n.jour, n.debut, n.fin, n.journee FROM (SELECT CAST(d.jour AS CHAR)"
		    " AS jour, d.debut, d.fin, e.journee FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id WHERE e.id = ?"
		    " ORDER BY ABS(TIMESTAMPDIFF(SECOND, d.debut, ?)) LIMIT 24) n"
		    " ORDER BY n.debut"),
		I(id), S(now));
	for (struct row *d = row_first(r, "Dates"); d != NULL; d = row_next(d)) {
		evenement_dress(r, d);
		if (strcmp(row_text(d, "jour"), said(r, "date.jour")) == 0)
			row_say(d, "choisi", "1");
	}
}

static int
show(struct req *r, int64_t date_id)
{
	const char *v = param(r, "v"),
		   *q = text_cut(&r->mem, text_line(&r->mem, param(r, "n")), 80);

	v = strcmp(v, "attendus") == 0 || strcmp(v, "la") == 0 ? v : "";
	say_counts(r, date_id);
	if (strcmp(v, "la") != 0)
		say_people(r, "attendus", date_id, false, q, ALL);
	if (strcmp(v, "attendus") != 0)
		say_people(r, "presents", date_id, true, q, *v != '\0' || *q != '\0' ? ALL : SHOWN);
	if (*v == '\0' && *q == '\0' && said_int(r, "Compte.la") > SHOWN)
		say_int(r, "Compte.autres", said_int(r, "Compte.la") - SHOWN);
	say(r, "Filtre.v", v);
	say(r, "Filtre.n", q);
	say_dates(r, caught_id(r, 0));
	say_code(r, date_id);
	title(r, "Pointage – %s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "agenda/pointage.cs");
}

static int
agenda_attendance(struct req *r)
{
	int64_t date_id;
	int refused = load(r, &date_id);

	return refused != 0 ? refused : show(r, date_id);
}

/* Back to the list as it was. */
static int
noted(struct req *r, const char *fait)
{
	const char *v = url_escape(r, param(r, "v")), *n = url_escape(r, param(r, "n"));

	return redirect(r, "/agenda/%" PRId64 "/pointage?date=%s&v=%s&n=%s&fait=%s",
		caught_id(r, 0), said(r, "date.jour"), v, n, fait);
}

/* Who bears that name, among those whom the reader sees: "candidats".  Prénom and nom stand in any
 * order, and the whole of both is wanted: a list is no way to go through the directory. */
static int
say_candidates(struct req *r, const char *name)
{
	const char *keys[4] = { "", "", "", "" };
	unsigned n = 0;

	for (const char *s = name; n < 4 && (s = strchr(s, ' ')) != NULL;) {
		const char *head = arena_printf(&r->mem, "%.*s", (int) (s - name), name);

		keys[n++] = text_sort_key(&r->mem, ++s, head);
		if (n < 4)
			keys[n++] = text_sort_key(&r->mem, head, s);
	}
	return db_list(r, "candidats",
		SQL("SELECT c.id, c.id AS contact_id, c.prenom, c.nom FROM contact c"
		    " JOIN objet o ON o.id = c.id WHERE c.tri IN (?, ?, ?, ?) AND c.tri <> ''"
		    " AND c.acces > 0 AND " SEES("o") " ORDER BY c.id LIMIT 5"),
		S(keys[0]), S(keys[1]), S(keys[2]), S(keys[3]), ME(r));
}

static bool
sees(struct req *r, int64_t contact_id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
			   " AND c.acces > 0 AND " SEES("o")),
		       I(contact_id), ME(r)) != 0;
}

/* Somebody whose name was typed: registered after all, of the directory, or a name alone. */
static int
add(struct req *r, int64_t date_id)
{
	const char *name = "";
	int64_t contact = 0, found;
	bool alone = false;
	const struct field fields[] = { { "nom", LINE(&name), REQUIRED, .max = 200 },
		{ "contact", ID(&contact) }, { "seul", YES(&alone) }, { 0 } };
	const char *space;

	form_read(r, fields);
	name = text_line(&r->mem, name);
	if (!r->invalid && *name == '\0')
		form_error(r, "nom", "Écrivez un prénom et un nom.");
	if (r->invalid)
		return show(r, date_id);
	if ((found = pointage_cherche(r, date_id, name)) != 0 && contact == 0) {
		pointage_arrive(r, date_id, found, r->user.id);
		return noted(r, "pointage-note");
	}
	if (contact != 0 && !sees(r, contact))
		return not_found(r);
	if (contact == 0 && !alone && say_candidates(r, name) > 0) {
		dress(r, "candidats");
		return show(r, date_id);
	}
	space = strchr(name, ' ');
	pointage_venu(r, date_id, contact,
		space != NULL ? arena_printf(&r->mem, "%.*s", (int) (space - name), name) : name,
		space != NULL ? space + 1 : "", r->user.id);
	return noted(r, "pointage-ajout");
}

static int
agenda_tick(struct req *r)
{
	int64_t date_id, there = 0, undone = 0;
	const struct field fields[] = { { "la", ID(&there) }, { "retirer", ID(&undone) }, { 0 } };
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return show(r, date_id);
	if (there != 0)
		return pointage_arrive(r, date_id, there, r->user.id) == POINTAGE_INCONNU ?
			not_found(r) :
			noted(r, "pointage-note");
	if (undone != 0) {
		pointage_retire(r, date_id, undone);
		return noted(r, "pointage-retire");
	}
	return add(r, date_id);
}

static int
agenda_sheet(struct req *r)
{
	int64_t date_id;
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	say_counts(r, date_id);
	say_people(r, "attendus", date_id, false, "", ALL);
	say_people(r, "presents", date_id, true, "", ALL);
	title(r, "Feuille de présence – %s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "agenda/feuille.cs");
}

static int
agenda_screen(struct req *r)
{
	int64_t date_id;
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	say_counts(r, date_id);
	say_code(r, date_id);
	say(r, "Page.shell", "nu");
	title(r, "Code de pointage – %s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "agenda/ecran.cs");
}

static int
agenda_code(struct req *r)
{
	const char *what = "";
	const struct field fields[] = {
		{ "faire", CHOICE(&what), REQUIRED, .choices = "ouvrir|changer|fermer" }, { 0 }
	};
	int64_t date_id;
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return show(r, date_id);
	if (strcmp(what, "fermer") == 0)
		pointage_code_ferme(r, date_id);
	else if (strcmp(what, "changer") == 0 || pointage_code(r, date_id) == NULL)
		pointage_code_change(r, date_id);
	journal(r, arena_printf(&r->mem, "pointage.%s", what), caught_id(r, 0), NULL, NULL);
	return redirect(r, "/agenda/%" PRId64 "/pointage%s?date=%s", caught_id(r, 0),
		strcmp(what, "fermer") == 0 ? "" : "/ecran", said(r, "date.jour"));
}

const struct route agenda_pointage_routes[] = {
	{ GET, ":id/pointage", PROSPECT, agenda_attendance },
	{ POST, ":id/pointage", PROSPECT, agenda_tick },
	{ GET, ":id/pointage/feuille", PROSPECT, agenda_sheet },
	{ GET, ":id/pointage/ecran", PROSPECT, agenda_screen },
	{ POST, ":id/pointage/code", PROSPECT, agenda_code },
	{ 0 },
};
