/* donnees.c - my data: all of it, who signed in, asking to be erased */

#include <string.h>

#include "compte/compte.h"
#include "domain/donnees.h"
#include "domain/journal.h"
#include "domain/reglage.h"
#include "web/form.h"
#include "web/reply.h"

/* The same page as .json is the copy that another program can read. */
int
compte_data(struct req *r)
{
	donnees_say(r, r->user.id);
	if (strcmp(reglage(r, "notes.acces", "demande"), "immediat") == 0)
		donnees_notes(r, r->user.id);
	journal_apart(r, "compte.donnees", r->user.id, NULL, NULL);
	title(r, "Mes données");
	return page(r, "compte/donnees.cs");
}

int
compte_signins(struct req *r)
{
	donnees_signins(r, r->user.id);
	title(r, "Mes connexions");
	return page(r, "compte/connexions.cs");
}

int
compte_erasure(struct req *r)
{
	say(r, "demande_le",
		db_string(r, SQL("SELECT DATE(cree_le) FROM effacement WHERE contact_id = ?"),
			I(r->user.id)));
	title(r, "Demander l’effacement");
	return page(r, "compte/effacement.cs");
}

int
compte_ask_erasure(struct req *r)
{
	const char *message = "";
	bool sure = false;
	const struct field fields[] = { { "message", TEXT(&message), .max = 1000 },
		{ "certain", YES(&sure), REQUIRED }, { 0 } };

	if (r->bearer != NULL)
		return forbidden(r);
	if (!form_read(r, fields))
		return compte_erasure(r);
	donnees_ask_erasure(r, r->user.id, message);
	return redirect(r, "/compte/effacement?fait=effacement");
}
