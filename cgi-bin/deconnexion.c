/* deconnexion.c - leaving */

#include "web/reply.h"
#include "web/route.h"
#include "web/session.h"

static int
deconnexion_show(struct req *r)
{
	if (r->user.id == 0)
		return redirect(r, "/connexion");
	title(r, "Me déconnecter");
	return page(r, "deconnexion/index.cs");
}

static int
deconnexion_leave(struct req *r)
{
	session_close(r);
	return redirect(r, "/connexion?fait=deconnexion");
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, deconnexion_show },
	{ POST, "", PUBLIC, deconnexion_leave },
	{ 0 },
};

const struct area deconnexion_area = { "deconnexion", ROUTES(routes), NO_SHELL };
