/* markdown_source.c - a text before it is parsed, without what would cost too much
 *
 * This version of libcmark-gfm takes time that grows with the square of some inputs (many brackets,
 * many quote marks on a line, wide tables of short rows): they are limited before, so that a source
 * of the greatest size costs milliseconds.
 */

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/markdown.h"
#include "base/markdown_part.h"
#include "base/text.h"

enum {
	DEPTH = 8,       /* quotes and lists inside one another, begun on one line */
	INDENT = 24,     /* columns before a line */
	BRACKETS = 1500, /* [ and < in one text */
	MARKS = 3000,    /* * _ ~ ` in one text */
	ATS = 300,       /* @ in one text */
	COLUMNS = 20,    /* of a table */
	CELLS = 2000,    /* of all tables of one text */
};

/* Copy the beginning of a line as far as it opens quotes and lists, at most DEPTH of them. */
static const char *
open_line(struct buffer *out, const char *s)
{
	int depth = 0, columns = 0;

	for (;; s++) {
		bool mark = *s == '>' || (strchr("-+*", *s) != NULL && *s != '\0' && s[1] == ' ');

		if (*s == ' ' || *s == '\t') {
			columns += *s == ' ' ? 1 : 4;
			if (columns <= INDENT)
				buffer_char(out, *s);
		} else if (mark) {
			if (++depth <= DEPTH)
				buffer_char(out, *s);
		} else {
			return s;
		}
	}
}

/* The columns that a line under the titles of a table sets; 0: it is no such line. */
static unsigned
columns_set(const char *s, const char *end)
{
	unsigned n = 1, bars = 0, rules = 0;

	for (; s < end; s++) {
		if (strchr("|:- \t\r", *s) == NULL)
			return 0;
		bars += *s == '|';
		rules += *s == '-' || *s == ':';
	}
	n += bars;
	return bars > 0 && rules > 0 ? n : 0;
}

/* Tables as far as they may go: each row has all the columns, however short its line is. */
struct tables {
	unsigned columns, cells; /* of the table that goes on; of all */
};

/* Put before a line what stops a table that is too wide, or goes on for too long. */
static void
bound_table(struct buffer *out, struct tables *t, const char *s, const char *end)
{
	unsigned set = columns_set(s, end);

	if (s == end || *s == '\r') {
		t->columns = 0;
		return;
	}
	if (t->columns == 0 && set > 0) {
		t->columns = set;
		t->cells += 2 * set;
		if (set > COLUMNS + 2 || t->cells > CELLS) {
			buffer_char(out, '\\');
			t->columns = 0;
		}
		return;
	}
	t->cells += t->columns;
	if (t->columns > 0 && t->cells > CELLS) {
		buffer_char(out, '\n');
		t->columns = 0;
	}
}

/* The source without what would cost too much: marks beyond the limits stand for themselves. */
char *
markdown_weigh(struct arena *a, const char *source)
{
	struct buffer out = { a };
	unsigned brackets = 0, marks = 0, ats = 0;
	struct tables tables = { 0 };
	const char *s = source;
	size_t n = strnlen(source, MARKDOWN_MAX);

	while (s < source + n) {
		const char *end = memchr(s, '\n', (size_t) (source + n - s));

		s = open_line(&out, s);
		if (end == NULL)
			end = source + n;
		bound_table(&out, &tables, s, end);
		for (; s < end; s++) {
			bool bracket = *s == '[' || *s == '<', mark = strchr("*_~`", *s) != NULL;

			if ((bracket && ++brackets > BRACKETS) || (mark && ++marks > MARKS))
				buffer_char(&out, '\\');
			if (*s == '@' && ++ats > ATS)
				buffer_puts(&out, "\uFF20");
			else
				buffer_char(&out, *s);
		}
		buffer_char(&out, '\n');
		s = end + 1;
	}
	return text_clean(a, buffer_text(&out));
}
