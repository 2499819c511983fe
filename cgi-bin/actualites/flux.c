/* flux.c - news in one's own reader, by a private address (RFC 4287) */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "actualites/actualites.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/lien_prive.h"
#include "domain/socle/alone.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { MOST = 30 };

static int
flux_page(struct req *r)
{
	int64_t asked = strtoll(param(r, "groupe"), NULL, 10);

	lien_prive_say(r, "liens", "actualites");
	db_list(r, "groupes",
		SQL("SELECT CONCAT('groupe:', o.id) AS valeur, o.titre AS libelle,"
		    " o.id = ? AS choisi"
		    " FROM objet o WHERE o.genre = 'groupe' AND (o.id = ? OR o.id IN (SELECT"
		    " m.groupe_id FROM " OWN_MEMBERSHIPS(
			    "m") " UNION SELECT s.objet_id FROM suivi s"
				 " WHERE s.contact_id = ? AND s.etat = 1)) AND " SEES(
					 "o") " ORDER BY o.titre"
					      " LIMIT 200"),
		I(asked), I(asked), I(r->user.id), I(r->user.id), ME(r));
	title(r, "Flux des actualités");
	return page(r, "actualites/flux.cs");
}

/* The address is in this one answer, and nowhere else. */
static int
show_once(struct req *r, const char *jeton)
{
	say(r, "adresse",
		arena_printf(&r->mem, "%s/actualites/flux/%s.atom", conf.site_url, jeton));
	r->after = "/actualites/flux?fait=flux-deja";
	return flux_page(r);
}

static int
flux_make(struct req *r)
{
	const char *quoi = param(r, "quoi"), *jeton;
	int64_t groupe = strncmp(quoi, "groupe:", 7) == 0 ? strtoll(quoi + 7, NULL, 10) : 0;
	bool tout = strcmp(quoi, "tout") == 0;

	if (r->bearer != NULL)
		return forbidden(r);
	if (groupe <= 0 && strcmp(quoi, "moi") != 0 && !tout) {
		form_error(r, "quoi",
			"Choisissez dans la liste\u00A0: vos actualités, toutes, ou celles d’un"
			" groupe.");
		return flux_page(r);
	}
	if (!lien_prive_may(r, "actualites", groupe))
		return not_found(r);
	reader_alone(r);
	jeton = lien_prive_new(r, "actualites", groupe, tout);
	if (jeton != NULL)
		return show_once(r, jeton);
	form_error(r, "quoi", "Vingt adresses au plus\u00A0: retirez celles qui ne servent plus.");
	return flux_page(r);
}

static int
flux_renew(struct req *r)
{
	const char *jeton =
		r->bearer == NULL ? lien_prive_renew(r, "actualites", caught_id(r, 0)) : NULL;

	return jeton != NULL ? show_once(r, jeton) : not_found(r);
}

static int
flux_drop(struct req *r)
{
	if (!lien_prive_drop(r, "actualites", caught_id(r, 0)))
		return not_found(r);
	return redirect(r, "/actualites/flux?fait=flux-retire");
}

/* ---- read ---- */

static void
escape(struct buffer *b, const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '&')
			buffer_puts(b, "&amp;");
		else if (*s == '<')
			buffer_puts(b, "&lt;");
		else if (*s == '>')
			buffer_puts(b, "&gt;");
		else if (*s == '"')
			buffer_puts(b, "&quot;");
		else
			buffer_add(b, s, 1);
}

static void
element(struct buffer *b, const char *name, const char *text)
{
	buffer_puts(b, "<");
	buffer_puts(b, name);
	buffer_puts(b, ">");
	escape(b, text);
	buffer_puts(b, "</");
	buffer_puts(b, name);
	buffer_puts(b, ">\n");
}

/* "2026-12-01T18:00:00Z" */
static const char *
instant(struct req *r, const char *sql)
{
	char *s = arena_printf(&r->mem, "%sZ", sql);

	if (strlen(s) > 10)
		s[10] = 'T';
	return s;
}

