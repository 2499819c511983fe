/* charset.c - whole UTF-8 is UTF-8 whatever is declared, the rest Windows-1252, line by line; other
 * sets are iconv's
 */

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/charset.h"
#include "base/fault.h"
#include "base/text.h"

struct charset {
	iconv_t with;
	size_t unit; /* bytes to leave out where there is no character */
};

static void
release(void *p)
{
	iconv_close(((struct charset *) p)->with);
}

/* NULL: iconv knows no such set. */
static struct charset *
find(struct arena *a, const char *name)
{
	struct charset *set = arena_alloc(a, sizeof *set);

	set->with = iconv_open("UTF-8", name);
	if (set->with == (iconv_t) -1)
		return NULL;
	set->unit = strcasestr(name, "utf-16") != NULL ? 2 :
		strcasestr(name, "utf-32") != NULL     ? 4 :
							 1;
	return arena_own(a, set, release);
}

/* A set that any machine knows. */
struct charset *
charset_open(struct arena *a, const char *name)
{
	struct charset *set = find(a, name);

	if (set == NULL)
		fault("iconv does not know %s", name);
	return set;
}

/* Add N bytes of that set to OUT as UTF-8, U+FFFD for what is no character.  How many bytes are
 * left at the end, the beginning of one more.  BYTES NULL: add what the set kept back. */
size_t
charset_add(struct charset *set, struct buffer *out, const char *bytes, size_t n)
{
	char *in = (char *) bytes, block[4096];

	do {
		char *o = block;
		size_t room = sizeof block;
		size_t all = iconv(set->with, in != NULL ? &in : NULL, &n, &o, &room);
		int why = all == (size_t) -1 ? errno : 0;

		buffer_add(out, block, sizeof block - room);
		if (why == EINVAL || (why == EILSEQ && n < set->unit))
			break;
		if (why == EILSEQ) {
			buffer_puts(out, "\uFFFD");
			in += set->unit;
			n -= set->unit;
		}
	} while (n > 0);
	return n;
}

/* Is it UTF-8?  Control characters do not make it another set. */
static bool
is_utf8(struct arena *a, const char *s, size_t n)
{
	char *plain = arena_alloc(a, n + 1);

	for (size_t i = 0; i < n; i++)
		plain[i] = (unsigned char) s[i] < ' ' || s[i] == 0x7F ? ' ' : s[i];
	return text_is_utf8(plain, n);
}

/* Sets that French and English programs name for what is UTF-8 or Windows-1252 in truth. */
static bool
is_doubtful(const char *declared)
{
	static const char *const names[] = { "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1",
		"iso8859-1", "latin1", "iso-8859-15", "iso8859-15", "latin9", "windows-1252",
		"cp1252", "x-unknown", "unknown-8bit", "unknown", "default", "binary", "8bit" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcasecmp(declared, names[i]) == 0)
			return true;
	return false;
}

/* All of it as one text: NUL would end it. */
static char *
whole(struct arena *a, struct buffer *out)
{
	for (size_t i = 0; i < out->n; i++)
		if (out->s[i] == '\0')
			out->s[i] = ' ';
	return text_clean(a, buffer_text(out));
}

/* N bytes, declared to be of that set (NULL: nothing said), as clean UTF-8; NUL is a space. */
char *
charset_text(struct arena *a, const char *bytes, size_t n, const char *declared)
{
	bool latin9 = declared != NULL && strstr(declared, "8859-15") != NULL, cut;
	struct charset *set = NULL;
	struct buffer out = { a };

	if (declared != NULL && *declared != '\0' && !is_doubtful(declared) &&
		(set = find(a, declared)) != NULL) {
		cut = charset_add(set, &out, bytes, n) > 0;
		charset_add(set, &out, NULL, 0);
		buffer_puts(&out, cut ? "\uFFFD" : "");
		return whole(a, &out);
	}
	for (size_t i = 0; latin9 && i < n; i++)
		latin9 = (unsigned char) bytes[i] < 0x80 || (unsigned char) bytes[i] >= 0xA0;
	for (size_t i = 0; i < n;) {
		const char *line = bytes + i, *end = memchr(line, '\n', n - i);
		size_t k = end != NULL ? (size_t) (end - line) + 1 : n - i;

		if (is_utf8(a, line, k)) {
			buffer_add(&out, line, k);
		} else {
			if (set == NULL)
				set = charset_open(a, latin9 ? "ISO-8859-15" : "WINDOWS-1252");
			charset_add(set, &out, line, k);
		}
		i += k;
	}
	return whole(a, &out);
}
