/* stem.c - the words of a French text, as the full-text index keeps them and is asked for them
 *
 * A word is kept by its stem, and a second time by the stem of its bare letters where that
 * differs: "égalité" is xxegal and xxegalit, so that who types "egalite" finds it.  Every
 * word begins with "xx": no word is too short or too common for a server's default settings,
 * and nothing that a user types can be an operator.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libstemmer.h>
#include <utf8proc.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/stem.h"
#include "base/text.h"

enum { UNIT_MAX = 3 }; /* letters behind a number: "10 km", "20 h" */

static const char *const elided[] = { "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu",
	"lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", NULL };

/* Second endings: salarié·e·s, citoyen-ne-s, porteur.euse, élu(e)s */
static const char *const endings[] = { "e", "s", "es", "ne", "nes", "le", "les", "te", "tes", "re",
	"res", "ve", "ves", "fe", "se", "ses", "euse", "euses", "rice", "rices", "trice", "trices",
	"ère", "ères", "ière", "ières", "enne", "ennes", "ienne", "iennes", "elle", "elles", "esse",
	"esses", NULL };

const char *const word_common[] = { "a", "au", "aux", "avec", "ce", "ces", "cette", "dans", "de",
	"des", "du", "elle", "en", "est", "et", "il", "ils", "je", "la", "le", "les", "leur",
	"leurs", "ma", "mais", "mes", "mon", "ne", "nos", "notre", "nous", "on", "ou", "par", "pas",
	"pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sont", "sur", "ta", "te", "tes",
	"ton", "tu", "un", "une", "vos", "votre", "vous", NULL };

static struct sb_stemmer *french; /* lives as long as the process */

bool
word_listed(const char *const list[], const char *s, size_t n)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && memcmp(*list, s, n) == 0)
			return true;
	return false;
}

static bool
is_letter(int32_t c)
{
	utf8proc_category_t kind = utf8proc_category(c);

	return c != 0 && kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO;
}

/* The end of the letters and digits at S. */
static const char *
word_end(const char *s)
{
	const char *next = s;

	while (is_letter(text_next(&next)))
		s = next;
	return s;
}

/* Lower case, composed letters: what the stemmer knows.  malloc'ed, owned by the arena. */
const char *
words_lower(struct arena *a, const char *text)
{
	utf8proc_uint8_t *out = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *) text_clean(a, text), 0, &out,
		    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
			    UTF8PROC_CASEFOLD) < 0)
		fault("utf8proc: cannot fold a text");
	return arena_own(a, out, free);
}

/* Into ASCII: folded letters, other alphabets by their number.  Cut at WORD_MAX. */
static void
ascii(struct arena *a, char into[2 * WORD_MAX], const char *s, size_t n)
{
	const char *folded = text_fold(a, arena_printf(a, "%.*s", (int) n, s));
	size_t out = 0;
	int32_t c;

	while (out < WORD_MAX && (c = text_next(&folded)) != 0) {
		if (c >= 0x80)
			out += (size_t) snprintf(into + out, 10, "u%x", (unsigned) c);
		else if (c != ' ')
			into[out++] = (char) c;
	}
	into[out] = '\0';
}

static void
stem(struct arena *a, char into[2 * WORD_MAX], const char *s, size_t n)
{
	const char *found;

	if (french == NULL && (french = sb_stemmer_new("french", "UTF_8")) == NULL)
		fault("no French stemmer");
	found = (const char *) sb_stemmer_stem(french, (const sb_symbol *) s, (int) n);
	if (found == NULL)
		fault("out of memory");
	ascii(a, into, found, (size_t) sb_stemmer_length(french));
}

/* œ and æ in two letters, as the dictionary of stems has them. */
static const char *
open_ligatures(struct arena *a, const char *s, size_t *n)
{
	struct buffer out = { a };

	for (size_t i = 0; i < *n; i++)
		if (i + 1 < *n && (memcmp(s + i, "œ", 2) == 0 || memcmp(s + i, "æ", 2) == 0)) {
			buffer_puts(&out, memcmp(s + i, "œ", 2) == 0 ? "oe" : "ae");
			i++;
		} else
			buffer_char(&out, s[i]);
	*n = out.n;
	return buffer_text(&out);
}

struct walk {
	word_sink *sink;
	void *into;
	bool index; /* every other way to write it too, for who will ask */
	struct arena mem;
};

static void
one_word(struct walk *walk, const char *s, size_t n, bool joined)
{
	struct word w = { .joined = joined };

	s = open_ligatures(&walk->mem, s, &n);
	ascii(&walk->mem, w.bare, s, n);
	stem(&walk->mem, w.stem, s, n);
	stem(&walk->mem, w.bare_stem, w.bare, strlen(w.bare));
	if (*w.stem != '\0')
		walk->sink(walk->into, &w);
}

/* ---- one word written in several ways ---- */

static size_t
digits(const char *s, size_t n)
{
	size_t k = 0;

	while (k < n && s[k] >= '0' && s[k] <= '9')
		k++;
	return k;
}

static size_t
letters(const char *s, size_t n)
{
	size_t k = 0;

	while (k < n && (s[k] < '0' || s[k] > '9'))
		k++;
	return k;
}

/* "cop30" is "cop" and "30" as well; "10km" too, but no long word behind a number. */
static void
number_apart(struct walk *walk, const char *s, size_t n)
{
	size_t k = letters(s, n) > 0 ? letters(s, n) : digits(s, n);
	bool behind = k > 0 && digits(s + k, n - k) == n - k;
	bool before = k == digits(s, n) && letters(s + k, n - k) == n - k && n - k <= UNIT_MAX;

	if (k == 0 || k == n || (!behind && !before))
		return;
	one_word(walk, s, k, false);
	one_word(walk, s + k, n - k, false);
}

