/* lettres.c - what administrators decide of all letters: are clicks on their links counted? */

#include <string.h>

#include "domain/lettres/lettre_clic.h"
#include "domain/socle/reglage.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
admin_letters(struct req *r)
{
	if (!r->invalid)
		form_value(r, "clics", lettre_clics_on(r) ? "oui" : "non");
	title(r, "Lettres d’info");
	return page(r, "admin/lettres.cs");
}

static int
admin_letters_save(struct req *r)
{
	const char *clicks;
	const struct field fields[] = {
		{ "clics", CHOICE(&clicks), REQUIRED, .choices = "oui|non" }, { 0 }
	};

	if (!form_read(r, fields))
		return admin_letters(r);
	reglage_set(r, "lettres.clics", strcmp(clicks, "oui") == 0 ? "1" : "0");
	return redirect(r, "/admin/lettres?fait=reglage");
}

const struct route admin_lettres_routes[] = {
	{ GET, "lettres", ADMIN, admin_letters, .domaine = "administration" },
	{ POST, "lettres", ADMIN, admin_letters_save, .domaine = "administration" },
	{ 0 },
};
