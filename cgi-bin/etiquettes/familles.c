/* familles.c - the families of tags: name, colour, who may create in them */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

struct choice {
	const char *valeur, *libelle;
};

static const struct choice creations[] = {
	{ "3", "La coordination des groupes et le Siège" },
	{ "4", "Le Siège" },
	{ "5", "L’administration seulement" },
};
static const struct choice teintes[] = {
	{ "1", "Corail" },
	{ "2", "Ambre" },
	{ "3", "Vert" },
	{ "4", "Turquoise" },
	{ "5", "Bleu" },
	{ "6", "Rose" },
};

static int
familles_list(struct req *r)
{
	int n = db_list(r, "items",
		SQL("SELECT f.id, f.nom, f.teinte, f.creation, (SELECT COUNT(*) FROM etiquette e"
		    " WHERE e.famille_id = f.id) AS etiquettes"
		    " FROM etiquette_famille f ORDER BY f.ordre, f.nom"));

	for (struct row *f = row_first(r, "items"); f != NULL; f = row_next(f)) {
		int at = row_int(f, "creation") - 3;

		row_say(f, "qui", creations[at < 0 || at > 2 ? 2 : at].libelle);
	}
	say_int(r, "total", n);
	say_int(r, "page", 1);
	title(r, "Familles d’étiquettes");
	return page(r, "etiquettes/familles.cs");
}

static void
say_choices(struct req *r, const char *list, const struct choice *all, size_t n, const char *chosen)
{
	for (size_t i = 0; i < n; i++) {
		struct row *row = row_at(r, arena_printf(&r->mem, "%s.%zu", list, i));

		row_say(row, "valeur", all[i].valeur);
		row_say(row, "libelle", all[i].libelle);
		if (strcmp(all[i].valeur, chosen) == 0)
			row_say(row, "choisi", "1");
	}
}

static int
show_form(struct req *r)
{
	say_choices(r, "Teintes", teintes, sizeof teintes / sizeof *teintes,
		said(r, "Form.teinte.value"));
	say_choices(r, "Creations", creations, sizeof creations / sizeof *creations,
		said(r, "Form.creation.value"));
	say(r, "Action",
		arena_printf(&r->mem, "/etiquettes/familles/%s",
			*said(r, "famille.id") != '\0' ? said(r, "famille.id") : "nouvelle"));
	title(r, "%s",
		*said(r, "famille.nom") != '\0' ? "Modifier la famille" : "Nouvelle famille");
	return page(r, "etiquettes/famille.cs");
}

static int
familles_new(struct req *r)
{
	form_value(r, "teinte", "6");
	form_value(r, "creation", "4");
	return show_form(r);
}

static bool
load(struct req *r, int64_t id)
{
	return db_one(r, "famille",
		SQL("SELECT id, nom, teinte, creation, ordre FROM etiquette_famille WHERE id = ?"),
		I(id));
}

static int
familles_edit(struct req *r)
{
	if (!load(r, caught_id(r, 0)))
		return not_found(r);
	form_value(r, "nom", said(r, "famille.nom"));
	form_value(r, "teinte", said(r, "famille.teinte"));
	form_value(r, "creation", said(r, "famille.creation"));
	return show_form(r);
}

static int
familles_save(struct req *r)
{
	int64_t id = caught_id(r, 0);
	const char *nom = "", *teinte = "6", *creation = "4";
	const struct field fields[] = {
		{ "nom", LINE(&nom), REQUIRED, .max = 60 },
		{ "teinte", CHOICE(&teinte), REQUIRED, .choices = "1|2|3|4|5|6" },
		{ "creation", CHOICE(&creation), REQUIRED, .choices = "3|4|5" },
		{ 0 },
	};

	if (id != 0 && !load(r, id))
		return not_found(r);
	if (form_read(r, fields) &&
		db_int(r, SQL("SELECT 1 FROM etiquette_famille WHERE nom = ? AND id <> ?"), S(nom),
			I(id)) != 0)
		form_error(r, "nom", "Cette famille existe déjà.");
	if (r->invalid)
		return show_form(r);
	if (id != 0)
		db_exec(r,
			SQL("UPDATE etiquette_famille SET nom = ?, teinte = ?, creation = ?"
			    " WHERE id = ?"),
			S(nom), S(teinte), S(creation), I(id));
	else
		db_insert(r,
			SQL("INSERT INTO etiquette_famille (nom, teinte, creation)"
			    " VALUES (?, ?, ?)"),
			S(nom), S(teinte), S(creation));
	journal(r, "etiquette.famille", 0,
		id == 0 ? NULL :
			  json_made(&r->mem, JS("nom", said(r, "famille.nom")),
				  JR("creation", said(r, "famille.creation"))),
		json_made(&r->mem, JS("nom", nom), JR("creation", creation)));
	return redirect(r, "/etiquettes/familles?fait=famille");
}

const struct route etiquettes_familles_routes[] = {
	{ GET, "familles", ADMIN, familles_list },
	{ GET, "familles/nouvelle", ADMIN, familles_new },
	{ POST, "familles/nouvelle", ADMIN, familles_save },
	{ GET, "familles/:id", ADMIN, familles_edit },
	{ POST, "familles/:id", ADMIN, familles_save },
	{ 0 },
};
