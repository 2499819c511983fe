/* charset.c - whole UTF-8 is UTF-8 whatever is declared, the rest Windows-1252, line by line; other
 * sets are iconv's
 */

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/buffer.h"
#include "base/charset.h"
#include "base/text.h"

/* 0x80 to 0x9F of Windows-1252; those that it leaves empty stay what they are in Latin-1. */
static const int32_t high[32] = { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C,
	0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E,
	0x0178 };

/* What 8859-15 has in the place of some signs of Latin-1. */
static const struct {
	unsigned char byte;
	int32_t code;
} euro[] = { { 0xA4, 0x20AC }, { 0xA6, 0x160 }, { 0xA8, 0x161 }, { 0xB4, 0x17D }, { 0xB8, 0x17E },
	{ 0xBC, 0x152 }, { 0xBD, 0x153 }, { 0xBE, 0x178 } };

static void
western(struct buffer *out, const char *s, size_t n, bool latin9)
{
	char bytes[4];

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char) s[i];
		int32_t code = c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c;

		for (size_t k = 0; latin9 && k < sizeof euro / sizeof *euro; k++)
			if (euro[k].byte == c)
				code = euro[k].code;
		buffer_add(out, bytes, text_put(code, bytes));
	}
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

/* By iconv, what it cannot read as U+FFFD; NULL: it knows no such set. */
static char *
converted(struct arena *a, const char *bytes, size_t n, const char *declared)
{
	iconv_t with = iconv_open("UTF-8", declared);
	char *in = (char *) bytes, block[4096];
	struct buffer out = { a };

	if (with == (iconv_t) -1)
		return NULL;
	while (n > 0) {
		char *o = block;
		size_t room = sizeof block;
		size_t all = iconv(with, &in, &n, &o, &room);
		int why = errno;

		buffer_add(&out, block, sizeof block - room);
		if (all != (size_t) -1 || why == E2BIG)
			continue;
		buffer_puts(&out, "\uFFFD");
		in++;
		n--;
	}
	iconv_close(with);
	return whole(a, &out);
}

/* N bytes, declared to be of that set (NULL: nothing said), as clean UTF-8; NUL is a space. */
char *
charset_text(struct arena *a, const char *bytes, size_t n, const char *declared)
{
	bool latin9 = declared != NULL && strstr(declared, "8859-15") != NULL;
	struct buffer out = { a };
	char *text;

	if (declared != NULL && *declared != '\0' && !is_doubtful(declared) &&
		(text = converted(a, bytes, n, declared)) != NULL)
		return text;
	for (size_t i = 0; latin9 && i < n; i++)
		latin9 = (unsigned char) bytes[i] < 0x80 || (unsigned char) bytes[i] >= 0xA0;
	for (size_t i = 0; i < n;) {
		const char *line = bytes + i, *end = memchr(line, '\n', n - i);
		size_t k = end != NULL ? (size_t) (end - line) + 1 : n - i;

		if (is_utf8(a, line, k))
			buffer_add(&out, line, k);
		else
			western(&out, line, k, latin9);
		i += k;
	}
	return whole(a, &out);
}