static void
add_entry(struct req *r, struct buffer *b, struct rows *a)
{
	const char *url =
		arena_printf(&r->mem, "%s/actualites/%" PRId64, conf.site_url, db_num(a, 0));

	buffer_puts(b, "<entry>\n");
	element(b, "id", url);
	element(b, "title", text_clean(&r->mem, db_text(a, 1)));
	element(b, "summary", text_clean(&r->mem, db_text(a, 2)));
	element(b, "published", instant(r, db_text(a, 3)));
	element(b, "updated", instant(r, db_text(a, 4)));
	buffer_puts(b, "<author>");
	element(b, "name", db_text(a, 5));
	buffer_puts(b, "</author>\n<link rel=\"alternate\" href=\"");
	escape(b, url);
	buffer_puts(b, "\"/>\n</entry>\n");
}

/* Its group, as far as the owner of the feed sees that. */
#define OWNER " IF(a.groupe_id IS NULL, 'Siège', COALESCE(og.titre, 'Un groupe'))"
#define SEEN_GROUP " LEFT JOIN objet og ON og.id = a.groupe_id AND " SEES("og")
#define WHICH " AND (? OR IF(?, " ACTUALITE_POUR_MOI("?") ", a.groupe_id = ?))"

/* What its owner may read now: title and chapeau alone, the text is on the site. */
static const char *
feed(struct req *r, const struct lien_prive *l, const char **changed)
{
	struct buffer b = { &r->mem }, entries = { &r->mem };
	struct rows *a = db_rows(r,
		SQL("SELECT a.id, o.titre, a.chapeau, a.publie_le,"
		    " COALESCE(a.change_le, a.publie_le)," OWNER " FROM actualite a"
		    " JOIN objet o ON o.id = a.id" SEEN_GROUP " WHERE a.etat = 'publiee'"
		    " AND " SEES("o") WHICH " ORDER BY a.publie_le DESC, a.id DESC LIMIT ?"),
		I(l->contact), I(l->contact), I(l->contact), I(l->contact), I(l->tout),
		I(l->groupe == 0), I(l->contact), I(l->contact), I(l->groupe), I(MOST));

	*changed = l->cree_le;
	while (db_next(a, &r->mem)) {
		add_entry(r, &entries, a);
		if (strcmp(db_text(a, 4), *changed) > 0)
			*changed = arena_strdup(&r->mem, db_text(a, 4));
	}
	buffer_puts(&b,
		"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
		"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n");
	element(&b, "id",
		arena_printf(&r->mem, "%s/actualites#%s%" PRId64, conf.site_url,
			l->tout ? "tout" : "", l->groupe));
	element(&b, "title",
		arena_printf(&r->mem, "%s, %s",
			*l->nom != '\0' ? l->nom :
				l->tout ? "Toutes les actualités" :
					  "Actualités",
			conf.site_name));
	element(&b, "updated", instant(r, *changed));
	buffer_puts(&b, buffer_text(&entries));
	buffer_puts(&b, "</feed>\n");
	return buffer_text(&b);
}

static int
flux_read(struct req *r)
{
	const char *etag, *has = req_env(r, "HTTP_IF_NONE_MATCH"), *text, *changed;
	struct lien_prive l;

	if (r->format != ATOM || !lien_prive_read(r, "actualites", r->caught[0], &l))
		return not_found(r);
	text = feed(r, &l, &changed);
	etag = arena_printf(&r->mem, "\"%.32s\"", sha256_hex(&r->mem, text, strlen(text)));
	header(r, "ETag", etag);
	header(r, "Last-Modified", text_http_date(&r->mem, clock_parse(changed)));
	r->cache = "private, no-cache";
	if (has != NULL && strstr(has, etag) != NULL)
		return reply_text(r, 304, "application/atom+xml; charset=utf-8", "");
	return reply_text(r, 200, "application/atom+xml; charset=utf-8", text);
}

const struct route actualites_flux_routes[] = {
	{ GET, "flux", PROSPECT, flux_page },
	{ POST, "flux", PROSPECT, flux_make },
	{ POST, "flux/:id/renouveler", PROSPECT, flux_renew },
	{ POST, "flux/:id/retirer", PROSPECT, flux_drop },
	{ GET, "flux/:jeton", PUBLIC, flux_read, .formats = ATOM, .secret = true },
	{ 0 },
};
