/* discretion.c - what each keeps to herself: out of the directory, details hidden, a break */

#include <inttypes.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/contact_store.h"
#include "domain/journal.h"
#include "web/form.h"
#include "web/reply.h"

static bool
is_kept(const struct personne *p, const struct champ *c)
{
	char id[16];

	snprintf(id, sizeof id, ",%d,", c->id);
	return strstr(p->text[P_CACHE], id) != NULL;
}

/* Was that field ticked in the form? */
static bool
is_ticked(struct req *r, const struct champ *c)
{
	const char *cle;

	for (unsigned i = 0; (cle = param_nth(r, "cache[]", i)) != NULL; i++)
		if (strcmp(cle, c->cle) == 0)
			return true;
	return false;
}

/* The fields that one may keep from all but who looks after her; a refused form keeps its ticks. */
static void
say_fields(struct req *r, const struct modele *m, const struct personne *p)
{
	unsigned n = 0;

	for (unsigned i = 0; i < m->n; i++) {
		const struct champ *c = &m->champs[i];
		HDF *row;

		if (!contact_hideable(c) || c->lecture >= LEVEL_MANAGES)
			continue;
		row = hdf_node(r, arena_printf(&r->mem, "champs.%u", n++));
		hdf_say(row, "valeur", c->cle);
		hdf_say(row, "libelle", c->libelle);
		if (r->invalid ? is_ticked(r, c) : is_kept(p, c))
			hdf_say(row, "choisi", "1");
	}
}

static bool
find_me(struct req *r, struct personne *p)
{
	return caught_id(r, 0) == r->user.id && contact_find(r, r->user.id, p);
}

int
contacts_discretion(struct req *r)
{
	const struct modele *m = modele(r);
	struct personne p;

	if (!find_me(r, &p))
		return not_found(r);
	if (!r->invalid) {
		db_one(r, "Choix",
			SQL("SELECT discret, COALESCE(pause_jusqu_a, '') AS pause FROM contact WHERE id = ?"),
			I(p.id));
		form_value(r, "discret", *said(r, "Choix.discret") == '1' ? "1" : "");
		form_value(r, "pause", said(r, "Choix.pause"));
	}
	say_fields(r, m, &p);
	contacts_top(r, m, &p, "discretion");
	title(r, "Ma discrétion");
	return page(r, "contacts/discretion.cs");
}

/* ",5,6,": the fields ticked. */
static const char *
kept(struct req *r, const struct modele *m)
{
	struct str all = { &r->mem };
	const char *cle;

	for (unsigned i = 0; (cle = param_nth(r, "cache[]", i)) != NULL; i++) {
		const struct champ *c = champ_find(m, cle);

		if (c != NULL && contact_hideable(c) && all.n < 50)
			str_puts(
				&all, arena_printf(&r->mem, "%s%d,", all.n == 0 ? "," : "", c->id));
	}
	return all.n > 0 ? str_text(&all) : "";
}

static const char *
as_text(struct req *r)
{
	return db_string(r,
		SQL("SELECT CONCAT('{\"discret\":', discret, ',\"cache\":\"', cache, '\",\"pause\":\"',"
		    " COALESCE(pause_jusqu_a, ''), '\"}') FROM contact WHERE id = ?"),
		I(r->user.id));
}

int
contacts_discretion_save(struct req *r)
{
	const struct modele *m = modele(r);
	const char *pause = "", *until = NULL, *before;
	bool discret = false;
	const struct field fields[] = { { "discret", YES(&discret) },
		{ "pause", LINE(&pause), .max = 20 }, { 0 } };
	struct personne p;
	int y, mo, d;

	if (!find_me(r, &p))
		return not_found(r);
	form_read(r, fields);
	if (*pause != '\0' && text_date(pause, &y, &mo, &d) && y >= 2000 && y < 2200)
		until = arena_printf(&r->mem, "%04d-%02d-%02d", y, mo, d);
	else if (*pause != '\0')
		form_error(r, "pause", "Donnez une date, par exemple 15/05/2027.");
	if (r->invalid)
		return contacts_discretion(r);
	before = as_text(r);
	db_exec(r, SQL("UPDATE contact SET discret = ?, cache = ?, pause_jusqu_a = ? WHERE id = ?"),
		I(discret), S(kept(r, m)), S(until), I(p.id));
	lot_clear(r);
	lot_add(r, p.id);
	contact_settle_lot(r);
	journal(r, "contact.discretion", p.id, before, as_text(r));
	return redirect(r, "/contacts/%" PRId64 "/discretion?fait=discretion", p.id);
}
