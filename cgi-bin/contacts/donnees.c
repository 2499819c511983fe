/* donnees.c - the answer to a person who asks for her data: everything, the notes too */

#include "contacts/contacts.h"
#include "domain/socle/journal.h"
#include "domain/vie/donnees.h"
#include "web/reply.h"

/* For administrators; as .json it is the copy to hand over. */
static int
contacts_data(struct req *r)
{
	const struct modele *m = modele(r);
	struct personne p;

	if (!contact_find(r, caught_id(r, 0), &p))
		return not_found(r);
	if (r->format != JSON)
		contacts_top(r, m, &p, "");
	donnees_say(r, p.id);
	donnees_notes(r, p.id);
	journal_apart(r, "contact.donnees", p.id, NULL, NULL);
	title(r, "Demande d’accès");
	return page(r, "contacts/donnees.cs");
}

const struct route contacts_donnees_routes[] = {
	{ GET, ":id/donnees", ADMIN, contacts_data },
	{ 0 },
};
