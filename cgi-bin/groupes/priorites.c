/* priorites.c - the priorities of a group; those of all groups on one page; what is reported */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/fil/priorite.h"
#include "domain/fil/publication.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/signalement.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "groupes/groupes.h"
#include "net/live.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/sheet.h"

/* ---- of one group ---- */

static int
load(struct req *r, int droit)
{
	if (!groupes_load(r, caught_id(r, 0), "fil"))
		return not_found(r);
	return groupes_droit(r) >= droit ? 0 : forbidden(r);
}

static int
show(struct req *r)
{
	priorite_say(r, caught_id(r, 0));
	priorite_say_past(r, caught_id(r, 0));
	db_now(r);
	for (int i = 0; i < PRIORITES; i++) {
		const char *name = arena_printf(&r->mem, "p%d", i + 1);

		say_int(r, arena_printf(&r->mem, "Champs.%d", i), i + 1);
		if (!r->invalid)
			form_value(
				r, name, said(r, arena_printf(&r->mem, "priorites.%d.texte", i)));
	}
	title(r, "Priorités %s", text_de(&r->mem, said(r, "groupe.titre")));
	return page(r, "groupes/priorites.cs");
}

static int
groupes_priorities(struct req *r)
{
	int refused = load(r, VOIR);

	return refused != 0 ? refused : show(r);
}

static int
groupes_set_priorities(struct req *r)
{
	int refused = load(r, GERER);
	const char *textes[PRIORITES];

	if (refused != 0)
		return refused;
	for (int i = 0; i < PRIORITES; i++) {
		struct field one[] = {
			{ arena_printf(&r->mem, "p%d", i + 1), LINE(&textes[i]), .max = 300 }, { 0 }
		};

		textes[i] = "";
		form_read(r, one);
		textes[i] = text_trim(&r->mem, textes[i]);
	}
	if (r->invalid)
		return show(r);
	priorite_set(r, caught_id(r, 0), textes);
	live_tell_objet(r, caught_id(r, 0));
	return redirect(r, "/groupes/%" PRId64 "?fait=priorites", caught_id(r, 0));
}

/* ---- of all groups, for staff, who follow those they are not in: closed ones too ---- */

/* Each group: its priorities, what it did last, what it does next. */
enum { PAR = 40, ALL = 500 };

static const struct list list = { "/groupes/priorites", KEEPS("type"), PAR };

#define TABLE \
	"SELECT o.id, o.titre, t.titre AS type, t.teinte, COALESCE(GROUP_CONCAT(p.texte" \
	" ORDER BY p.ordre SEPARATOR '\\n'), '') AS priorites," \
	" COALESCE(MAX(p.debut), '') AS depuis, (SELECT CONCAT(DATE(d.fait_le), ' ', od.titre)" \
	" FROM tache d JOIN objet od ON od.id = d.id" \
	" WHERE d.groupe_id = o.id AND d.fait_le IS NOT NULL ORDER BY d.fait_le DESC" \
	" LIMIT 1) AS derniere," \
	" (SELECT CONCAT(COALESCE(n.echeance, '0000-00-00'), ' ', na.titre) FROM tache n" \
	" JOIN objet na ON na.id = n.id" \
	" WHERE n.groupe_id = o.id AND n.etat <> 'fait' ORDER BY n.echeance IS NULL, n.echeance" \
	" LIMIT 1) AS prochaine" \
	" FROM groupe g JOIN objet o ON o.id = g.id JOIN groupe_type t ON t.cle = g.type" \
	" LEFT JOIN priorite p ON p.groupe_id = o.id AND p.fin IS NULL" \
	" WHERE o.archive_le IS NULL AND (? OR g.type = ?) AND "

/* "2026-11-20 Stand" in two: the day as one reads it, and what. */
static void
split(struct req *r, struct row *row, const char *name)
{
	const char *text = row_text(row, name);

	if (*text == '\0')
		return;
	row_say(row, arena_printf(&r->mem, "%s_quoi", name), text + 11);
	if (strncmp(text, "0000", 4) != 0)
		row_say(row, arena_printf(&r->mem, "%s_jour", name),
			text_day_near(&r->mem, arena_printf(&r->mem, "%.10s", text), clock_now()));
}

static void
lines(struct req *r, struct row *row)
{
	const char *s = row_text(row, "priorites");

	for (int i = 0; *s != '\0'; i++) {
		size_t n = strcspn(s, "\n");

		row_say(row, arena_printf(&r->mem, "liste.%d", i),
			arena_printf(&r->mem, "%.*s", (int) n, s));
		s += n + (s[n] == '\n');
	}
}

