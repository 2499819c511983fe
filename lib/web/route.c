/* route.c - the only door: every check that does not depend on the object is here */

#include <string.h>

#include "base/conf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "domain/socle/journal.h"
#include "web/once.h"
#include "web/reply.h"
#include "web/route.h"

/* Does PATH fit PATTERN?  Fills CAUGHT, unless NULL, with what the ":" parts caught. */
static bool
fits(struct req *r, const char *pattern, const char *path, const char **caught)
{
	for (int n = 0;; pattern++, path++) {
		if (*pattern == ':' && n < 4) {
			size_t len = strcspn(path, "/");

			if (len == 0)
				return false;
			if (caught != NULL)
				caught[n] = arena_printf(&r->mem, "%.*s", (int) len, path);
			n++;
			pattern += strcspn(pattern, "/");
			path += len;
		}
		if (*pattern != *path)
			return false;
		if (*path == '\0')
			return true;
	}
}

/* Of two patterns that fit one path: has A a name where B first catches any? */
static bool
closer(const char *a, const char *b)
{
	for (;; a++, b++) {
		if ((*a == ':') != (*b == ':'))
			return *b == ':';
		a += strcspn(a, "/");
		b += strcspn(b, "/");
		if (*a == '\0' || *b == '\0')
			return false;
	}
}

/* An area's address has '-' where its name has '_'. */
static char
address_char(char c)
{
	return c == '_' ? '-' : c;
}

/* Where the area NAME answers: "/", "/agenda", "/tableau-de-bord". */
const char *
area_url(struct req *r, const char *name)
{
	char *url = arena_printf(&r->mem, "/%s", strcmp(name, "accueil") == 0 ? "" : name);

	for (char *s = url; *s != '\0'; s++)
		*s = address_char(*s);
	return url;
}

/* The part of the path below AREA, or NULL.  The home page is the area "accueil". */
static const char *
below(const struct area *a, const char *path)
{
	const char *name = a->name;

	if (*path == '\0' && strcmp(name, "accueil") == 0)
		return "";
	for (; *name != '\0'; name++, path++)
		if (*path != address_char(*name))
			return NULL;
	return *path == '/' ? path + 1 : *path == '\0' ? path : NULL;
}

/* The route of an area after T, whichever of its files it stands in; NULL comes before the first
 * and after the last. */
const struct route *
area_next(const struct area *a, const struct route *t)
{
	bool now = t == NULL;

	for (const struct route *const *table = a->tables; *table != NULL; table++)
		for (const struct route *one = *table; one->handler != NULL; one++) {
			if (now)
				return one;
			now = one == t;
		}
	return NULL;
}

/* The route of R below AREA, or NULL.  A name goes before ":id", in whatever order they stand.
 * KNOWN: the address exists, if for another method. */
static const struct route *
find_below(const struct area *area, struct req *r, const char *path, bool *known)
{
	const struct route *best = NULL;

	for (const struct route *t = NULL; (t = area_next(area, t)) != NULL;) {
		if (!fits(r, t->path, path, NULL))
			continue;
		*known = true;
		if (t->method == r->method && (best == NULL || closer(t->path, best->path)))
			best = t;
	}
	if (best != NULL)
		fits(r, best->path, path, r->caught);
	return best;
}

static const struct route *
find(const struct area *const *areas, struct req *r, bool *known)
{
	for (; *areas != NULL; areas++) {
		const char *path = below(*areas, r->path);

		if (path == NULL)
			continue;
		r->area = *areas;
		return find_below(*areas, r, path, known);
	}
	return NULL;
}

/* Does ORIGIN ("https://host:port") name this site?  Either the configured address or the
 * one that the browser connected to. */
static bool
own_origin(struct req *r)
{
	const char *host = strstr(r->origin, "://");

	return strcmp(r->origin, conf.site_url) == 0 ||
		(host != NULL && r->host != NULL && strcmp(host + 3, r->host) == 0);
}

/* Does the browser say that a form of another site sent this (Fetch Metadata, Origin)? */
static bool
foreign(struct req *r)
{
	return (r->fetch_site != NULL && strcmp(r->fetch_site, "same-origin") != 0 &&
		       strcmp(r->fetch_site, "none") != 0) ||
		(r->origin != NULL && !own_origin(r));
}

/* A write must come from one of our own forms: of our site, and with the session's token.  A
 * program with a bearer token has no cookies that another site could use. */
static bool
forged(struct req *r)
{
	if (r->bearer != NULL)
		return r->user.id == 0;
	return foreign(r) || r->user.csrf == NULL || !once_token(r, r->user.csrf);
}

/* Where a stranger goes to sign in, with the way back for a page that can be shown again. */
static int
sign_in(struct req *r)
{
	if (r->bearer != NULL)
		return refuse_why(r, 401, "token",
			"Ce jeton n’existe pas, ou il a pris fin. Créez-en un autre dans « Mon"
			" compte ».");
	if (r->format != HTML)
		return refuse(r, 401);
	if (r->method == POST || *r->path == '\0')
		return redirect(r, "/connexion");
	return redirect(r, "/connexion?suite=%s",
		url_escape(r,
			arena_printf(&r->mem, "/%s%s%s", r->path, *r->query != '\0' ? "?" : "",
				r->query)));
}

/* Said once it was proved who asks: by her session, or by her password. */
int
route_closed(struct req *r)
{
	if (r->format != HTML)
		return refuse(r, 403);
	title(r, "Votre accès est fermé");
	page(r, "erreur/ferme.cs");
	return r->status = 403;
}

