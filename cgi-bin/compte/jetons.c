/* jetons.c - tokens: programs that act for me, what each opens and until when */

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "compte/compte.h"
#include "domain/acces/niveau.h"
#include "domain/compte/compte.h"
#include "domain/socle/alone.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"

/* MOST tokens that are alive; DAYS unless another end is chosen, YEAR the latest; ended ones are
 * shown for KEPT days. */
enum { MOST = 10, DAYS = 90, YEAR = 366, KEPT = 30, DAY_S = 86400 };

/* The lowest level of the menu that is closed to the reader: areas from there on open to no token
 * of hers. */
static enum access
beyond(struct req *r)
{
	if (r->user.level >= ADMIN || r->user.delegue)
		return ADMIN + 1;
	return niveau(r) >= N_COORDINATION ? ADMIN : STAFF;
}

/* Is area M one that a token may open?  The public ones need none. */
static bool
offered(const struct entry *m, enum access closed)
{
	return m->who != PUBLIC && m->who < closed;
}

static bool
was_chosen(struct req *r, const char *espace)
{
	const char *one;

	for (unsigned i = 0; (one = param_nth(r, "espaces", i)) != NULL; i++)
		if (strcmp(one, espace) == 0)
			return true;
	return false;
}

/* Say Espaces: what the form offers, as it was ticked. */
static void
say_areas(struct req *r)
{
	enum access closed = beyond(r);
	int n = 0;

	for (const struct entry *m = menu; m->name != NULL; m++) {
		struct row *row;

		if (!offered(m, closed))
			continue;
		row = row_nth(r, "Espaces", n++);
		row_say(row, "valeur", m->name);
		row_say(row, "libelle", m->title);
		if (r->invalid && was_chosen(r, m->name))
			row_say(row, "choisi", "1");
	}
}

/* "Annuaire, Fiches" for ",annuaire,contacts,"; "": all. */
static const char *
titles(struct req *r, const char *espaces)
{
	struct buffer all = { &r->mem };

	for (const struct entry *m = menu; m->name != NULL; m++) {
		if (strstr(espaces, arena_printf(&r->mem, ",%s,", m->name)) == NULL)
			continue;
		if (all.n > 0)
			buffer_puts(&all, ", ");
		buffer_puts(&all, m->title);
	}
	return buffer_text(&all);
}

/* Say jetons and what their form needs. */
void
compte_tokens(struct req *r)
{
	db_list(r, "jetons",
		SQL("SELECT id, nom, ecrit, COALESCE(espaces, '') AS espaces, cree_le, vu_le,"
		    " expire_le, expire_le <= UTC_TIMESTAMP() AS fini"
		    " FROM jeton_api WHERE contact_id = ? AND expire_le > UTC_TIMESTAMP() -"
		    " INTERVAL ? DAY ORDER BY expire_le <= UTC_TIMESTAMP(), id"),
		I(r->user.id), I(KEPT));
	for (struct row *t = row_first(r, "jetons"); t != NULL; t = row_next(t)) {
		time_t end = clock_parse(row_text(t, "expire_le"));
		const char *seen = row_text(t, "vu_le");

		row_say(t, "ouvre", titles(r, row_text(t, "espaces")));
		row_say(t, "fin", text_day(&r->mem, text_iso_at(&r->mem, end - 1)));
		row_say(t, "cree",
			text_day(&r->mem,
				text_iso_at(&r->mem, clock_parse(row_text(t, "cree_le")))));
		if (*seen != '\0')
			row_say(t, "vu",
				text_day(&r->mem, text_iso_at(&r->mem, clock_parse(seen))));
	}
	say_areas(r);
	if (*said(r, "Form.acces.value") == '\0')
		form_value(r, "acces", "lecture");
	if (*said(r, "Form.fin.value") == '\0')
		form_value(r, "fin", text_iso_at(&r->mem, clock_now() + DAYS * DAY_S));
}

/* ",annuaire,contacts,", or NULL for all: as was ticked, of what is offered. */
static const char *
areas_asked(struct req *r, const char *portee)
{
	struct buffer all = { &r->mem };
	enum access closed;

	if (strcmp(portee, "tout") == 0 || (*portee == '\0' && param_nth(r, "espaces", 0) == NULL))
		return NULL;
	closed = beyond(r);
	for (const struct entry *m = menu; m->name != NULL; m++)
		if (was_chosen(r, m->name) && offered(m, closed))
			buffer_puts(&all,
				arena_printf(&r->mem, "%s%s,", all.n == 0 ? "," : "", m->name));
	if (all.n == 0)
		form_error(r, "espaces",
			"Cochez au moins un espace, ou choisissez « Tout ce que je peux ouvrir ».");
	return buffer_text(&all);
}

