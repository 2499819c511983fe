/* hubspot.c - ask HubSpot, no faster than it allows, again when it makes sense
 *
 * Rates: what the headers X-HubSpot-RateLimit-* say, kept in a window of our own; searches,
 * which carry none, at most 4 a second of the 5 that an account has.  Retries: five times
 * with full jitter; a token or a request that is refused is never tried again.  Source:
 * HubSpot's usage guidelines and error pages, as written down in the design notes.
 */

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/conf.h"
#include "net/http.h"
#include "net/hubspot.h"

enum { WINDOW = 256, TRIES = 5, SEARCH_GAP = 250 };

static char ahead[8192]; /* the path of a GET begun and not asked for yet */

static struct {
	int64_t at[WINDOW]; /* ms of the last calls, a ring */
	unsigned next;
	long max, interval; /* of the burst window; 0: unlimited */
	int64_t last_search;
} rate;

/* Fill from the configuration.  False: no address or no token. */
bool
hubspot_open(struct hubspot *h)
{
	*h = (struct hubspot) { .url = conf.hubspot_url, .daily_left = -1 };
	h->token = conf_file_text(conf.hubspot_token_file);
	return h->url != NULL && h->token != NULL && *h->token != '\0';
}

static void
wait_ms(int64_t ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	if (ms > 0)
		nanosleep(&t, NULL);
}

/* Wait until one more call fits in the window and, for a search, a quarter second passed. */
static void
pace(bool search)
{
	int64_t now = clock_ms();

	if (search && rate.last_search + SEARCH_GAP > now)
		wait_ms(rate.last_search + SEARCH_GAP - now);
	if (!search && rate.max > 1 && rate.max < WINDOW) {
		int64_t oldest = rate.at[(rate.next + WINDOW - (unsigned) rate.max + 1) % WINDOW];

		wait_ms(oldest + rate.interval + 20 - now);
	}
	now = clock_ms();
	if (search)
		rate.last_search = now;
	else
		rate.at[rate.next++ % WINDOW] = now;
	rate.next %= WINDOW;
}

static long
number(const struct http *a, const char *name, long otherwise)
{
	const char *s = http_header(a, name);

	return s != NULL ? strtol(s, NULL, 10) : otherwise;
}

static void
note_headers(struct hubspot *h, const struct http *a)
{
	const char *date = http_header(a, "Date");
	time_t t = date != NULL ? curl_getdate(date, NULL) : -1;

	if (t > 0)
		h->date_ms = (int64_t) t * 1000;
	rate.max = number(a, "X-HubSpot-RateLimit-Max", rate.max);
	rate.interval = number(a, "X-HubSpot-RateLimit-Interval-Milliseconds", rate.interval);
	h->daily_left = number(a, "X-HubSpot-RateLimit-Daily-Remaining", h->daily_left);
}

/* How long to wait before the same call again; -1: not at all in this run. */
static int64_t
back_off(struct req *r, struct hubspot *h, const struct http *a, int tries)
{
	const char *after = http_header(a, "Retry-After"), *policy;
	json_object *o = json_whole(&r->mem, a->body, a->len);
	unsigned jitter;

	random_bytes(&jitter, sizeof jitter);
	if (after != NULL)
		return strtol(after, NULL, 10) > 20 ? -1 : strtol(after, NULL, 10) * 1000 + 100;
	policy = o != NULL ? json_text(o, "policyName") : NULL;
	if (a->status == 429 && policy != NULL && strcmp(policy, "DAILY") == 0)
		h->daily_left = 0;
	if (h->daily_left == 0)
		return -1;
	if (a->status == 429 && policy != NULL && strncmp(policy, "TEN_", 4) == 0)
		return 10000;
	if (a->status == 423)
		return 2000;
	return 200 + jitter % (1000u << tries);
}

/* What a status means: an end, or -1 for "try again". */
static int
meaning(const struct http *a, json_object *body)
{
	if (a->status == 200 || a->status == 201 || a->status == 207)
		return body != NULL ? HUBSPOT_OK : -1;
	if (a->status == 404)
		return HUBSPOT_ABSENT;
	if (a->status == 400 || a->status == 401 || a->status == 403 || a->status == 414)
		return HUBSPOT_STOP;
	return -1;
}

static void
explain(struct hubspot *h, const struct http *a, const char *path, json_object *body)
{
	const char *id = body != NULL ? json_text(body, "correlationId") : NULL;

	snprintf(h->why, sizeof h->why, "%.120s: %s %ld%s%.60s", path,
		a->error != NULL ? a->error : "status", a->status,
		id != NULL ? ", correlation " : "", id != NULL ? id : "");
}

/* Send the call when the rates allow it. */
static void
begin(struct req *r, struct hubspot *h, const char *path, const char *json)
{
	pace(strstr(path, "/search") != NULL);
	h->calls++;
	http_begin(arena_printf(&r->mem, "%s%s", h->url, path), h->token, json);
}

/* Begin the GET that hubspot_get() of the same PATH will be for next: HubSpot answers while we
 * do something else. */
void
hubspot_ahead(struct req *r, struct hubspot *h, const char *path)
{
	if (h->daily_left == 0)
		return;
	begin(r, h, path, NULL);
	snprintf(ahead, sizeof ahead, "%s", path);
}

static struct http *
answer(struct req *r, struct hubspot *h, const char *path, const char *json)
{
	if (json != NULL || strcmp(path, ahead) != 0)
		begin(r, h, path, json);
	*ahead = '\0';
	return http_end(r);
}

/* Is the day's allowance used up?  Then nothing is asked any more. */
static bool
spent(struct hubspot *h)
{
	if (h->daily_left != 0)
		return false;
	snprintf(h->why, sizeof h->why, "HubSpot allows no more calls today");
	h->end = HUBSPOT_LATER;
	return true;
}

static json_object *
call(struct req *r, struct hubspot *h, const char *path, const char *json)
{
	if (spent(h))
		return NULL;
	for (int tries = 0;; tries++) {
		struct http *a;
		json_object *body;
		int64_t wait;
		int end;

		a = answer(r, h, path, json);
		note_headers(h, a);
		body = a->status != 0 ? json_whole(&r->mem, a->body, a->len) : NULL;
		end = meaning(a, body);
		if (end == HUBSPOT_OK) {
			h->end = HUBSPOT_OK;
			return body;
		}
		explain(h, a, path, body);
		wait = end >= 0 ? -1 : back_off(r, h, a, tries);
		if (end >= 0 || tries == TRIES || wait < 0) {
			h->end = end >= 0 ? (enum hubspot_end) end : HUBSPOT_LATER;
			return NULL;
		}
		wait_ms(wait);
	}
}

/* The JSON object that a GET of PATH gives; NULL: see h->end and h->why. */
json_object *
hubspot_get(struct req *r, struct hubspot *h, const char *path)
{
	return call(r, h, path, NULL);
}

/* The same for a POST that only reads (search, batch/read); BODY is released here. */
json_object *
hubspot_post(struct req *r, struct hubspot *h, const char *path, json_object *body)
{
	json_owned(&r->mem, body);
	return call(r, h, path, json_object_to_json_string_ext(body, JSON_C_TO_STRING_PLAIN));
}
