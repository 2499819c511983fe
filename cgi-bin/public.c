/* public.c - the pages that are open to everybody */

#include <string.h>

#include "domain/notifications/desinscription.h"
#include "domain/objets/texte.h"
#include "domain/socle/page_texte.h"
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
};

/* A page whose words are the association's. */
static int
written(struct req *r, const struct page_texte *p)
{
	const char *texte = page_texte(r, p->nom);

	title(r, "%s", p->titre);
	if (*texte == '\0' && p->gabarit)
		return page(r, arena_printf(&r->mem, "public/%s.cs", p->nom));
	say(r, "Ecrite.titre", p->titre);
	say(r, "Ecrite.Html",
		texte_html_niveau(r, *texte != '\0' ? texte : page_texte_usuel(r, p->nom), 2));
	return page(r, "public/ecrite.cs");
}

static int
public_show(struct req *r)
{
	const struct page_texte *own = page_texte_find(r->caught[0]);

	if (own != NULL)
		return written(r, own);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (strcmp(r->caught[0], pages[i].name) == 0) {
			if (r->user.id != 0 && strcmp(pages[i].name, "contact") == 0)
				return redirect(r, "/messages/siege");
			title(r, "%s", pages[i].title);
			return page(r, arena_printf(&r->mem, "public/%s.cs", pages[i].name));
		}
	return not_found(r);
}

static void
say_kind(struct req *r, const char *genre)
{
	say(r, "desinscription.genre", genre);
	desinscription_say(r, "desinscription.genres", genre);
}

/* A link of a mail: shows what it leaves, and the button; following it changes nothing. */
static int
public_leave(struct req *r)
{
	const char *genre = desinscription_genre(r, r->caught[0]);

	if (genre == NULL)
		return not_found(r);
	say(r, "desinscription.jeton", r->caught[0]);
	say_kind(r, genre);
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
	say_kind(r, desinscription_genre(r, r->caught[0]));
	title(r, "Vous ne recevrez plus ces messages");
	return page(r, "public/sans_courriel.cs");
}

/* The link of the mail that tells of it: the button that undoes it. */
static int
public_back(struct req *r)
{
	const char *genre = desinscription_rendue(r, r->caught[0]);

	if (genre == NULL)
		return not_found(r);
	say(r, "desinscription.jeton", r->caught[0]);
	say_kind(r, genre);
	title(r, "Recevoir de nouveau ces messages");
	return page(r, "public/avec_courriel.cs");
}

static int
public_undone(struct req *r)
{
	if (!desinscription_undo(r, r->caught[0]))
		return not_found(r);
	say(r, "desinscription.fait", "1");
	say_kind(r, desinscription_rendue(r, r->caught[0]));
	title(r, "Vous recevrez de nouveau ces messages");
	return page(r, "public/avec_courriel.cs");
}

static const struct route routes[] = {
	{ GET, "sans-courriel/:jeton", PUBLIC, public_leave },
	{ POST, "sans-courriel/:jeton", PUBLIC, public_left, .unsigned_post = true },
	{ GET, "avec-courriel/:jeton", PUBLIC, public_back },
	{ POST, "avec-courriel/:jeton", PUBLIC, public_undone, .unsigned_post = true },
	{ GET, ":page", PUBLIC, public_show },
	{ 0 },
};

const struct area public_area = { "public", ROUTES(routes) };
