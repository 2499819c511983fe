/* stem_query.c - what people type into a search, as the full-text index is asked */

#include <string.h>

#include "base/buffer.h"
#include "base/stem.h"
#include "base/text.h"

enum {
	ASKED_MAX = 12, /* words of one query */
	STAR_MIN = 3,   /* letters before a star: two would match half the index */
};

struct query {
	struct word words[ASKED_MAX];
	struct word joined[ASKED_MAX]; /* a word and the one before as one; empty: they are two */
	unsigned group[ASKED_MAX];     /* of words in quotes; 0: outside */
	unsigned n, now;
};

static void
add_word(void *into, const struct word *w)
{
	struct query *q = into;

	if (w->joined && q->n > 1 && q->group[q->n - 1] == 0)
		q->joined[q->n - 1] = *w;
	if (!w->joined && q->n < ASKED_MAX) {
		q->group[q->n] = q->now;
		q->words[q->n++] = *w;
	}
}

/* A folded word that says nothing of what is looked for: "de", "mon". */
bool
text_common(const char *word)
{
	return word_listed(word_common, word, strlen(word));
}

static bool
is_common(const struct query *q, unsigned i)
{
	return q->group[i] == 0 &&
		word_listed(word_common, q->words[i].bare, strlen(q->words[i].bare));
}

static bool
is_pair(const struct query *q, unsigned i)
{
	return i + 1 < q->n && *q->joined[i + 1].bare != '\0' && *q->joined[i].bare == '\0' &&
		(i + 2 == q->n || *q->joined[i + 2].bare == '\0');
}

enum { FAMILY_MAX = 6 };

/* Words of one family whose stems differ ("photos" is a stem of its own, too): who asks for one
 * finds the others. */
static const char *const families[][FAMILY_MAX] = {
	{ "photo", "photos", "photographe", "photographie", "photographier" },
	{ "video", "videos", "videaste" },
	{ "info", "infos", "information" },
	{ "velo", "velos", "bicyclette", "cycliste" },
	{ "compta", "comptable", "comptabilite" },
	{ "magasin", "boutique", "bouquinerie" },
	{ "association", "asso", "assos", "associatif" },
	{ "tel", "telephone", "portable", "mobile" },
};

static void
put_member(void *into, const struct word *w)
{
	struct buffer *out = into;

	buffer_puts(out, " xx");
	buffer_puts(out, w->bare_stem);
}

static bool
is_stem(struct buffer *out, const char *word, const char *stem)
{
	out->n = 0;
	words_each(word, put_member, out, false);
	return strcmp(buffer_text(out) + 3, stem) == 0;
}

static void
put_family(struct buffer *out, const struct word *w)
{
	struct buffer one = { out->mem };

	for (size_t f = 0; f < sizeof families / sizeof *families; f++)
		for (size_t i = 0; i < FAMILY_MAX && families[f][i] != NULL; i++)
			if (is_stem(&one, families[f][i], w->bare_stem)) {
				for (size_t k = 0; k < FAMILY_MAX && families[f][k] != NULL; k++)
					words_each(families[f][k], put_member, out, false);
				return;
			}
}

/* +(xxegal xxegalit xxegalite*): one of the forms, or what begins so when still being typed */
static void
put_forms(struct buffer *out, const struct word *w, bool star)
{
	buffer_puts(out, "xx");
	buffer_puts(out, w->stem);
	if (strcmp(w->stem, w->bare_stem) != 0) {
		buffer_puts(out, " xx");
		buffer_puts(out, w->bare_stem);
	}
	if (star && strlen(w->bare) >= STAR_MIN) {
		buffer_puts(out, " xx");
		buffer_puts(out, w->bare);
		buffer_char(out, '*');
	}
}

static void
ask_word(struct buffer *out, const struct word *w, bool star)
{
	buffer_puts(out, "+(");
	put_forms(out, w, star);
	put_family(out, w);
	buffer_puts(out, ") ");
}

/* +(xxemail (+(xxe) +(xxmail) )): one word, or the two that it is made of. */
static void
ask_pair(struct buffer *out, const struct query *q, unsigned i, bool star)
{
	buffer_puts(out, "+(");
	put_forms(out, &q->joined[i + 1], star);
	buffer_puts(out, " (");
	ask_word(out, &q->words[i], false);
	ask_word(out, &q->words[i + 1], star);
	buffer_puts(out, ")) ");
}

/* +"xxegalit xxhomm" @3: near one another, since a word may stand twice in the index.
 * The number of words in these quotes. */
static unsigned
ask_phrase(struct buffer *out, const struct query *q, unsigned first)
{
	unsigned n = 0;

	buffer_puts(out, "+\"");
	for (; first + n < q->n && q->group[first + n] == q->group[first]; n++) {
		buffer_puts(out, n > 0 ? " xx" : "xx");
		buffer_puts(out, q->words[first + n].bare_stem);
	}
	buffer_puts(out, arena_printf(out->mem, "\" @%u ", 2 * n - 1));
	return n;
}

static void
read_query(struct query *q, struct arena *a, const char *asked)
{
	const char *s = words_lower(a, asked);
	bool quoted = false;

	for (unsigned n = 1; *s != '\0'; n++, quoted = !quoted) {
		size_t len = strcspn(s, "\"");

		q->now = quoted ? n : 0;
		words_each(arena_printf(a, "%.*s", (int) len, s), add_word, q, false);
		s += len + (s[len] == '"');
	}
}

/* Every word of the query, or the common ones left out. */
static void
ask_words(struct buffer *out, const struct query *q)
{
	bool telling = false;

	for (unsigned i = 0; i < q->n; i++)
		telling = telling || !is_common(q, i);
	for (unsigned i = 0; i < q->n;) {
		bool last = i + 1 == q->n;

		if (q->group[i] != 0 && !last && q->group[i + 1] == q->group[i]) {
			i += ask_phrase(out, q, i);
			continue;
		}
		if (is_pair(q, i)) {
			ask_pair(out, q, i, i + 2 == q->n);
			i += 2;
			continue;
		}
		if (!telling || !is_common(q, i))
			ask_word(out, &q->words[i], last && q->group[i] == 0);
		i++;
	}
}

/* What a person asks, as the argument of AGAINST (... IN BOOLEAN MODE): every word, in any
 * form, the last one perhaps unfinished; "words in quotes" near one another; a phone in any
 * spelling.  Only letters and digits of the asker reach it.  "" when there is no word in it. */
char *
text_query(struct arena *a, const char *asked)
{
	struct query *q = arena_alloc(a, sizeof *q);
	const char *phone = text_phone(a, asked);
	struct buffer out = { a };

	memset(q, 0, sizeof *q);
	read_query(q, a, asked);
	if (phone != NULL)
		buffer_puts(&out, arena_printf(a, "+(xx%s (", phone + 1));
	ask_words(&out, q);
	if (phone != NULL)
		buffer_puts(&out, ")) ");
	if (out.n > 0)
		out.n--;
	return buffer_text(&out);
}
