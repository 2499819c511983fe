/* metrics.c - figures for the host's own watch (Prometheus): by a token that a file holds, and from
 * this machine alone, which nginx sees to (etc/generate)
 */

#include <string.h>

#include <sodium.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/service/metrique.h"
#include "web/reply.h"
#include "web/route.h"

/* Compared by their digests: how long it takes says nothing of the token. */
static bool
may_read(struct req *r)
{
	static const char *token; /* read once: processes live short */

	if (token == NULL)
		token = conf_file_text(conf.metrics_token_file);
	return token != NULL && *token != '\0' && r->bearer != NULL &&
		sodium_memcmp(sha256_hex(&r->mem, token, strlen(token)),
			sha256_hex(&r->mem, r->bearer, strlen(r->bearer)), 64) == 0;
}

static int
metrics_show(struct req *r)
{
	if (!may_read(r))
		return not_found(r);
	return reply_text(r, 200, "text/plain; version=0.0.4; charset=utf-8", metrique_text(r));
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, metrics_show },
	{ 0 },
};

const struct area metrics_area = { "metrics", ROUTES(routes) };
