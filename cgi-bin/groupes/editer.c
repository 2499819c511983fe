/* editer.c - a group made, changed, archived, opened again */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/groupe_etat.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "groupes/groupes.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"

enum { TITRE = 120, DESCRIPTION = 5000 };

struct fiche {
	const char *titre, *type, *ouverture, *description, *ville, *departement, *cree_le,
		*ferme_le;
	const char *actif;
	int64_t parent;
};

/* May the reader open a new group?  (the grid of rights) */
bool
groupes_creates(struct req *r)
{
	return r->user.level >= MEMBER && droit(r, "creation") != NULLE_PART;
}

/* Types that the reader may choose; volunteers make those that are free to make. */
static void
say_types(struct req *r, const char *chosen)
{
	db_list(r, "Types",
		SQL("SELECT cle AS valeur, titre AS libelle, cle = ? AS choisi FROM groupe_type"
		    " WHERE (retire_le IS NULL AND cle <> 'ensemble' AND (libre OR ?)) OR cle = ?"
		    " ORDER BY ordre, titre"),
		S(chosen), I(r->user.level >= STAFF), S(chosen));
}

/* Groups that a new one may be put under: those the reader manages. */
static void
say_parents(struct req *r, int64_t chosen)
{
	db_list(r, "Parents",
		SQL("SELECT o.id AS valeur, o.titre AS libelle, o.id = ? AS choisi FROM groupe g"
		    " JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE o.archive_le IS NULL"
		    " AND g.type <> 'ensemble' AND " MANAGES("o") " ORDER BY t.ordre, o.titre, o.id"
								  " LIMIT 2000"),
		I(chosen), ME(r));
	choices_cut(r, row_at(r, "Parents"), row_at(r, "Form.parent"), "cherche");
}

static void
say_choices(struct req *r, const char *list, const char *all, const char *chosen)
{
	char *rest = arena_strdup(&r->mem, all), *one;

	for (int n = 0; (one = strsep(&rest, "|")) != NULL; n++) {
		struct row *row = row_nth(r, list, n);
		char *eq = strchr(one, '=');

		*eq = '\0';
		row_say(row, "valeur", one);
		row_say(row, "libelle", eq + 1);
		if (strcmp(one, chosen) == 0)
			row_say(row, "choisi", "1");
	}
}

static int
show_form(struct req *r, const char *titre)
{
	say_types(r, said(r, "Form.type.value"));
	say_choices(r, "Ouvertures",
		"ouvert=Ouvert\u00A0: les bénévoles lisent et entrent sans demander|"
		"ferme=Fermé\u00A0: on entre sur demande ou invitation|"
		"cache=Caché\u00A0: seuls ses membres savent qu’il existe",
		said(r, "Form.ouverture.value"));
	say(r, "Action",
		*said(r, "groupe.id") != '\0' ?
			arena_printf(&r->mem, "/groupes/%s/modifier", said(r, "groupe.id")) :
			"/groupes/nouveau");
	title(r, "%s", titre);
	return page(r, "groupes/editer.cs");
}

static int
groupes_new(struct req *r)
{
	if (!groupes_creates(r))
		return forbidden(r);
	form_value(r, "type", "groupe_travail");
	form_value(r, "ouverture", "ouvert");
	say_parents(r, caught_id(r, 0));
	return show_form(r, "Créer un groupe");
}

/* Would that type give the coordination of the group, there already, rights over people that it has
 * not, or show the members' contact details?  The staff alone decides that. */
static bool
care_begins(struct req *r, int64_t id, const char *type)
{
	return id != 0 && !membre_confirms(r) &&
		db_int(r,
			SQL("SELECT (n.encadre AND NOT t.encadre) OR (n.coordonnees"
			    " AND NOT t.coordonnees) FROM groupe g"
			    " JOIN groupe_type t ON t.cle = g.type"
			    " JOIN groupe_type n ON n.cle = ? WHERE g.id = ?"),
			S(type), I(id)) != 0;
}

