/* csv.c - write rows that a French spreadsheet opens as they are meant */

#include <string.h>

#include "base/csv.h"

enum { LONG_NUMBER = 12 }; /* digits that a spreadsheet shows as 1,2E+11 */

/* UTF-8's mark first: without it Excel reads Windows-1252. */
void
csv_start(struct csv *c, FILE *to)
{
	*c = (struct csv) { to };
	fputs("\xEF\xBB\xBF", to);
}

static size_t
space_between(const char *s)
{
	return *s == ' '                     ? 1 :
		strncmp(s, "\u00A0", 2) == 0 ? 2 :
		strncmp(s, "\u202F", 3) == 0 ? 3 :
					       0;
}

/* "97 133", "1 000 000": in French, a number whose spaces a spreadsheet takes away. */
static bool
is_grouped(const char *s)
{
	size_t n = strspn(s, "0123456789"), gap;

	if (n == 0 || n > 3)
		return false;
	for (s += n; (gap = space_between(s)) > 0; s += gap + 3)
		if (strspn(s + gap, "0123456789") != 3)
			return false;
	return *s == '\0';
}

/* "01000", "0612345678", "+33612345678", "12345678901234", "97 133" */
static bool
would_be_spoilt(const char *s)
{
	const char *bare = s + (*s == '+');
	size_t n = strspn(bare, "0123456789");

	if (n == 0)
		return false;
	if (bare[n] != '\0')
		return is_grouped(bare);
	return *s == '+' || (*s == '0' && n > 1) || n >= LONG_NUMBER;
}

/* "-3", "-3,50", "+33 6 12 34 56 78": begins like a formula, but can be none. */
static bool
is_harmless(const char *s)
{
	size_t digits, rest;

	if (*s == '+')
		return s[1] >= '0' && s[1] <= '9' && s[1 + strspn(s + 1, "0123456789 ")] == '\0';
	digits = strspn(s + 1, "0123456789");
	if (*s != '-' || digits == 0)
		return false;
	s += 1 + digits;
	rest = *s == ',' || *s == '.' ? strspn(s + 1, "0123456789") : 0;
	return *s == '\0' || (rest > 0 && s[1 + rest] == '\0');
}

/* A cell that needs an apostrophe, or has one that the reader would take for ours. */
static bool
needs_apostrophe(const char *s)
{
	const char *first = s + strspn(s, "'");

	return *first != '\0' && strchr("=+-@\t\r\n", *first) != NULL &&
		(first > s || !is_harmless(s));
}

static void
quoted(FILE *to, const char *before, const char *s)
{
	fprintf(to, "\"%s", before);
	for (; *s != '\0'; s++) {
		if (*s == '"')
			fputc('"', to);
		fputc(*s, to);
	}
	fputc('"', to);
}

/* "sep=" is what a spreadsheet takes for an instruction in the first line. */
static bool
needs_quotes(const char *s)
{
	size_t n = strlen(s);

	return strpbrk(s, ";,\t\r\n\"") != NULL || *s == ' ' || (n > 0 && s[n - 1] == ' ') ||
		strncmp(s, "sep=", 4) == 0;
}

/* One cell of the row under way. */
void
csv_cell(struct csv *c, const char *s)
{
	if (c->cells++ > 0)
		fputc(';', c->to);
	c->blank = c->cells == 1 && *s == '\0';
	if (would_be_spoilt(s))
		fprintf(c->to, "\"=\"\"%s\"\"\"", s);
	else if (needs_apostrophe(s))
		quoted(c->to, "'", s);
	else if (needs_quotes(s))
		quoted(c->to, "", s);
	else
		fputs(s, c->to);
}

/* End the row.  A row of one empty cell is written "", since nothing at all is no row. */
void
csv_row(struct csv *c)
{
	if (c->blank)
		fputs("\"\"", c->to);
	fputs("\r\n", c->to);
	c->cells = 0;
	c->blank = false;
}
