/* discretion.c - what each keeps to herself: out of the directory, details hidden, a break */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/acces/appartenance.h"
#include "domain/crm/contact_store.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"

static bool
is_kept(const struct personne *p, const struct champ *c)
{
	char id[16];

	snprintf(id, sizeof id, ",%d,", c->id);
	return strstr(p->text[P_CACHE], id) != NULL;
}

/* Does the form name VALEUR among the LIST ticked? */
static bool
is_named(struct req *r, const char *list, const char *valeur)
{
	const char *one;

	for (unsigned i = 0; (one = param_nth(r, list, i)) != NULL; i++)
		if (strcmp(one, valeur) == 0)
			return true;
	return false;
}

/* The fields that members of a shared group read, as words: "Adresse courriel, Téléphone". */
static const char *
details(struct req *r, const struct modele *m)
{
	struct buffer all = { &r->mem };

	for (unsigned i = 0; i < m->n; i++)
		if (m->champs[i].lecture == 2)
			buffer_puts(&all,
				arena_printf(&r->mem, "%s%s", all.n > 0 ? ", " : "",
					m->champs[i].libelle));
	return buffer_text(&all);
}

/* The fields that one may keep from all but who looks after her; a refused form keeps its ticks. */
static void
say_fields(struct req *r, const struct modele *m, const struct personne *p)
{
	unsigned n = 0;

	for (unsigned i = 0; i < m->n; i++) {
		const struct champ *c = &m->champs[i];
		struct row *row;

		if (!contact_hideable(c) || c->lecture >= LEVEL_MANAGES)
			continue;
		row = row_nth(r, "champs", n++);
		row_say(row, "valeur", c->cle);
		row_say(row, "libelle", c->libelle);
		if (r->invalid ? is_named(r, "cache[]", c->cle) : is_kept(p, c))
			row_say(row, "choisi", "1");
	}
}

/* The types of groups that the person is in, and whether she shows her contact details in one of
 * them, so that she may say no; a refused form keeps its ticks. */
static void
say_types(struct req *r, int64_t id)
{
	db_list(r, "types",
		SQL("SELECT t.cle AS valeur, t.pluriel AS libelle, MAX(m.montre) AS montre,"
		    " MAX(g.ouverture = 'ouvert') AS ouvert,"
		    " GROUP_CONCAT(DISTINCT o.titre ORDER BY o.titre SEPARATOR ', ') AS groupes,"
		    " DATE(k.le) AS le, k.oui FROM " OWN_MEMBERSHIPS(
			    "m") " JOIN groupe g ON g.id = m.groupe_id JOIN objet o ON o.id = g.id"
				 " AND o.archive_le IS NULL JOIN groupe_type t ON t.cle = g.type"
				 " LEFT JOIN coordonnees_choix k ON k.contact_id = m.contact_id"
				 " AND k.type = t.cle GROUP BY t.cle ORDER BY t.ordre, t.pluriel"),
		I(id));
	for (struct row *t = row_first(r, "types"); t != NULL; t = row_next(t)) {
		if (r->invalid ? is_named(r, "montre[]", row_text(t, "valeur")) :
				 row_int(t, "montre") != 0)
			row_say(t, "choisi", "1");
		if (*row_text(t, "le") != '\0')
			row_say(t, "depuis", text_day(&r->mem, row_text(t, "le")));
	}
}

/* Write down what she chose anew, of the types that her form showed. */
static void
choose_types(struct req *r, int64_t id)
{
	say_types(r, id);
	for (struct row *t = row_first(r, "types"); t != NULL; t = row_next(t)) {
		const char *type = row_text(t, "valeur");
		bool shows = is_named(r, "montre[]", type);

		if (is_named(r, "types[]", type) && shows != (row_int(t, "montre") != 0))
			db_exec(r,
				SQL("INSERT INTO coordonnees_choix (contact_id, type, oui, le,"
				    " mots)"
				    " VALUES (?, ?, ?, UTC_TIMESTAMP(), LEFT(?, 400))"
				    " ON DUPLICATE KEY UPDATE oui = VALUES(oui), le = VALUES(le),"
				    " mots = VALUES(mots)"),
				I(id), S(type), I(shows),
				S(arena_printf(&r->mem, "%s\u00A0: %s", row_text(t, "libelle"),
					details(r, modele(r)))));
	}
}

