/* profils.c - a line more in the grid of rights: a public, a role, a person */

#include <inttypes.h>
#include <string.h>

#include "admin/admin.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* Say Liste.qui: types, roles and groups, the one asked for chosen. */
static void
say_publics(struct req *r)
{
	db_list(r, "Liste.qui",
		SQL("SELECT CONCAT('benevolat:', o.valeur) AS valeur,"
		    " CONCAT('Type de bénévolat\u00A0: ', o.libelle) AS libelle"
		    " FROM champ_option o JOIN champ f ON f.id = o.champ_id"
		    " AND f.cle = 'types_benevolat' WHERE o.retire_le IS NULL"
		    " UNION ALL SELECT CONCAT('role:', cle), CONCAT('Rôle\u00A0: ', titre)"
		    " FROM groupe_role"
		    " WHERE retire_le IS NULL AND NOT coordination AND cle <> 'membre'"
		    " UNION ALL SELECT CONCAT('groupe:', o.id), CONCAT('Membres de\u00A0: ',"
		    " o.titre)"
		    " FROM objet o JOIN groupe g ON g.id = o.id"
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

/* The public that QUI ("role:referent_photo", "benevolat:ca", "groupe:12") names; its words in
 * *TITRE. */
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
			SQL("INSERT IGNORE INTO public (genre, cle, titre)"
			    " SELECT 'role_groupe', CONCAT(g.id, ?),"
			    " LEFT(CONCAT(?, ', ', o.titre), 250) FROM groupe g"
			    " JOIN objet o ON o.id = g.id"),
			S(suffixe), S(titre));
	acces_lot_clear(r);
	db_exec(r,
		SQL("INSERT INTO lot SELECT DISTINCT CONNECTION_ID(), c.id FROM contact c"
		    " JOIN public p ON p.id = ?"
		    " LEFT JOIN champ_valeur v ON p.genre = 'benevolat' AND v.contact_id = c.id"
		    " AND v.valeur = p.cle"
		    " LEFT JOIN membre m ON p.genre = 'role_groupe' AND m.contact_id = c.id"
		    " AND CONCAT(':', m.role) = ?"
		    " WHERE v.contact_id IS NOT NULL OR m.id IS NOT NULL OR (p.genre = 'personne'"
		    " AND p.cle = c.id)"),
		I(public_id_), S(suffixe));
	acces_lot(r);
	acces_lot_clear(r);
	journal(r, "droit.profil_ajoute",
		admin_profile_person(r, arena_printf(&r->mem, "%" PRId64, id)), NULL, titre);
	return id;
}

/* The person whose address was typed; 0 when there is none, or several. */
static int64_t
person_of(struct req *r, const char *email, const char **titre)
{
	const char *id;
	int n;

	if (!db_read(r,
		    SQL("SELECT MIN(c.id), MIN(o.titre), COUNT(*) FROM contact c"
			" JOIN objet o ON o.id = c.id"
			" WHERE " ADRESSE_EST("c.email") " AND c.acces > 1 AND " SEES("o")),
		    INTO(TO(&id), TO(titre), TO(&n)), S(email), S(email), ME(r)) ||
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
				*email != '\0' ? "Aucune personne de l’espace, ou plusieurs,"
						 " ont cette adresse." :
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

const struct route admin_profils_routes[] = {
	{ GET, "droits/nouveau", ADMIN, admin_right_new },
	{ POST, "droits/nouveau", ADMIN, admin_right_add },
	{ 0 },
};
