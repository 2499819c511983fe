/* editer.c - a tag: made, renamed, moved to another family, removed */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/acces/niveau.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "etiquettes/etiquettes.h"
#include "web/form.h"
#include "web/reply.h"

/* The families where the reader may create; the one chosen is marked. */
static void
say_families(struct req *r, const char *chosen)
{
	db_list(r, "Familles",
		SQL("SELECT id AS valeur, nom AS libelle FROM etiquette_famille WHERE creation <= ?"
		    " ORDER BY ordre, nom"),
		I(niveau(r)));
	for (struct row *f = row_first(r, "Familles"); f != NULL; f = row_next(f))
		if (strcmp(row_text(f, "valeur"), chosen) == 0)
			row_say(f, "choisi", "1");
}

static int
show_form(struct req *r, const char *titre)
{
	const char *id = said(r, "etiquette.id");

	say_families(r, said(r, "Form.famille.value"));
	say(r, "Retour", *id == '\0' ? "/etiquettes" : arena_printf(&r->mem, "/etiquettes/%s", id));
	say(r, "Action",
		*id == '\0' ? "/etiquettes/nouvelle" :
			      arena_printf(&r->mem, "/etiquettes/%s/modifier", id));
	title(r, "%s", titre);
	return page(r, "etiquettes/modifier.cs");
}

/* Read the form; refuse a name that is taken, or near another unless the reader insists. */
static bool
read_tag(struct req *r, int64_t id, const char **nom, int64_t *famille)
{
	bool anyway = false;
	const struct field fields[] = {
		{ "nom", LINE(nom), REQUIRED, .max = ETIQUETTE_NOM },
		{ "famille", ID(famille), REQUIRED },
		{ "quand_meme", YES(&anyway) },
		{ 0 },
	};

	if (!form_read(r, fields))
		return false;
	*nom = text_line(&r->mem, *nom);
	if (strpbrk(*nom, ",;") != NULL || **nom == '\0')
		form_error(r, "nom", "Écrivez un nom sans virgule ni point-virgule.");
	else if (!etiquette_creates(r, *famille))
		form_error(r, "famille", "Choisissez une famille où vous pouvez créer.");
	else if (db_int(r, SQL("SELECT 1 FROM etiquette WHERE nom = ? AND id <> ?"), S(*nom),
			 I(id)) != 0) {
		etiquettes_say_near(r, *nom, id);
		form_error(r, "nom", "Cette étiquette existe déjà.");
	} else if (!anyway && etiquettes_say_near(r, *nom, id) > 0) {
		say(r, "Form.quand_meme.montre", "1");
		form_error(r, "nom",
			"Une étiquette existante lui ressemble\u00A0: prenez-la, ou confirmez.");
	}
	return !r->invalid;
}

static int
etiquettes_new(struct req *r)
{
	form_value(r, "nom", param(r, "nom"));
	form_value(r, "famille", param(r, "famille"));
	return show_form(r, "Nouvelle étiquette");
}

static int
etiquettes_create(struct req *r)
{
	const char *nom = "";
	int64_t famille = 0;

	if (!read_tag(r, 0, &nom, &famille))
		return show_form(r, "Nouvelle étiquette");
	return redirect(
		r, "/etiquettes/%" PRId64 "?fait=etiquette", etiquette_create(r, famille, nom));
}

/* May the reader change the tag that etiquettes_load() said? */
static bool
changes(struct req *r)
{
	return said_id(r, "etiquette.creation") <= niveau(r);
}

static int
etiquettes_edit(struct req *r)
{
	if (!etiquettes_load(r, caught_id(r, 0)))
		return not_found(r);
	if (!changes(r))
		return forbidden(r);
	form_value(r, "nom", said(r, "etiquette.nom"));
	form_value(r, "famille", said(r, "etiquette.famille_id"));
	return show_form(r, "Modifier l’étiquette");
}

static int
etiquettes_save(struct req *r)
{
	int64_t id = caught_id(r, 0), famille = 0;
	const char *nom = "";

	if (!etiquettes_load(r, id))
		return not_found(r);
	if (!changes(r))
		return forbidden(r);
	if (!read_tag(r, id, &nom, &famille))
		return show_form(r, "Modifier l’étiquette");
	db_exec(r, SQL("UPDATE etiquette SET nom = ?, famille_id = ? WHERE id = ?"), S(nom),
		I(famille), I(id));
	journal(r, "etiquette.modifiee", 0,
		json_made(&r->mem, JN("id", id), JS("nom", said(r, "etiquette.nom")),
			JS("famille", said(r, "etiquette.famille"))),
		json_made(&r->mem, JS("nom", nom), JN("famille_id", famille)));
	modele_changed(r);
	return redirect(r, "/etiquettes/%" PRId64 "?fait=etiquette", id);
}

/* Only a tag that nothing bears can go; the others are merged. */
static int
etiquettes_drop(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!etiquettes_load(r, id))
		return not_found(r);
	if (!changes(r))
		return forbidden(r);
	if (db_int(r, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE etiquette_id = ?"), I(id)) !=
		0)
		return refuse(r, 409);
	db_exec(r, SQL("DELETE FROM etiquette WHERE id = ?"), I(id));
	journal(r, "etiquette.supprimee", 0,
		json_made(&r->mem, JN("id", id), JS("nom", said(r, "etiquette.nom"))), NULL);
	modele_changed(r);
	return redirect(r, "/etiquettes?fait=etiquette");
}

const struct route etiquettes_editer_routes[] = {
	{ GET, "nouvelle", STAFF, etiquettes_new },
	{ POST, "nouvelle", STAFF, etiquettes_create },
	{ GET, ":id/modifier", STAFF, etiquettes_edit },
	{ POST, ":id/modifier", STAFF, etiquettes_save },
	{ POST, ":id/supprimer", STAFF, etiquettes_drop },
	{ 0 },
};
