/* phone.c - phone numbers in any French spelling, kept in one form (E.164), shown in another; and
 * postcodes as people write them */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

enum {
	E164_MIN = 7, /* digits of a number abroad */
	E164_MAX = 15,
	PHONE_MAX = 40, /* bytes of a number as it is written */
};

/* First digits of a national number (behind the 0) that belong to an overseas code. */
static const struct {
	const char *first, *code;
} overseas[] = { { "262", "262" }, { "263", "262" }, { "269", "262" }, { "639", "262" },
	{ "692", "262" }, { "693", "262" }, { "590", "590" }, { "690", "590" }, { "691", "590" },
	{ "594", "594" }, { "694", "594" }, { "596", "596" }, { "696", "596" }, { "697", "596" },
	{ NULL, NULL } };

/* Country codes of one or two digits; the others have three. */
static const char *const short_codes[] = { "1", "7", "20", "27", "30", "31", "32", "33", "34", "36",
	"39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55",
	"56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
	"91", "92", "93", "94", "95", "98", NULL };

/* 06 39 98 is no number of Mayotte, whose 06 39 is: it is kept for fiction, here as in France. */
static const char *
overseas_code(const char *national)
{
	if (strncmp(national, "63998", 5) == 0)
		return NULL;
	for (size_t i = 0; overseas[i].first != NULL; i++)
		if (strncmp(national, overseas[i].first, 3) == 0)
			return overseas[i].code;
	return NULL;
}

/* The digits alone, behind a '+' if one comes first; false when there is anything else than
 * digits and what separates them.  "(0)" is dropped. */
static bool
only_digits(struct buffer *out, const char *s)
{
	int32_t c;

	for (;;) {
		if (strncmp(s, "(0)", 3) == 0 && out->n > 0)
			s += 3;
		c = text_next(&s);
		if (c == 0)
			return true;
		if (c >= '0' && c <= '9')
			buffer_char(out, (char) c);
		else if (c == '+' && out->n == 0)
			buffer_char(out, '+');
		else if (!text_unseen(c) && (c > 0x7F || strchr(" .-/()\t", c) == NULL) &&
			c != 0xA0 && c != 0x202F && c != 0x2009 && (c < 0x2010 || c > 0x2015))
			return false;
	}
}

/* Nine digits behind +33 or the 0. */
static char *
french(struct arena *a, const char *national)
{
	const char *code = overseas_code(national);

	if (strlen(national) != 9 || *national == '0')
		return NULL;
	if (strncmp(national, "508", 3) == 0) /* Saint-Pierre: six digits */
		return arena_printf(a, "+%s", national);
	return arena_printf(a, "+%s%s", code != NULL ? code : "33", national);
}

/* Behind "+" or "00" */
static char *
international(struct arena *a, const char *digits)
{
	size_t n = strlen(digits);
	const char *national;

	if (strncmp(digits, "33", 2) == 0)
		return french(a, digits + 2 + (digits[2] == '0'));
	for (size_t i = 0; overseas[i].first != NULL; i++)
		if (strncmp(digits, overseas[i].code, 3) == 0) {
			national = digits + 3 + (digits[3] == '0');
			if (strncmp(national, "63998", 5) == 0)
				return french(a, national);
			return strlen(national) == 9 && *national != '0' ?
				arena_printf(a, "+%.3s%s", digits, national) :
				NULL;
		}
	if (n < E164_MIN || n > E164_MAX || *digits == '0')
		return NULL;
	return arena_printf(a, "+%s", digits);
}

/* E.164 ("+33612345678", "+262692123456", "+32475123456"); NULL when it is no phone number.
 * Also mends what a spreadsheet does: "612345678", "33612345678". */
char *
text_phone(struct arena *a, const char *raw)
{
	struct buffer out = { a };
	const char *d;
	size_t n;

	if (!only_digits(&out, raw))
		return NULL;
	d = buffer_text(&out);
	n = out.n;
	if (*d == '+')
		return international(a, d + 1);
	if (strncmp(d, "00", 2) == 0 && n != 10)
		return international(a, d + 2);
	if (n == 10 && *d == '0')
		return french(a, d + 1);
	if (n == 9)
		return french(a, d);
	if (n == 11 && strncmp(d, "33", 2) == 0)
		return french(a, d + 2);
	if (n == 12 && overseas_code(d + 3) != NULL && strncmp(d, overseas_code(d + 3), 3) == 0)
		return french(a, d + 3);
	return NULL;
}

/* Does a number end before S: a letter, another number, the end of what is written? */
static bool
ends_number(const char *s)
{
	const char *next = s;
	int32_t c = text_next(&next);

	if (c == '/' && (s[1] == ' ' || s[-1] == ' '))
		return true;
	return c == 0 || c == '+' || (c < 0x80 && strchr("0123456789 .-/()\t", c) == NULL) ||
		(c >= 0x80 && !text_unseen(c) && c != 0xA0 && c != 0x202F && c != 0x2009 &&
			(c < 0x2010 || c > 0x2015));
}

/* The next number of a text with words, notes, or several numbers: it begins at *START (unless
 * NULL), *S moves past it.  NULL: there are no more. */
