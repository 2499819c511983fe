/* client.c - who asks: requests that reach dispatch() as if a browser or a program had sent them */

#include <ctype.h>
#include <inttypes.h>
#include <setjmp.h>
#include <stdio.h>
#include <unistd.h>

#include "base/fault.h"
#include "t.h"
#include "web/parse.h"
#include "web/reply.h"
#include "web/session.h"

static struct req reply;
struct req *t_reply = &reply;
static int64_t person;
static const char *cookies, *bearer, *origin, *fetch_site, *signature, *signed_at;

void
as(int64_t id)
{
	person = id;
}
void
t_cookie(const char *header_)
{
	cookies = header_;
}
void
t_bearer(const char *token)
{
	bearer = token;
}

void
t_from(const char *origin_, const char *fetch_site_)
{
	origin = origin_;
	fetch_site = fetch_site_;
}

/* Who asks from now on is a stranger that sends nothing along. */
void
t_nobody(void)
{
	as(0);
	t_cookie(NULL);
	t_bearer(NULL);
	t_from(NULL, NULL);
}

const char *
t_header(const char *name)
{
	for (struct header *h = reply.headers; h != NULL; h = h->next)
		if (strcmp(h->name, name) == 0)
			return h->value;
	return NULL;
}

bool
t_hides(const char *text)
{
	const char *body = reply.file != 0 ? t_file() : reply.body;

	return body != NULL && *body != '\0' && reply.status != 303 && reply.status != 500 &&
		strstr(body, text) == NULL;
}

static void
who_asks(struct req *r)
{
	if (person == 0) {
		session_find(r);
		if (r->user.id == 0 && bearer == NULL)
			r->user.csrf = "jeton";
		return;
	}
	if (!session_as(r, person))
		fault("nobody who may enter has the id %" PRId64, person);
	r->user.csrf = "jeton";
}

static long
read_text_body(void *from, char *into, size_t n)
{
	const char **rest = from;
	size_t len = strnlen(*rest, n);

	memcpy(into, *rest, len);
	*rest += len;
	return (long) len;
}

static char **told;

void
t_env(char **env)
{
	told = env;
}

/* What the web server tells of a body that a machine signed. */
static char **
signed_env(void)
{
	static char head[200], at[100];
	static char *env[] = { head, at, NULL };

	if (signature == NULL)
		return told;
	snprintf(head, sizeof head, "HTTP_X_HUBSPOT_SIGNATURE_V3=%s", signature);
	snprintf(at, sizeof at, "HTTP_X_HUBSPOT_REQUEST_TIMESTAMP=%s", signed_at);
	return env;
}

static int
ask(const char *method, const char *path, const char *type, const char *body)
{
	static char kept[65536]; /* PATH may live in the reply we drop */
	jmp_buf here;
	const char *q;
	int refused;

	snprintf(kept, sizeof kept, "%s", path);
	q = strchr(kept, '?');
	arena_reset(&reply.mem);
	reply = (struct req) { .cookies = cookies,
		.bearer = bearer,
		.origin = origin,
		.fetch_site = fetch_site,
		.host = "essaim.example",
		.env = signed_env(),
		.id = "test",
		.address = "127.0.0.1",
		.agent = "essai" };
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		req_init(&reply);
		refused = req_parse(&reply, method, kept, q ? q + 1 : "");
		if (refused == 0 && body != NULL)
			refused = req_parse_body(
				&reply, type, (int64_t) strlen(body), read_text_body, &body);
		who_asks(&reply);
		if (refused != 0)
			refuse(&reply, refused);
		else
			dispatch(areas, &reply);
	} else {
		reply.status = 500;
		reply.body = fault_message;
	}
	fault_catcher = NULL;
	return reply.status;
}

int
get(const char *path)
{
	return ask("GET", path, NULL, NULL);
}
int
post_raw(const char *path, const char *body)
{
	return ask("POST", path, "application/x-www-form-urlencoded", body);
}

int
post_parts(const char *path, const char *body)
{
	return ask("POST", path, "multipart/form-data; boundary=XyY", body);
}

int
post_json(const char *path, const char *body, const char *signature_, const char *at)
{
	signature = signature_;
	signed_at = at;
	ask("POST", path, "application/json", body);
	signature = signed_at = NULL;
	return reply.status;
}

int
post(const char *path, const char *body)
{
	return post_raw(
		path, arena_printf(&t.mem, "csrf=jeton%s%s", *body != '\0' ? "&" : "", body));
}

const char *
t_file(void)
{
	static char text[1 << 20];
	ssize_t n = t_reply->file != 0 ? pread(t_reply->file, text, sizeof text - 1, 0) : 0;

	text[n > 0 ? n : 0] = '\0';
	return text;
}

int
t_elements(void)
{
	int n = 0;

	for (const char *s = t_reply->body; (s = strchr(s, '<')) != NULL; s++)
		n += isalpha((unsigned char) s[1]) != 0;
	return n;
}
