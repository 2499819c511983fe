/* groupes.c - the list of types of groups, as administrators keep it */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/contacts/plafond.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "web/form.h"
#include "web/reply.h"

enum { CLE = 30 };

static const char *const teintes[] = { "Corail", "Ambre", "Vert", "Turquoise", "Bleu", "Rose" };

/* "Référence logement" gives referencelogement: a key that nothing has yet in that list. */
const char *
admin_key_of(struct req *r, const char *titre, bool role)
{
	char *key = text_fold(&r->mem, titre), *o = key;
	const char *free = key;

	for (const char *s = key; *s != '\0' && o - key < CLE - 3; s++)
		if (isalnum((unsigned char) *s) || *s == ' ')
			*o++ = *s == ' ' ? '_' : *s;
	*o = '\0';
	for (int n = 2; *free == '\0' ||
		db_int(r,
			SQL("SELECT IF(?, EXISTS (SELECT 1 FROM groupe_role WHERE cle = ?),"
			    " EXISTS (SELECT 1 FROM groupe_type WHERE cle = ?))"),
			I(role), S(free), S(free));
		n++)
		free = arena_printf(&r->mem, "%s%d", key, n);
	return free;
}

static int
admin_groups(struct req *r)
{
	int n = db_list(r, "items",
		SQL("SELECT t.cle, t.titre, t.teinte, t.ouverture, t.libre,"
		    " t.retire_le IS NOT NULL AS retire,"
		    " (SELECT COUNT(*) FROM groupe g WHERE g.type = t.cle) AS groupes"
		    " FROM groupe_type t WHERE t.cle <> 'ensemble' ORDER BY t.ordre, t.titre"));

	db_list(r, "roles",
		SQL("SELECT x.cle, x.titre, x.coordination, x.retire_le IS NOT NULL AS retire,"
		    " (SELECT COUNT(DISTINCT m.contact_id)"
		    " FROM membre m WHERE m.role = x.cle AND m.fin IS NULL) AS personnes"
		    " FROM groupe_role x ORDER BY x.ordre, x.titre"));
	say_int(r, "total", n);
	say_int(r, "page", 1);
	say_int(r, "Droits.regle", plafond_groupes(r));
	say_int(r, "Droits.complet", plafond_entier(r));
	title(r, "Types de groupes et rôles");
	return page(r, "admin/groupes.cs");
}

/* Types and roles are set by who sets all groups. */
int
admin_above(struct req *r)
{
	return refuse_why(r, 403, NULL,
		"Les types de groupes et les rôles se règlent par qui gère tous les groupes."
		" Demandez ce droit à une personne qui administre tout l’espace.");
}

/* ---- types ---- */

static bool
load_type(struct req *r)
{
	return db_one(r, "type",
		SQL("SELECT t.cle, t.titre, t.pluriel, t.teinte, t.ordre, t.ouverture, t.prospects,"
		    " t.libre, t.coordonnees, t.encadre,"
		    " t.retire_le IS NOT NULL AS retire, (SELECT COUNT(*) FROM groupe g"
		    " WHERE g.type = t.cle) AS groupes"
		    " FROM groupe_type t WHERE t.cle = ? AND t.cle <> 'ensemble'"),
		S(text_key(r->caught[0])));
}

/* A refused form keeps the roles that were ticked. */
static void
keep_roles(struct req *r)
{
	const char *role;

	for (struct row *o = row_first(r, "Roles"); o != NULL; o = row_next(o)) {
		row_say(o, "choisi", "0");
		for (unsigned i = 0; (role = param_nth(r, "roles", i)) != NULL; i++)
			if (strcmp(role, row_text(o, "valeur")) == 0)
				row_say(o, "choisi", "1");
	}
}

static int
show_type(struct req *r)
{
	const char *cle = said(r, "type.cle");

	for (int i = 0; i < 6; i++) {
		struct row *o = row_nth(r, "Teintes", i);

		row_say_int(o, "valeur", i + 1);
		row_say(o, "libelle", teintes[i]);
		if (said(r, "Form.teinte.value")[0] == '1' + i)
			row_say(o, "choisi", "1");
	}
	db_list(r, "Roles",
		SQL("SELECT x.cle AS valeur, x.titre AS libelle, EXISTS (SELECT 1"
		    " FROM groupe_type_role tr WHERE tr.type = ?"
		    " AND tr.role = x.cle) AS choisi FROM groupe_role x WHERE x.retire_le IS NULL"
		    " AND x.cle NOT IN ('membre', 'coordination') AND (? OR NOT x.coordination)"
		    " ORDER BY x.ordre, x.titre"),
		S(cle), I(plafond_entier(r)));
	if (r->invalid)
		keep_roles(r);
	say_int(r, "Droits.complet", plafond_entier(r));
	say(r, "Action",
		arena_printf(&r->mem, "/admin/groupes/types/%s", *cle != '\0' ? cle : "nouveau"));
	title(r, "%s", *cle != '\0' ? said(r, "type.titre") : "Nouveau type de groupe");
	return page(r, "admin/groupe_type.cs");
}

