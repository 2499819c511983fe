/* flowed.c - a line that ends with a space goes on in the next one of the same depth of quoting */

#include <string.h>

#include "base/buffer.h"
#include "base/flowed.h"

struct line {
	const char *s;
	size_t n, depth;
	bool stuffed, mark; /* a space before what would look quoted; "-- " */
};

static struct line
read_line(const char **text)
{
	const char *s = *text;
	struct line l = { .n = strcspn(s, "\n") };

	*text += l.n + (s[l.n] == '\n');
	if (l.n > 0 && s[l.n - 1] == '\r')
		l.n--;
	l.depth = strspn(s, ">");
	l.s = s + l.depth;
	l.n -= l.depth;
	l.stuffed = l.n > 0 && *l.s == ' ';
	l.s += l.stuffed;
	l.n -= l.stuffed;
	l.mark = l.n == 3 && memcmp(l.s, "-- ", 3) == 0;
	return l;
}

static void
begin(struct buffer *out, const struct line *l)
{
	for (size_t i = 0; i < l->depth; i++)
		buffer_char(out, '>');
	if (l->depth > 0 || (l->n > 0 && *l->s == '>'))
		buffer_char(out, ' ');
}

/* TEXT with its lines whole; DELSP: the space at the end of a folded line was added too. */
char *
flowed(struct arena *a, const char *text, bool delsp)
{
	struct buffer out = { a };
	bool open = false;
	size_t depth = 0;

	while (*text != '\0') {
		struct line l = read_line(&text);
		bool soft = l.n > 0 && l.s[l.n - 1] == ' ' && !l.mark;

		if (open && (l.depth != depth || l.mark)) {
			buffer_char(&out, '\n');
			open = false;
		}
		if (!open)
			begin(&out, &l);
		buffer_add(&out, l.s, l.n - (soft && delsp));
		if (!soft)
			buffer_char(&out, '\n');
		open = soft;
		depth = l.depth;
	}
	return buffer_text(&out);
}
