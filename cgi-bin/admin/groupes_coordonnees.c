/* groupes_coordonnees.c - whether members of the groups of a type read one another's contact
 * details */

#include <inttypes.h>
#include <string.h>

#include "admin/admin.h"
#include "domain/acces/acces.h"
#include "domain/contacts/plafond.h"
#include "web/form.h"
#include "web/reply.h"

static bool
before(struct req *r)
{
	return said_int(r, "type.coordonnees") != 0;
}

/* What is asked; by who administers by delegation, nothing: it opens what others hold. */
static bool
wanted(struct req *r)
{
	return plafond_entier(r) ? *param(r, "coordonnees") != '\0' : before(r);
}

/* People who would show their details to who shares a closed group of the type that is said. */
static int64_t
people(struct req *r)
{
	return db_int(r,
		SQL("SELECT COUNT(DISTINCT m.contact_id) FROM groupe g"
		    " JOIN membre m ON m.groupe_id = g.id AND m.fin IS NULL"
		    " AND NOT m.montre AND NOT m.libre WHERE g.type = ? AND g.ouverture <> 'ouvert'"
		    " AND NOT EXISTS (SELECT 1 FROM coordonnees_choix k"
		    " WHERE k.contact_id = m.contact_id AND k.type = g.type)"),
		S(said(r, "type.cle")));
}

/* Read the box of the form of a type.  What must not be, or was not confirmed, is said beside
 * it. */
void
admin_details_read(struct req *r)
{
	bool asked = wanted(r);
	int64_t n;

	form_value(r, "coordonnees", asked ? "1" : "");
	if (!asked)
		return;
	if (strcmp(param(r, "ouverture"), "ouvert") == 0) {
		form_error(r, "coordonnees",
			"Tout le monde rejoint ces groupes : chacun-e y choisit de montrer ses"
			" coordonnées. Décochez cette case.");
		return;
	}
	if (before(r) || *param(r, "confirme") != '\0' || (n = people(r)) == 0)
		return;
	say(r, "Effet", "1");
	form_error(r, "coordonnees",
		arena_printf(&r->mem,
			"Les membres de ces groupes liront les coordonnées de %" PRId64
			" personne%s de plus, qui pourront dire non. Cochez « Je confirme »,"
			" puis enregistrez.",
			n, n > 1 ? "s" : ""));
}

/* The type of that key is as the form says. */
void
admin_details_save(struct req *r, const char *cle)
{
	bool asked = wanted(r);

	if (asked == before(r))
		return;
	db_exec(r, SQL("UPDATE groupe_type SET coordonnees = ? WHERE cle = ?"), I(asked), S(cle));
	acces_coordonnees_type(r, cle);
}