char *
text_phone_next(struct arena *a, const char **s, const char **start)
{
	for (const char *from = *s; *from != '\0'; from++) {
		char *found = NULL;

		if (*from != '+' && (*from < '0' || *from > '9'))
			continue;
		if (from > *s && isalnum((unsigned char) from[-1]))
			continue;
		for (const char *end = from + 1; end - from < PHONE_MAX; end++) {
			bool digit = end[-1] >= '0' && end[-1] <= '9';
			bool more = *end >= '0' && *end <= '9';
			char *one = digit && !more ?
				text_phone(a, arena_printf(a, "%.*s", (int) (end - from), from)) :
				NULL;

			if (one != NULL) {
				found = one;
				*s = end;
			}
			if ((*end & 0xC0) != 0x80 && ends_number(end))
				break;
		}
		if (found != NULL) {
			if (start != NULL)
				*start = from;
			return found;
		}
	}
	*s += strlen(*s);
	return NULL;
}

/* The digits that the index of people holds of an international number that is being typed:
 * "+33 6 39" is 0639, "+32 475" 32475.  NULL: it is none. */
char *
text_phone_begun(struct arena *a, const char *typed)
{
	struct buffer out = { a };
	const char *d, *national;

	if (!only_digits(&out, typed))
		return NULL;
	d = buffer_text(&out);
	if (*d != '+' && strncmp(d, "00", 2) != 0)
		return NULL;
	d += *d == '+' ? 1 : 2;
	national = strncmp(d, "33", 2) == 0 ? d + 2 : NULL;
	for (size_t i = 0; overseas[i].first != NULL && national == NULL; i++)
		if (strncmp(d, overseas[i].code, 3) == 0)
			national = d + 3;
	if (national != NULL && national[*national == '0'] != '\0')
		return arena_printf(a, "0%s", national + (*national == '0'));
	return strlen(d) > 1 ? arena_strdup(a, d) : NULL;
}

/* Digits by two, spaces between, from the right; an odd one joins the first two. */
static void
by_two(struct buffer *out, const char *digits)
{
	size_t n = strlen(digits), first = n % 2 == 1 && n > 2 ? 3 : 2;

	for (size_t i = 0; i < n; i++) {
		if (i >= first && (i - first) % 2 == 0)
			buffer_char(out, ' ');
		buffer_char(out, digits[i]);
	}
}

/* As people write it, everywhere: "06 12 34 56 78", "06 92 12 34 56", "+32 475 12 34 56". */
char *
text_phone_show(struct arena *a, const char *e164)
{
	size_t n = strlen(e164), code = 3;
	struct buffer out = { a };

	if (*e164 != '+' || n < 1 + E164_MIN || strspn(e164 + 1, "0123456789") != n - 1)
		return arena_strdup(a, e164);
	if (strncmp(e164, "+33", 3) == 0 && n == 12) {
		by_two(&out, arena_printf(a, "0%s", e164 + 3));
		return buffer_text(&out);
	}
	if (n == 13 && overseas_code(e164 + 4) != NULL &&
		strncmp(e164 + 1, overseas_code(e164 + 4), 3) == 0) {
		by_two(&out, arena_printf(a, "0%s", e164 + 4));
		return buffer_text(&out);
	}
	for (size_t i = 0; short_codes[i] != NULL; i++)
		if (strncmp(e164 + 1, short_codes[i], strlen(short_codes[i])) == 0)
			code = strlen(short_codes[i]);
	buffer_puts(&out, arena_printf(a, "%.*s ", (int) code + 1, e164));
	by_two(&out, e164 + 1 + code);
	return buffer_text(&out);
}

/* What was typed, as people write it; what is no phone number stays as it came. */
char *
text_phone_typed(struct arena *a, const char *raw)
{
	const char *e164 = text_phone(a, raw);

	return e164 != NULL ? text_phone_show(a, e164) : arena_strdup(a, raw);
}

/* ---- postcodes ---- */

static size_t
digits_at(const char *s)
{
	return strspn(s, "0123456789");
}

static const char *
past_signs(const char *s)
{
	while (*s != '\0' && !isalnum((unsigned char) *s))
		s++;
	return s;
}

/* The French postcode that RAW says: "75011", "1000" (a spreadsheet's 01000), "F-75011",
 * "75 011 Paris".  NULL: it is none.  contact.code_lu (SQL) reads the same ones. */
char *
text_postcode(struct arena *a, const char *raw)
{
	const char *s = past_signs(text_fold_signs(a, raw));
	size_t n;

	if (*s == 'f')
		s = past_signs(s + 1 + (s[1] == 'r'));
	n = digits_at(s);
	if (n == 4 && *past_signs(s + 4) == '\0')
		return arena_printf(a, "0%.4s", s);
	if (n == 2 && s[2] != '\0' && !isalnum((unsigned char) s[2]) && digits_at(s + 3) == 3 &&
		!isalnum((unsigned char) s[6]))
		return arena_printf(a, "%.2s%.3s", s, s + 3);
	return n == 5 && !isalnum((unsigned char) s[5]) ? arena_printf(a, "%.5s", s) : NULL;
}
