/* conservation.c - "I stay": the button that a warning leads to, without signing in
 *
 * Following the link changes nothing, since programs that check mails follow it too.
 */

#include "domain/conservation/conservation.h"
#include "web/reply.h"
#include "web/route.h"

static int
public_stay(struct req *r)
{
	if (avis_of(r, r->caught[0]) == NULL)
		return not_found(r);
	say(r, "avis.cle", r->caught[0]);
	title(r, "Rester");
	return page(r, "public/conservation.cs");
}

static int
public_stayed(struct req *r)
{
	if (!avis_stays(r, r->caught[0]))
		return not_found(r);
	say(r, "avis.fait", "1");
	title(r, "C’est noté");
	return page(r, "public/conservation.cs");
}

const struct route public_conservation_routes[] = {
	{ GET, "conservation/:cle", PUBLIC, public_stay, .secret = true },
	{ POST, "conservation/:cle", PUBLIC, public_stayed, .unsigned_post = true, .secret = true },
	{ 0 },
};
