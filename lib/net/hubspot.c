/* hubspot.c - ask HubSpot, no faster than it allows, again when it makes sense
 *
 * Rates: what the headers X-HubSpot-RateLimit-* say, kept in a window of our own, which the
 * database remembers for the next process; searches, which carry none, at most 4 a second of the 5
 * that an account has.  Retries: five times with full jitter; a token or a request that is refused
 * is never tried again.  Source: HubSpot's usage guidelines and error pages, as written down in the
 * design notes.
 */

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/conf.h"
#include "db/db.h"
#include "net/http.h"
#include "net/hubspot.h"

enum {
	WINDOW = 256, /* calls that are remembered; the place after them is the last search */
	SPARE = 2,    /* calls of the burst that are left to others */
	TRIES = 5,
	SEARCH_GAP = 250,  /* ms */
	SEARCH_REST = 1000 /* after a search that was refused */
};

static char ahead[8192]; /* the path of a GET begun and not asked for yet */

static struct {
	int64_t at[WINDOW]; /* ms of the last answers, a ring */
	unsigned next;
	long max, interval; /* of the burst window; 0: unlimited */
	bool told;          /* HubSpot said so; before, the smallest allowance is supposed */
	int64_t last_search, not_before;
} rate = { .max = 100, .interval = 10000 };

/* When other processes called last. */
static void
read_calls(struct req *r)
{
	struct rows *rows = db_rows(r, SQL("SELECT place, moment_ms FROM crm_appel"));
	int64_t now = clock_ms(), newest = 0;

	while (db_next(rows, &r->mem)) {
		int64_t place = db_num(rows, 0), moment = db_num(rows, 1);

		if (moment > now) /* our clock was ahead then */
			moment = now;
		if (place == WINDOW)
			rate.last_search = moment;
		else if (place >= 0 && place < WINDOW) {
			rate.at[place] = moment;
			if (moment >= newest)
				rate.next = (unsigned) (place + 1) % WINDOW;
			newest = moment > newest ? moment : newest;
		}
	}
}

/* Fill from the configuration.  False: no address or no token. */
bool
hubspot_open(struct req *r, struct hubspot *h)
{
	*h = (struct hubspot) { .url = conf.hubspot_url, .daily_left = -1 };
	h->token = conf_file_text(conf.hubspot_token_file);
	read_calls(r);
	return h->url != NULL && h->token != NULL && *h->token != '\0';
}

static void
wait_ms(int64_t ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	if (ms > 0)
		nanosleep(&t, NULL);
}

static int64_t
most(void)
{
	return rate.max > 10 * SPARE ? rate.max - SPARE : rate.max;
}

/* When so many calls back was answered. */
static int64_t
answered(int64_t calls)
{
	return rate.at[(rate.next + WINDOW - (unsigned) calls) % WINDOW];
}

/* Wait until one more call fits in the window and, for a search, a quarter second passed; never
 * longer than the window, whatever our clock did. */
static void
pace(bool search)
{
	int64_t now = clock_ms(), ms = rate.not_before - now;

	if (search)
		ms = rate.last_search + SEARCH_GAP - now;
	else if (rate.max > 1 && rate.max < WINDOW &&
		answered(most()) + rate.interval + 1 - now > ms)
		ms = answered(most()) + rate.interval + 1 - now;
	wait_ms(ms < rate.interval || ms < SEARCH_GAP ? ms : rate.interval);
}

/* A call was answered just now, or failed: counted from here, it left HubSpot's window when it
 * leaves ours. */
static void
note_call(struct req *r, bool search)
{
	int64_t now = clock_ms();
	unsigned place = search ? WINDOW : rate.next;

	if (search)
		rate.last_search = now;
	else {
		rate.at[rate.next] = now;
		rate.next = (rate.next + 1) % WINDOW;
	}
	db_exec(r, SQL("REPLACE INTO crm_appel VALUES (?, ?)"), I(place), I(now));
}

static long
number(const struct http *a, const char *name, long otherwise)
{
	const char *s = http_header(a, name);

	return s != NULL ? strtol(s, NULL, 10) : otherwise;
}

/* The window, as HubSpot tells it.  None left, and not by our calls: others use it up. */
static void
note_window(const struct http *a)
{
	long max = number(a, "X-HubSpot-RateLimit-Max", -1);
	int64_t now = clock_ms();

	if (max > 0) {
		rate.max = max;
		rate.interval =
			number(a, "X-HubSpot-RateLimit-Interval-Milliseconds", rate.interval);
	} else if (!rate.told && (a->status == 200 || a->status == 207))
		rate.max = 0;
	rate.told = rate.told || max > 0 || rate.max == 0;
	if (number(a, "X-HubSpot-RateLimit-Remaining", 1) <= 0 && rate.max < WINDOW &&
		answered(most() - 1) + rate.interval < now)
		rate.not_before = now + rate.interval;
}

static void
note_headers(struct hubspot *h, const struct http *a, bool search)
{
	const char *date = http_header(a, "Date");
	time_t t = date != NULL ? curl_getdate(date, NULL) : -1;

	if (t > 0)
		h->date_ms = (int64_t) t * 1000;
	if (!search && a->status != 0)
		note_window(a);
	h->daily_left = number(a, "X-HubSpot-RateLimit-Daily-Remaining", h->daily_left);
}

/* How long to wait before the same call again; -1: not at all in this run. */
static int64_t
back_off(struct req *r, struct hubspot *h, const struct http *a, int tries, bool search)
{
	const char *after = http_header(a, "Retry-After"), *policy;
	json_object *o = json_whole(&r->mem, a->body, a->len);
	unsigned jitter;

	random_bytes(&jitter, sizeof jitter);
	if (after != NULL && strtol(after, NULL, 10) > 20)
		return -1;
	if (after != NULL && strtol(after, NULL, 10) > 0)
		return strtol(after, NULL, 10) * 1000 + 100;
	policy = o != NULL ? json_text(o, "policyName") : NULL;
	if (a->status == 429 && policy != NULL && strcmp(policy, "DAILY") == 0)
		h->daily_left = 0;
	if (h->daily_left == 0)
		return -1;
	if (a->status == 429 && policy != NULL && strncmp(policy, "TEN_", 4) == 0)
		return 10000;
	if (a->status == 423)
		return 2000;
	if (a->status == 429 && search)
		return (SEARCH_REST + jitter % 500) * (tries + 1);
	if (a->status == 0 && tries == 0)
		return 100; /* a kept connection may just have died */
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

static bool
is_search(const char *path)
{
	return strstr(path, "/search") != NULL;
}

/* Send the call when the rates allow it. */
static void
begin(struct req *r, struct hubspot *h, const char *path, const char *json)
{
	if (*ahead != '\0') { /* what was begun is dropped, but HubSpot has counted it */
		*ahead = '\0';
		note_call(r, false);
	}
	pace(is_search(path));
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
	struct http *a;

	if (json != NULL || strcmp(path, ahead) != 0)
		begin(r, h, path, json);
	*ahead = '\0';
	a = http_end(r);
	note_call(r, is_search(path));
	note_headers(h, a, is_search(path));
	return a;
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
		body = a->status != 0 ? json_whole(&r->mem, a->body, a->len) : NULL;
		end = meaning(a, body);
		if (end == HUBSPOT_OK) {
			h->end = HUBSPOT_OK;
			return body;
		}
		explain(h, a, path, body);
		wait = end >= 0 ? -1 : back_off(r, h, a, tries, is_search(path));
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
