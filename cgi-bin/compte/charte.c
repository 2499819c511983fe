/* charte.c - the charter, acknowledged: one page, one button */

#include "compte/compte.h"
#include "domain/compte/charte.h"
#include "domain/objets/texte.h"
#include "domain/socle/page_texte.h"
#include "web/form.h"
#include "web/reply.h"

static int
charte_show(struct req *r)
{
	const char *texte = page_texte(r, "charte");

	say(r, "Charte.Html",
		texte_html_niveau(r, *texte != '\0' ? texte : page_texte_usuel(r, "charte"), 2));
	say_int(r, "Charte.due", charte_due(r, r->user.id));
	say_int(r, "Charte.avant",
		db_int(r, SQL("SELECT COUNT(*) FROM charte_accord WHERE contact_id = ?"),
			I(r->user.id)) > 0);
	form_value(r, "suite", param(r, "suite"));
	title(r, "Valeurs et charte");
	return page(r, "compte/charte.cs");
}

static int
charte_read(struct req *r)
{
	const char *to = local_path(r, param(r, "suite"));

	charte_accept(r, r->user.id);
	return redirect(r, "%s", to != NULL ? to : "/");
}

const struct route compte_charte_routes[] = {
	{ GET, "charte", PROSPECT, charte_show },
	{ POST, "charte", PROSPECT, charte_read },
	{ 0 },
};