/* Read what a new group and a changed one have in common. */
static bool
read_form(struct req *r, int64_t id, struct fiche *f)
{
	const struct field fields[] = {
		{ "titre", LINE(&f->titre), REQUIRED, .max = TITRE },
		{ "type", LINE(&f->type), REQUIRED, .max = 30 },
		{ "ouverture", CHOICE(&f->ouverture), REQUIRED, .choices = OUVERTURES },
		{ "description", TEXT(&f->description), .max = DESCRIPTION },
		{ "ville", LINE(&f->ville), .max = 120 },
		{ "departement", LINE(&f->departement), .max = 3 },
		{ 0 },
	};

	if (!form_read(r, fields))
		return false;
	f->type = text_key(f->type);
	f->titre = text_line(&r->mem, f->titre);
	if (*f->titre == '\0')
		form_error(r, "titre", "Donnez un nom au groupe.");
	else if (db_int(r,
			 SQL("SELECT 1 FROM groupe g JOIN objet o ON o.id = g.id WHERE o.titre = ?"
			     " AND o.id <> ? AND " SEES("o") " LIMIT 1"),
			 S(f->titre), I(id), ME(r)))
		form_error(r, "titre", "Un groupe porte déjà ce nom\u00A0: précisez le vôtre.");
	if (!db_int(r,
		    SQL("SELECT 1 FROM groupe_type t WHERE t.cle = ? AND cle <> 'ensemble'"
			" AND ((retire_le IS NULL AND (libre OR ?)) OR EXISTS"
			" (SELECT 1 FROM groupe g WHERE g.id = ? AND g.type = t.cle))"),
		    S(f->type), I(r->user.level >= STAFF), I(id)))
		form_error(r, "type", "Choisissez un type de la liste.");
	if (care_begins(r, id, f->type))
		form_error(r, "type",
			"Ce type donne à la coordination des droits sur les fiches des membres,"
			" ou montre les coordonnées des membres : demandez au Siège de le"
			" choisir.");
	if (f->departement[strspn(f->departement, "0123456789AB")] != '\0')
		form_error(
			r, "departement", "Écrivez le numéro du département\u00A0: 69, 2A, 974.");
	return !r->invalid;
}

/* A parent that the reader manages, or none. */
static bool
read_parent(struct req *r, int64_t *parent)
{
	*parent = strtoll(param(r, "parent"), NULL, 10);
	if (*parent == 0 || (groupe_manages(r, *parent) && groupe_writable(r, *parent)))
		return true;
	form_error(r, "parent", "Choisissez un groupe que vous gérez.");
	return false;
}

