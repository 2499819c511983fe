/* extrait.c - the part of a text that answers a search, its words marked */

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/objets/extrait.h"

enum { BEFORE = 60, LENGTH = 200, PIECES = 12 };

/* Is one of the index's words of WORD among those ASKED ("mot mots autre", spaces around)? */
static bool
answers(struct req *r, const char *word, size_t n, const char *asked)
{
	char *one, *rest = text_tokens(&r->mem, arena_printf(&r->mem, "%.*s", (int) n, word));

	while ((one = strsep(&rest, " ")) != NULL)
		if (*one != '\0' && strstr(asked, arena_printf(&r->mem, " %s ", one)) != NULL)
			return true;
	return false;
}

static bool
in_word(char c)
{
	return isalnum((unsigned char) c) || (c & 0x80) != 0;
}

/* Can a word that begins so be one of ASKED?  Those of the index keep the first letter, but for
 * accents: most words of a text need not be read as the index does. */
static bool
may_answer(const char *word, size_t n, const char *asked)
{
	char begins[] = { ' ', 'x', 'x', (char) tolower((unsigned char) *word), '\0' };

	for (size_t i = 0; i < n; i++)
		if ((word[i] & 0x80) != 0)
			return true;
	return isdigit((unsigned char) *word) || strstr(asked, begins) != NULL;
}

/* Of "d’impôt", which answers, the part behind the apostrophe when it answers alone. */
static const char *
unelided(struct req *r, const char *word, const char *asked, size_t *n)
{
	static const char apostrophe[] = "’";
	const char *at = memmem(word, *n, apostrophe, sizeof apostrophe - 1);
	const char *rest = at != NULL ? at + sizeof apostrophe - 1 : word;
	size_t left = *n - (size_t) (rest - word);

	if (at == NULL || left == 0 || !answers(r, rest, left, asked))
		return word;
	*n = left;
	return rest;
}

/* The next word of S that answers; its length in *N.  NULL: none. */
static const char *
next_answer(struct req *r, const char *s, const char *asked, size_t *n)
{
	while (*s != '\0') {
		for (*n = 0; in_word(s[*n]);)
			++*n;
		if (*n > 0 && may_answer(s, *n, asked) && answers(r, s, *n, asked))
			return unelided(r, s, asked, n);
		s += *n > 0 ? *n : 1;
	}
	return NULL;
}

static void
piece(struct req *r, struct row *row, unsigned at, const char *text, size_t n, bool marked)
{
	const char *name = arena_printf(&r->mem, "extrait.%u", at);

	row_say(row, arena_printf(&r->mem, "%s.texte", name),
		arena_printf(&r->mem, "%.*s", (int) n, text));
	if (marked)
		row_say(row, arena_printf(&r->mem, "%s.marque", name), "1");
}

/* A little before the first answer, between two words. */
static const char *
beginning(const char *text, const char *first)
{
	const char *s = first - text > BEFORE ? first - BEFORE : text;

	while (s > text && s < first && *s != ' ' && *s != '\n')
		s++;
	return s;
}

/* Put into ROW, as extrait.0 .texte and .marque, the place of TEXT where the words ASKED first
 * stand; its beginning when they stand nowhere; nothing when it is empty. */
void
extrait_say(struct req *r, struct row *row, const char *text, const char *asked)
{
	const char *words = arena_printf(&r->mem, " %s ", text_tokens(&r->mem, asked));
	size_t n = 0;
	const char *hit = next_answer(r, text, words, &n);
	const char *from = hit != NULL ? beginning(text, hit) : text;
	const char *s = text_cut(&r->mem, from, LENGTH);
	unsigned at = 0;

	if (*s == '\0')
		return;
	if (from > text)
		s = arena_printf(&r->mem, "… %s", s + strspn(s, " \n"));
	while ((hit = next_answer(r, s, words, &n)) != NULL && at + 3 < PIECES) {
		piece(r, row, at++, s, (size_t) (hit - s), false);
		piece(r, row, at++, hit, n, true);
		s = hit + n;
	}
	piece(r, row, at, s, strlen(s), false);
}