static int
admin_type_new(struct req *r)
{
	if (!plafond_groupes(r))
		return admin_above(r);
	form_value(r, "teinte", "5");
	form_value(r, "ordre", "50");
	form_value(r, "ouverture", "ferme");
	form_value(r, "coordonnees", "1");
	return show_type(r);
}

static int
admin_type(struct req *r)
{
	static const char *const names[] = { "titre", "pluriel", "teinte", "ordre", "ouverture",
		"prospects", "libre", "retire", "coordonnees", "encadre" };

	if (!load_type(r))
		return not_found(r);
	if (!plafond_groupes(r))
		return admin_above(r);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *v = said(r, arena_printf(&r->mem, "type.%s", names[i]));

		form_value(r, names[i], i >= 5 && strcmp(v, "0") == 0 ? "" : v);
	}
	return show_type(r);
}

struct type {
	const char *titre, *pluriel, *teinte, *ouverture;
	int64_t ordre;
	bool prospects, libre, encadre, retire;
};

/* Two of one name could not be told apart where they are chosen.  modele_hold() comes after. */
const char *
admin_free_title(struct req *r, struct sql *taken, const char *titre, const char *cle)
{
	titre = text_line(&r->mem, titre);
	if (db_int(r, taken, S(titre), S(cle)) != 0)
		form_error(r, "titre", "Ce nom est déjà pris\u00A0: précisez le vôtre.");
	return titre;
}

static void
read_type(struct req *r, struct type *f)
{
	const struct field fields[] = {
		{ "titre", LINE(&f->titre), REQUIRED, .max = 120 },
		{ "pluriel", LINE(&f->pluriel), REQUIRED, .max = 120 },
		{ "teinte", CHOICE(&f->teinte), REQUIRED, .choices = "1|2|3|4|5|6" },
		{ "ordre", ID(&f->ordre), REQUIRED, .max = 1000 },
		{ "ouverture", CHOICE(&f->ouverture), REQUIRED, .choices = "ouvert|ferme|cache" },
		{ "prospects", YES(&f->prospects) },
		{ "libre", YES(&f->libre) },
		{ "encadre", YES(&f->encadre) },
		{ "retire", YES(&f->retire) },
		{ 0 },
	};

	if (!form_read(r, fields))
		return;
	f->pluriel = text_line(&r->mem, f->pluriel);
	f->titre = admin_free_title(r,
		SQL("SELECT COUNT(*) FROM groupe_type WHERE titre = ? AND cle <> ?"), f->titre,
		said(r, "type.cle"));
}

/* The group that holds those of a new type, under the association. */
static void
make_holder(struct req *r, const char *cle, const char *pluriel)
{
	int64_t id = groupe_create(r, "ensemble", pluriel);

	db_exec(r, SQL("UPDATE groupe_type SET ensemble_id = ? WHERE cle = ?"), I(id), S(cle));
}

/* The roles of a type as they were ticked; those that coordinate stay as they are unless an
 * administrator asks. */
static void
save_roles(struct req *r, const char *cle)
{
	db_exec(r,
		SQL("DELETE tr FROM groupe_type_role tr JOIN groupe_role x ON x.cle = tr.role"
		    " WHERE tr.type = ? AND (? OR NOT x.coordination)"),
		S(cle), I(plafond_entier(r)));
	for (unsigned i = 0; param_nth(r, "roles", i) != NULL; i++)
		db_exec(r,
			SQL("INSERT IGNORE INTO groupe_type_role (type, role) SELECT ?, cle"
			    " FROM groupe_role WHERE cle = ? AND (? OR NOT coordination)"),
			S(cle), S(text_key(param_nth(r, "roles", i))), I(plafond_entier(r)));
}

/* Groups of the type that is said become known to prospects, or hide from them: what that does has
 * been shown and agreed to.  False: it is said beside the box, with one to tick. */
