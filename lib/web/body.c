/* body.c - parameters of a query string or a urlencoded body; cookies */

#include <string.h>
#include <strings.h>

#include "base/scratch.h"
#include "base/text.h"
#include "web/body.h"

const struct limits body_limits = {
	.params = 1000,
	.files = 20,
	.name = 64,
	.memory = 4 << 20, /* a text far too long must still come back in its form */
	.file = 25 << 20,
	.tmpdir = "/tmp",
};

static bool
name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		(c != '\0' && strchr("_.:-[]", c) != NULL);
}

static bool
name_ok(const char *name, size_t max)
{
	size_t n = 0;

	while (name_char(name[n]))
		n++;
	return n > 0 && n <= max && name[n] == '\0';
}

/* CR LF and CR become LF, in place; the new length. */
static size_t
unify_lines(char *s, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\r' && i + 1 < n && s[i + 1] == '\n')
			continue;
		s[kept++] = s[i] == '\r' ? '\n' : s[i];
	}
	s[kept] = '\0';
	return kept;
}

/* Add one parameter, checked; VALUE is kept and changed, value[len] must be writable. */
int
body_param(struct body *b, const char *name, char *value, size_t len)
{
	struct param *p;

	if (!name_ok(name, b->limits->name) || !text_is_utf8(value, len))
		return BODY_BAD;
	if (b->n_params >= b->limits->params || len > b->limits->memory - b->used)
		return BODY_LARGE;
	b->used += len;
	b->n_params++;
	p = arena_alloc(b->mem, sizeof *p);
	p->name = name;
	p->len = unify_lines(value, len);
	p->value = value;
	if (b->last_param == NULL)
		b->params = p;
	else
		b->last_param->next = p;
	b->last_param = p;
	return BODY_OK;
}

/* Start one file; NULL: its names cannot be.  The client's folders are dropped. */
struct upload *
body_upload(struct body *b, const char *name, const char *filename, const char *type)
{
	const char *base = filename;
	struct upload *u;

	for (const char *s = filename; *s != '\0'; s++)
		if (*s == '/' || *s == '\\')
			base = s + 1;
	if (*base == '\0' || strcmp(base, ".") == 0 || strcmp(base, "..") == 0)
		base = "fichier";
	if (!name_ok(name, b->limits->name) || !text_is_utf8(base, strlen(base)) ||
		strpbrk(base, "\t\r\n") != NULL)
		return NULL;
	u = arena_alloc(b->mem, sizeof *u);
	*u = (struct upload) { NULL, name, base, type };
	u->fd = scratch_open(b->mem, b->limits->tmpdir);
	b->n_files++;
	if (b->last_upload == NULL)
		b->uploads = u;
	else
		b->last_upload->next = u;
	b->last_upload = u;
	return u;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undo %XX and '+'; a '%' that begins no escape stays.  INTO holds n + 1 bytes. */
static size_t
url_decode(char *into, const char *s, size_t n)
{
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		bool escape = s[i] == '%' && i + 2 < n;
		int high = escape ? hex_digit(s[i + 1]) : -1;
		int low = escape ? hex_digit(s[i + 2]) : -1;

		if (high >= 0 && low >= 0) {
			into[out++] = (char) (high * 16 + low);
			i += 2;
		} else
			into[out++] = s[i] == '+' ? ' ' : s[i];
	}
	into[out] = '\0';
	return out;
}

/* "name=value" or "name" */
static int
pair(struct body *b, const char *s, size_t n)
{
	const char *equal = memchr(s, '=', n);
	size_t name_len = equal != NULL ? (size_t) (equal - s) : n, len = 0;
	char *name, *value;

	if (name_len > b->limits->name * 3) /* each byte may come as %XX */
		return BODY_BAD;
	if (b->n_params >= b->limits->params || n > b->limits->memory - b->used)
		return BODY_LARGE;
	name = arena_alloc(b->mem, name_len + 1);
	if (url_decode(name, s, name_len) != strlen(name))
		return BODY_BAD;
	value = arena_alloc(b->mem, n - name_len + 1);
	if (equal != NULL)
		len = url_decode(value, equal + 1, n - name_len - 1);
	b->used += name_len;
	return body_param(b, name, value, len);
}

static int
pairs(struct body *b, const char *s, size_t n)
{
	const char *end = s + n;
	int bad = BODY_OK;

	while (s < end && bad == BODY_OK) {
		const char *and = memchr(s, '&', (size_t) (end - s));
		const char *stop = and != NULL ? and : end;

		if (stop > s)
			bad = pair(b, s, (size_t) (stop - s));
		s = and != NULL ? and + 1 : end;
	}
	return bad;
}

/* The parameters of "a=1&b=2". */
int
body_query(struct body *b, const char *query)
{
	int bad = pairs(b, query, strlen(query));

	return bad == BODY_LARGE ? BODY_LONG : bad;
}

/* The body as it came, for signatures and JSON: LENGTH bytes and a NUL, kept in memory. */
int
body_whole(struct body *b, int64_t length, body_reader *read, void *from, char **into)
{
	size_t want = (size_t) length, n = 0;

	if (length < 0)
		return BODY_BAD;
	if ((uint64_t) length > b->limits->memory - b->used)
		return BODY_LARGE;
	*into = arena_alloc(b->mem, want + 1);
	while (n < want) {
		long k = read(from, *into + n, want - n);

		if (k <= 0 || (size_t) k > want - n)
			return BODY_BAD;
		n += (size_t) k;
	}
	return BODY_OK;
}

/* Is the Content-Type TYPE (NULL: none) the kind WANTED, whatever its parameters? */
bool
body_is(const char *type, const char *wanted)
{
	size_t n = strlen(wanted);

	return type != NULL && strncasecmp(type, wanted, n) == 0 && strchr("; \t", type[n]) != NULL;
}

/* The parameters and files of a body of LENGTH bytes; TYPE may be NULL. */
int
body_read(struct body *b, const char *type, int64_t length, body_reader *read, void *from)
{
	char *whole;
	int bad;

	if (length < 0)
		return BODY_BAD;
	if (length == 0)
		return BODY_OK;
	if (body_is(type, "multipart/form-data"))
		return multipart_read(b, type, length, read, from);
	if (!body_is(type, "application/x-www-form-urlencoded"))
		return BODY_TYPE;
	bad = body_whole(b, length, read, from, &whole);
	return bad != BODY_OK ? bad : pairs(b, whole, (size_t) length);
}

/* The value of one cookie; NULL when it is absent, sent twice or not plain ASCII. */
const char *
cookie_value(struct arena *a, const char *header, const char *name)
{
	size_t n = strlen(name), len;
	const char *found = NULL;

	for (const char *s = header; s != NULL && *s != '\0'; s += strcspn(s, ";")) {
		s += strspn(s, "; \t");
		if (strncmp(s, name, n) != 0 || s[n] != '=')
			continue;
		if (found != NULL)
			return NULL;
		found = s + n + 1;
	}
	if (found == NULL)
		return NULL;
	len = strcspn(found, ";");
	while (len > 0 && strchr(" \t", found[len - 1]) != NULL)
		len--;
	for (size_t i = 0; i < len; i++)
		if (found[i] <= ' ' || found[i] > '~')
			return NULL;
	return arena_printf(a, "%.*s", (int) len, found);
}
