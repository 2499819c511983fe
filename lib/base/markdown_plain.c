/* markdown_plain.c - signs that would be marks stand for themselves */

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/markdown_plain.h"

enum { CODE = 4 }; /* columns from which on a line would be code */

static bool
only(const char *s, size_t n, const char *of)
{
	return n > 1 && strspn(s, of) >= n;
}

/* Spaces before a line: as they are, or such as make no code. */
static size_t
indent(struct buffer *out, const char *s)
{
	size_t n = strspn(s, " \t"), columns = 0;

	for (size_t i = 0; i < n; i++)
		columns += s[i] == '\t' ? CODE : 1;
	if (columns < CODE)
		buffer_add(out, s, n);
	else
		for (size_t i = 0; i < columns && i < 40; i++)
			buffer_puts(out, "\u00a0");
	return n;
}

static bool
is_address(const char *s, size_t n)
{
	return memmem(s, n, "://", 3) != NULL || memmem(s, n, "www.", 4) != NULL ||
		memchr(s, '@', n) != NULL;
}

static void
word(struct buffer *out, const char *s, size_t n)
{
	bool address = is_address(s, n);

	for (size_t i = 0; i < n; i++) {
		if (!address && strchr("\\`*_[]~<&|", s[i]) != NULL)
			buffer_char(out, '\\');
		buffer_char(out, s[i]);
	}
}

/* One line of N bytes. */
static void
line(struct buffer *out, const char *s, size_t n)
{
	const char *end = s + n;

	s += indent(out, s);
	n = (size_t) (end - s);
	if (n > 0 && (strchr(">#=+", *s) != NULL || only(s, n, "- \t")))
		buffer_char(out, '\\');
	else if (n > 1 && *s == '*' && s[1] == ' ' && !only(s, n, "* \t"))
		buffer_char(out, *s++); /* a list */
	while (s < end) {
		size_t k = strcspn(s, " \t\n");

		k = k < (size_t) (end - s) ? k : (size_t) (end - s);
		word(out, s, k);
		s += k;
		for (; s < end && (*s == ' ' || *s == '\t'); s++)
			buffer_char(out, *s);
	}
}

/* TEXT as the source of itself. */
char *
markdown_plain(struct arena *a, const char *text)
{
	struct buffer out = { a };

	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		line(&out, text, n);
		text += n;
		if (*text == '\n')
			buffer_char(&out, *text++);
	}
	return buffer_text(&out);
}
