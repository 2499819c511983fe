/* pages.c - the words of the charter and of the legal notice */

#include <string.h>

#include "domain/compte/charte.h"
#include "domain/objets/texte.h"
#include "domain/socle/page_texte.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
admin_pages(struct req *r)
{
	int n = 0;

	for (const struct page_texte *p = pages_texte; p->nom != NULL; p++, n++) {
		struct row *row = row_nth(r, "items", n);

		row_say(row, "nom", p->nom);
		row_say(row, "titre", p->titre);
		page_texte_versions(r, arena_printf(&r->mem, "items.%d.versions", n), p->nom, 1);
	}
	title(r, "Charte et mentions légales");
	return page(r, "admin/pages.cs");
}

static int
form_page(struct req *r, const struct page_texte *p)
{
	const char *texte = page_texte(r, p->nom);

	say(r, "Page.nom", p->nom);
	say(r, "Page.titre", p->titre);
	if (*texte == '\0')
		say(r, "Page.usuel", "1");
	if (strcmp(p->nom, "charte") == 0)
		charte_say_total(r, "Lue");
	page_texte_versions(r, "versions", p->nom, PAGE_TEXTE_VERSIONS);
	for (struct row *v = row_first(r, "versions"); v != NULL; v = row_next(v))
		row_say(v, "extrait", texte_court(r, row_text(v, "Texte"), 120));
	if (!r->invalid)
		form_value(r, "texte", *texte != '\0' ? texte : page_texte_usuel(r, p->nom));
	title(r, "%s", p->titre);
	return page(r, "admin/page.cs");
}

static int
admin_page(struct req *r)
{
	const struct page_texte *p = page_texte_find(r->caught[0]);

	return p != NULL ? form_page(r, p) : not_found(r);
}

/* An earlier version of that page; NULL: there is none of that number. */
static const char *
version(struct req *r, const char *nom, int64_t id)
{
	return db_string(
		r, SQL("SELECT texte FROM page_texte WHERE id = ? AND nom = ?"), I(id), S(nom));
}

static int
admin_page_save(struct req *r)
{
	const struct page_texte *p = page_texte_find(r->caught[0]);
	const char *texte = "";
	int64_t id = 0;
	const struct field fields[] = {
		{ "texte", TEXT(&texte), .max = PAGE_TEXTE_LONG },
		{ "version", ID(&id) },
		{ 0 },
	};

	if (p == NULL)
		return not_found(r);
	if (!form_read(r, fields))
		return form_page(r, p);
	if (id != 0 && (texte = version(r, p->nom, id)) == NULL)
		return not_found(r);
	page_texte_set(r, p->nom, arena_strdup(&r->mem, texte),
		strcmp(p->nom, "charte") == 0 && strcmp(param(r, "substance"), "1") == 0);
	return redirect(r, "/admin/pages/%s?fait=page", p->nom);
}

const struct route admin_pages_routes[] = {
	{ GET, "pages", ADMIN, admin_pages, .domaine = "administration" },
	{ GET, "pages/:nom", ADMIN, admin_page, .domaine = "administration" },
	{ POST, "pages/:nom", ADMIN, admin_page_save, .domaine = "administration" },
	{ 0 },
};