/* The moment after the last day of the token, in UTC; said as an error when it is no good day. */
static const char *
end_asked(struct req *r, const char *fin)
{
	time_t now = clock_now(), end;
	struct tm t = { .tm_isdst = -1 };
	int y, m, d;

	if (*fin == '\0')
		fin = text_iso_at(&r->mem, now + DAYS * DAY_S);
	if (!text_date(fin, &y, &m, &d)) {
		form_error(r, "fin", "Donnez un jour, par exemple 28/02/2027.");
		return "";
	}
	t.tm_year = y - 1900;
	t.tm_mon = m - 1;
	t.tm_mday = d + 1;
	end = mktime(&t);
	if (end <= now || end > now + (time_t) YEAR * DAY_S)
		form_error(r, "fin",
			arena_printf(&r->mem,
				"Choisissez un jour à venir, au plus tard le %s : un jeton dure un"
				" an au plus.",
				text_day(&r->mem,
					text_iso_at(&r->mem, now + (time_t) (YEAR - 1) * DAY_S))));
	return clock_sql(&r->mem, end);
}

/* A new token, kept as its hash; those that ended long ago go. */
static const char *
keep_token(struct req *r, const char *name, bool writes, const char *areas, const char *end)
{
	const char *token = random_hex(&r->mem, 32);

	db_exec(r,
		SQL("DELETE FROM jeton_api WHERE contact_id = ? AND expire_le <= UTC_TIMESTAMP() -"
		    " INTERVAL ? DAY"),
		I(r->user.id), I(KEPT));
	db_exec(r,
		SQL("INSERT INTO jeton_api (empreinte, contact_id, nom, cree_le, ecrit, espaces,"
		    " expire_le) VALUES (UNHEX(?), ?, ?, UTC_TIMESTAMP(), ?, ?, ?)"),
		S(sha256_hex(&r->mem, token, 64)), I(r->user.id), S(name), I(writes), S(areas),
		S(end));
	journal(r, "compte.jeton", r->user.id, NULL,
		json_made(&r->mem, JN("ecrit", writes), JS("espaces", areas != NULL ? areas : ""),
			JS("fin", end)));
	return token;
}

/* The token is in this one answer, and nowhere else. */
static int
compte_make_token(struct req *r)
{
	const char *name, *acces = "lecture", *portee = "", *fin = "", *areas, *end, *token;
	const struct field fields[] = { { "nom", LINE(&name), REQUIRED, .max = 80 },
		{ "acces", CHOICE(&acces), .choices = "lecture|ecriture" },
		{ "portee", CHOICE(&portee), .choices = "tout|choix" },
		{ "fin", LINE(&fin), .max = 30 }, { 0 } };

	if (r->bearer != NULL)
		return forbidden(r);
	compte_create(r, r->user.id);
	reader_alone(r);
	form_read(r, fields);
	areas = areas_asked(r, portee);
	end = end_asked(r, fin);
	if (!r->invalid &&
		db_int(r,
			SQL("SELECT COUNT(*) FROM jeton_api WHERE contact_id = ?"
			    " AND expire_le > UTC_TIMESTAMP()"
			    " LOCK IN SHARE MODE"),
			I(r->user.id)) >= MOST)
		form_error(
			r, "nom", "Dix jetons au plus : retirez d’abord ceux qui ne servent plus.");
	if (r->invalid)
		return compte_show(r);
	token = keep_token(r, name, strcmp(acces, "ecriture") == 0, areas, end);
	for (size_t i = 0; fields[i].name != NULL; i++)
		form_value(r, fields[i].name, "");
	say(r, "jeton", token);
	r->after = "/compte?fait=jeton-deja";
	return compte_show(r);
}

static int
compte_drop_token(struct req *r)
{
	if (db_exec(r, SQL("DELETE FROM jeton_api WHERE id = ? AND contact_id = ?"),
		    I(caught_id(r, 0)), I(r->user.id)) == 0)
		return not_found(r);
	journal(r, "compte.jeton_retire", r->user.id, NULL, NULL);
	return redirect(r, "/compte?fait=jeton");
}

const struct route compte_jetons_routes[] = {
	{ POST, "jetons", PROSPECT, compte_make_token },
	{ POST, "jetons/:id/retirer", PROSPECT, compte_drop_token },
	{ 0 },
};