static int export(struct req *r)
{
	static const char *const columns[] = { "Groupe", "Type", "Priorités", "Depuis",
		"Dernière action", "Faite le", "Prochaine action", "Échéance" };
	static const char *const names[] = { "titre", "type", "priorites", "depuis",
		"derniere_quoi", "derniere", "prochaine_quoi", "prochaine" };
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Priorités", columns, 8);

	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row)) {
		for (int i = 0; i < 8; i++) {
			const char *text = row_text(row, names[i]);
			bool day = i == 5 || i == 7;

			sheet_cell(sheet,
				day && strncmp(text, "0000", 4) == 0 ? "" :
					day ? arena_printf(&r->mem, "%.10s", text) :
					      text);
		}
		sheet_row(sheet);
	}
	journal_apart(r, "groupes.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "priorites");
}

static int
groupes_all_priorities(struct req *r)
{
	const char *type = param(r, "type");
	bool whole = table_asked(r);
	int64_t here = pager_asked(r);

	db_list(r, "items",
		SQL(TABLE SEES("o") " GROUP BY o.id ORDER BY t.ordre, o.titre LIMIT ? OFFSET ?"),
		I(*type == '\0'), S(type), ME(r), I(whole ? ALL : PAR),
		I(whole ? 0 : (here - 1) * PAR));

	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row)) {
		split(r, row, "derniere");
		split(r, row, "prochaine");
		lines(r, row);
	}
	if (whole)
		return export(r);
	groupe_say_sigles(r, "items");
	list_pager(r, &list, here,
		db_int(r,
			SQL("SELECT COUNT(*) FROM groupe g JOIN objet o ON o.id = g.id"
			    " WHERE o.archive_le IS NULL AND (? OR g.type = ?) AND " SEES("o")),
			I(*type == '\0'), S(type), ME(r)));
	db_list(r, "Types",
		SQL("SELECT cle, pluriel AS libelle, cle = ? AS ici FROM groupe_type t"
		    " WHERE EXISTS (SELECT 1 FROM groupe g WHERE g.type = t.cle) ORDER BY ordre"),
		S(type));
	for (struct row *t = row_first(r, "Types"); t != NULL; t = row_next(t))
		row_say(t, "url", list_link(r, &list, "type", row_text(t, "cle")));
	say(r, "Csv", arena_printf(&r->mem, "/groupes/priorites.csv?type=%s", url_escape(r, type)));
	say(r, "Xlsx",
		arena_printf(&r->mem, "/groupes/priorites.xlsx?type=%s", url_escape(r, type)));
	say(r, "Type", type);
	title(r, "Priorités des groupes");
	return page(r, "groupes/toutes_priorites.cs");
}

/* ---- what is reported ---- */

static int
groupes_reports(struct req *r)
{
	int refused = load(r, GERER);

	if (refused != 0)
		return refused;
	signalement_say(r, caught_id(r, 0));
	title(r, "Signalements");
	return page(r, "groupes/signalements.cs");
}

/* Of every group that the reader moderates. */
static int
groupes_all_reports(struct req *r)
{
	signalement_say(r, 0);
	title(r, "Signalements");
	return page(r, "groupes/signalements.cs");
}

static int
groupes_settle_report(struct req *r)
{
	const char *etat = "";
	const struct field fields[] = {
		{ "etat", CHOICE(&etat), REQUIRED, .choices = "retire|garde" }, { 0 }
	};
	const char *back = local_path(r, param(r, "retour"));
	int64_t objet;

	if (!form_read(r, fields))
		return refuse(r, 400);
	if ((objet = signalement_settle(r, caught_id(r, 0), etat)) == 0)
		return not_found(r);
	if (strcmp(etat, "retire") == 0)
		genre_find(said(r, "Signale.genre"))->retire(r, objet);
	if (strcmp(back, "/") == 0 || *param(r, "retour") == '\0')
		back = "/groupes/signalements";
	return redirect(r, "%s%cfait=signalement", back, strchr(back, '?') != NULL ? '&' : '?');
}

const struct route groupes_priorites_routes[] = {
	{ GET, "priorites", STAFF, groupes_all_priorities, .formats = CSV | XLSX },
	{ GET, "signalements", MEMBER, groupes_all_reports },
	{ POST, "signalements/:id", MEMBER, groupes_settle_report },
	{ GET, ":id/priorites", PROSPECT, groupes_priorities },
	{ POST, ":id/priorites", PROSPECT, groupes_set_priorities },
	{ GET, ":id/signalements", PROSPECT, groupes_reports },
	{ 0 },
};
