/* etats.c - a news item published, withdrawn, deleted; whom it shows says yes or no */

#include <inttypes.h>
#include <string.h>

#include "actualites/actualites.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
back(struct req *r, const char *fait)
{
	return redirect(r, "/actualites/%" PRId64 "?fait=%s", caught_id(r, 0), fait);
}

static int
actualites_publish(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = actualites_load(r, GERER);
	const char *accord = said(r, "actualite.accord");

	if (refused != 0)
		return refused;
	if (strcmp(accord, "attente") == 0 || strcmp(accord, "non") == 0)
		return refuse_why(r, 409, "accord",
			"La personne dont c’est le portrait n’a pas encore dit oui\u00A0: elle le"
			" peut depuis la page de l’actualité.");
	return actualite_publish(r, id) ? back(r, "publiee") : back(r, "deja");
}

static int
actualites_withdraw(struct req *r)
{
	int refused = actualites_load(r, GERER);

	if (refused != 0)
		return refused;
	actualite_withdraw(r, caught_id(r, 0));
	return back(r, "retiree");
}

static int
actualites_delete_ask(struct req *r)
{
	int refused = actualites_load(r, GERER);

	if (refused != 0)
		return refused;
	title(r, "Supprimer l’actualité");
	return page(r, "actualites/supprimer.cs");
}

static int
actualites_delete(struct req *r)
{
	int refused = actualites_load(r, GERER);

	if (refused != 0)
		return refused;
	actualite_delete(r, caught_id(r, 0));
	return redirect(r, "/actualites?fait=supprimee");
}

/* The person whom it shows, and nobody for her. */
static int
actualites_answer(struct req *r)
{
	int refused = actualites_load(r, VOIR);
	bool yes = strcmp(param(r, "reponse"), "oui") == 0;

	if (refused != 0)
		return refused;
	if (said_id(r, "actualite.portrait_id") != r->user.id)
		return forbidden(r);
	if (!yes && strcmp(param(r, "reponse"), "non") != 0)
		return refuse(r, 400);
	if (yes && *param(r, "lu") != '\0' && strcmp(param(r, "lu"), actualites_print(r)) != 0)
		return refuse_why(r, 409, "accord",
			"Le texte a changé depuis que vous l’avez lu\u00A0: relisez-le avant de"
			" répondre.");
	actualite_consent(r, caught_id(r, 0), yes);
	return yes ? back(r, "accord") : redirect(r, "/actualites?fait=refus");
}

const struct route actualites_etats_routes[] = {
	{ POST, ":id/publier", MEMBER, actualites_publish },
	{ POST, ":id/retirer", MEMBER, actualites_withdraw },
	{ GET, ":id/supprimer", MEMBER, actualites_delete_ask },
	{ POST, ":id/supprimer", MEMBER, actualites_delete },
	{ POST, ":id/accord", PROSPECT, actualites_answer },
	{ 0 },
};
