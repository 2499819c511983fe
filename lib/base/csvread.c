/* csvread.c - read the CSV files that people have: any separator, quotes, four encodings
 *
 * Bytes come in as they arrive.  The separator is the one that the first line holds most of
 * ("sep=;" says it too).  A cell that is no UTF-8 is Windows-1252, as older Excels write, or what
 * those of a Mac wrote.  A file that begins with the mark of UTF-16, Excel's "Unicode text", is
 * made UTF-8 as it is read.
 */

#include <string.h>

#include "base/buffer.h"
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
	enum { NOT_KNOWN, BYTES, LITTLE, BIG } units; /* LITTLE, BIG: pairs of UTF-16 */
	unsigned char first;                          /* of a pair */
	bool has_first;
	int32_t high;         /* the first half of a character of two pairs; 0: none */
	struct arena row_mem; /* of one row; the rest lives in the caller's arena */
	struct buffer head;   /* what came before the separator is known */
	char separator;       /* 0: not known yet */
	enum { START, PLAIN, QUOTED, CLOSED } state; /* CLOSED: behind a second '"' */
	struct buffer row;                           /* the cells, each ended by NUL */
	size_t starts[CELLS_MAX], n;
	long mac;        /* how much more the bytes so far look like those of an old Mac */
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
	r->head.mem = r->row.mem = a;
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

/* 0x80 to 0xFF; 0: no character. */
typedef const unsigned short upper_half[128];

static upper_half windows_1252 = { 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D,
	0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178 };

static upper_half mac_roman = { 0xC4, 0xC5, 0xC7, 0xC9, 0xD1, 0xD6, 0xDC, 0xE1, 0xE0, 0xE2, 0xE4,
	0xE3, 0xE5, 0xE7, 0xE9, 0xE8, 0xEA, 0xEB, 0xED, 0xEC, 0xEE, 0xEF, 0xF1, 0xF3, 0xF2, 0xF4,
	0xF6, 0xF5, 0xFA, 0xF9, 0xFB, 0xFC, 0x2020, 0xB0, 0xA2, 0xA3, 0xA7, 0x2022, 0xB6, 0xDF,
	0xAE, 0xA9, 0x2122, 0xB4, 0xA8, 0x2260, 0xC6, 0xD8, 0x221E, 0xB1, 0x2264, 0x2265, 0xA5,
	0xB5, 0x2202, 0x2211, 0x220F, 0x3C0, 0x222B, 0xAA, 0xBA, 0x3A9, 0xE6, 0xF8, 0xBF, 0xA1,
	0xAC, 0x221A, 0x192, 0x2248, 0x2206, 0xAB, 0xBB, 0x2026, 0xA0, 0xC0, 0xC3, 0xD5, 0x152,
	0x153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0xF7, 0x25CA, 0xFF, 0x178, 0x2044,
	0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0xB7, 0x201A, 0x201E, 0x2030, 0xC2, 0xCA,
	0xC1, 0xCB, 0xC8, 0xCD, 0xCE, 0xCF, 0xCC, 0xD3, 0xD4, 0xF8FF, 0xD2, 0xDA, 0xDB, 0xD9, 0x131,
	0x2C6, 0x2DC, 0xAF, 0x2D8, 0x2D9, 0x2DA, 0xB8, 0x2DD, 0x2DB, 0x2C7 };

static int32_t
character(upper_half of, unsigned char byte)
{
	int32_t c = byte < 0x80 ? byte : of[byte - 0x80];

	if (c == 0 && byte >= 0xA0) /* 1252 is Latin-1 there */
		return byte;
	return c != 0 ? c : 0xFFFD;
}

static bool
is_one_of(int32_t c, const char *characters)
{
	for (int32_t one; (one = text_next(&characters)) != 0;)
		if (one == c)
			return true;
	return false;
}

/* How French a cell is when its bytes mean that. */
static long
frenchness(upper_half of, const char *s)
{
	long n = 0;

	for (; *s != '\0'; s++) {
		int32_t c = character(of, (unsigned char) *s);

		if (c >= 0x80 && is_one_of(c, "éèêëàâçùûüîïôöœæ"))
			n += 3;
		else if (c >= 0x80 && is_one_of(c, "ÉÈÊÀÂÇÔŒ’«»…€–°"))
			n += 1;
	}
	return n;
}

static const char *
decoded(struct arena *a, upper_half of, const char *s)
{
	struct buffer out = { a };
	char bytes[4];

	for (; *s != '\0'; s++)
		buffer_add(&out, bytes, text_put(character(of, (unsigned char) *s), bytes));
	return buffer_text(&out);
}

/* A cell that is no UTF-8: of Windows, or of an old Mac, whichever is better French; as the cells
 * before it when both are. */
static const char *
from_bytes(struct csv_reader *r, const char *s)
{
	long mac = frenchness(mac_roman, s) - frenchness(windows_1252, s);

	r->mac += mac;
	return decoded(
		&r->row_mem, mac > 0 || (mac == 0 && r->mac > 0) ? mac_roman : windows_1252, s);
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

/* One pair of UTF-16.  Half a character alone is no text. */
static void
take_unit(struct csv_reader *r, int32_t u)
{
	char bytes[4];
	size_t n;

	if (u >= 0xD800 && u < 0xDC00) {
		r->high = u;
		return;
	}
	if (u >= 0xDC00 && u < 0xE000)
		u = r->high != 0 ? 0x10000 + ((r->high - 0xD800) << 10) + (u - 0xDC00) : 0xFFFD;
	r->high = 0;
	n = text_put(u, bytes);
	for (size_t i = 0; i < n; i++)
		take(r, bytes[i]);
}

/* Two bytes: the mark that says what the file is made of, or a pair. */
static void
take_pair(struct csv_reader *r, unsigned char a, unsigned char b)
{
	if (r->units == LITTLE)
		take_unit(r, a | b << 8);
	else if (r->units == BIG)
		take_unit(r, a << 8 | b);
	else if (a == 0xFF && b == 0xFE)
		r->units = LITTLE;
	else if (a == 0xFE && b == 0xFF)
		r->units = BIG;
	else {
		r->units = BYTES;
		take(r, (char) a);
		take(r, (char) b);
	}
}

/* More bytes of the file, in pieces of any size. */
enum csv_fault
csv_read(struct csv_reader *r, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n && r->fault == CSV_OK; i++)
		if (r->units == BYTES)
			take(r, bytes[i]);
		else if (r->has_first) {
			r->has_first = false;
			take_pair(r, r->first, (unsigned char) bytes[i]);
		} else {
			r->has_first = true;
			r->first = (unsigned char) bytes[i];
		}
	return r->fault;
}

/* The file is over: the last row, even without an end of line. */
enum csv_fault
csv_end(struct csv_reader *r)
{
	if (r->units == NOT_KNOWN && r->has_first)
		take(r, (char) r->first);
	if (r->separator == '\0' && r->fault == CSV_OK)
		begin(r);
	if (r->fault == CSV_OK && r->state == QUOTED)
		r->fault = CSV_QUOTE;
	if (r->fault == CSV_OK && (r->row.n > 0 || r->n > 0 || r->state != START))
		end_row(r);
	return r->fault;
}
