/* service_acces.c - one person's access closed at once, while the CRM cannot say it */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/compte/fermeture.h"
#include "domain/objets/nommes.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* The people of that name or address who may enter, and those who are closed here. */
static int
admin_close_who(struct req *r)
{
	const char *q = param(r, "q");
	struct nom nom;

	nom_lit(r, q, &nom);
	if (*q != '\0')
		db_list(r, "items",
			SQL("SELECT c.id, c.prenom, c.nom, c.email FROM contact c"
			    " WHERE c.acces > 0 AND c.id <> ? AND ((? AND " PORTE_NOM(
				    "c.id") ") OR c.email = ?) ORDER BY c.tri LIMIT 12"),
			I(r->user.id), I(strcmp(nom.mots, "[]") != 0), S(nom.mots), S(q));
	fermeture_list(r, "fermes");
	say(r, "Filtre.q", q);
	title(r, "Fermer un accès");
	return page(r, "admin/service_acces.cs");
}

static int
admin_close_access(struct req *r)
{
	const char *motif = "";
	int64_t id = 0;
	const struct field fields[] = { { "contact", ID(&id), REQUIRED },
		{ "motif", LINE(&motif), REQUIRED, .max = 200 }, { 0 } };

	if (!form_read(r, fields))
		return admin_close_who(r);
	if (id == r->user.id || !fermeture_close(r, id, motif))
		return not_found(r);
	return redirect(r, "/admin/service/fermer?fait=ferme");
}

static int
admin_open_access(struct req *r)
{
	int64_t id = 0;
	const struct field fields[] = { { "contact", ID(&id), REQUIRED }, { 0 } };

	if (!form_read(r, fields))
		return admin_close_who(r);
	if (!fermeture_open(r, id))
		return not_found(r);
	return redirect(r, "/admin/service/fermer?fait=rouvert");
}

const struct route admin_service_acces_routes[] = {
	{ GET, "service/fermer", ADMIN, admin_close_who },
	{ POST, "service/fermer", ADMIN, admin_close_access },
	{ POST, "service/rouvrir", ADMIN, admin_open_access },
	{ 0 },
};
