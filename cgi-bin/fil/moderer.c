/* moderer.c - take a text away, or report it to who moderates */

#include "domain/objets/signalement.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "fil/page.h"
#include "web/form.h"
#include "web/reply.h"

static bool
is_text(struct req *r)
{
	return genre_peut(said(r, "objet.genre"), SIGNALE) && said_int(r, "objet.supprime") == 0;
}

/* ---- delete: its author, or who moderates ---- */

static int
load_mine(struct req *r)
{
	if (!fil_load(r, caught_id(r, 0)) || !is_text(r))
		return not_found(r);
	return fil_is(r, "mien") || fil_is(r, "gere") ? 0 : forbidden(r);
}

static int
fil_ask_delete(struct req *r)
{
	int refused = load_mine(r);

	if (refused != 0)
		return refused;
	say(r, "objet.corpsHtml", texte_html(r, said(r, "objet.texte")));
	title(r, "Supprimer");
	return page(r, "fil/supprimer.cs");
}

static int
fil_delete(struct req *r)
{
	int refused = load_mine(r);

	if (refused != 0)
		return refused;
	genre_find(said(r, "objet.genre"))->retire(r, caught_id(r, 0));
	fil_tell(r);
	return fil_back(r, "supprime", "");
}

/* ---- report: whoever sees it ---- */

static int
load_other(struct req *r)
{
	if (!fil_load(r, caught_id(r, 0)) || !is_text(r))
		return not_found(r);
	say(r, "objet.corpsHtml", texte_html(r, said(r, "objet.texte")));
	return 0;
}

static int
fil_ask_report(struct req *r)
{
	int refused = load_other(r);

	if (refused != 0)
		return refused;
	title(r, "Signaler");
	return page(r, "fil/signaler.cs");
}

static int
fil_report(struct req *r)
{
	const char *motif = "";
	const struct field fields[] = {
		{ "motif", TEXT(&motif), REQUIRED, .min = 5, .max = 1000 },
		{ 0 },
	};
	int refused = load_other(r);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields)) {
		title(r, "Signaler");
		return page(r, "fil/signaler.cs");
	}
	signalement_create(r, caught_id(r, 0), motif);
	return fil_back(r, "signale", "");
}

const struct route fil_moderer_routes[] = {
	{ GET, ":id/supprimer", PROSPECT, fil_ask_delete },
	{ POST, ":id/supprimer", PROSPECT, fil_delete },
	{ GET, ":id/signaler", PROSPECT, fil_ask_report },
	{ POST, ":id/signaler", PROSPECT, fil_report },
	{ 0 },
};
