/* csvread.c - read the CSV files that people have: any separator, quotes, four encodings
 *
 * Bytes come in as they arrive.  The separator is the one that the first line holds most of
 * ("sep=;" says it too).  A cell that is no UTF-8 is Windows-1252, as older Excels write, or what
 * those of a Mac wrote.  A file that begins with the mark of UTF-16, Excel's "Unicode text", is
 * made UTF-8 as it is read.  All of them by iconv.
 */

#include <string.h>

#include "base/buffer.h"
#include "base/charset.h"
#include "base/csv.h"
#include "base/text.h"

enum {
	HEAD_MAX = 65536,  /* of the first line, to find the separator in */
	ROW_MAX = 1 << 20, /* bytes of a row */
	CELLS_MAX = 1024,
};

struct csv_reader {
	csv_sink *sink;
	void *into;
	struct arena *mem;     /* the caller's: all but what is of one row */
	struct buffer raw;     /* bytes that came and are not read: all before the mark is known */
	bool begun;            /* what the file is made of is known */
	struct charset *wide;  /* UTF-16; NULL: bytes */
	struct buffer unicode; /* what that wrote */
	struct charset *windows, *mac;
	struct arena row_mem;
	struct buffer head;                          /* what came before the separator is known */
	char separator;                              /* 0: not known yet */
	enum { START, PLAIN, QUOTED, CLOSED } state; /* CLOSED: behind a second '"' */
	struct buffer row;                           /* the cells, each ended by NUL */
	size_t starts[CELLS_MAX], n;
	long mac_so_far; /* how much more the bytes so far look like those of an old Mac */
	bool was_quoted; /* some cell of this row */
	bool after_cr;   /* a line feed now belongs to the line before */
	unsigned long line, row_line;
	enum csv_fault fault;
};

static void
release(void *p)
{
	arena_reset(&((struct csv_reader *) p)->row_mem);
}

struct csv_reader *
csv_reader(struct arena *a, csv_sink *sink, void *into)
{
	struct csv_reader *r = arena_alloc(a, sizeof *r);

	r->sink = sink;
	r->into = into;
	r->mem = r->raw.mem = r->unicode.mem = r->head.mem = r->row.mem = a;
	r->line = r->row_line = 1;
	return arena_own(a, r, release);
}

/* Where the reading is, or stopped. */
unsigned long
csv_line(const struct csv_reader *r)
{
	return r->line;
}

static bool
is_utf8(const char *s)
{
	while (*s != '\0') {
		const char *at = s;

		if (text_next(&s) == 0xFFFD && strncmp(at, "\uFFFD", 3) != 0)
			return false;
	}
	return true;
}

static bool
is_one_of(int32_t c, const char *characters)
{
	for (int32_t one; (one = text_next(&characters)) != 0;)
		if (one == c)
			return true;
	return false;
}

/* How French a cell is. */
static long
frenchness(const char *s)
{
	long n = 0;

	for (int32_t c; (c = text_next(&s)) != 0;)
		if (c >= 0x80 && is_one_of(c, "éèêëàâçùûüîïôöœæ"))
			n += 3;
		else if (c >= 0x80 && is_one_of(c, "ÉÈÊÀÂÇÔŒ’«»…€–°"))
			n += 1;
	return n;
}

static const char *
decoded(struct csv_reader *r, struct charset **set, const char *name, const char *s)
{
	struct buffer out = { &r->row_mem };

	if (*set == NULL)
		*set = charset_open(r->mem, name);
	charset_add(*set, &out, s, strlen(s));
	return buffer_text(&out);
}

/* A cell that is no UTF-8: of Windows, or of an old Mac, whichever is better French; as the cells
 * before it when both are. */
static const char *
from_bytes(struct csv_reader *r, const char *s)
{
	const char *windows = decoded(r, &r->windows, "WINDOWS-1252", s);
	const char *mac = decoded(r, &r->mac, "MACINTOSH", s);
	long more = frenchness(mac) - frenchness(windows);

	r->mac_so_far += more;
	return more > 0 || (more == 0 && r->mac_so_far > 0) ? mac : windows;
}

/* What csv_cell() did to a cell, undone. */
static const char *
undo(char *s)
{
	size_t n = strlen(s), apostrophes = strspn(s, "'");

	if (n >= 3 && strncmp(s, "=\"", 2) == 0 && strchr(s + 2, '"') == s + n - 1) {
		s[n - 1] = '\0';
		return s + 2;
	}
	if (apostrophes > 0 && s[apostrophes] != '\0' &&
		strchr("=+-@\t\r\n", s[apostrophes]) != NULL)
		return s + 1;
	return s;
}

static void
end_cell(struct csv_reader *r)
{
	buffer_char(&r->row, '\0');
	r->state = START;
	if (r->n == CELLS_MAX - 1)
		r->fault = CSV_WIDE;
	else
		r->starts[++r->n] = r->row.n;
}

