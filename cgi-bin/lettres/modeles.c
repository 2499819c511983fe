/* modeles.c - letters that others begin from: templates, and those that have left */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/lettres/lettre_audience.h"
#include "lettres/lettres.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static void
say_dates(struct req *r, const char *list)
{
	for (struct row *o = row_first(r, list); o != NULL; o = row_next(o))
		row_say(o, "quand",
			text_day(&r->mem, text_iso_at(&r->mem, clock_parse(row_text(o, "le")))));
}

/* "Departs": what a letter may begin from, the last that left first, then templates. */
static void
offer_starts(struct req *r, const char *chosen)
{
	db_list(r, "Departs",
		SQL("SELECT o.id AS valeur, o.titre, l.fini_le AS le FROM lettre l"
		    " JOIN objet o ON o.id = l.id WHERE l.fini_le IS NOT NULL"
		    " AND l.supprime_le IS NULL AND " MANAGES(
			    "o") " ORDER BY l.fini_le DESC LIMIT 8"),
		ME(r));
	say_dates(r, "Departs");
	for (struct row *o = row_first(r, "Departs"); o != NULL; o = row_next(o))
		row_say(o, "libelle",
			arena_printf(&r->mem, "Reprendre la lettre du %s\u00A0: %s",
				row_text(o, "quand"), row_text(o, "titre")));
	db_list(r, "Modeles",
		SQL("SELECT o.id AS valeur, CONCAT('Modèle\u00A0: ', o.titre) AS libelle,"
		    " o.modifie_le AS le, o.titre FROM lettre l JOIN objet o ON o.id = l.id"
		    " WHERE l.modele AND l.supprime_le IS NULL AND " MANAGES(
			    "o") " ORDER BY o.titre, o.id LIMIT 100"),
		ME(r));
	say_dates(r, "Modeles");
	for (struct row *o = row_first(r, "Modeles"); o != NULL; o = row_next(o)) {
		struct row *d = row_nth(r, "Departs", 8 + row_id(o, "valeur"));

		row_say(d, "valeur", row_text(o, "valeur"));
		row_say(d, "libelle", row_text(o, "libelle"));
	}
	for (struct row *o = row_first(r, "Departs"); o != NULL; o = row_next(o))
		if (strcmp(row_text(o, "valeur"), chosen) == 0)
			row_say(o, "choisi", "1");
}

static int
show_new(struct req *r, const struct lettre *l)
{
	audience_offer(r, "Audiences", l->audience);
	choices_cut(r, row_at(r, "Audiences"), row_at(r, "Form.audience"), "cherche");
	offer_starts(r, param(r, "depuis"));
	title(r, "Écrire une lettre");
	return page(r, "lettres/nouvelle.cs");
}

static int
new_ask(struct req *r)
{
	struct lettre l = lettre_new();

	return lettre_writes(r) ? show_new(r, &l) : forbidden(r);
}

/* May the reader begin from that letter? */
static bool
starts_from(struct req *r, int64_t id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM lettre l JOIN objet o ON o.id = l.id WHERE l.id = ?"
			   " AND l.supprime_le IS NULL AND " MANAGES("o")),
		       I(id), ME(r)) != 0;
}

/* The form, into L; false: refused. */
static bool
read_new(struct req *r, struct lettre *l, int64_t *from)
{
	const struct field fields[] = {
		{ "objet", LINE(&l->sujet), REQUIRED, .max = LETTRE_OBJET },
		{ "audience", LINE(&l->audience), .max = 80 },
		{ "depuis", ID(from), 0 },
		{ 0 },
	};

	*from = 0;
	form_read(r, fields);
	if (*l->audience != '\0' && audience_title(r, l->audience) == NULL)
		form_error(r, "audience", "Choisissez des destinataires dans la liste.");
	if (*from != 0 && !starts_from(r, *from))
		form_error(r, "depuis", "Choisissez dans la liste.");
	return !r->invalid && !choices_sought(r);
}

static int
new_make(struct req *r)
{
	struct lettre l = lettre_new(), made;
	int64_t from, id;

	if (!lettre_writes(r))
		return forbidden(r);
	if (!read_new(r, &l, &from))
		return show_new(r, &l);
	if (from == 0)
		return redirect(r, "/lettres/%" PRId64, lettre_create(r, &l));
	id = lettre_copy(r, from, l.sujet, false);
	if (*l.audience != '\0' && lettre_read(r, id, &made)) {
		made.audience = l.audience;
		lettre_save(r, &made);
	}
	return redirect(r, "/lettres/%" PRId64 "/contenu?ferme=1&fait=reprise", id);
}

static int
templates(struct req *r)
{
	if (!lettre_writes(r))
		return forbidden(r);
	offer_starts(r, "");
	title(r, "Modèles de lettres");
	return page(r, "lettres/modeles.cs");
}

/* Another of that letter, as a template or as a draft. */
static int
copy(struct req *r, bool modele)
{
	struct lettre l;
	int refused = lettres_load(r, &l);

	if (refused != 0)
		return refused;
	if (!lettre_writes(r))
		return forbidden(r);
	return redirect(r, "/lettres/%" PRId64 "/contenu?ferme=1&fait=%s",
		lettre_copy(r, l.id, l.sujet, modele), modele ? "modele" : "reprise");
}

static int
as_template(struct req *r)
{
	return copy(r, true);
}

static int
as_draft(struct req *r)
{
	return copy(r, false);
}

const struct route lettres_modeles_routes[] = {
	{ GET, "nouvelle", MEMBER, new_ask, .domaine = "lettres" },
	{ POST, "nouvelle", MEMBER, new_make, .domaine = "lettres" },
	{ GET, "modeles", MEMBER, templates, .domaine = "lettres" },
	{ POST, ":id/modele", MEMBER, as_template, .domaine = "lettres" },
	{ POST, ":id/copier", MEMBER, as_draft, .domaine = "lettres" },
	{ 0 },
};
