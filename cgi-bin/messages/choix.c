/* choix.c - who may write to me */

#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* A choice is a row of preference only where it differs from what is usual. */
static void
keep(struct req *r, const char *genre, const char *canal, bool usual)
{
	if (usual)
		db_exec(r,
			SQL("DELETE FROM preference WHERE contact_id = ? AND genre = ?"
			    " AND canal = ?"),
			I(r->user.id), S(genre), S(canal));
	else
		db_exec(r,
			SQL("INSERT INTO preference (contact_id, genre, canal, actif)"
			    " VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE actif = 0"),
			I(r->user.id), S(genre), S(canal));
}

static bool
chosen(struct req *r, const char *genre)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM preference WHERE contact_id = ? AND genre = ?"
			   " AND actif = 0"),
		       I(r->user.id), S(genre)) == 0;
}

static int
messages_choices(struct req *r)
{
	form_value(r, "ecrire", chosen(r, "ecrire") ? "1" : "");
	title(r, "Mes choix pour les messages");
	return page(r, "messages/choix.cs");
}

static int
messages_choose(struct req *r)
{
	bool ecrire = false;
	const struct field fields[] = {
		{ "ecrire", YES(&ecrire) },
		{ 0 },
	};

	if (!form_read(r, fields))
		return messages_choices(r);
	keep(r, "ecrire", "site", ecrire);
	journal(r, "messages.choix", r->user.id, NULL, NULL);
	return redirect(r, "/messages/choix?fait=notifications");
}

const struct route messages_choix_routes[] = {
	{ GET, "choix", PROSPECT, messages_choices },
	{ POST, "choix", PROSPECT, messages_choose },
	{ 0 },
};
