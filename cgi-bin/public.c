/* public.c - the pages that are open to everybody */

#include <string.h>

#include "domain/desinscription.h"
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
			if (r->user.id != 0 && strcmp(pages[i].name, "contact") == 0)
				return redirect(r, "/messages/siege");
			title(r, "%s", pages[i].title);
			return page(r, arena_printf(&r->mem, "public/%s.cs", pages[i].name));
		}
	return not_found(r);
}

/* A link of a mail: shows what it leaves, and the button; following it changes nothing. */
static int
public_leave(struct req *r)
{
	const char *genre = desinscription_genre(r, r->caught[0]);

	if (genre == NULL)
		return not_found(r);
	say(r, "desinscription.jeton", r->caught[0]);
	say(r, "desinscription.genre", genre);
	desinscription_say(r, "desinscription.genres", r->caught[0]);
	title(r, "Ne plus recevoir ces messages");
	return page(r, "public/sans_courriel.cs");
}

/* Sent by the button, or by the mail program itself (RFC 8058): the token is the proof. */
static int
public_left(struct req *r)
{
	if (!desinscription_do(r, r->caught[0]))
		return not_found(r);
	say(r, "desinscription.fait", "1");
	say(r, "desinscription.genre", desinscription_genre(r, r->caught[0]));
	desinscription_say(r, "desinscription.genres", r->caught[0]);
	title(r, "Vous ne recevrez plus ces messages");
	return page(r, "public/sans_courriel.cs");
}

static const struct route routes[] = {
	{ GET, "sans-courriel/:jeton", PUBLIC, public_leave },
	{ POST, "sans-courriel/:jeton", PUBLIC, public_left, .unsigned_post = true },
	{ GET, ":page", PUBLIC, public_show },
	{ 0 },
};

const struct area public_area = { "public", routes };
