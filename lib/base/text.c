/* text.c - the characters of a text: what is UTF-8, how many there are, where to cut */

#include <inttypes.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buffer.h"
#include "base/text.h"

enum { NOT_A_CHARACTER = 0xFFFD };

/* How many bytes the first character takes; 0 when they are no UTF-8.  *CODE is set then only. */
static size_t
decode(const unsigned char *s, size_t n, int32_t *code)
{
	static const int32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t len = s[0] < 0x80 ? 1 :
		s[0] < 0xC2      ? 0 :
		s[0] < 0xE0      ? 2 :
		s[0] < 0xF0      ? 3 :
		s[0] < 0xF5      ? 4 :
				   0;
	int32_t c = len == 1 ? s[0] : s[0] & (0x7F >> len);

	if (len == 0 || len > n)
		return 0;
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3F);
	}
	if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0;
	*code = c;
	return len;
}

/* Whole UTF-8 in its shortest form, no surrogate, and nothing that XML refuses: NUL,
 * control characters but tab, line feed and carriage return, U+FFFE, U+FFFF. */
bool
text_is_utf8(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *) text;

	while (n > 0) {
		int32_t c = 0;
		size_t len = decode(s, n, &c);

		if (len == 0 || (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F ||
			c == 0xFFFE || c == 0xFFFF)
			return false;
		s += len;
		n -= len;
	}
	return true;
}

/* The character at *S, which moves past it; 0 at the end, where it stays. */
int32_t
text_next(const char **s)
{
	const unsigned char *u = (const unsigned char *) *s;
	int32_t c = NOT_A_CHARACTER;
	size_t len = *u == '\0' ? 0 : decode(u, strnlen(*s, 4), &c);

	if (*u == '\0')
		return 0;
	*s += len > 0 ? len : 1;
	return c;
}

/* Write one character; how many bytes it took. */
size_t
text_put(int32_t code, char into[4])
{
	return (size_t) utf8proc_encode_char(code, (utf8proc_uint8_t *) into);
}

/* The text such that text_is_utf8() holds: what offends becomes U+FFFD.  The text itself
 * when nothing does. */
char *
text_clean(struct arena *a, const char *text)
{
	struct buffer out = { a };

	if (text_is_utf8(text, strlen(text)))
		return (char *) text;
	while (*text != '\0') {
		const char *at = text;
		int32_t c = text_next(&text);

		if (c != NOT_A_CHARACTER && text_is_utf8(at, (size_t) (text - at)))
			buffer_add(&out, at, (size_t) (text - at));
		else
			buffer_puts(&out, "\uFFFD");
	}
	return buffer_text(&out);
}

/* Marks that change how characters look or run, and not what they are: those of direction, soft
 * hyphens, zero-width spaces, variants. */
bool
text_unseen(int32_t c)
{
	return c == 0xFE0E || c == 0xFE0F || c == 0xAD || c == 0xFEFF || c == 0x200B ||
		c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x2069);
}

static bool
is_blank(int32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x202F || c == 0xFEFF;
}

/* Without the spaces at both ends, those that do not break among them. */
char *
text_trim(struct arena *a, const char *text)
{
	const char *from = NULL, *to = text, *s = text;
	int32_t c;

	while (c = *s != '\0' ? text_next(&s) : 0, c != 0)
		if (!is_blank(c)) {
			if (from == NULL)
				for (from = s - 1; (*from & 0xC0) == 0x80;)
					from--;
			to = s;
		}
	return from == NULL ? arena_strdup(a, "") :
			      arena_printf(a, "%.*s", (int) (to - from), from);
}

/* A name as it is kept: clean, on one line, without spaces at its ends, a run of them one space. */
char *
text_line(struct arena *a, const char *text)
{
	const char *s = text_trim(a, text_clean(a, text)), *from;
	struct buffer out = { a };

	while (from = s, *s != '\0') {
		bool blank = is_blank(text_next(&s)), run = *from < ' ' && *from > 0;

		for (const char *next = s; blank && *next != '\0' && is_blank(text_next(&next));)
			s = next, run = true;
		if (run)
			buffer_char(&out, ' ');
		else
			buffer_add(&out, from, (size_t) (s - from));
	}
	return buffer_text(&out);
}

/* A mail address as people type it, without the spaces around; NULL: it cannot be one.  The
 * strict grammar of RFC 5321 is the mail server's business. */
char *
text_email(struct arena *a, const char *text)
{
	char *s = text_trim(a, text);
	const char *at = strrchr(s, '@');

	if (at == NULL || at == s || strchr(at, '.') == NULL || at[1] == '.' ||
		s[strlen(s) - 1] == '.' || strlen(s) > 254 || strpbrk(s, " \t\r\n<>,;\"()") != NULL)
		return NULL;
	return s;
}

/* Characters (code points), not bytes. */
size_t
text_length(const char *text)
{
	size_t n = 0;

	while (text_next(&text) != 0)
		n++;
	return n;
}

/* Where to cut a text longer than MAX characters: after a word when one ends in its second
 * half, else between two characters as they are seen (an emoji keeps its parts). */
static const char *
cut_at(const char *text, size_t max)
{
	const char *s = text, *word = NULL, *seen = text;
	utf8proc_int32_t state = 0;
	int32_t before = 0;

	for (size_t n = 0; n <= max; n++) {
		const char *at = s;
		int32_t c = text_next(&s);

		if (before == 0 || utf8proc_grapheme_break_stateful(before, c, &state))
			seen = at;
		if (n >= max / 2 && before != ' ' && (c == ' ' || c == '\n' || c == '\t'))
			word = at;
		before = c;
	}
	return word != NULL ? word : seen;
}

/* The text, clean, when it has no more than MAX characters, else its beginning and "…". */
char *
text_cut(struct arena *a, const char *text, size_t max)
{
	const char *s = text = text_clean(a, text), *cut;
	size_t n = 0;

	while (n <= max && text_next(&s) != 0)
		n++;
	if (n <= max)
		return arena_strdup(a, text);
	cut = cut_at(text, max > 0 ? max - 1 : 0);
	while (cut > text && strchr(" ,;:-(\n\t", cut[-1]) != NULL)
		cut--;
	return arena_printf(a, "%.*s…", (int) (cut - text), text);
}

/* S when it may be a key of ours (letters without accent, digits, "_-"), else "": a column of ASCII
 * is never compared with anything else. */
const char *
text_key(const char *s)
{
	static const char key[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

	return s != NULL && s[strspn(s, key)] == '\0' ? s : "";
}

/* "1 607": digits by three, a narrow no-break space between; N is not negative. */
char *
text_number(struct arena *a, int64_t n)
{
	const char *digits = arena_printf(a, "%" PRId64, n);
	struct buffer out = { a };

	for (size_t left = strlen(digits); left > 0; left--, digits++) {
		buffer_char(&out, *digits);
		if (left > 1 && left % 3 == 1)
			buffer_puts(&out, "\u202f");
	}
	return buffer_text(&out);
}
