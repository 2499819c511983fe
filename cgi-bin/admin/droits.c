/* droits.c - the grid of rights: what each profile may do, domain by domain, and a look as
 * somebody */

#include <string.h>

#include "admin/admin.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"

enum { READERS = 500, COMME_MINUTES = 30, LINES = 8, DOMAINS = 60 };

/* Whom a line of the grid is about, or 0: the journal forgets her words when she is erased. */
int64_t
admin_profile_person(struct req *r, const char *profil_id)
{
	return db_int(r,
		SQL("SELECT CAST(p.cle AS SIGNED) FROM profil f JOIN public p ON p.id = f.public_id"
		    " AND p.genre = 'personne' WHERE f.id = ?"),
		S(profil_id));
}

/* The cells of lines FROM.. of the grid, MOST of them, in the order of its columns: the id of the
 * profile, its title, how much. */
static struct rows *
cells(struct req *r, int64_t most, int64_t from)
{
	return db_rows(r,
		SQL("SELECT p.id, p.titre, COALESCE(d.niveau, 0) FROM (SELECT id, titre, ordre"
		    " FROM profil ORDER BY ordre, id LIMIT ? OFFSET ?) p"
		    " JOIN domaine x LEFT JOIN profil_droit d ON d.profil_id = p.id"
		    " AND d.domaine = x.cle ORDER BY p.ordre, p.id, x.ordre"),
		I(most), I(from));
}

static void
say_cells(struct req *r, int64_t from)
{
	struct rows *rows = cells(r, LINES, from);
	int64_t profil = 0;
	int line = -1, cell = 0;

	while (db_next(rows, &r->mem)) {
		if (db_num(rows, 0) != profil) {
			profil = db_num(rows, 0);
			line++;
			cell = 0;
		}
		say_int(r, arena_printf(&r->mem, "profils.%d.cellules.%d.niveau", line, cell++),
			db_num(rows, 2));
	}
}

