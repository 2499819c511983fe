/* parse.c - method, path, format, query string and body of a request */

#include <string.h>

#include "base/text.h"
#include "web/parse.h"

static int
hex_digit(char c)
{
	const char *digits = "0123456789ABCDEFabcdef", *at = strchr(digits, c);

	return c == '\0' || at == NULL ? -1 : (int) (at - digits) - (at - digits > 15 ? 6 : 0);
}

/* The path without its percent-encoding; NULL when it holds a NUL, a control or bytes that
 * are no UTF-8. */
static char *
decode_path(struct req *r, const char *s, size_t n)
{
	char *path = arena_alloc(&r->mem, n + 1), *o = path;

	for (size_t i = 0; i < n; i++)
		if (s[i] == '%' && i + 2 < n && hex_digit(s[i + 1]) >= 0 &&
			hex_digit(s[i + 2]) >= 0) {
			*o++ = (char) (hex_digit(s[i + 1]) * 16 + hex_digit(s[i + 2]));
			i += 2;
		} else {
			*o++ = s[i];
		}
	return text_is_utf8(path, (size_t) (o - path)) && strpbrk(path, "\t\r\n") == NULL ? path :
											    NULL;
}

/* Cut ".json" and the like off the path. */
static void
take_format(struct req *r, char *path)
{
	static const struct {
		const char *ending;
		enum format format;
	} formats[] = {
		{ ".json", JSON },
		{ ".csv", CSV },
		{ ".xlsx", XLSX },
		{ ".ics", ICS },
		{ ".atom", ATOM },
	};
	size_t n = strlen(path);

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		size_t e = strlen(formats[i].ending);

		if (n > e && strcmp(path + n - e, formats[i].ending) == 0) {
			path[n - e] = '\0';
			r->format = formats[i].format;
			return;
		}
	}
}

/* Fill R from a method, a request URI and a query string as CGI gives them (RFC 3875).
 * Returns 0, or the status that refuses the request. */
int
req_parse(struct req *r, const char *method, const char *uri, const char *query)
{
	struct body parsed = { .mem = &r->mem, .limits = &body_limits };
	size_t n = strcspn(uri, "?"), slash = *uri == '/';
	char *path;
	int refused;

	r->query = query;
	r->path = "";
	r->format = HTML;
	r->method = strcmp(method, "POST") == 0 ? POST : GET;
	r->read_only = r->method == GET;
	if (r->method == GET && strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
		return 405;
	if ((path = decode_path(r, uri + slash, n - slash)) == NULL)
		return 400;
	for (n = strlen(path); n > 0 && path[n - 1] == '/';)
		path[--n] = '\0';
	take_format(r, path);
	r->path = path;
	refused = body_query(&parsed, query);
	r->params = parsed.params;
	return refused;
}

/* Add what was posted: parameters after those of the query string, files; JSON as it came.
 * LENGTH is that of the header.  Returns 0, or the status that refuses the request. */
int
req_parse_body(struct req *r, const char *type, int64_t length, body_reader *read, void *from)
{
	struct body parsed = { .mem = &r->mem, .limits = &body_limits };
	struct param **last = &r->params;
	int refused;

	if (body_is(type, "application/json")) {
		char *whole;

		refused = body_whole(&parsed, length, read, from, &whole);
		r->raw = refused == BODY_OK ? whole : NULL;
		r->raw_len = (size_t) length;
		return refused;
	}
	refused = body_read(&parsed, type, length, read, from);

	while (*last != NULL)
		last = &(*last)->next;
	*last = parsed.params;
	r->uploads = parsed.uploads;
	return refused;
}
