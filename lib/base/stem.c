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

#include "base/fault.h"
#include "base/str.h"
#include "base/text.h"

enum {
	WORD_MAX = 60,  /* bytes; longer words are cut, here and there alike */
	ASKED_MAX = 12, /* words of one query */
	STAR_MIN = 3,   /* letters before a star: two would match half the index */
};

struct word {
	char stem[2 * WORD_MAX], bare_stem[2 * WORD_MAX], bare[2 * WORD_MAX]; /* ASCII */
};

typedef void word_sink(void *into, const struct word *);

static const char *const elided[] = { "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu",
	"lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", NULL };

/* Second endings: salarié·e·s, citoyen-ne-s, porteur.euse, élu(e)s */
static const char *const endings[] = { "e", "s", "es", "ne", "nes", "le", "les", "te", "tes", "re",
	"res", "ve", "ves", "fe", "se", "ses", "euse", "euses", "rice", "rices", "trice", "trices",
	"ère", "ères", "ière", "ières", "enne", "ennes", "ienne", "iennes", "elle", "elles", "esse",
	"esses", NULL };

/* Left out of a query that says something else too. */
static const char *const common[] = { "a", "au", "aux", "avec", "ce", "ces", "cette", "dans", "de",
	"des", "du", "elle", "en", "est", "et", "il", "ils", "je", "la", "le", "les", "leur",
	"leurs", "ma", "mais", "mes", "mon", "ne", "nos", "notre", "nous", "on", "ou", "par", "pas",
	"pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sont", "sur", "ta", "te", "tes",
	"ton", "tu", "un", "une", "vos", "votre", "vous", NULL };

static struct sb_stemmer *french; /* lives as long as the process */

static bool
listed(const char *const list[], const char *s, size_t n)
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
static const char *
lower(struct arena *a, const char *text)
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
	struct str out = { a };

	for (size_t i = 0; i < *n; i++)
		if (i + 1 < *n && (memcmp(s + i, "œ", 2) == 0 || memcmp(s + i, "æ", 2) == 0)) {
			str_puts(&out, memcmp(s + i, "œ", 2) == 0 ? "oe" : "ae");
			i++;
		} else
			str_char(&out, s[i]);
	*n = out.n;
	return str_text(&out);
}

static void
one_word(struct arena *a, const char *s, size_t n, word_sink *sink, void *into)
{
	struct word w;

	s = open_ligatures(a, s, &n);
	ascii(a, w.bare, s, n);
	stem(a, w.stem, s, n);
	stem(a, w.bare_stem, w.bare, strlen(w.bare));
	if (*w.stem != '\0')
		sink(into, &w);
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
		if (!listed(endings, tail, (size_t) (end - tail)) || (c == '(' && *end != ')'))
			return s;
		s = end;
		if (c == '(') { /* and "(e)s" */
			end = word_end(tail = s + 1);
			s = listed(endings, tail, (size_t) (end - tail)) ? end : tail;
		}
	}
}

static bool
is_elision(const char *s, const char *end)
{
	const char *next = end;
	int32_t c = text_next(&next);

	return (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC) &&
		listed(elided, s, (size_t) (end - s)) && is_letter(text_next(&next));
}

/* Every word of a text in lower case, in order. */
static void
each_word(const char *s, word_sink *sink, void *into)
{
	struct arena scratch = { 0 };
	unsigned n = 0;

	while (*s != '\0') {
		const char *end = word_end(s);

		if (end == s)
			text_next(&s);
		else if (is_elision(s, end))
			s = end;
		else {
			one_word(&scratch, s, (size_t) (end - s), sink, into);
			s = end - s > 1 ? past_endings(end) : end;
			if (++n % 64 == 0)
				arena_reset(&scratch); /* flat for a text of any length */
		}
	}
	arena_reset(&scratch);
}

static void
add_tokens(void *into, const struct word *w)
{
	struct str *out = into;

	if (out->n > 0)
		str_char(out, ' ');
	str_puts(out, "xx");
	str_puts(out, w->stem);
	if (strcmp(w->stem, w->bare_stem) != 0) {
		str_puts(out, " xx");
		str_puts(out, w->bare_stem);
	}
}

/* What the index keeps of a text: ASCII words, spaces between. */
char *
text_tokens(struct arena *a, const char *text)
{
	struct str out = { a };

	each_word(lower(a, text), add_tokens, &out);
	return str_text(&out);
}

struct query {
	struct word words[ASKED_MAX];
	unsigned group[ASKED_MAX]; /* of words in quotes; 0: outside */
	unsigned n, now;
};

static void
add_word(void *into, const struct word *w)
{
	struct query *q = into;

	if (q->n < ASKED_MAX) {
		q->group[q->n] = q->now;
		q->words[q->n++] = *w;
	}
}

static bool
is_common(const struct query *q, unsigned i)
{
	return q->group[i] == 0 && listed(common, q->words[i].bare, strlen(q->words[i].bare));
}

/* +(xxegal xxegalit xxegalite*): one of the forms, or what begins so when still being typed */
static void
ask_word(struct str *out, const struct word *w, bool star)
{
	str_puts(out, "+(xx");
	str_puts(out, w->stem);
	if (strcmp(w->stem, w->bare_stem) != 0) {
		str_puts(out, " xx");
		str_puts(out, w->bare_stem);
	}
	if (star && strlen(w->bare) >= STAR_MIN) {
		str_puts(out, " xx");
		str_puts(out, w->bare);
		str_char(out, '*');
	}
	str_puts(out, ") ");
}

/* +"xxegalit xxhomm" @3: near one another, since a word may stand twice in the index.
 * The number of words in these quotes. */
static unsigned
ask_phrase(struct str *out, const struct query *q, unsigned first)
{
	unsigned n = 0;

	str_puts(out, "+\"");
	for (; first + n < q->n && q->group[first + n] == q->group[first]; n++) {
		str_puts(out, n > 0 ? " xx" : "xx");
		str_puts(out, q->words[first + n].bare_stem);
	}
	str_puts(out, arena_printf(out->mem, "\" @%u ", 2 * n - 1));
	return n;
}

static void
read_query(struct query *q, struct arena *a, const char *asked)
{
	const char *s = lower(a, asked);
	bool quoted = false;

	for (unsigned n = 1; *s != '\0'; n++, quoted = !quoted) {
		size_t len = strcspn(s, "\"");

		q->now = quoted ? n : 0;
		each_word(arena_printf(a, "%.*s", (int) len, s), add_word, q);
		s += len + (s[len] == '"');
	}
}

/* What a person asks, as the argument of AGAINST (... IN BOOLEAN MODE): every word, in any
 * form, the last one perhaps unfinished; "words in quotes" near one another.  Only letters
 * and digits of the asker reach it.  "" when there is no word in it. */
char *
text_query(struct arena *a, const char *asked)
{
	struct query *q = arena_alloc(a, sizeof *q);
	struct str out = { a };
	bool telling = false;

	read_query(q, a, asked);
	for (unsigned i = 0; i < q->n; i++)
		telling = telling || !is_common(q, i);
	for (unsigned i = 0; i < q->n;) {
		bool last = i + 1 == q->n;

		if (q->group[i] != 0 && !last && q->group[i + 1] == q->group[i]) {
			i += ask_phrase(&out, q, i);
			continue;
		}
		if (!telling || !is_common(q, i))
			ask_word(&out, &q->words[i], last && q->group[i] == 0);
		i++;
	}
	if (out.n > 0)
		out.n--;
	return str_text(&out);
}