/* The whole grid as a table. */
static int
take_grid(struct req *r)
{
	static const char *const words[] = { "Non", "Son groupe", "Tout" };
	const char *columns[DOMAINS + 1] = { "Profil" };
	struct rows *rows = db_rows(r, SQL("SELECT titre FROM domaine ORDER BY ordre"));
	struct sheet *sheet;
	unsigned n = 1, cell = 0;

	while (db_next(rows, &r->mem) && n <= DOMAINS)
		columns[n++] = arena_strdup(&r->mem, db_text(rows, 0));
	sheet = sheet_open(&r->mem, table_kind(r), "Droits", columns, n);
	rows = cells(r, INT64_MAX, 0);
	while (db_next(rows, &r->mem)) {
		if (cell == 0)
			sheet_cell(sheet, db_text(rows, 1));
		sheet_cell(sheet, words[db_num(rows, 2)]);
		if (++cell == n - 1) {
			sheet_row(sheet);
			cell = 0;
		}
	}
	journal_apart(r, "droit.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "droits");
}

static int
admin_rights(struct req *r)
{
	int64_t here = pager_asked(r), total = db_int(r, SQL("SELECT COUNT(*) FROM profil"));

	if (table_asked(r))
		return take_grid(r);
	if ((here - 1) * LINES >= total)
		here = 1;
	db_list(r, "domaines", SQL("SELECT cle, titre, aide FROM domaine ORDER BY ordre"));
	db_list(r, "profils",
		SQL("SELECT p.id, p.titre, p.genre, (SELECT COUNT(*) FROM contact_public cp"
		    " JOIN contact c ON c.id = cp.contact_id AND c.acces > 0"
		    " WHERE cp.public_id = p.public_id) AS n"
		    " FROM profil p ORDER BY p.ordre, p.id LIMIT ? OFFSET ?"),
		I(LINES), I((here - 1) * LINES));
	say_cells(r, (here - 1) * LINES);
	pager_say(r, "/admin/droits?page=", here, total, LINES);
	title(r, "Droits");
	return page(r, "admin/droits.cs");
}

/* ---- one line ---- */

static bool
find_profile(struct req *r)
{
	return db_one(r, "profil",
		SQL("SELECT p.id, p.titre, p.genre, p.public_id,"
		    " p.groupe_genre IS NOT NULL AS par_groupe,"
		    " p.id <= 7 OR p.genre = 'encadrement' AS fixe, (SELECT COUNT(*)"
		    " FROM contact_public cp JOIN contact c ON c.id = cp.contact_id"
		    " AND c.acces > 0 WHERE cp.public_id = p.public_id) AS n FROM profil p"
		    " WHERE p.id = ?"),
		I(caught_id(r, 0)));
}

/* How many pages of people the readers of a profile see, all together; at most READERS of them
 * count. */
static int64_t
seen_by_all(struct req *r, const char *public_id)
{
	return db_int(r,
		SQL("SELECT COALESCE(SUM(n.n), 0) FROM (SELECT DISTINCT q.contact_id, a.liste_id"
		    " FROM (SELECT cp.contact_id"
		    " FROM contact_public cp JOIN contact c ON c.id = cp.contact_id AND c.acces > 0"
		    " WHERE cp.public_id = ? LIMIT ?) q"
		    " JOIN contact_public cp ON cp.contact_id = q.contact_id"
		    " JOIN acces a ON a.public_id = cp.public_id) v"
		    " JOIN (SELECT liste_id, COUNT(*) AS n FROM objet WHERE genre = 'contact'"
		    " GROUP BY liste_id) n ON n.liste_id = v.liste_id"),
		S(public_id), I(READERS));
}

/* The domains of that line.  Coordination that one may give oneself is given nothing over people,
 * nor beyond its group: the confirmed one is there for that. */
static void
say_cells_of(struct req *r)
{
	bool self = strcmp(said(r, "profil.genre"), "coordination") == 0;

	db_list(r, "domaines",
		SQL("SELECT x.cle, x.titre, x.aide, x.par_groupe, NOT (?"
		    " AND x.par_groupe) AS partout, COALESCE(d.niveau, 0) AS niveau"
		    " FROM domaine x LEFT JOIN profil_droit d ON d.domaine = x.cle"
		    " AND d.profil_id = ? WHERE NOT (? AND x.confirme) ORDER BY x.ordre"),
		I(self), S(said(r, "profil.id")), I(self));
}

static int
admin_right(struct req *r)
{
	if (!find_profile(r))
		return not_found(r);
	say_cells_of(r);
	title(r, "%s – Droits", said(r, "profil.titre"));
	return page(r, "admin/profil.cs");
}

static int
asked(struct req *r, const char *domaine)
{
	const char *s = param(r, arena_printf(&r->mem, "d_%s", domaine));

	return strcmp(s, "2") == 0 ? PARTOUT : strcmp(s, "1") == 0 ? SON_GROUPE : NULLE_PART;
}

/* What the form asks of that domain, as far as the line and the domain allow. */
static int
wanted_of(struct req *r, struct row *d)
{
	int wanted = asked(r, row_text(d, "cle"));

	if (wanted == SON_GROUPE &&
		(!said_int(r, "profil.par_groupe") || !row_int(d, "par_groupe")))
		return NULLE_PART;
	return wanted == PARTOUT && !row_int(d, "partout") ? SON_GROUPE : wanted;
}

/* Write what the form asks, as far as who asks has that right too.  False: it asks for more. */
static bool
set_cells(struct req *r)
{
	for (struct row *d = row_first(r, "domaines"); d != NULL; d = row_next(d)) {
		const char *cle = row_text(d, "cle");
		int now = row_int(d, "niveau"), wanted = wanted_of(r, d);

		if (wanted == now)
			continue;
		if (wanted > now && wanted > droit(r, cle))
			return false;
		db_exec(r, SQL("DELETE FROM profil_droit WHERE profil_id = ? AND domaine = ?"),
			S(said(r, "profil.id")), S(cle));
		if (wanted != NULLE_PART)
			db_exec(r, SQL("INSERT INTO profil_droit VALUES (?, ?, ?)"),
				S(said(r, "profil.id")), S(cle), I(wanted));
		journal(r, "droit.modifie", admin_profile_person(r, said(r, "profil.id")),
			arena_printf(
				&r->mem, "%s, %s\u00A0: %d", said(r, "profil.titre"), cle, now),
			arena_printf(
				&r->mem, "%s, %s\u00A0: %d", said(r, "profil.titre"), cle, wanted));
	}
	return true;
}

/* What would follow, right by right and in figures: tried, counted, taken back. */
static int
preview(struct req *r, int64_t before, int64_t after)
{
	int64_t n = said_int(r, "profil.n");
	int64_t counted = n < READERS ? n : READERS;

	say(r, "apercu", "1");
	say_int(r, "apercu.avant", counted > 0 ? before / counted : 0);
	say_int(r, "apercu.apres", counted > 0 ? after / counted : 0);
	say_int(r, "apercu.moins", after < before);
	say_int(r, "apercu.plus", after > before);
	for (struct row *d = row_first(r, "domaines"); d != NULL; d = row_next(d)) {
		if (wanted_of(r, d) != row_int(d, "niveau"))
			row_say(d, "avant", row_text(d, "niveau"));
		row_say_int(d, "niveau", wanted_of(r, d));
	}
	return page(r, "admin/profil.cs");
}

static int
admin_right_save(struct req *r)
{
	int64_t before, after;
	const char *public_id;

	if (!find_profile(r) || strcmp(said(r, "profil.genre"), "admin") == 0)
		return not_found(r);
	public_id = said(r, "profil.public_id");
	say_cells_of(r);
	title(r, "%s – Droits", said(r, "profil.titre"));
	before = seen_by_all(r, public_id);
	db_exec(r, SQL("SAVEPOINT essai"));
	if (!set_cells(r)) {
		db_exec(r, SQL("ROLLBACK TO SAVEPOINT essai"));
		form_error(r, "general",
			"Vous ne pouvez pas donner un droit que vous n’avez pas. Demandez à"
			" l’administration.");
		return page(r, "admin/profil.cs");
	}
	liste_expand_grid(r);
	if (*param(r, "confirmer") != '\0')
		return redirect(r, "/admin/droits?fait=droits");
	after = seen_by_all(r, public_id);
	db_exec(r, SQL("ROLLBACK TO SAVEPOINT essai"));
	return preview(r, before, after);
}

static int
admin_right_remove(struct req *r)
{
	if (!find_profile(r) || said_int(r, "profil.fixe"))
		return not_found(r);
	journal(r, "droit.profil_retire", admin_profile_person(r, said(r, "profil.id")),
		said(r, "profil.titre"), NULL);
	db_exec(r, SQL("DELETE FROM profil WHERE id = ?"), S(said(r, "profil.id")));
	liste_expand_grid(r);
	return redirect(r, "/admin/droits?fait=droits");
}

/* ---- a line more ---- */

const struct route admin_droits_routes[] = {
	{ GET, "droits", ADMIN, admin_rights, .formats = CSV | XLSX },
	{ GET, "droits/:id", ADMIN, admin_right },
	{ POST, "droits/:id", ADMIN, admin_right_save },
	{ POST, "droits/:id/retirer", ADMIN, admin_right_remove },
	{ 0 },
};
