/* modele.c - the template: a table to fill in, with a line of help and an example */

#include <string.h>

#include "base/buffer.h"
#include "domain/acces/niveau.h"
#include "domain/socle/journal.h"
#include "imports/imports.h"
#include "web/reply.h"
#include "web/sheet.h"

enum { CHOICES = 6 };

static const char *
choices(struct req *r, const struct champ *c)
{
	struct buffer all = { &r->mem };

	for (unsigned i = 0; i < c->n_options && i < CHOICES; i++) {
		buffer_puts(&all, i > 0 ? "\u00A0; " : "");
		buffer_puts(&all, c->options[i].libelle);
	}
	if (c->n_options > CHOICES)
		buffer_puts(&all, "…");
	return buffer_text(&all);
}

static const char *
help(struct req *r, const struct champ *c)
{
	switch (c->genre) {
	case G_CHOIX: return arena_printf(&r->mem, "Un choix\u00A0: %s", choices(r, c));
	case G_CHOIX_MULTIPLE:
		return arena_printf(&r->mem, "Un ou plusieurs choix\u00A0: %s", choices(r, c));
	case G_ETIQUETTES: return "Des étiquettes qui existent, séparées par «\u00A0;\u00A0»";
	case G_GROUPE: return "Des groupes tenus sur la plateforme, séparés par «\u00A0;\u00A0»";
	case G_DATE: return "Une date\u00A0: 12/10/2026";
	case G_NOMBRE: return "Un nombre\u00A0: 12 ou 3,5";
	case G_OUI_NON: return "oui ou non";
	case G_CODE_POSTAL: return "Cinq chiffres\u00A0: 01000";
	case G_TELEPHONE: return "Un numéro\u00A0: 06 12 34 56 78";
	case G_COURRIEL: return "Une adresse\u00A0: prenom@exemple.org";
	case G_LIEN: return "Une adresse de site";
	case G_LONG: return "Un texte, 2 000 caractères au plus";
	case G_TEXTE: break;
	}
	return "Un texte court";
}

static const char *
example(const struct champ *c)
{
	switch (c->genre) {
	case G_CHOIX:
	case G_CHOIX_MULTIPLE: return c->n_options > 0 ? c->options[0].libelle : "";
	case G_ETIQUETTES: return c->n_options > 0 ? c->options[0].libelle : "";
	case G_DATE: return "1990-05-01";
	case G_NOMBRE: return "3,5";
	case G_OUI_NON: return "oui";
	case G_CODE_POSTAL: return "01000";
	case G_TELEPHONE: return "+33 6 12 34 56 78";
	case G_LONG: return "Deux phrases sur ce qui m’anime.";
	default: return "";
	}
}

/* Does an import of that reader ever write this field? */
static bool
is_written(const struct champ *c, int level)
{
	if (c->crm)
		return c->genre == G_GROUPE && strcmp(c->cle, "groupe") == 0;
	return c->lecture <= level && c->ecriture != 0 && c->ecriture <= level;
}

/* Line 1 the headings, line 2 the help, line 3 an example; the last two begin with # and are
 * left out when the file comes back. */
static int
imports_template(struct req *r)
{
	const struct modele *m = modele(r);
	const struct champ *fields[IMPORT_COLONNES];
	const char *names[IMPORT_COLONNES];
	struct sheet *sheet;
	unsigned n = 0;

	if (!imports_open(r))
		return forbidden(r);
	if (r->format != CSV && r->format != XLSX)
		return redirect(r, "/imports");
	names[n] = "Adresse courriel";
	fields[n++] = NULL;
	for (unsigned i = 0; i < m->n && n < IMPORT_COLONNES; i++)
		if (is_written(&m->champs[i], niveau(r))) {
			fields[n] = &m->champs[i];
			names[n++] = m->champs[i].libelle;
		}
	sheet = sheet_open(&r->mem, table_kind(r), "Import", names, n);
	sheet_cell(sheet,
		"# Aide\u00A0: l’adresse sous laquelle la personne est connue. Une case vide ne"
		" change rien.");
	for (unsigned i = 1; i < n; i++)
		sheet_cell(sheet, help(r, fields[i]));
	sheet_row(sheet);
	sheet_cell(sheet, "# camille.exemple@exemple.org");
	for (unsigned i = 1; i < n; i++)
		sheet_cell(sheet, example(fields[i]));
	sheet_row(sheet);
	return reply_sheet(r, sheet, "modele-import");
}

const struct route imports_modele_routes[] = {
	{ GET, "modele", MEMBER, imports_template, .formats = CSV | XLSX },
	{ 0 },
};
