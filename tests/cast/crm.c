/* crm.c - a CRM that answers in process
 *
 * The linker puts itself before http_begin(), http_end() and nanosleep().
 */

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

#include "base/buffer.h"
#include "base/json.h"
#include "cast/crm.h"
#include "net/http.h"
#include "t.h"

struct crm_one crm_people[CRM_PEOPLE];
const char *crm_fails, *crm_retry_after, *crm_policy;
long crm_status, crm_calls;
int crm_times;
int64_t crm_waited, crm_since;
static bool on;
static char *asked, *sent; /* of the call that was begun; SENT NULL: a GET */

void __real_http_begin(const char *url, const char *bearer, const char *json);
struct http *__real_http_end(struct req *r);
int __real_nanosleep(const struct timespec *t_, struct timespec *left);
void __wrap_http_begin(const char *url, const char *bearer, const char *json);
struct http *__wrap_http_end(struct req *r);
int __wrap_nanosleep(const struct timespec *t_, struct timespec *left);

static bool
is_there(const struct crm_one *c)
{
	return c->id != 0 && c->into == 0;
}

static const struct crm_one *
find(int64_t id)
{
	for (const struct crm_one *c = crm_people; c < crm_people + CRM_PEOPLE; c++)
		if (c->id == id && id != 0)
			return c->into != 0 ? find(c->into) : c;
	return NULL;
}

/* One more of a list. */
static void
put(struct buffer *b, const struct crm_one *c)
{
	if (b->n > 0)
		buffer_char(b, ',');
	buffer_puts(b,
		arena_printf(b->mem,
			"{\"id\":\"%" PRId64 "\",\"updatedAt\":\"2026-01-%02dT10:00:00Z\","
			"\"createdAt\":\"2026-01-01T10:00:00Z\","
			"\"properties\":{\"firstname\":\"Zoé\","
			"\"lastname\":\"%s\",\"statut_contact\":\"%s\","
			"\"hs_merged_object_ids\":\"%s\"}}",
			c->id, c->day, c->nom, c->statut, c->absorbed != NULL ? c->absorbed : ""));
}

/* Those from FROM on, two a page; how many there are in all.  The list says where it goes on. */
static const char *
page_of(struct arena *mem, int64_t from, bool list)
{
	struct buffer b = { mem };
	int64_t total = 0, shown = 0, next = 0;

	for (const struct crm_one *c = crm_people; c < crm_people + CRM_PEOPLE; c++) {
		total += is_there(c);
		if (!is_there(c) || c->id < from || (list && c->hidden))
			continue;
		if (shown++ < 2)
			put(&b, c);
		else if (next == 0)
			next = c->id;
	}
	return arena_printf(mem, "{\"results\":[%s],\"total\":%" PRId64 "%s}", buffer_text(&b),
		total,
		next != 0 ? arena_printf(mem, ",\"paging\":{\"next\":{\"after\":\"%" PRId64 "\"}}",
				    next) :
			    "");
}

/* Those of the numbers asked for who are there; of the others nothing is said. */
static const char *
batch(struct arena *mem, bool archived)
{
	json_object *inputs = json_member(json_whole(mem, sent, strlen(sent)), "inputs");
	struct buffer b = { mem };

	for (size_t i = 0; i < json_object_array_length(inputs) && !archived; i++) {
		int64_t id = json_object_get_int64(
			json_member(json_object_array_get_idx(inputs, i), "id"));
		const struct crm_one *c = find(id);

		if (c != NULL && c->id == id)
			put(&b, c);
	}
	return arena_printf(mem, "{\"results\":[%s]}", buffer_text(&b));
}

static int64_t
number_behind(const char *text, const char *words)
{
	const char *at = text != NULL ? strstr(text, words) : NULL;

	return at != NULL ? strtoll(at + strlen(words), NULL, 10) : 0;
}

static const char *
answer(struct arena *mem, const char *path)
{
	const struct crm_one *c = find(number_behind(path, "/contacts/"));
	struct buffer b = { mem };

	if (sent != NULL && strstr(sent, "\"GTE\"") != NULL)
		crm_since = number_behind(sent, "\"GTE\",\"value\":\"");
	if (strstr(path, "/search") != NULL && strstr(sent, "\"GTE\"") != NULL &&
		strstr(sent, "\"limit\":1,") != NULL)
		return "{\"results\":[],\"total\":0}"; /* nobody changed meanwhile */
	if (strstr(path, "/search") != NULL)
		return page_of(mem, number_behind(sent, "\"GT\",\"value\":\"") + 1, false);
	if (strstr(path, "/batch/read") != NULL)
		return batch(mem, strstr(path, "archived=true") != NULL);
	if (strstr(path, "?limit=") != NULL)
		return page_of(mem, number_behind(path, "&after="), true);
	if (c == NULL)
		return NULL;
	put(&b, c);
	return buffer_text(&b);
}

void (*crm_asked)(void);

static bool
fails(const char *path)
{
	if (crm_asked != NULL)
		crm_asked();
	if (crm_fails == NULL || crm_times == 0 ||
		(strstr(path, crm_fails) == NULL &&
			(sent == NULL || strstr(sent, crm_fails) == NULL)))
		return false;
	if (crm_times > 0)
		crm_times--;
	return true;
}

static struct http_header *
header_of(struct arena *mem, struct http_header *next, const char *name, const char *value)
{
	struct http_header *h = arena_alloc(mem, sizeof *h);

	*h = (struct http_header) { next, name, value };
	return h;
}

static void
note(const char *url, const char *json)
{
	free(asked);
	free(sent);
	asked = url != NULL ? strdup(url + strlen("crm:")) : NULL;
	sent = json != NULL ? strdup(json) : NULL;
}

void
__wrap_http_begin(const char *url, const char *bearer, const char *json)
{
	if (on)
		note(url, json);
	else
		__real_http_begin(url, bearer, json);
}

struct http *
__wrap_http_end(struct req *r)
{
	struct http *h;
	const char *body;

	if (!on)
		return __real_http_end(r);
	h = arena_alloc(&r->mem, sizeof *h);
	h->headers = header_of(&r->mem, NULL, "Date", "Mon, 30 Nov 2026 12:00:00 GMT");
	crm_calls++;
	if (fails(asked)) {
		h->status = crm_status;
		body = arena_printf(
			&r->mem, "{\"policyName\":\"%s\"}", crm_policy != NULL ? crm_policy : "");
		if (crm_retry_after != NULL)
			h->headers = header_of(&r->mem, h->headers, "Retry-After", crm_retry_after);
	} else {
		body = answer(&r->mem, asked);
		h->status = body != NULL ? 200 : 404;
	}
	h->body = body != NULL ? body : "{}";
	h->len = strlen(h->body);
	return h;
}

int
__wrap_nanosleep(const struct timespec *t_, struct timespec *left)
{
	if (!on)
		return __real_nanosleep(t_, left);
	crm_waited += t_->tv_sec * 1000 + t_->tv_nsec / 1000000;
	return 0;
}

void
crm_begin(struct synchro *s)
{
	*s = (struct synchro) { .properties = "firstname",
		.hubspot = { .url = "crm:", .token = "x", .daily_left = -1 } };
	check(mapping_read(&t, "etc/hubspot.mapping", &s->mapping) == NULL);
	on = true;
	crm_fails = crm_retry_after = crm_policy = NULL;
	crm_asked = NULL;
	crm_times = -1;
	crm_status = 500;
	crm_calls = 0;
	crm_waited = 0;
}

void
crm_end(void)
{
	on = false;
	note(NULL, NULL);
}
