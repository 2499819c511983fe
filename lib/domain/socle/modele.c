/* modele.c - the word by which every process knows that the contact model changed */

#include <string.h>

#include "base/fault.h"
#include "domain/socle/modele.h"

/* Tell every process that fields, options, groups or tags changed; in the transaction that did. */
void
modele_changed(struct req *r)
{
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('modele', UUID())"));
}

/* Nobody else changes fields, groups or their names until this request ends, and what it has read
 * of them is still so; else it is run again.  To be called between the look and the write. */
void
modele_hold(struct req *r)
{
	const char *seen = db_string(r, SQL("SELECT valeur FROM reglage WHERE cle = 'modele'")),
		   *now = db_string(
			   r, SQL("SELECT valeur FROM reglage WHERE cle = 'modele' FOR UPDATE"));

	if (now != NULL && (seen == NULL || strcmp(seen, now) != 0))
		fault_again("the model was changed meanwhile");
}
