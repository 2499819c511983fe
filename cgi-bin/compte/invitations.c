/* invitations.c - the groups that I may invite to open accounts, with figures */

#include <inttypes.h>

#include "domain/compte/invitation.h"
#include "web/reply.h"
#include "web/route.h"

static int
compte_invitations(struct req *r)
{
	if (invitation_groups(r) == 0 && r->user.level < ADMIN)
		return not_found(r);
	title(r, "Inviter à créer un compte");
	return page(r, "compte/invitations.cs");
}

static int
compte_invitation(struct req *r)
{
	if (!invitation_figures(r, caught_id(r, 0)))
		return not_found(r);
	title(r, "Inviter le groupe");
	return page(r, "compte/invitation.cs");
}

static int
compte_invite(struct req *r)
{
	if (invitation_send(r, caught_id(r, 0)) < 0)
		return not_found(r);
	return redirect(r, "/compte/invitations/%" PRId64 "?fait=invitation", caught_id(r, 0));
}

const struct route compte_invitations_routes[] = {
	{ GET, "invitations", PROSPECT, compte_invitations },
	{ GET, "invitations/:id", PROSPECT, compte_invitation },
	{ POST, "invitations/:id", PROSPECT, compte_invite },
	{ 0 },
};
