/* limite.c - a person put aside, and given back (limite.h says what that means) */

#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/demandes/limite.h"
#include "domain/socle/journal.h"

/* Put her aside; mails that wait for her go, but those about her requests.  False: she was, or is
 * nobody.  In a transaction. */
bool
limite_set(struct req *r, int64_t contact_id)
{
	if (db_exec(r,
		    SQL("UPDATE contact SET limite_le = ? WHERE id = ? AND limite_le IS NULL"
			" AND fusionne_dans IS NULL"),
		    S(clock_sql(&r->mem, clock_now())), I(contact_id)) == 0)
		return false;
	acces_contact(r, contact_id);
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'annule', texte = '', html = ''"
		    " WHERE contact_id = ? AND etat = 'pret' AND genre NOT LIKE 'requete%'"),
		I(contact_id));
	journal(r, "contact.limite", contact_id, NULL, NULL);
	return true;
}

/* As before; what the CRM said of her meanwhile is read again.  False: she was not put aside.  In a
 * transaction. */
bool
limite_lift(struct req *r, int64_t contact_id)
{
	if (db_exec(r,
		    SQL("UPDATE contact SET limite_le = NULL WHERE id = ?"
			" AND limite_le IS NOT NULL"),
		    I(contact_id)) == 0)
		return false;
	acces_contact(r, contact_id);
	db_exec(r,
		SQL("INSERT IGNORE INTO sync_file (hubspot_id, recu_le)"
		    " SELECT hubspot_id, UTC_TIMESTAMP(3) FROM contact WHERE id = ?"
		    " AND hubspot_id IS NOT NULL"),
		I(contact_id));
	journal(r, "contact.limite_levee", contact_id, NULL, NULL);
	return true;
}
