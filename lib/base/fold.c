/* fold.c - texts without case, accents or punctuation: to compare, sort and name people */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/text.h"

enum {
	NOM_MAX = 80, /* bytes of a sort key */
	KEY_MAX = 120,
	DECOMPOSED_MAX = 32, /* Unicode's longest is 18 */
};

/* Letters that Unicode does not take apart. */
static const struct {
	int32_t code;
	const char *letters;
} opened[] = {
	{ 0x0153, "oe" },
	{ 0x00E6, "ae" },
	{ 0x00F8, "o" },
	{ 0x0142, "l" },
	{ 0x0111, "d" },
	{ 0x00F0, "d" },
	{ 0x00FE, "th" },
	{ 0x0127, "h" },
	{ 0x0131, "i" },
	{ 0x0167, "t" },
	{ 0x014B, "ng" },
	{ 0x0138, "k" },
};

static void
fold_letter(struct buffer *out, int32_t c)
{
	char bytes[4];

	for (size_t i = 0; i < sizeof opened / sizeof *opened; i++)
		if (opened[i].code == c) {
			buffer_puts(out, opened[i].letters);
			return;
		}
	buffer_add(out, bytes, text_put(c, bytes));
}

/* Letters for Unicode, apostrophes for who types a name: "NʼDiaye", "Faʻa". */
static bool
is_apostrophe(int32_t c)
{
	return (c >= 0x2B9 && c <= 0x2BF) || c == 0x2C8 || c == 0x2CA || c == 0x2CB;
}

static void
fold_character(struct buffer *out, int32_t c)
{
	utf8proc_int32_t part[DECOMPOSED_MAX];
	int last = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(c, part, DECOMPOSED_MAX,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
		&last);

	for (utf8proc_ssize_t i = 0; i < n && i < DECOMPOSED_MAX; i++) {
		utf8proc_category_t kind = utf8proc_category(part[i]);

		if (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO &&
			!is_apostrophe(part[i]))
			fold_letter(out, part[i]);
		else if (out->n > 0 && out->s[out->n - 1] != ' ')
			buffer_char(out, ' ');
	}
}

/* Lower case, no accents, œ and æ in two letters; whatever is no letter nor digit becomes
 * one space, none at either end.  Two spellings of one name fold to one text. */
char *
text_fold(struct arena *a, const char *text)
{
	struct buffer out = { a };
	int32_t c;

	while ((c = text_next(&text)) != 0)
		if (c < 0x80 && c >= 'a' && c <= 'z')
			buffer_char(&out, (char) c);
		else if (!text_unseen(c))
			fold_character(&out, c);
	if (out.n > 0 && out.s[out.n - 1] == ' ')
		out.n--;
	return buffer_text(&out);
}

/* One sign for those that are typed for one another. */
static int32_t
plain_sign(int32_t c)
{
	if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2032)
		return '\'';
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if (c <= ' ' || utf8proc_category(c) == UTF8PROC_CATEGORY_ZS)
		return ' ';
	return c;
}

/* What is written, whatever the case, the accents of letters, and the way that apostrophes, dashes
 * and spaces are typed.  Every other sign counts: "C++" is not "C#", nor "< 2 h" "> 2 h". */
char *
text_fold_signs(struct arena *a, const char *text)
{
	utf8proc_uint8_t *parts = NULL;
	struct buffer out = { a };
	bool letter = false;
	const char *s;
	int32_t c;

	if (utf8proc_map((const utf8proc_uint8_t *) text_clean(a, text), 0, &parts,
		    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD) <
		0)
		fault("utf8proc: cannot fold a text");
	s = arena_own(a, parts, free);
	while ((c = text_next(&s)) != 0) {
		if ((letter && c >= 0x300 && c < 0x370) || text_unseen(c))
			continue;
		c = plain_sign(c);
		letter = utf8proc_category(c) <= UTF8PROC_CATEGORY_LO && c > ' ';
		if (c != ' ')
			fold_letter(&out, c);
		else if (out.n > 0 && out.s[out.n - 1] != ' ')
			buffer_char(&out, ' ');
	}
	if (out.n > 0 && out.s[out.n - 1] == ' ')
		out.n--;
	return buffer_text(&out);
}

/* The name without a leading lower-case "de", "d’": what French sorts by.  "du", "des",
 * "La" are part of the name, so "de La Fontaine" sorts under L. */
static const char *
without_particle(const char *nom)
{
	static const char *const particles[] = { "de ", "d'", "d’", "d‘", "dʼ", "de\u00A0" };

	nom += strspn(nom, " ");
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
		size_t n = strlen(particles[i]);

		if (strncmp(nom, particles[i], n) == 0 && nom[n + strspn(nom + n, " ")] != '\0')
			return nom + n + strspn(nom + n, " ");
	}
	return nom;
}

/* Add the folded text in ASCII, at most up to MAX bytes of OUT; letters of other alphabets,
 * each written "{" and its number, come after z. */
static void
add_ascii(struct buffer *out, const char *folded, size_t max)
{
	int32_t c;

	while ((c = text_next(&folded)) != 0) {
		char bytes[16] = { (char) c };

		if (c >= 0x80)
			snprintf(bytes, sizeof bytes, "{%05x", (unsigned) c);
		if (out->n + strlen(bytes) > max)
			return;
		buffer_puts(out, bytes);
	}
}

/* What a directory sorts by: name, two spaces, first name; at most 120 bytes of ASCII to
 * compare as bytes, so that Martin Zoé precedes Martin Dupont Anne.  "~": nobody's name. */
char *
text_sort_key(struct arena *a, const char *nom, const char *prenom)
{
	struct buffer key = { a };

	add_ascii(&key, text_fold(a, without_particle(nom)), NOM_MAX);
	if (key.n > 0 && *prenom != '\0')
		buffer_puts(&key, "  ");
	add_ascii(&key, text_fold(a, prenom), KEY_MAX);
	while (key.n > 0 && key.s[key.n - 1] == ' ')
		key.n--;
	return key.n > 0 ? buffer_text(&key) : arena_strdup(a, "~");
}

/* Add the first letter of S, upper case; where the next one stands. */
static const char *
add_capital(struct buffer *out, const char *s)
{
	char bytes[4];
	int32_t c = text_next(&s);

	if (c != 0)
		buffer_add(out, bytes, text_put(utf8proc_toupper(c), bytes));
	return s;
}

/* Two capitals for a person without a picture: "Anne-Marie d’Ormesson" is AO; one name only
 * gives its first two words or letters, no name "?". */
char *
text_initials(struct arena *a, const char *prenom, const char *nom)
{
	const char *first = text_fold(a, prenom), *last = text_fold(a, without_particle(nom));
	struct buffer out = { a };

	if (*first == '\0') {
		first = last;
		last = "";
	}
	if (*first == '\0')
		return arena_strdup(a, "?");
	first = add_capital(&out, first);
	if (*last == '\0')
		last = strchr(first, ' ') != NULL ? strchr(first, ' ') + 1 : first;
	add_capital(&out, last);
	return buffer_text(&out);
}

/* A colour for a thing without a picture, 1 to 6, always the same. */
int
text_hue(int64_t id)
{
	return (int) ((uint64_t) id % 6) + 1;
}