static void
end_row(struct csv_reader *r)
{
	const char **cells;

	end_cell(r);
	if (r->fault == CSV_OK && (r->n > 1 || r->row.n > 1 || r->was_quoted)) {
		cells = arena_alloc(&r->row_mem, r->n * sizeof *cells);
		for (size_t i = 0; i < r->n; i++) {
			const char *s = undo(r->row.s + r->starts[i]);

			cells[i] = text_clean(&r->row_mem, is_utf8(s) ? s : from_bytes(r, s));
		}
		if (!r->sink(r->into, r->row_line, cells, r->n))
			r->fault = CSV_STOPPED;
		arena_reset(&r->row_mem);
	}
	r->n = r->row.n = 0;
	r->was_quoted = false;
}

static void
add(struct csv_reader *r, char c)
{
	if (c == '\0')
		r->fault = CSV_BINARY;
	else if (r->row.n >= ROW_MAX)
		r->fault = CSV_WIDE;
	else
		buffer_char(&r->row, c);
}

/* One byte outside quotes, or behind a '"' that may close them. */
static void
outside(struct csv_reader *r, char c)
{
	if (c == '"' && r->state == START) {
		r->state = QUOTED;
		r->was_quoted = true;
	} else if (c == '"' && r->state == CLOSED) {
		r->state = QUOTED;
		add(r, c);
	} else if (c == r->separator)
		end_cell(r);
	else if (c == '\r' || c == '\n')
		end_row(r);
	else {
		r->state = PLAIN;
		add(r, c);
	}
}

static void
one_byte(struct csv_reader *r, char c)
{
	bool line_ends = c == '\r' || (c == '\n' && !r->after_cr), quoted = r->state == QUOTED;
	bool second_half = c == '\n' && r->after_cr;

	r->after_cr = c == '\r';
	if (quoted && c == '"')
		r->state = CLOSED;
	else if (quoted)
		add(r, c);
	else if (!second_half)
		outside(r, c);
	if (line_ends && r->fault == CSV_OK)
		r->line++;
	if (!quoted && (line_ends || second_half))
		r->row_line = r->line;
}

/* The separator that the first line holds most of, outside quotes; ';' when it has none. */
static char
most_frequent(const char *s, size_t n)
{
	static const char candidates[] = ";,\t";
	size_t counts[3] = { 0 }, best = 0;
	bool quoted = false;

	for (size_t i = 0; i < n; i++) {
		const char *which = s[i] != '\0' ? strchr(candidates, s[i]) : NULL;

		quoted ^= s[i] == '"';
		if (which != NULL && !quoted)
			counts[which - candidates]++;
	}
	for (size_t i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return candidates[best];
}

/* The first line is whole: choose the separator, then read what was kept. */
static void
begin(struct csv_reader *r)
{
	const char *s = buffer_text(&r->head);
	size_t n = r->head.n, i = 0;

	if (strncmp(s, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	if (strncmp(s + i, "sep=", 4) == 0 && s[i + 4] != '\0' &&
		strchr("\r\n\"", s[i + 4]) == NULL && strchr("\r\n", s[i + 5]) != NULL) {
		r->separator = s[i + 4];
		i += 5;
	} else
		r->separator = most_frequent(s + i, n - i);
	for (; i < n && r->fault == CSV_OK; i++)
		one_byte(r, s[i]);
}

/* One byte of the text, in UTF-8 or Windows-1252. */
static void
take(struct csv_reader *r, char c)
{
	if (r->fault != CSV_OK)
		return;
	if (r->separator != '\0') {
		one_byte(r, c);
		return;
	}
	buffer_char(&r->head, c);
	if (c == '\n' || c == '\r' || r->head.n == HEAD_MAX)
		begin(r);
}

/* Read what came, which begins with the mark of UTF-16 if it is that. */
static void
use(struct csv_reader *r)
{
	struct buffer *in = &r->raw;
	size_t left = 0;

	if (!r->begun && in->n >= 2 &&
		(memcmp(in->s, "\xFF\xFE", 2) == 0 || memcmp(in->s, "\xFE\xFF", 2) == 0))
		r->wide = charset_open(r->mem, "UTF-16");
	r->begun = true;
	if (r->wide != NULL) {
		r->unicode.n = 0;
		left = charset_add(r->wide, &r->unicode, r->raw.s, r->raw.n);
		in = &r->unicode;
	}
	for (size_t i = 0; i < in->n; i++)
		take(r, in->s[i]);
	if (left > 0)
		memmove(r->raw.s, r->raw.s + r->raw.n - left, left);
	r->raw.n = left;
}

/* More bytes of the file, in pieces of any size. */
enum csv_fault
csv_read(struct csv_reader *r, const char *bytes, size_t n)
{
	if (r->fault != CSV_OK)
		return r->fault;
	buffer_add(&r->raw, bytes, n);
	if (r->begun || r->raw.n >= 2)
		use(r);
	return r->fault;
}

/* The file is over: the last row, even without an end of line. */
enum csv_fault
csv_end(struct csv_reader *r)
{
	use(r);
	if (r->separator == '\0' && r->fault == CSV_OK)
		begin(r);
	if (r->fault == CSV_OK && r->state == QUOTED)
		r->fault = CSV_QUOTE;
	if (r->fault == CSV_OK && (r->row.n > 0 || r->n > 0 || r->state != START))
		end_row(r);
	return r->fault;
}
