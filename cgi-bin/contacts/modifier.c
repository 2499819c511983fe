/* modifier.c - what may be changed of a person here: the fields of the platform */

#include <inttypes.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "contacts/contacts.h"
#include "domain/contacts/contact_saisie.h"
#include "domain/crm/contact_store.h"
#include "web/form.h"
#include "web/reply.h"

/* What one page of the form may hold of fields, in elements: what is more goes to the next. */
enum { HELD = 230 };

static bool
was_chosen(const struct option *values, unsigned n, const char *valeur)
{
	for (unsigned i = 0; i < n; i++)
		if (strcmp(values[i].valeur, valeur) == 0)
			return true;
	return false;
}

static void
say_option(struct req *r, struct row *row, unsigned i, const char *valeur, const char *libelle,
	bool chosen)
{
	const char *o = arena_printf(&r->mem, "options.%u", i);

	row_say(row, arena_printf(&r->mem, "%s.valeur", o), valeur);
	row_say(row, arena_printf(&r->mem, "%s.libelle", o), libelle);
	if (chosen)
		row_say(row, arena_printf(&r->mem, "%s.choisi", o), "1");
}

static bool
was_typed(struct req *r, const char *cle, const char *valeur)
{
	const char *text;

	for (unsigned i = 0; (text = param_nth(r, cle, i)) != NULL; i++)
		if (strcmp(text, valeur) == 0)
			return true;
	return false;
}

/* A field of the form: what the person has, or what was typed when the form comes back. */
static void
say_field(struct req *r, const struct modele *m, const struct personne *p, const struct champ *c,
	unsigned at)
{
	static const struct option yes_no[] = { { "1", "Oui" }, { "0", "Non" } };
	struct row *row = row_nth(r, "champs", at);
	bool yn = c->genre == G_OUI_NON;
	const struct option *options = yn ? yes_no : c->options;
	unsigned n_options = yn ? 2 : c->n_options;
	struct option values[CHOICES];
	unsigned n = contact_values(&r->mem, m, p, c, values, CHOICES);

	row_say(row, "cle", c->cle);
	row_say(row, "libelle", c->libelle);
	row_say(row, "type", yn ? "choix" : c->type);
	row_say(row, "aide", c->aide);
	row_say(row, "valeur", n > 0 ? values[0].valeur : "");
	for (unsigned i = 0; i < n_options; i++)
		say_option(r, row, i, options[i].valeur, options[i].libelle,
			r->invalid ? was_typed(r, c->cle, options[i].valeur) :
				     was_chosen(values, n, options[i].valeur));
}

/* Was that field on the form?  Boxes that nobody ticked send nothing. */
static bool
was_shown(struct req *r, const char *cle)
{
	if (strstr(param(r, "present"), arena_printf(&r->mem, ",%s,", cle)) != NULL)
		return true;
	return param_nth(r, cle, 0) != NULL;
}

struct typed {
	const char *values[CHOICES];
	unsigned n;
	bool shown;
};

/* What was typed into the fields; what is refused is said beside its field. */
static bool
read_fields(struct req *r, const struct champ *const *fields, unsigned n, struct typed *into)
{
	for (unsigned i = 0; i < n; i++) {
		const struct champ *c = fields[i];
		struct typed *t = &into[i];
		const char *text, *refused;

		*t = (struct typed) { .shown = was_shown(r, c->cle) };
		while (t->n < CHOICES && (text = param_nth(r, c->cle, t->n)) != NULL) {
			refused = saisie_read(&r->mem, c, text, &t->values[t->n++]);
			form_value(r, c->cle, text);
			if (refused != NULL)
				form_error(r, c->cle, refused);
		}
	}
	return !r->invalid;
}

/* What the fields hold, as the text of a journal row. */
static const char *
as_text(struct req *r, const struct modele *m, const struct personne *p,
	const struct champ *const *fields, unsigned n)
{
	struct buffer all = { &r->mem };

	for (unsigned i = 0; i < n; i++)
		buffer_puts(&all,
			arena_printf(&r->mem, "%s: %s\n", fields[i]->cle,
				contact_text(&r->mem, m, p, fields[i])));
	return buffer_text(&all);
}

