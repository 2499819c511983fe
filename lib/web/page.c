/* page.c - a page: the template of the handler inside the shell, or its data as JSON */

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/template.h"
#include "base/text.h"
#include "db/db.h"
#include "domain/acces/appartenance.h"
#include "domain/groupes/groupe.h"
#include "domain/messages/conversation.h"
#include "domain/notifications/notif.h"
#include "web/guide.h"
#include "web/reply.h"
#include "web/route.h"

enum { ASSETS = 16 };
static struct {
	char *name, *path;
} assets[ASSETS];

/* The hashed addresses of the static files, as htdocs/build.mjs wrote them. */
static void
load_assets(void)
{
	FILE *f = fopen(conf_data("htdocs/assets.conf"), "r");
	char name[64], path[200];

	for (unsigned n = 0;
		f != NULL && n < ASSETS && fscanf(f, " %63[A-Za-z.] = %199s", name, path) == 2;
		n++) {
		assets[n].name = strdup(name);
		assets[n].path = strdup(path);
	}
	if (f != NULL)
		fclose(f);
}

static void
say_site(struct req *r)
{
	if (assets[0].name == NULL)
		load_assets();
	for (unsigned n = 0; n < ASSETS && assets[n].name != NULL; n++)
		say(r, assets[n].name, assets[n].path);
	say(r, "Site.name", "Essaim");
	say(r, "Site.org", conf.site_name);
	say(r, "Site.url", conf.site_url);
	say(r, "Page.url", arena_printf(&r->mem, "/%s", r->path));
	say(r, "Page.area", r->area != NULL ? r->area->name : "");
	say(r, "Page.ecran", guide_ecran(r));
	if (r->area != NULL && r->area->flags & NO_SHELL)
		say(r, "Page.shell", "nu");
}

static void
say_user(struct req *r)
{
	if (r->user.csrf != NULL)
		say(r, "User.csrf", r->user.csrf);
	if (r->user.id == 0)
		return;
	say(r, "User.cle",
		random_hex(&r->mem, 16)); /* of what this page's forms send: web/once.c */
	say_int(r, "User.id", r->user.id);
	say_int(r, "User.level", r->user.level);
	say(r, "User.prenom", r->user.prenom);
	say(r, "User.nom", r->user.nom);
	say(r, "User.initiales", text_initials(&r->mem, r->user.prenom, r->user.nom));
	say_int(r, "User.teinte", text_hue(r->user.id));
	if (r->user.by != 0)
		say(r, "User.comme", "1");
}

static void
say_entry(struct req *r, struct row *list, int n, const struct entry *e)
{
	struct row *row = row_in(list, arena_printf(&r->mem, "%d", n));

	row_say(row, "url", area_url(r, e->name));
	row_say(row, "title", e->title);
	row_say(row, "icon", e->icon);
	if (r->area != NULL && strcmp(r->area->name, e->name) == 0 &&
		said_int(r, "Page.status") != 404) /* what is nowhere is in no area */
		row_say(row, "current", "1");
}

/* Menu.bell: what the person has not read. */
static void
say_bell(struct req *r)
{
	int64_t n = notif_count(r);

	say_int(r, "Menu.bell.count", n);
	say(r, "Menu.bell.texte", n >= 100 ? "99+" : arena_printf(&r->mem, "%" PRId64, n));
}

/* How many conversations wait, beside the entry of the messages. */
static void
say_unread(struct req *r)
{
	for (struct row *e = row_first(r, "Menu.bar"); e != NULL; e = row_next(e))
		if (strcmp(row_text(e, "url"), "/messages") == 0)
			row_say_int(e, "count", conversation_unread(r));
}

/* Is that entry the reader's?  A part of the administration shows that of the administration. */
static bool
in_menu(struct req *r, const struct entry *e)
{
	return e->place != NONE &&
		(r->user.level >= e->who || (e->who == ADMIN && r->user.delegue));
}

static void
say_menu(struct req *r)
{
	struct row *bar = row_at(r, "Menu.bar"), *more = row_at(r, "Menu.more");
	int n = 0;

	for (const struct entry *e = menu; e->name != NULL; e++)
		if (in_menu(r, e))
			say_entry(r, e->place == BAR ? bar : more, n++, e);
	say_json(r, "Menu.groupes",
		r->user.shell != NULL ? r->user.shell->groupes :
					db_string(r, SQL(OWN_GROUPS_JSON("?")), I(r->user.id)));
	groupe_say_sigles(r, "Menu.groupes");
	say_bell(r);
	say_unread(r);
}

/* A code of the address (?fait=...) that says what was just done; the template has its words. */
static void
say_done(struct req *r)
{
	const char *code = param(r, "fait");
	size_t n = strspn(code, "abcdefghijklmnopqrstuvwxyz-");

	if (n > 0 && n < 40 && code[n] == '\0')
		say(r, "Page.fait", code);
}

/* The title of the page, without the name of the site. */
void
title(struct req *r, const char *fmt, ...)
{
	char s[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(s, sizeof s, fmt, ap);
	va_end(ap);
	say(r, "Page.title", s);
}

/* The text of a template alone (a mail), with what was said to R. */
char *
render(struct req *r, const char *template)
{
	say(r, "Site.name", "Essaim");
	say(r, "Site.org", conf.site_name);
	say(r, "Site.url", conf.site_url);
	return template_render(r, template, "", NULL);
}

static int
page_json(struct req *r, int status)
{
	r->type = "application/json; charset=utf-8";
	r->body = json_of(r);
	r->body_len = strlen(r->body);
	return r->status = status;
}

/* Answer with templates/TEMPLATE inside the shell, or with the same data as JSON.
 * 200, or 422 when a form was refused. */
int
page(struct req *r, const char *template)
{
	int status = r->invalid ? 422 : 200;

	db_now(r);
	if (r->format == JSON)
		return page_json(r, status);
	say(r, "Page.template", template);
	say_site(r);
	say_user(r);
	say_done(r);
	if (r->user.id != 0 && (r->area == NULL || !(r->area->flags & NO_SHELL)))
		say_menu(r);
	if (r->user.id != 0 && r->area != NULL && r->area->dress != NULL)
		r->area->dress(r);
	r->type = "text/html; charset=utf-8";
	r->body = template_render(r, "layout.cs", template, &r->body_len);
	for (; *r->body == '\n'; r->body++) /* what the macros leave */
		r->body_len--;
	return r->status = status;
}

/* Answer with that template and nothing around it: a piece of a page that is open. */
int
fragment(struct req *r, const char *template)
{
	db_now(r);
	say_site(r);
	say_user(r);
	if (r->user.id != 0)
		say_bell(r);
	r->type = "text/html; charset=utf-8";
	r->body = template_render(r, "morceau.cs", template, &r->body_len);
	for (; *r->body == '\n'; r->body++)
		r->body_len--;
	return r->status = 200;
}
