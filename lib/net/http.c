/* http.c - libcurl with one kept handle: no redirects, bounded time and size
 *
 * A request may be begun, other work done while the other side answers, and the answer taken
 * then: what comes meanwhile waits in the socket.  One at a time.
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
	struct arena mem;
	struct http *http;
	char *body;
	size_t len, room;
	bool sent;
};

static CURL *kept;
static CURLM *multi;
static struct answer *waiting; /* begun and not ended */

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
		struct http_header *h = arena_alloc(&a->mem, sizeof *h);

		h->name = arena_printf(&a->mem, "%.*s", (int) (colon - line), line);
		colon += 1 + (colon[1] == ' ');
		h->value = arena_printf(&a->mem, "%.*s", (int) (line + len - colon), colon);
		h->next = a->http->headers;
		a->http->headers = h;
	}
	return n * one;
}

/* A request leaves once: libcurl would send it again by itself on a connection that has just died,
 * and nobody would have counted it. */
static int
before_sending(void *of, char *ip, char *own_ip, int port, int own_port)
{
	struct answer *a = of;
	bool again = a->sent;

	(void) ip, (void) own_ip, (void) port, (void) own_port;
	a->sent = true;
	return again ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
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
	curl_easy_setopt(c, CURLOPT_PREREQFUNCTION, before_sending);
	curl_easy_setopt(c, CURLOPT_PREREQDATA, a);
}

static void
release_list(void *list)
{
	curl_slist_free_all(list);
}

static struct curl_slist *
request_headers(struct arena *mem, const char *bearer, bool json)
{
	struct curl_slist *list = curl_slist_append(NULL, "Accept: application/json");

	list = curl_slist_append(list, "Expect:");
	if (json)
		list = curl_slist_append(list, "Content-Type: application/json");
	if (bearer != NULL)
		list = curl_slist_append(
			list, arena_printf(mem, "Authorization: Bearer %s", bearer));
	return arena_own(mem, list, release_list);
}

static void
release_answer(void *answer)
{
	struct answer *a = answer;

	free(a->body);
	arena_reset(&a->mem);
	free(a);
}

/* Let curl work until the request is sent (or failed); the whole answer when TO_THE_END. */
static void
go_on(bool to_the_end)
{
	curl_off_t sent = 0;
	int running = 1;

	while (curl_multi_perform(multi, &running) == CURLM_OK && running > 0) {
		curl_easy_getinfo(kept, CURLINFO_PRETRANSFER_TIME_T, &sent);
		if (sent > 0 && !to_the_end)
			return;
		curl_multi_poll(multi, NULL, 0, 1000, NULL);
	}
}

/* Send a GET of URL, or POST it the text JSON (which must last) unless that is NULL; http_end()
 * takes the answer.  What was begun before and never taken is dropped. */
void
http_begin(const char *url, const char *bearer, const char *json)
{
	if (kept == NULL &&
		((kept = curl_easy_init()) == NULL || (multi = curl_multi_init()) == NULL))
		fault("out of memory");
	if (waiting != NULL) {
		curl_multi_remove_handle(multi, kept);
		release_answer(waiting);
	}
	if ((waiting = calloc(1, sizeof *waiting)) == NULL)
		fault("out of memory");
	waiting->http = arena_alloc(&waiting->mem, sizeof *waiting->http);
	set_up(kept, waiting, url);
	curl_easy_setopt(
		kept, CURLOPT_HTTPHEADER, request_headers(&waiting->mem, bearer, json != NULL));
	if (json != NULL)
		curl_easy_setopt(kept, CURLOPT_POSTFIELDS, json);
	if (curl_multi_add_handle(multi, kept) != CURLM_OK)
		fault("out of memory");
	go_on(false);
}

static CURLcode
result(void)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(multi, &left)) != NULL)
		if (message->msg == CURLMSG_DONE)
			return message->data.result;
	return CURLE_RECV_ERROR;
}

/* The answer to what was begun.  It lives in R. */
struct http *
http_end(struct req *r)
{
	struct answer *a = waiting;
	struct http *h = a->http;
	CURLcode rc;

	go_on(true);
	rc = result();
	h->body = a->body != NULL ? a->body : "";
	h->len = a->len;
	if (rc != CURLE_OK)
		h->error = curl_easy_strerror(rc);
	else
		curl_easy_getinfo(kept, CURLINFO_RESPONSE_CODE, &h->status);
	curl_multi_remove_handle(multi, kept);
	waiting = NULL;
	arena_own(&r->mem, a, release_answer);
	return h;
}

/* Both at once. */
struct http *
http_ask(struct req *r, const char *url, const char *bearer, const char *json)
{
	http_begin(url, bearer, json);
	return http_end(r);
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
