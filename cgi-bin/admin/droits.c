/* droits.c - the grid of rights: what each profile may do, domain by domain, and a look as somebody */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/socle/journal.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"

enum { READERS = 500, COMME_MINUTES = 30, LINES = 8, DOMAINS = 60 };

/* Whom a line of the grid is about, or 0: the journal forgets her words when she is erased. */
static int64_t
person_id(struct req *r, const char *profil_id)
{
	return db_int(r,
		SQL("SELECT CAST(p.cle AS SIGNED) FROM profil f JOIN public p ON p.id = f.public_id AND p.genre = 'personne'"
		    " WHERE f.id = ?"),
		S(profil_id));
}

/* The cells of lines FROM.. of the grid, MOST of them, in the order of its columns: the id of the
 * profile, its title, how much. */
static struct rows *
cells(struct req *r, int64_t most, int64_t from)
{
	return db_rows(r,
		SQL("SELECT p.id, p.titre, COALESCE(d.niveau, 0) FROM (SELECT id, titre, ordre FROM profil ORDER BY ordre, id LIMIT ? OFFSET ?) p"
		    " JOIN domaine x LEFT JOIN profil_droit d ON d.profil_id = p.id AND d.domaine = x.cle"
		    " ORDER BY p.ordre, p.id, x.ordre"),
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
		SQL("SELECT p.id, p.titre, p.genre, (SELECT COUNT(*) FROM contact_public cp JOIN contact c"
		    " ON c.id = cp.contact_id AND c.acces > 0 WHERE cp.public_id = p.public_id) AS n"
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
		SQL("SELECT p.id, p.titre, p.genre, p.public_id, p.groupe_genre IS NOT NULL AS par_groupe,"
		    " p.id <= 7 OR p.genre = 'encadrement' AS fixe, (SELECT COUNT(*) FROM contact_public cp JOIN contact c ON c.id = cp.contact_id"
		    " AND c.acces > 0 WHERE cp.public_id = p.public_id) AS n FROM profil p WHERE p.id = ?"),
		I(caught_id(r, 0)));
}

/* How many pages of people the readers of a profile see, all together; at most READERS of them count. */
static int64_t
seen_by_all(struct req *r, const char *public_id)
{
	return db_int(r,
		SQL("SELECT COALESCE(SUM(n.n), 0) FROM (SELECT DISTINCT q.contact_id, a.liste_id FROM (SELECT cp.contact_id"
		    " FROM contact_public cp JOIN contact c ON c.id = cp.contact_id AND c.acces > 0 WHERE cp.public_id = ? LIMIT ?) q"
		    " JOIN contact_public cp ON cp.contact_id = q.contact_id JOIN acces a ON a.public_id = cp.public_id) v"
		    " JOIN (SELECT liste_id, COUNT(*) AS n FROM objet WHERE genre = 'contact' GROUP BY liste_id) n"
		    " ON n.liste_id = v.liste_id"),
		S(public_id), I(READERS));
}

/* The domains of that line.  Coordination that one may give oneself is given nothing over people, nor
 * beyond its group: the confirmed one is there for that. */
static void
say_cells_of(struct req *r)
{
	bool self = strcmp(said(r, "profil.genre"), "coordination") == 0;

	db_list(r, "domaines",
		SQL("SELECT x.cle, x.titre, x.aide, x.par_groupe, NOT (? AND x.par_groupe) AS partout, COALESCE(d.niveau, 0) AS niveau"
		    " FROM domaine x LEFT JOIN profil_droit d ON d.domaine = x.cle AND d.profil_id = ?"
		    " WHERE NOT (? AND x.confirme) ORDER BY x.ordre"),
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

/* Write what the form asks, as far as who asks has that right too.  False: it asks for more. */
static bool
set_cells(struct req *r)
{
	bool groups = said_int(r, "profil.par_groupe");

	for (struct row *d = row_first(r, "domaines"); d != NULL; d = row_next(d)) {
		const char *cle = row_text(d, "cle");
		int now = row_int(d, "niveau"), wanted = asked(r, cle);

		if (wanted == SON_GROUPE && (!groups || !row_int(d, "par_groupe")))
			wanted = NULLE_PART;
		if (wanted == PARTOUT && !row_int(d, "partout"))
			wanted = SON_GROUPE;
		if (wanted == now)
			continue;
		if (wanted > now && wanted > droit(r, cle))
			return false;
		db_exec(r, SQL("DELETE FROM profil_droit WHERE profil_id = ? AND domaine = ?"),
			S(said(r, "profil.id")), S(cle));
		if (wanted != NULLE_PART)
			db_exec(r, SQL("INSERT INTO profil_droit VALUES (?, ?, ?)"),
				S(said(r, "profil.id")), S(cle), I(wanted));
		journal(r, "droit.modifie", person_id(r, said(r, "profil.id")),
			arena_printf(&r->mem, "%s, %s : %d", said(r, "profil.titre"), cle, now),
			arena_printf(&r->mem, "%s, %s : %d", said(r, "profil.titre"), cle, wanted));
	}
	return true;
}

/* What would follow, in figures: tried, counted, taken back. */
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
	for (struct row *d = row_first(r, "domaines"); d != NULL; d = row_next(d))
		row_say_int(d, "niveau", asked(r, row_text(d, "cle")));
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
			"Vous ne pouvez pas donner un droit que vous n’avez pas. Demandez à l’administration.");
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
	journal(r, "droit.profil_retire", person_id(r, said(r, "profil.id")),
		said(r, "profil.titre"), NULL);
	db_exec(r, SQL("DELETE FROM profil WHERE id = ?"), S(said(r, "profil.id")));
	liste_expand_grid(r);
	return redirect(r, "/admin/droits?fait=droits");
}

/* ---- a line more ---- */

/* Say Liste.qui: types, roles and groups, the one asked for chosen. */
static void
say_publics(struct req *r)
{
	db_list(r, "Liste.qui",
		SQL("SELECT CONCAT('benevolat:', o.valeur) AS valeur, CONCAT('Type de bénévolat : ', o.libelle) AS libelle"
		    " FROM champ_option o JOIN champ f ON f.id = o.champ_id AND f.cle = 'types_benevolat' WHERE o.retire_le IS NULL"
		    " UNION ALL SELECT CONCAT('role:', cle), CONCAT('Rôle : ', titre) FROM groupe_role"
		    " WHERE retire_le IS NULL AND NOT coordination AND cle <> 'membre'"
		    " UNION ALL SELECT CONCAT('groupe:', o.id), CONCAT('Membres de : ', o.titre) FROM objet o JOIN groupe g ON g.id = o.id"
		    " WHERE o.archive_le IS NULL AND g.type <> 'ensemble' AND " SEES(
			    "o") " ORDER BY 2"),
		ME(r));
	for (struct row *o = row_first(r, "Liste.qui"); o != NULL; o = row_next(o))
		if (strcmp(row_text(o, "valeur"), param(r, "qui")) == 0)
			row_say(o, "choisi", "1");
}

static int
admin_right_new(struct req *r)
{
	say_publics(r);
	choices_cut(r, row_at(r, "Liste.qui"), row_at(r, "Form.qui"), "cherche");
	title(r, "Ajouter un profil");
	return page(r, "admin/profil_nouveau.cs");
}

/* The public that QUI ("role:referent_photo", "benevolat:ca", "groupe:12") names; its words in *TITRE. */
static int64_t
named_public(struct req *r, const char *qui, const char **titre)
{
	char *kind = arena_strdup(&r->mem, qui), *what = strchr(kind, ':');

	if (what == NULL)
		return 0;
	*what++ = '\0';
	say_publics(r);
	*titre = NULL;
	for (struct row *o = row_first(r, "Liste.qui"); o != NULL; o = row_next(o))
		if (strcmp(row_text(o, "valeur"), qui) == 0)
			*titre = strchr(row_text(o, "libelle"), ':') + 2;
	if (*titre == NULL)
		return 0;
	if (strcmp(kind, "role") == 0)
		return public_id(r, "role_groupe", arena_printf(&r->mem, "0:%s", what), *titre);
	return public_id(r, kind, what, *titre);
}

/* The line of that public: its publics in each group, and who is of it now. */
static int64_t
add_profile(struct req *r, const char *genre, int64_t public_id_, const char *titre,
	const char *suffixe)
{
	bool role = *suffixe != '\0';
	int64_t id = db_insert(r,
		SQL("INSERT INTO profil (titre, genre, public_id, groupe_genre, suffixe, ordre)"
		    " VALUES (?, ?, ?, ?, ?, 100)"),
		S(text_cut(&r->mem, titre, 120)), S(genre), I(public_id_),
		S(role ? "role_groupe" : NULL), S(suffixe));

	if (role)
		db_exec(r,
			SQL("INSERT IGNORE INTO public (genre, cle, titre) SELECT 'role_groupe', CONCAT(g.id, ?),"
			    " LEFT(CONCAT(?, ', ', o.titre), 250) FROM groupe g JOIN objet o ON o.id = g.id"),
			S(suffixe), S(titre));
	acces_lot_clear(r);
	db_exec(r,
		SQL("INSERT INTO lot SELECT DISTINCT CONNECTION_ID(), c.id FROM contact c JOIN public p ON p.id = ?"
		    " LEFT JOIN champ_valeur v ON p.genre = 'benevolat' AND v.contact_id = c.id AND v.valeur = p.cle"
		    " LEFT JOIN membre m ON p.genre = 'role_groupe' AND m.contact_id = c.id AND CONCAT(':', m.role) = ?"
		    " WHERE v.contact_id IS NOT NULL OR m.id IS NOT NULL OR (p.genre = 'personne' AND p.cle = c.id)"),
		I(public_id_), S(suffixe));
	acces_lot(r);
	acces_lot_clear(r);
	journal(r, "droit.profil_ajoute", person_id(r, arena_printf(&r->mem, "%" PRId64, id)), NULL,
		titre);
	return id;
}

/* The person whose address was typed; 0 when there is none, or several. */
static int64_t
person_of(struct req *r, const char *email, const char **titre)
{
	const char *id;
	int n;

	if (!db_read(r,
		    SQL("SELECT MIN(c.id), MIN(o.titre), COUNT(*) FROM contact c JOIN objet o ON o.id = c.id"
			" WHERE c.email = ? AND c.acces > 1 AND " SEES("o")),
		    INTO(TO(&id), TO(titre), TO(&n)), S(email), ME(r)) ||
		n != 1)
		return 0;
	return public_id(r, "personne", id, *titre);
}

static int
admin_right_add(struct req *r)
{
	const char *qui = "", *email = "", *titre = "";
	const struct field fields[] = { { "qui", LINE(&qui), .max = 250 },
		{ "email", EMAIL(&email) }, { 0 } };
	int64_t public = 0;

	if (choices_sought(r)) {
		form_value(r, "email", param(r, "email"));
		return admin_right_new(r);
	}
	if (form_read(r, fields) && (*qui == '\0') == (*email == '\0'))
		form_error(
			r, "qui", "Choisissez dans la liste, ou donnez l’adresse d’une personne.");
	if (!r->invalid) {
		public =
			*email != '\0' ? person_of(r, email, &titre) : named_public(r, qui, &titre);
		if (public == 0)
			form_error(r, *email != '\0' ? "email" : "qui",
				*email != '\0' ?
					"Aucune personne de l’espace, ou plusieurs, ont cette adresse." :
					"Choisissez dans la liste.");
	}
	if (public != 0 &&
		db_int(r, SQL("SELECT 1 FROM profil WHERE public_id = ?"), I(public)) != 0)
		form_error(
			r, *email != '\0' ? "email" : "qui", "Ce profil est déjà dans la grille.");
	if (r->invalid)
		return admin_right_new(r);
	return redirect(r, "/admin/droits/%" PRId64,
		add_profile(r,
			*email != '\0' ?
				"personne" :
				arena_printf(&r->mem, "%.*s", (int) strcspn(qui, ":"), qui),
			public, titre, strncmp(qui, "role:", 5) == 0 ? qui + 4 : ""));
}

const struct route admin_droits_routes[] = {
	{ GET, "droits", ADMIN, admin_rights, .formats = CSV | XLSX },
	{ GET, "droits/nouveau", ADMIN, admin_right_new },
	{ POST, "droits/nouveau", ADMIN, admin_right_add },
	{ GET, "droits/:id", ADMIN, admin_right },
	{ POST, "droits/:id", ADMIN, admin_right_save },
	{ POST, "droits/:id/retirer", ADMIN, admin_right_remove },
	{ 0 },
};