/* Is the route open to that person?  The grid gives its domain to who has not the level, and
 * takes it from who has. */
static bool
may_enter(struct req *r, const struct route *t)
{
	int given;

	if (t->domaine == NULL || r->user.id == 0 || r->user.level >= ADMIN)
		return t->who <= r->user.level;
	if (strcmp(t->domaine, DELEGUE) == 0)
		return r->user.delegue;
	given = droit(r, t->domaine);
	return given == PARTOUT || (given == SON_GROUPE && t->who <= r->user.level);
}

/* Is that what an administrator who reads as somebody may not do: write, or read what is
 * private? */
static bool
only_looks(struct req *r, const struct route *t)
{
	return strcmp(r->path, "compte/comme/fin") != 0 &&
		(t->method == POST || t->prive || (r->area->flags & PRIVE));
}

/* Does the token of a program open that route?  What is public needs none. */
static bool
token_opens(struct req *r, const struct route *t)
{
	if (t->method == POST && r->user.lit)
		return false;
	return t->who == PUBLIC || r->user.espaces == NULL || *r->user.espaces == '\0' ||
		strstr(r->user.espaces, arena_printf(&r->mem, ",%s,", r->area->name)) != NULL;
}

static int
refused_token(struct req *r, const struct route *t)
{
	return refuse_why(r, 403, "scope",
		t->method == POST && r->user.lit ?
			"Ce jeton ne fait que lire. Pour écrire,"
			" créez-en un autre dans « Mon compte »." :
			"Ce jeton n’ouvre pas cet espace. Créez-en un autre dans « Mon compte ».");
}

static int
refused_as(struct req *r)
{
	if (r->format != HTML)
		return refuse(r, 403);
	title(r, "En lecture seule");
	page(r, "erreur/comme.cs");
	return r->status = 403;
}

/* A whole list, taken along by who may export nothing. */
static bool
takes_along(struct req *r, const struct route *t)
{
	return t->formats != 0 && table_asked(r) && r->user.id != 0 &&
		droit(r, "export") == NULLE_PART;
}

/* A page that is not hers, asked for by its address: the journal keeps it, so many an hour. */
static int
refused_told(struct req *r, const struct route *t)
{
	enum { REFUSALS = 10 };

	if (r->user.by == 0) {
		r->keep = true; /* nothing else was written yet */
		journal_seldom(r, "droit.refus", 0,
			t->secret ? NULL :
				    json_made(&r->mem,
					    JS("page",
						    arena_printf(&r->mem, "/%s",
							    text_cut(&r->mem, r->path, 200)))),
			REFUSALS);
	}
	return forbidden(r);
}

/* The refusal of whom the route is not open to, as she signed in; 0: she may. */
static int
refused_person(struct req *r, const struct route *t)
{
	if (t->who > r->user.level && r->user.closed)
		return route_closed(r);
	if (r->bearer != NULL && r->user.id != 0 && !token_opens(r, t))
		return refused_token(r, t);
	if (!may_enter(r, t))
		return r->user.id == 0 ? sign_in(r) : refused_told(r, t);
	if (r->user.by != 0 && only_looks(r, t))
		return refused_as(r);
	if (takes_along(r, t))
		return forbidden(r);
	if (r->user.held && t->who > PUBLIC && !(r->area->flags & EVEN_HELD))
		return r->format == HTML && r->method == GET ?
			redirect(r, "/compte/second_facteur") :
			forbidden(r);
	return 0;
}

/* Does she come to a page of the site before she has acknowledged the charter?  Not what a page or
 * a program asks, nor a form: nothing that was written is lost. */
static bool
reads_charter_first(struct req *r, const struct route *t)
{
	const char *dest = req_env(r, "HTTP_SEC_FETCH_DEST");

	return r->user.charte && r->user.by == 0 && r->method == GET && r->format == HTML &&
		t->who > PUBLIC && !(r->area->flags & (EVEN_HELD | NO_SHELL)) && dest != NULL &&
		strcmp(dest, "document") == 0;
}

static int
charter_first(struct req *r)
{
	return redirect(r, "/compte/charte?suite=%s",
		url_escape(r,
			arena_printf(&r->mem, "/%s%s%s", r->path, *r->query != '\0' ? "?" : "",
				r->query)));
}

/* A write, if one of our own forms sent it. */
static int
write_once(struct req *r, const struct route *t)
{
	if (t->open_post && r->user.id == 0 && r->bearer == NULL)
		return foreign(r) ? refuse(r, 403) : t->handler(r);
	if (!forged(r))
		return once(r, t->handler);
	if (!foreign(r) && t->again != NULL && r->user.id != 0)
		return t->again(r); /* the button was pressed twice */
	return refuse(r, r->user.id == 0 && t->who > PUBLIC ? 401 : 403);
}

/* Find the route of R and answer it.  Returns the status of the reply. */
int
dispatch(const struct area *const *areas, struct req *r)
{
	bool known = false;
	const struct route *t = find(areas, r, &known);
	int refused, status;

	if (t == NULL)
		return known ? refuse(r, 405) : not_found(r);
	r->secret = t->secret;
	if ((r->format & (HTML | JSON | t->formats)) == 0)
		return not_found(r);
	if (t->method == POST && t->unsigned_post)
		return t->handler(r);
	if (r->raw != NULL)
		return refuse(r, 415);
	refused = refused_person(r, t);
	if (refused != 0)
		return refused;
	if (reads_charter_first(r, t))
		return charter_first(r);
	if (t->method == POST)
		return write_once(r, t);
	status = t->handler(r);
	db_settle();
	return status;
}