static bool
find_me(struct req *r, struct personne *p)
{
	return caught_id(r, 0) == r->user.id && contact_find(r, r->user.id, p);
}

static int
contacts_discretion(struct req *r)
{
	const struct modele *m = modele(r);
	const char *pause = "";
	bool discret = false;
	struct personne p;

	if (!find_me(r, &p))
		return not_found(r);
	if (!r->invalid) {
		db_read(r,
			SQL("SELECT discret, COALESCE(pause_jusqu_a, '') FROM contact"
			    " WHERE id = ?"),
			INTO(TO(&discret), TO(&pause)), I(p.id));
		form_value(r, "discret", discret ? "1" : "");
		if (strcmp(pause, text_iso_at(&r->mem, clock_now())) >= 0)
			form_value(r, "pause", pause);
	}
	say_fields(r, m, &p);
	say_types(r, p.id);
	say(r, "Champs.partages", details(r, m));
	contacts_top(r, m, &p, "discretion");
	title(r, "Ma discrétion");
	return page(r, "contacts/discretion.cs");
}

/* ",5,6,": the fields ticked. */
static const char *
kept(struct req *r, const struct modele *m)
{
	struct buffer all = { &r->mem };
	const char *cle;

	for (unsigned i = 0; (cle = param_nth(r, "cache[]", i)) != NULL; i++) {
		const struct champ *c = champ_find(m, cle);

		if (c != NULL && contact_hideable(c) && all.n < 50)
			buffer_puts(
				&all, arena_printf(&r->mem, "%s%d,", all.n == 0 ? "," : "", c->id));
	}
	return all.n > 0 ? buffer_text(&all) : "";
}

static const char *
as_text(struct req *r)
{
	return db_string(r,
		SQL("SELECT JSON_OBJECT('discret', discret, 'cache', cache, 'pause',"
		    " COALESCE(pause_jusqu_a, ''),"
		    " 'coordonnees', COALESCE((SELECT GROUP_CONCAT(k.type, '=', k.oui"
		    " ORDER BY k.type)"
		    " FROM coordonnees_choix k WHERE k.contact_id = contact.id), '')) FROM contact"
		    " WHERE id = ?"),
		I(r->user.id));
}

static int
contacts_discretion_save(struct req *r)
{
	const struct modele *m = modele(r);
	const char *until = NULL, *before;
	bool discret = false;
	const struct field fields[] = { { "discret", YES(&discret) },
		{ "pause", DAY_TO_COME(&until) }, { 0 } };
	struct personne p;

	if (!find_me(r, &p))
		return not_found(r);
	form_read(r, fields);
	if (r->invalid)
		return contacts_discretion(r);
	before = as_text(r);
	db_exec(r, SQL("UPDATE contact SET discret = ?, cache = ?, pause_jusqu_a = ? WHERE id = ?"),
		I(discret), S(kept(r, m)), S(until), I(p.id));
	choose_types(r, p.id);
	acces_lot_clear(r);
	acces_lot_add(r, p.id);
	contact_settle_lot(r);
	journal(r, "contact.discretion", p.id, before, as_text(r));
	return redirect(r, "/contacts/%" PRId64 "/discretion?fait=discretion", p.id);
}

const struct route contacts_discretion_routes[] = {
	{ GET, ":id/discretion", PROSPECT, contacts_discretion },
	{ POST, ":id/discretion", PROSPECT, contacts_discretion_save },
	{ 0 },
};