/* Words that are the same thing: who asks for one means the other. */
static void
same_thing(struct walk *walk, const char *s, size_t n)
{
	static const char *const mails[] = { "email", "emails", "courriel", "courriels", NULL };

	if (word_listed(mails, s, n)) {
		one_word(walk, "email", 5, false);
		one_word(walk, "courriel", 8, false);
	}
}

/* Two words that are also written as one: by what stands between them. */
static bool
is_one_word(const struct walk *walk, const char *a, size_t n, const char *b, size_t m)
{
	static const char *const firsts[] = { "week", "e", NULL },
				 *const lasts[] = { "end", "ends", "mail", "mails", NULL };
	const char *between = a + n;
	int32_t c = text_next(&between);
	bool hyphen = c == '-' || c == 0x2010 || c == 0x2011;

	if (between != b || (!hyphen && c != ' ' && c != 0xA0 && c != 0x202F))
		return false;
	if (hyphen || (word_listed(firsts, a, n) && word_listed(lasts, b, m)))
		return true;
	return walk->index && !word_listed(word_common, a, n) &&
		((letters(a, n) == n && digits(b, m) == m) ||
			(digits(a, n) == n && letters(b, m) == m && m <= UNIT_MAX));
}

static void
joined_word(struct walk *walk, const char *a, size_t n, const char *b, size_t m)
{
	const char *both = arena_printf(&walk->mem, "%.*s%.*s", (int) n, a, (int) m, b);

	one_word(walk, both, n + m, true);
	if (walk->index)
		same_thing(walk, both, n + m);
}

/* The end of "s.n.c.f." at S, whose letters go INTO; NULL: it is no such thing. */
static const char *
acronym(const char *s, struct buffer *into)
{
	unsigned n = 0;

	for (;;) {
		const char *end = s;

		if (!is_letter(text_next(&end)) || word_end(s) != end)
			break;
		if (*end != '.' && n == 0)
			return NULL;
		buffer_add(into, s, (size_t) (end - s));
		n++;
		s = end + (*end == '.');
		if (*end != '.')
			break;
	}
	return (n > 2 || (n == 2 && s[-1] == '.')) && word_end(s) == s ? s : NULL;
}

/* Behind the word that ends at S: past its inclusive endings, if there are any. */
static const char *
past_endings(const char *s)
{
	for (;;) {
		const char *sep = s, *tail, *end;
		int32_t c = text_next(&sep);

		if (c != 0xB7 && c != 0x2022 && c != 0x2027 && c != 0x22C5 && c != '-' &&
			c != '.' && c != '(' && c != 0x2010 && c != 0x2011)
			return s;
		end = word_end(tail = sep);
		if (!word_listed(endings, tail, (size_t) (end - tail)) || (c == '(' && *end != ')'))
			return s;
		s = end;
		if (c == '(') { /* and "(e)s" */
			end = word_end(tail = s + 1);
			s = word_listed(endings, tail, (size_t) (end - tail)) ? end : tail;
		}
	}
}

static bool
is_elision(const char *s, const char *end)
{
	const char *next = end;
	int32_t c = text_next(&next);

	return (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC) &&
		word_listed(elided, s, (size_t) (end - s)) && is_letter(text_next(&next));
}

/* A word that stands alone: *S moves past it; where it began and ended is kept for the next. */
static void
plain_word(struct walk *walk, const char **s, const char **before, size_t *n)
{
	const char *end = word_end(*s);
	size_t m = (size_t) (end - *s);

	one_word(walk, *s, m, false);
	if (walk->index) {
		number_apart(walk, *s, m);
		same_thing(walk, *s, m);
	}
	if (*before != NULL && is_one_word(walk, *before, *n, *s, m))
		joined_word(walk, *before, *n, *s, m);
	*before = *s;
	*n = m;
	*s = m > 1 ? past_endings(end) : end;
}

/* Every word of a text in lower case, in order. */
void
words_each(const char *s, word_sink *sink, void *into, bool index)
{
	struct walk walk = { sink, into, index, { 0 } };
	const char *before = NULL, *end;
	size_t len = 0;
	unsigned n = 0;

	while (*s != '\0') {
		struct buffer brief = { &walk.mem };

		if ((end = word_end(s)) == s)
			text_next(&s);
		else if (is_elision(s, end))
			s = end;
		else if ((end = acronym(s, &brief)) != NULL) {
			one_word(&walk, buffer_text(&brief), brief.n, false);
			before = NULL;
			s = end;
		} else
			plain_word(&walk, &s, &before, &len);
		if (++n % 64 == 0)
			arena_reset(&walk.mem); /* flat for a text of any length */
	}
	arena_reset(&walk.mem);
}

static void
add_tokens(void *into, const struct word *w)
{
	struct buffer *out = into;

	if (out->n > 0)
		buffer_char(out, ' ');
	buffer_puts(out, "xx");
	buffer_puts(out, w->stem);
	if (strcmp(w->stem, w->bare_stem) != 0) {
		buffer_puts(out, " xx");
		buffer_puts(out, w->bare_stem);
	}
}

/* Phones of a text, however they are spelled there. */
static void
add_phones(struct arena *a, struct buffer *out, const char *text)
{
	const char *start, *e164;

	while ((e164 = text_phone_next(a, &text, &start)) != NULL)
		if (*start == '+' || *start == '0') {
			buffer_puts(out, " xx");
			buffer_puts(out, e164 + 1);
		}
}

/* What the index keeps of a text: ASCII words, spaces between. */
char *
text_tokens(struct arena *a, const char *text)
{
	struct buffer out = { a };

	words_each(words_lower(a, text), add_tokens, &out, true);
	add_phones(a, &out, text);
	return buffer_text(&out);
}
