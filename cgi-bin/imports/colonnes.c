/* colonnes.c - what each column of the file is, then the dry run */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/param.h"
#include "base/text.h"
#include "imports/imports.h"
#include "web/form.h"
#include "web/reply.h"

enum { SAMPLES = 3, SAMPLE = 40 };

/* In elements of the page: what it may hold of columns, and what one takes that is recognised, or
 * is not and waits; a choice takes an element more for each field. */
enum { HELD = 270, KNOWN = 10, WAITS = 9 };

/* The first lines of the file, cut by columns. */
static void
say_samples(struct req *r, const struct import *im)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT cellules FROM import_ligne WHERE import_id = ? ORDER BY numero"
		    " LIMIT ?"),
		I(im->id), I(SAMPLES));

	for (unsigned line = 0; db_next(rows, &r->mem); line++) {
		char *rest = arena_strdup(&r->mem, db_text(rows, 0)), *cell;

		for (unsigned i = 0; i < im->n && (cell = strsep(&rest, "\x1f")) != NULL; i++)
			if (*cell != '\0' &&
				*said(r, arena_printf(&r->mem, "Colonnes.%u.rang", i)) != '\0')
				say(r, arena_printf(&r->mem, "Colonnes.%u.exemples.%u", i, line),
					text_cut(&r->mem, cell, SAMPLE));
	}
}

static void
say_target(struct req *r, struct row *list, unsigned *n, const char *cle, const char *libelle,
	const char *chosen)
{
	struct row *o = row_in(list, arena_printf(&r->mem, "options.%u", (*n)++));

	row_say(o, "valeur", cle);
	row_say(o, "libelle", libelle);
	if (strcmp(cle, chosen) == 0)
		row_say(o, "choisi", "1");
}

/* Everything a column may be. */
static void
say_targets(struct req *r, const struct modele *m, struct row *list, const char *chosen)
{
	unsigned n = 0;

	say_target(r, list, &n, "id", "Numéro Essaim", chosen);
	say_target(r, list, &n, "hubspot_id", "Numéro HubSpot", chosen);
	for (unsigned i = 0; i < m->n; i++)
		say_target(r, list, &n, m->champs[i].cle,
			m->champs[i].crm ?
				arena_printf(&r->mem, "%s (HubSpot)", m->champs[i].libelle) :
				m->champs[i].libelle,
			chosen);
}

static bool
is_key(const struct colonne *c)
{
	return c->cible == NUMERO || c->cible == HUBSPOT ||
		(c->cible == CHAMP && strcmp(c->champ->cle, "email") == 0);
}

static void
say_column(struct req *r, const struct import *im, unsigned i)
{
	const struct colonne *c = &im->colonnes[i];
	struct row *row = row_nth(r, "Colonnes", i);

	row_say_int(row, "rang", i);
	row_say(row, "entete", *c->entete != '\0' ? c->entete : "(sans titre)");
	row_say(row, "cle", cible_cle(c));
	row_say(row, "relier",
		arena_printf(&r->mem, "/imports/%" PRId64 "/colonnes?relier=%u&debut=%s", im->id, i,
			url_escape(r, param(r, "debut"))));
	if (c->cible == RIEN)
		return;
	row_say(row, "cible",
		c->cible == NUMERO          ? "Numéro Essaim" :
			c->cible == HUBSPOT ? "Numéro HubSpot" :
					      c->champ->libelle);
	row_say(row, "role",
		is_key(c)                                            ? "cle" :
			c->champ->crm && c->champ->genre != G_GROUPE ? "crm" :
								       "champ");
}

/* What that column may be, if there is room for it; it has no target of its own then. */
static void
offer(struct req *r, const struct modele *m, const struct import *im, unsigned i, bool room)
{
	struct row *row = row_nth(r, "Colonnes", i);

	if (!room)
		return;
	row_say(row, "cible", "");
	say_targets(r, m, row, cible_cle(&im->colonnes[i]));
}

/* A column that this page does not show stays what it is. */
static void
keep_column(struct req *r, const struct import *im, unsigned i, unsigned n)
{
	struct row *row = row_nth(r, "Gardees", n);

	row_say_int(row, "rang", i);
	row_say(row, "cle", cible_cle(&im->colonnes[i]));
}

/* A recognised column says what it is; the others are asked for, as many as the page holds.  What
 * it does not hold is on the next, from ?debut= on. */
