/* public.c - the pages that are open to everybody */

#include <string.h>

#include "web/reply.h"
#include "web/route.h"

static const struct {
	const char *name, *title;
} pages[] = {
	{ "plan", "Plan du site" },
	{ "accessibilite", "Accessibilité" },
	{ "donnees", "Vos données" },
	{ "ecoconception", "Écoconception" },
	{ "contact", "Contacter le Siège" },
	{ "charte", "Valeurs et charte" },
	{ "mentions", "Mentions légales" },
};

static int
public_show(struct req *r)
{
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (strcmp(r->caught[0], pages[i].name) == 0) {
			title(r, "%s", pages[i].title);
			return page(r, arena_printf(&r->mem, "public/%s.cs", pages[i].name));
		}
	return not_found(r);
}

static const struct route routes[] = {
	{ GET, ":page", PUBLIC, public_show },
	{ 0 },
};

const struct area public_area = { "public", routes };
