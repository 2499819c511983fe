/* comme.c - an administrator reads the platform as somebody: only looking, told to the journal */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { MINUTES = 30 };

/* The people of that name or address, for the field that asks who. */
static int
admin_as(struct req *r)
{
	const char *q = param(r, "q");
	struct nom nom;

	nom_lit(r, q, &nom);
	if (*q != '\0')
		db_list(r, "items",
			SQL("SELECT c.id, c.prenom, c.nom, c.email FROM contact c"
			    " JOIN objet o ON o.id = c.id"
			    " WHERE c.acces > 0 AND c.id <> ? AND ((? AND " PORTE_NOM(
				    "c.id") ")"
					    " OR c.email = ?) AND " SEES(
						    "o") " ORDER BY c.tri LIMIT 12"),
			I(r->user.id), I(strcmp(nom.mots, "[]") != 0), S(nom.mots), S(q), ME(r));
	say(r, "Filtre.q", q);
	title(r, "Voir comme");
	return page(r, "admin/comme.cs");
}

static int
admin_as_start(struct req *r)
{
	int64_t id = 0;
	const struct field fields[] = { { "contact", ID(&id), REQUIRED }, { 0 } };

	if (!form_read(r, fields))
		return admin_as(r);
	if (r->user.session == NULL ||
		db_int(r,
			SQL("SELECT COUNT(*) FROM contact c JOIN objet o ON o.id = c.id"
			    " WHERE c.id = ? AND c.acces > 0 AND " SEES("o")),
			I(id), ME(r)) == 0)
		return not_found(r);
	db_exec(r,
		SQL("UPDATE session SET comme_id = ?, comme_jusqu_a = UTC_TIMESTAMP() +"
		    " INTERVAL ? MINUTE WHERE empreinte = UNHEX(?)"),
		I(id), I(MINUTES), S(r->user.session));
	journal(r, "droit.voir_comme", id, NULL, NULL);
	return redirect(r, "/");
}

const struct route admin_comme_routes[] = {
	{ GET, "droits/comme", ADMIN, admin_as },
	{ POST, "droits/comme", ADMIN, admin_as_start },
	{ 0 },
};
