/* abonnements.c - what I follow, what I hear no more of; the button that every page may show */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/notifications/abonnement.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 15 };

/* What the reader follows or mutes and still sees; of what was written, what is not deleted: the
 * search has it.  Binds FOLLOWER(r). */
#define FOLLOWED \
	" FROM abonnement s JOIN objet o ON o.id = s.objet_id" \
	" LEFT JOIN recherche x ON x.objet_id = o.id" \
	" WHERE s.contact_id = ? AND (x.objet_id IS NOT NULL OR NOT FIND_IN_SET(o.genre, ?))" \
	" AND " SEES("o")
#define FOLLOWER(r) I((r)->user.id), S(genres_that(r, ECRIT)), ME(r)

static int
abonnements_list(struct req *r)
{
	int64_t here = pager_asked(r), total;

	total = db_int(r, SQL("SELECT COUNT(*)" FOLLOWED), FOLLOWER(r));
	db_list(r, "items",
		SQL("SELECT o.id, o.titre, o.genre, s.etat = 2 AS muet" FOLLOWED
		    " ORDER BY s.etat, s.cree_le DESC, o.id LIMIT ? OFFSET ?"),
		FOLLOWER(r), I(PAR), I((here - 1) * PAR));
	say_int(r, "total", total);
	say_int(r, "page", here);
	pager_say(r, "/notifications/suivis?page=", here, total, PAR);
	title(r, "Ce que je suis");
	return page(r, "notifications/abonnements.cs");
}

/* The macro abonnement_set(): objet, etat (0, 1 follows, 2 mute), and the page to come back to. */
static int
abonnements_set(struct req *r)
{
	int64_t id = 0;
	const char *etat = "0";
	const struct field fields[] = {
		{ "objet", ID(&id), REQUIRED },
		{ "etat", CHOICE(&etat), REQUIRED, .choices = "0|1|2" },
		{ 0 },
	};

	if (!form_read(r, fields))
		return refuse(r, 400);
	if (db_int(r, SQL("SELECT COUNT(*) FROM objet o WHERE o.id = ? AND " SEES("o")), I(id),
		    ME(r)) == 0)
		return not_found(r);
	abonnement_set(r, id, r->user.id, (enum abonnement)(*etat - '0'));
	journal(r, "suivi", id, NULL, *etat == '1' ? "suivi" : *etat == '2' ? "muet" : NULL);
	return redirect(r, "%s", local_path(r, param(r, "retour")));
}

const struct route notifications_abonnements_routes[] = {
	{ GET, "suivis", PROSPECT, abonnements_list },
	{ POST, "suivre", PROSPECT, abonnements_set },
	{ 0 },
};