/* Names what the fields held when the form was shown. */
static const char *
version(struct req *r, const char *held)
{
	unsigned char sum[8];
	char hex[17];

	crypto_generichash(sum, sizeof sum, (const unsigned char *) held, strlen(held), NULL, 0);
	return arena_strdup(&r->mem, sodium_bin2hex(hex, sizeof hex, sum, sizeof sum));
}

/* The fields from ?suite= on, as many as the page holds; a form changes those that it shows. */
static void
say_fields(struct req *r, const struct modele *m, const struct personne *p,
	const struct champ *const *fields, unsigned n)
{
	unsigned from = (unsigned) strtoul(param(r, "suite"), NULL, 10), at = 0, held = 0, i;

	if (from >= n)
		from = 0;
	for (i = from; i < n && held < HELD; i++) {
		const struct champ *c = fields[i];

		held += 6 + (c->genre == G_CHOIX_MULTIPLE ? 2 : 1) * c->n_options;
		if (strcmp(c->cle, "bio") != 0) {
			say_field(r, m, p, c, at++);
			continue;
		}
		say(r, "Edition.bio", "1");
		if (!r->invalid)
			form_value(r, "bio", said(r, "contact.bio"));
	}
	if (from > 0)
		say_int(r, "Edition.debut", from);
	if (i < n)
		say_int(r, "Edition.suite", i);
}

static int
show_form(struct req *r, const struct modele *m, const struct personne *p,
	const struct champ *const *fields, unsigned n)
{
	contacts_head(r, m, p);
	say_fields(r, m, p, fields, n);
	form_value(r, "version", version(r, as_text(r, m, p, fields, n)));
	title(r, "Modifier la fiche");
	return page(r, "contacts/modifier.cs");
}

static int
contacts_edit(struct req *r)
{
	const struct modele *m = modele(r);
	const struct champ *fields[FIELDS_MAX];
	struct personne p;
	unsigned n;

	if (!contact_find(r, caught_id(r, 0), &p))
		return not_found(r);
	if ((n = contacts_writable(r, m, &p, fields)) == 0)
		return forbidden(r);
	return show_form(r, m, &p, fields, n);
}

/* Somebody else wrote in between: what they wrote is not lost unseen. */
static bool
is_stale(struct req *r, const char *held)
{
	if (*param(r, "version") == '\0' || strcmp(param(r, "version"), version(r, held)) == 0)
		return false;
	form_error(r, "version",
		"Cette fiche a été modifiée entre-temps. Votre saisie est gardée ci-dessous\u00A0:"
		" relisez-la, puis enregistrez de nouveau.");
	return true;
}

static int
contacts_save(struct req *r)
{
	const struct modele *m = modele(r);
	const struct champ *fields[FIELDS_MAX];
	struct personne p;
	struct typed *typed;
	const char *before;
	unsigned n;

	if (!contact_find(r, caught_id(r, 0), &p))
		return not_found(r);
	if ((n = contacts_writable(r, m, &p, fields)) == 0)
		return forbidden(r);
	typed = arena_alloc(&r->mem, n * sizeof *typed);
	before = as_text(r, m, &p, fields, n);
	if (!read_fields(r, fields, n, typed) || is_stale(r, before))
		return show_form(r, m, &p, fields, n);
	for (unsigned i = 0; i < n; i++)
		if (typed[i].shown)
			saisie_store(r, p.id, fields[i], typed[i].values, typed[i].n);
	acces_lot_clear(r);
	acces_lot_add(r, p.id);
	contact_settle_lot(r);
	contact_find(r, p.id, &p);
	journal(r, "contact.modifie", p.id, before, as_text(r, m, &p, fields, n));
	return *param(r, "continuer") != '\0' ?
		redirect(r, "/contacts/%" PRId64 "/modifier?suite=%s&fait=fiche", p.id,
			url_escape(r, param(r, "continuer"))) :
		redirect(r, "/contacts/%" PRId64 "?fait=fiche", p.id);
}

const struct route contacts_modifier_routes[] = {
	{ GET, ":id/modifier", PROSPECT, contacts_edit },
	{ POST, ":id/modifier", PROSPECT, contacts_save },
	{ 0 },
};
