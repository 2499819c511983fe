/* hubspot.c - HubSpot says that contacts have changed: their ids are queued, essaim-sync reads them
 *
 * An event is a hint: only the ids are taken from it, so that order, doubles and lost fields do
 * not matter.  What is not ours is answered 200, else HubSpot sends it again for a day.
 */

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "db/db.h"
#include "domain/crm/crm_evenement.h"
#include "net/hubspot_sign.h"
#include "web/reply.h"
#include "web/route.h"

enum { EVENTS = 1000 };

static bool
is_hubspots(struct req *r, const char *secret)
{
	const struct hubspot_signed q = {
		.method = "POST",
		.url = arena_printf(&r->mem, "%s/hubspot/webhook%s%s", conf.site_url,
			*r->query != '\0' ? "?" : "", r->query),
		.body = r->raw,
		.body_len = r->raw_len,
		.timestamp = req_env(r, "HTTP_X_HUBSPOT_REQUEST_TIMESTAMP"),
		.signature = req_env(r, "HTTP_X_HUBSPOT_SIGNATURE_V3"),
	};

	return hubspot_signed(&r->mem, &q, secret, clock_ms());
}

static void
queue(struct req *r, json_object *event)
{
	struct named named[NAMED];
	unsigned n = crm_named(event, named);

	for (unsigned i = 0; i < n; i++)
		db_exec(r,
			SQL("INSERT INTO sync_file (hubspot_id, recu_le, efface)"
			    " VALUES (?, UTC_TIMESTAMP(3), ?)"
			    " ON DUPLICATE KEY UPDATE recu_le = VALUES(recu_le), efface = efface OR"
			    " VALUES(efface)"),
			I(named[i].id), I(named[i].erased));
}

/* Read once, for the life of the process; NULL: not configured. */
static const char *
secret_of_webhooks(void)
{
	static const char *secret;

	if (conf.hubspot_webhook_secret_file == NULL)
		return NULL;
	if (secret == NULL)
		secret = conf_file_text(conf.hubspot_webhook_secret_file);
	return secret != NULL && *secret != '\0' ? secret : NULL;
}

static int
hubspot_webhook(struct req *r)
{
	const char *secret = secret_of_webhooks();
	json_object *events;

	r->format = JSON;
	if (secret == NULL)
		return not_found(r);
	if (r->raw == NULL)
		return refuse(r, 415);
	if (!is_hubspots(r, secret))
		return refuse(r, 401);
	events = json_whole(&r->mem, r->raw, r->raw_len);
	if (!json_object_is_type(events, json_type_array) ||
		json_object_array_length(events) > EVENTS)
		return refuse(r, 400);
	for (size_t i = 0; i < json_object_array_length(events); i++)
		queue(r, json_object_array_get_idx(events, i));
	return reply_text(r, 200, "application/json", "{}");
}

static const struct route routes[] = {
	{ POST, "webhook", PUBLIC, hubspot_webhook, .unsigned_post = true },
	{ 0 },
};

const struct area hubspot_area = { "hubspot", ROUTES(routes) };