/* The form again, as it was filled, with what the search among groups finds. */
static int
search_parents(struct req *r)
{
	static const char *const names[] = { "titre", "type", "ouverture", "description", "ville",
		"departement" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		form_value(r, names[i], param(r, names[i]));
	say_parents(r, strtoll(param(r, "parent"), NULL, 10));
	return show_form(r, "Créer un groupe");
}

/* The creator coordinates what she creates. */
static int
groupes_create(struct req *r)
{
	struct fiche f = { "", "", "ferme", "", "", "", "", "", "1", 0 };
	int64_t id;
	bool good;

	if (!groupes_creates(r))
		return forbidden(r);
	if (choices_sought(r))
		return search_parents(r);
	good = read_form(r, 0, &f);
	if (!read_parent(r, &f.parent) || !good) {
		say_parents(r, f.parent);
		return show_form(r, "Créer un groupe");
	}
	modele_hold(r);
	id = groupe_make(r, f.type, f.titre, f.parent, f.ouverture);
	db_exec(r,
		SQL("UPDATE groupe SET description = ?, ville = ?, departement = ? WHERE id = ?"),
		S(f.description), S(f.ville), S(f.departement), I(id));
	db_exec(r, SQL("UPDATE objet SET cree_par = ? WHERE id = ?"), I(r->user.id), I(id));
	groupe_index(r, id);
	journal(r, "groupe.cree", id, NULL,
		json_made(&r->mem, JS("titre", f.titre), JS("type", f.type),
			JS("ouverture", f.ouverture)));
	membre_add(r, id, r->user.id, "coordination");
	modele_changed(r);
	return redirect(r, "/groupes/%" PRId64 "?fait=groupe", id);
}

/* ---- changing ---- */

static int
groupes_edit(struct req *r)
{
	static const char *const names[] = { "titre", "ouverture", "description", "ville",
		"departement", "cree_le", "ferme_le", "actif" };

	if (!groupes_managed(r, caught_id(r, 0), "a-propos"))
		return not_found(r);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		form_value(r, names[i], said(r, arena_printf(&r->mem, "groupe.%s", names[i])));
	form_value(r, "description", said(r, "groupe.description"));
	form_value(r, "type", said(r, "groupe.type_cle"));
	return show_form(r, "Modifier le groupe");
}

/* A name that the CRM gives stays the CRM's. */
static bool
keeps_name(struct req *r, const struct fiche *f)
{
	if (strcmp(said(r, "groupe.crm"), "1") != 0 ||
		strcmp(said(r, "groupe.titre"), f->titre) == 0)
		return true;
	form_error(r, "titre",
		"Ce nom vient de HubSpot\u00A0: demandez-le au Siège, au bas de cette page.");
	return false;
}

/* A day however it is written, or none. */
static const char *
a_day(struct req *r, const char *name, const char *text)
{
	const char *day = text_iso(&r->mem, text);

	if (*text == '\0' || day != NULL)
		return day != NULL ? day : text;
	form_error(r, name, "Donnez un jour, par exemple 14/09/2026.");
	return "";
}

static bool
read_dates(struct req *r, struct fiche *f)
{
	const struct field fields[] = {
		{ "cree_le", LINE(&f->cree_le), .max = 10 },
		{ "ferme_le", LINE(&f->ferme_le), .max = 10 },
		{ "actif", CHOICE(&f->actif), REQUIRED, .choices = "0|1" },
		{ 0 },
	};

	if (!form_read(r, fields))
		return false;
	f->cree_le = a_day(r, "cree_le", f->cree_le);
	f->ferme_le = a_day(r, "ferme_le", f->ferme_le);
	if (!r->invalid && *f->cree_le != '\0' && *f->ferme_le != '\0' &&
		strcmp(f->ferme_le, f->cree_le) < 0)
		form_error(r, "ferme_le", "Donnez une date après celle de création.");
	return !r->invalid;
}

static const char *
before_and_after(struct req *r, const char *titre, const char *type, const char *ouverture,
	const char *actif, const char *cree_le, const char *ferme_le)
{
	return json_made(&r->mem, JS("titre", titre), JS("type", type), JS("ouverture", ouverture),
		JS("actif", actif), JS("cree_le", cree_le), JS("ferme_le", ferme_le));
}

static void
save(struct req *r, int64_t id, const struct fiche *f)
{
	db_exec(r,
		SQL("UPDATE groupe SET type = ?, description = ?, ville = ?, departement = ?,"
		    " cree_le = ?, ferme_le = ?, actif = ? WHERE id = ?"),
		S(f->type), S(f->description), S(f->ville), S(f->departement),
		S(*f->cree_le != '\0' ? f->cree_le : NULL),
		S(*f->ferme_le != '\0' ? f->ferme_le : NULL), S(f->actif), I(id));
	groupe_rename(r, id, f->titre);
	ouverture_set(r, id, f->ouverture);
	if (strcmp(said(r, "groupe.type_cle"), f->type) != 0) {
		liste_expand_group(r, id);
		membre_follow_type(r, id, NULL);
	}
	groupe_index(r, id);
	journal(r, "groupe.modifie", id,
		before_and_after(r, said(r, "groupe.titre"), said(r, "groupe.type_cle"),
			said(r, "groupe.ouverture"), said(r, "groupe.actif"),
			said(r, "groupe.cree_le"), said(r, "groupe.ferme_le")),
		before_and_after(
			r, f->titre, f->type, f->ouverture, f->actif, f->cree_le, f->ferme_le));
	modele_changed(r);
}

static int
groupes_save(struct req *r)
{
	int64_t id = caught_id(r, 0);
	struct fiche f = { "", "", "ferme", "", "", "", "", "", "1", 0 };

	if (!groupes_managed(r, id, "a-propos"))
		return not_found(r);
	if (!groupe_writable(r, id))
		return refuse(r, 409);
	if (!read_form(r, id, &f) || !read_dates(r, &f) || !keeps_name(r, &f))
		return show_form(r, "Modifier le groupe");
	modele_hold(r);
	save(r, id, &f);
	return redirect(r, "/groupes/%" PRId64 "/a-propos?fait=groupe", id);
}

/* ---- archives ---- */

static int
groupes_archive_ask(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_managed(r, id, "a-propos"))
		return not_found(r);
	say_int(r, "Archive.contenus",
		db_int(r,
			SQL("SELECT COUNT(*) FROM objet WHERE cadre_id = ? AND genre <> 'groupe'"),
			I(id)));
	say_int(r, "Archive.demandes",
		db_int(r,
			SQL("SELECT COUNT(*) FROM groupe_demande WHERE groupe_id = ?"
			    " AND etat = 'attente' AND NOT par_adresse"),
			I(id)));
	title(r, "%s",
		*said(r, "groupe.archive_le") == '\0' ? "Archiver le groupe" : "Rouvrir le groupe");
	return groupes_page(r, "groupes/archiver.cs");
}

/* Read-only for its members, out of the lists; or open again. */
static int
groupes_archive(struct req *r)
{
	int64_t id = caught_id(r, 0);
	bool open = strcmp(param(r, "acte"), "rouvrir") == 0;

	if (!groupes_managed(r, id, "a-propos"))
		return not_found(r);
	if (groupe_writable(r, id) == open)
		return redirect(r, "/groupes/%" PRId64 "/a-propos", id);
	groupe_archive(r, id, !open);
	modele_changed(r);
	return redirect(
		r, "/groupes/%" PRId64 "/a-propos?fait=%s", id, open ? "rouvert" : "archive");
}

const struct route groupes_editer_routes[] = {
	{ GET, "nouveau", MEMBER, groupes_new },
	{ POST, "nouveau", MEMBER, groupes_create },
	{ GET, ":id/nouveau", MEMBER, groupes_new },
	{ GET, ":id/modifier", MEMBER, groupes_edit },
	{ POST, ":id/modifier", MEMBER, groupes_save },
	{ GET, ":id/archiver", MEMBER, groupes_archive_ask },
	{ POST, ":id/archiver", MEMBER, groupes_archive },
	{ 0 },
};