static bool
effect_agreed(struct req *r, bool prospects)
{
	bool before = said_int(r, "type.prospects") != 0;
	int64_t people, groups;

	if (prospects == before || *param(r, "confirme") != '\0')
		return true;
	people = db_int(
		r, SQL("SELECT COUNT(*) FROM contact WHERE acces = 1 AND retire_le IS NULL"));
	groups = db_int(r,
		SQL("SELECT COUNT(*) FROM groupe WHERE type = ? AND ouverture <> 'cache'"),
		S(said(r, "type.cle")));
	if (people == 0 || groups == 0)
		return true;
	say(r, "Effet", "1");
	form_error(r, "prospects",
		arena_printf(&r->mem,
			before ? "Les groupes de ce type (%" PRId64
				 ") ne seront plus connus des sympathisant-e-s (%" PRId64
				 "), sauf de qui demande à les rejoindre. Cochez «\u00A0Je"
				 " confirme\u00A0»,"
				 " puis enregistrez." :
				 "Les groupes de ce type (%" PRId64
				 ") seront connus de tous les sympathisant-e-s (%" PRId64
				 "). Cochez «\u00A0Je confirme\u00A0», puis enregistrez.",
			groups, people));
	return false;
}

/* Roles in groups of the type that is said count, or not, by both of these (acces.c). */
static void
follow_type(struct req *r, const char *cle, const struct type *f)
{
	bool encadre = said_int(r, "type.encadre") != 0;
	bool libre = said_int(r, "type.libre") != 0;

	if (*said(r, "type.cle") == '\0')
		return;
	if (f->encadre != encadre)
		liste_expand_grid(r);
	if (f->encadre != encadre || f->libre != libre)
		membre_follow_type(r, 0, cle);
}

static void
write_type(struct req *r, const char *cle, const struct type *f)
{
	db_exec(r,
		SQL("INSERT INTO groupe_type (cle, titre, pluriel, teinte, ordre, ouverture,"
		    " prospects, libre, encadre, retire_le)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, IF(?, UTC_TIMESTAMP(), NULL))"
		    " ON DUPLICATE KEY UPDATE titre = VALUES(titre),"
		    " pluriel = VALUES(pluriel), teinte = VALUES(teinte), ordre ="
		    " VALUES(ordre), ouverture = VALUES(ouverture),"
		    " prospects = VALUES(prospects), libre = VALUES(libre), encadre ="
		    " VALUES(encadre), retire_le = VALUES(retire_le)"),
		S(cle), S(f->titre), S(f->pluriel), S(f->teinte), I(f->ordre), S(f->ouverture),
		I(f->prospects), I(f->libre), I(f->encadre), I(f->retire));
}

static void
tell_type(struct req *r, const char *acte, const char *cle, const struct type *f)
{
	journal(r, acte, 0, NULL,
		json_made(&r->mem, JS("cle", cle), JS("titre", f->titre),
			JS("ouverture", f->ouverture),
			JN("coordonnees", *said(r, "Form.coordonnees.value") == '1'),
			JN("encadre", f->encadre)));
	modele_changed(r);
}

static int
admin_type_save(struct req *r)
{
	struct type f = { "", "", "5", "ferme", 50, false, false, false, false };
	bool new = r->caught[0] == NULL;
	const char *cle;

	if (!new && !load_type(r))
		return not_found(r);
	if (!plafond_groupes(r))
		return admin_above(r);
	read_type(r, &f);
	admin_details_read(r);
	if (r->invalid || (!new && !effect_agreed(r, f.prospects)))
		return show_type(r);
	modele_hold(r);
	if (!plafond_entier(r)) /* what it gives to coordinations, she may not hold */
		f.encadre = said_int(r, "type.encadre") != 0;
	cle = new ? admin_key_of(r, f.titre, false) : said(r, "type.cle");
	write_type(r, cle, &f);
	if (new)
		make_holder(r, cle, f.pluriel);
	else if (f.prospects != (said_int(r, "type.prospects") != 0))
		ouverture_everywhere(r);
	follow_type(r, cle, &f);
	save_roles(r, cle);
	admin_details_save(r, cle);
	tell_type(r, new ? "groupe_type.cree" : "groupe_type.modifie", cle, &f);
	return redirect(r, "/admin/groupes?fait=reglage");
}

const struct route admin_groupes_routes[] = {
	{ GET, "groupes", ADMIN, admin_groups, .domaine = "administration" },
	{ GET, "groupes/types/nouveau", ADMIN, admin_type_new, .domaine = "administration" },
	{ POST, "groupes/types/nouveau", ADMIN, admin_type_save, .domaine = "administration" },
	{ GET, "groupes/types/:cle", ADMIN, admin_type, .domaine = "administration" },
	{ POST, "groupes/types/:cle", ADMIN, admin_type_save, .domaine = "administration" },
	{ 0 },
};
