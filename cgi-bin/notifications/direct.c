/* direct.c - which live channels a browser may listen to
 *
 * nginx asks before it lets one subscribe (auth_request), again at each connection; none lasts
 * longer than five minutes, so that an access that closes ends.  The names that a page knows ("moi,
 * o-12") are answered by names that only nginx sees; a person's own is random.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/fil/publication.h"
#include "net/live.h"
#include "web/reply.h"
#include "web/route.h"

enum { CHANNELS = 4 };

/* The random name of the person's own channel; that she listens is noted, once a minute. */
static const char *
own_channel(struct req *r)
{
	const char *jeton = db_string(r,
			   SQL("SELECT jeton FROM canal WHERE contact_id = ? AND vu_le > ?"),
			   I(r->user.id), S(clock_sql(&r->mem, clock_now() - 60))),
		   *now = clock_sql(&r->mem, clock_now());

	if (jeton != NULL)
		return jeton;
	db_exec(r,
		SQL("INSERT INTO canal (contact_id, jeton, vu_le) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE vu_le = VALUES(vu_le)"),
		I(r->user.id), S(random_hex(&r->mem, 16)), S(now));
	return db_string(r, SQL("SELECT jeton FROM canal WHERE contact_id = ?"), I(r->user.id));
}

/* May the reader hear that something changes there?  In a group, that something is written: who
 * sees the page of a closed one does not read that. */
static bool
hears(struct req *r, int64_t id)
{
	const char *genre = db_string(
		r, SQL("SELECT o.genre FROM objet o WHERE o.id = ? AND " SEES("o")), I(id), ME(r));

	return genre != NULL && (strcmp(genre, "groupe") != 0 || publication_droit(r, id) >= VOIR);
}

/* What nginx calls the channel that a page calls NAME; NULL: not for who asks. */
static const char *
channel(struct req *r, const char *name)
{
	int64_t id;

	if (strcmp(name, "moi") == 0)
		return own_channel(r);
	if (strncmp(name, "o-", 2) != 0 || (id = strtoll(name + 2, NULL, 10)) <= 0)
		return NULL;
	if (!hears(r, id))
		return NULL;
	return arena_printf(&r->mem, "o-%lld", (long long) id);
}

/* Asked by nginx alone: 204 and the channels, or 403.  A channel that is not hers is left out. */
static int
direct_open(struct req *r)
{
	const char *asked = param(r, "canaux"), *all = "";

	if (r->user.level < PROSPECT || r->user.held)
		return forbidden(r);
	for (int n = 0; *asked != '\0' && n < CHANNELS; n++) {
		size_t len = strcspn(asked, ",");
		const char *name = channel(r, arena_printf(&r->mem, "%.*s", (int) len, asked));

		if (name != NULL)
			all = arena_printf(&r->mem, "%s%s%s", all, *all != '\0' ? "," : "", name);
		asked += len + (asked[len] == ',');
	}
	if (*all == '\0')
		return forbidden(r);
	header(r, "X-Essaim-Channels", all);
	return reply_text(r, 204, "text/plain", "");
}

const struct route notifications_direct_routes[] = {
	{ POST, "direct", PUBLIC, direct_open, .unsigned_post = true },
	{ 0 },
};
