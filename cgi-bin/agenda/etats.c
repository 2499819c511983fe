/* etats.c - an event published */

#include "agenda/agenda.h"
#include "domain/agenda/evenement_avis.h"

/* A draft becomes an event that its audience sees and is told of; what was published stays so. */
void
agenda_publish(struct req *r, int64_t id)
{
	if (db_int(r, SQL("SELECT 1 FROM evenement WHERE id = ? AND etat = 'brouillon'"), I(id)) ==
		0)
		return;
	evenement_publish(r, id);
	evenement_tell_published(r, id);
	evenement_tell_invited(r, id);
}
