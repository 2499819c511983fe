/* redact.c - addresses of ours that carry a token: known by our host or by their path, and by the
 * run of hexadecimal digits that every token of ours is
 *
 * Programs that forward or fold change addresses: percent signs once or twice, marks that nobody
 * sees, the rest on the next line.  All of these still work for who takes the trouble to mend them.
 */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "base/redact.h"

enum {
	TOKEN = 16, /* digits: our shortest has 20 */
	REST = 4,   /* of a token that goes on in the next line */
};

static const char spaces[] = " \t\r\n<>\"";

/* The host of site.url, without its port. */
static const char *
our_host(struct arena *a)
{
	const char *s = conf.site_url != NULL ? strstr(conf.site_url, "://") : NULL;

	return s != NULL ? arena_printf(a, "%.*s", (int) strcspn(s + 3, ":/"), s + 3) : "";
}

/* How long the mark is that is not seen at S (soft hyphen, zero width, BOM); 0: none is. */
static size_t
unseen(const char *s)
{
	if (strncmp(s, "\u00ad", 2) == 0)
		return 2;
	if (strncmp(s, "\u200b", 3) == 0 || strncmp(s, "\u200c", 3) == 0 ||
		strncmp(s, "\u200d", 3) == 0 || strncmp(s, "\u2060", 3) == 0 ||
		strncmp(s, "\ufeff", 3) == 0)
		return 3;
	return 0;
}

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : tolower((unsigned char) c) - 'a' + 10;
}

/* The N bytes at S as a browser reads them in the end, in lower case. */
static char *
plain(struct arena *a, const char *s, size_t n)
{
	char *out = arena_printf(a, "%.*s", (int) n, s);

	for (int turn = 0; turn < 3; turn++) {
		char *o = out;

		for (const char *i = out; *i != '\0';)
			if (unseen(i) > 0) {
				i += unseen(i);
			} else if (*i == '%' && isxdigit((unsigned char) i[1]) &&
				isxdigit((unsigned char) i[2]) && digit(i[1]) + digit(i[2]) > 0) {
				*o++ = (char) (digit(i[1]) * 16 + digit(i[2]));
				i += 3;
			} else {
				*o++ = (char) tolower((unsigned char) *i++);
			}
		*o = '\0';
	}
	return out;
}

/* The longest run of hexadecimal digits. */
static size_t
longest(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s += s[0] != '\0') {
		size_t k = strspn(s, "0123456789abcdef");

		n = k > n ? k : n;
		s += k;
	}
	return n;
}

/* What a word says about us. */
struct seen {
	bool place; /* a path where only tokens stand, or where answers come */
	bool ours;  /* that, or our host */
	size_t run;
};

static struct seen
look(struct arena *a, const char *s, size_t n, const char *host)
{
	static const char *const paths[] = { "courriel/", "entrer?jeton" };
	const char *text = plain(a, s, n), *at = conf.mail_reply;
	struct seen seen = { .run = longest(text) };

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		seen.place = seen.place || strstr(text, paths[i]) != NULL;
	if (at != NULL && strchr(at, '@') != NULL)
		seen.place = seen.place ||
			strcasestr(text,
				arena_printf(a, "%.*s+", (int) (strchr(at, '@') - at), at)) != NULL;
	seen.ours = seen.place || (*host != '\0' && strstr(text, host) != NULL);
	return seen;
}

/* Where the rest of a token begins: first in the line below S, behind marks of quoting; its length,
 * or 0. */
static size_t
goes_on(const char *s, const char **rest)
{
	const char *below = s + strspn(s, " \t\r");
	size_t n;

	if (*below != '\n')
		return 0;
	below += 1 + strspn(below + 1, "> \t");
	n = strspn(below, "0123456789abcdefABCDEF");
	*rest = below;
	return n >= REST && !isalnum((unsigned char) below[n]) ? n : 0;
}

/* How long the word at S is; a space that does not break is one. */
static size_t
word(const char *s)
{
	size_t n = strcspn(s, spaces);
	const char *space;

	for (const char *const *k = (const char *const[]) { "\u00a0", "\u202f", NULL }; *k != NULL;
		k++)
		if ((space = memmem(s, n, *k, strlen(*k))) != NULL)
			n = space == s ? strlen(*k) : (size_t) (space - s);
	return n;
}

/* Does a word of N bytes at S hold bytes enough to be worth a look? */
static bool
worth(const char *s, size_t n)
{
	return n >= TOKEN &&
		(memchr(s, '/', n) != NULL || memchr(s, '+', n) != NULL ||
			memchr(s, '%', n) != NULL);
}

/* Where the address begins in the word S to END: at its scheme, or behind the last bracket. */
static const char *
begins(const char *s, const char *end)
{
	for (const char *h = s; end - h >= 7; h++)
		if (strncasecmp(h, "http", 4) == 0 || strncasecmp(h, "mailto:", 7) == 0)
			return h;
	for (const char *h = s; h < end; h++)
		if (strchr("([{'", *h) != NULL)
			s = h + 1;
	return s;
}

/* TEXT with each address of ours that carries a token replaced by INSTEAD. */
char *
redact(struct arena *a, const char *text, const char *instead)
{
	const char *host = plain(a, our_host(a), strlen(our_host(a))), *rest;
	struct buffer out = { a };
	struct arena brief = { 0 };

	for (const char *s = text; *s != '\0';) {
		size_t n = word(s), more;
		const char *end = s + n, *from;
		struct seen seen = { 0 };

		if (worth(s, n))
			seen = look(&brief, s, n, host);
		more = seen.place || (seen.ours && seen.run >= TOKEN) ? goes_on(end, &rest) : 0;
		if (seen.ours && (seen.run >= TOKEN || more > 0)) {
			while (end > s && strchr(")]}'.,;:!?*_", end[-1]) != NULL)
				end--;
			from = begins(s, end);
			buffer_add(&out, s, (size_t) (from - s));
			buffer_puts(&out, instead);
			buffer_add(&out, end, (size_t) (s + n - end));
			for (end = s + n; more > 0; more = goes_on(end, &rest))
				end = rest + more;
			s = end;
			n = 0;
		}
		buffer_add(&out, s, n);
		s += n;
		n = strspn(s, spaces);
		buffer_add(&out, s, n);
		s += n;
		arena_reset(&brief);
	}
	return buffer_text(&out);
}
