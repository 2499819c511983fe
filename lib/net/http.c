/* http.c - libcurl with one kept handle: no redirects, bounded time and size
 *
 * Neither the token nor a body is ever logged: error texts of others have held tokens.
 */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>

#include "base/fault.h"
#include "net/http.h"

enum { LARGEST = 32 << 20 };

struct answer {
	struct req *r;
	struct http *http;
	char *body;
	size_t len, room;
};

static CURL *kept;

/* Callbacks of curl: never fault here; a short count makes curl report an error. */
static size_t
take_body(char *bytes, size_t one, size_t n, void *into)
{
	struct answer *a = into;

	n *= one;
	if (a->len + n > LARGEST)
		return 0;
	if (a->len + n + 1 > a->room) {
		size_t room = (a->len + n + 1) * 2;
		char *bigger = realloc(a->body, room);

		if (bigger == NULL)
			return 0;
		a->body = bigger;
		a->room = room;
	}
	memcpy(a->body + a->len, bytes, n);
	a->len += n;
	a->body[a->len] = '\0';
	return n;
}

static size_t
take_header(char *line, size_t one, size_t n, void *into)
{
	struct answer *a = into;
	char *colon = memchr(line, ':', n * one);
	size_t len = n * one;

	while (len > 0 && (line[len - 1] == '\r' || line[len - 1] == '\n'))
		len--;
	if (colon != NULL && (size_t) (colon - line) < len) {
		struct http_header *h = arena_alloc(&a->r->mem, sizeof *h);

		h->name = arena_printf(&a->r->mem, "%.*s", (int) (colon - line), line);
		colon += 1 + (colon[1] == ' ');
		h->value = arena_printf(&a->r->mem, "%.*s", (int) (line + len - colon), colon);
		h->next = a->http->headers;
		a->http->headers = h;
	}
	return n * one;
}

static void
set_up(CURL *c, struct answer *a, const char *url)
{
	curl_easy_reset(c);
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 5L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 60L);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, 30L);
	curl_easy_setopt(c, CURLOPT_MAXFILESIZE, (long) LARGEST);
	curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "gzip");
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, a);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, a);
}

static void
release_list(void *list)
{
	curl_slist_free_all(list);
}

static struct curl_slist *
request_headers(struct req *r, const char *bearer, bool json)
{
	struct curl_slist *list = curl_slist_append(NULL, "Accept: application/json");

	list = curl_slist_append(list, "Expect:");
	if (json)
		list = curl_slist_append(list, "Content-Type: application/json");
	if (bearer != NULL)
		list = curl_slist_append(
			list, arena_printf(&r->mem, "Authorization: Bearer %s", bearer));
	return arena_own(&r->mem, list, release_list);
}

/* GET URL, or POST it the text JSON unless that is NULL.  What came back lives in R. */
struct http *
http_ask(struct req *r, const char *url, const char *bearer, const char *json)
{
	struct http *h = arena_alloc(&r->mem, sizeof *h);
	struct answer a = { .r = r, .http = h };
	CURLcode rc;

	if (kept == NULL && (kept = curl_easy_init()) == NULL)
		fault("out of memory");
	set_up(kept, &a, url);
	curl_easy_setopt(kept, CURLOPT_HTTPHEADER, request_headers(r, bearer, json != NULL));
	if (json != NULL)
		curl_easy_setopt(kept, CURLOPT_POSTFIELDS, json);
	rc = curl_easy_perform(kept);
	h->body = a.body != NULL ? arena_own(&r->mem, a.body, free) : "";
	h->len = a.len;
	if (rc != CURLE_OK)
		h->error = curl_easy_strerror(rc);
	else
		curl_easy_getinfo(kept, CURLINFO_RESPONSE_CODE, &h->status);
	return h;
}

/* A header of the answer, its name in any case; NULL. */
const char *
http_header(const struct http *h, const char *name)
{
	for (const struct http_header *f = h->headers; f != NULL; f = f->next)
		if (strcasecmp(f->name, name) == 0)
			return f->value;
	return NULL;
}