static void
say_columns(struct req *r, const struct modele *m, const struct import *im)
{
	long again = *param(r, "relier") != '\0' ? strtol(param(r, "relier"), NULL, 10) : -1;
	long from = strtol(param(r, "debut"), NULL, 10);
	unsigned open = WAITS + m->n + 3, kept = 0, next = 0;
	long left = HELD - (long) im->n - (again >= 0 ? (long) open : 0);

	for (unsigned i = 0; i < im->n; i++) {
		bool known = im->colonnes[i].cible != RIEN, chosen = again == (long) i;
		long cost = known ? KNOWN : left >= (long) open ? (long) open : WAITS;

		if (!chosen && ((long) i < from || left < cost)) {
			keep_column(r, im, i, kept++);
			if ((long) i >= from && next == 0)
				next = i;
			continue;
		}
		say_column(r, im, i);
		if (!known || chosen)
			offer(r, m, im, i, chosen || cost == (long) open);
		left -= chosen ? 0 : cost;
	}
	if (next > 0)
		say(r, "Suite",
			arena_printf(
				&r->mem, "/imports/%" PRId64 "/colonnes?debut=%u", im->id, next));
	if (from > 0)
		say(r, "Debut", arena_printf(&r->mem, "/imports/%" PRId64 "/colonnes", im->id));
	say_int(r, "Gardees", kept);
}

static int
show(struct req *r, const struct modele *m, struct import *im)
{
	say_int(r, "import.id", im->id);
	say(r, "import.nom", im->nom);
	say_int(r, "import.lignes", im->lignes);
	say_columns(r, m, im);
	say_samples(r, im);
	if (!r->invalid) {
		form_value(r, "mode", arena_printf(&r->mem, "%d", im->mode));
		form_value(r, "efface", im->efface ? "1" : "");
	}
	title(r, "Relier les colonnes");
	return page(r, "imports/colonnes.cs");
}

static int
imports_columns(struct req *r)
{
	const struct modele *m = modele(r);
	struct import im;

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im) ||
		im.auteur_id != r->user.id || strcmp(im.genre, "fichier") != 0)
		return not_found(r);
	if (strcmp(im.etat, "applique") == 0 || strcmp(im.etat, "annule") == 0)
		return redirect(r, "/imports/%" PRId64, im.id);
	if (strcmp(im.etat, "lu") == 0)
		import_guess(r, m, &im);
	return show(r, m, &im);
}

/* What the form says of each column; two columns cannot be the same field. */
static void
read_columns(struct req *r, const struct modele *m, struct import *im)
{
	for (unsigned i = 0; i < im->n; i++) {
		const char *cle = param(r, arena_printf(&r->mem, "c%u", i));

		im->colonnes[i].cible = RIEN;
		for (unsigned k = 0; k < i && *cle != '\0'; k++)
			if (strcmp(cible_cle(&im->colonnes[k]), cle) == 0) {
				form_error(r, "general",
					arena_printf(&r->mem,
						"Les colonnes «\u00A0%s\u00A0» et «\u00A0%s\u00A0»"
						" sont reliées au même"
						" champ\u00A0: n’en gardez qu’une.",
						im->colonnes[k].entete, im->colonnes[i].entete));
				cle = "";
			}
		cible_of(m, cle, &im->colonnes[i]);
	}
	if (!r->invalid && !import_has_key(im))
		form_error(r, "general",
			"Reliez au moins une colonne qui dit de qui parle la ligne\u00A0: adresse"
			" courriel, numéro Essaim ou numéro HubSpot.");
}

static int
imports_columns_save(struct req *r)
{
	const struct modele *m = modele(r);
	const char *mode = "1";
	struct import im;
	const struct field fields[] = {
		{ "mode", CHOICE(&mode), .choices = "1|2|3" },
		{ "efface", YES(&im.efface) },
		{ 0 },
	};

	if (!imports_open(r) || !import_load(r, caught_id(r, 0), &im) ||
		im.auteur_id != r->user.id || strcmp(im.genre, "fichier") != 0)
		return not_found(r);
	if (strcmp(im.etat, "applique") == 0 || strcmp(im.etat, "annule") == 0)
		return refuse(r, 409);
	im.efface = false;
	form_read(r, fields);
	im.mode = (enum import_mode) strtol(mode, NULL, 10);
	read_columns(r, m, &im);
	if (r->invalid)
		return show(r, m, &im);
	import_columns_kept(r, &im);
	import_try(r, &im);
	return redirect(r, "/imports/%" PRId64, im.id);
}

const struct route imports_colonnes_routes[] = {
	{ GET, ":id/colonnes", MEMBER, imports_columns },
	{ POST, ":id/colonnes", MEMBER, imports_columns_save },
	{ 0 },
};
