/* noms.c - names inside sentences: "d’Agathe", "qu’Inès"; and in the case of names, when they came
 * in capitals or in small letters alone */

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buffer.h"
#include "base/text.h"

static bool
begins(const char *s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strncmp(s, *words, strlen(*words)) == 0)
			return true;
	return false;
}

/* Is the h of S, which is folded, mute?  Of given names it is but in "ha" and "hou", as a rule; of
 * other words a list says what the rule does not. */
static bool
mute_h(const char *s)
{
	static const char *const heard[] = { "heron", "heros ", "herisson", "hernie", "herse",
		"hibou", "hic", "hideu", "hierarch", "hip hop", "hippie", "hisse", "hobby",
		"hockey", "holding", "hollande", "homard", "honduras", "hongr", "hong kong",
		"honte", "hoquet", "hors", "hotte", "hou", "houle", "huard", "hublot", "huche",
		"hue", "huguenot", "huit", "hurle", "husky", "hutte", "hyene ", NULL };
	static const char *const mute[] = { "habil", "habit", "habilit", "haleine", "halloween",
		"haltere", "hamecon", "harmoni", "haroun", NULL };

	if (s[1] != '\0' && strchr("eiouy", s[1]) != NULL)
		return !begins(s, heard);
	return begins(s, mute);
}

/* Does a word lose its e before NAME?  Before a vowel, but not before the y of "Yann", nor before
 * numbers and a few words that are said as if an h stood there. */
static bool
elides(struct arena *a, const char *name)
{
	static const char *const kept[] = { "onz", "oui ", "ouistiti", "uhlan", "ululement", NULL };
	const char *s = text_fold(a, name);

	s = arena_printf(a, "%s ", s);
	if (*s == 'y')
		return s[1] != '\0' && strchr("aeiou ", s[1]) == NULL;
	if (*s == 'h')
		return mute_h(s);
	return *s != '\0' && strchr("aeiou", *s) != NULL && !begins(s, kept);
}

/* "de Paul", "d’Agathe". */
char *
text_de(struct arena *a, const char *name)
{
	return arena_printf(a, "%s%s", elides(a, name) ? "d’" : "de ", name);
}

/* "que Paul", "qu’Agathe". */
char *
text_que(struct arena *a, const char *name)
{
	return arena_printf(a, "%s%s", elides(a, name) ? "qu’" : "que ", name);
}

/* ---- the case of names ---- */

struct word {
	const char *s; /* from the first letter */
	size_t len;    /* bytes */
	int letters, capitals;
	int32_t before, after; /* what stands there: '-', ' ', an apostrophe; 0: nothing */
	bool first, after_long;
};

static bool
is_letter(int32_t c)
{
	utf8proc_category_t k = utf8proc_category(c);

	return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
		k == UTF8PROC_CATEGORY_MN;
}

static bool
is_capital(int32_t c)
{
	return utf8proc_tolower(c) != c;
}

static bool
is_apostrophe(int32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* The next word of *S, which moves past it; what stands before it is copied to OUT. */
static bool
next_word(struct buffer *out, const char **s, struct word *w)
{
	const char *at = *s, *from;
	int32_t c;

	w->after_long = w->s != NULL && w->letters > 2;
	w->first = w->s == NULL;
	w->before = 0;
	for (from = at; (c = text_next(&at)) != 0 && !is_letter(c); from = at) {
		buffer_add(out, from, (size_t) (at - from));
		w->before = c;
	}
	if (c == 0)
		return false;
	w->s = from;
	w->letters = w->capitals = 0;
	do {
		w->letters++;
		w->capitals += is_capital(c);
		*s = at;
	} while ((c = text_next(&at)) != 0 && is_letter(c));
	w->after = c;
	w->len = (size_t) (*s - w->s);
	return true;
}

/* Is that word written small inside a name: of a person, of a place? */
static bool
small(struct arena *a, const struct word *w, bool place)
{
	static const char *const of_people[] = { "d", "de", "des", "du", "von", "van", "der", "den",
		"ten", "zu", "zum", "y", "et", NULL };
	static const char *const of_places[] = { "a", "au", "aux", "d", "de", "des", "du", "en",
		"et", "l", "la", "le", "les", "lez", "pres", "sous", "sur", NULL };
	const char *folded = text_fold(a, arena_printf(a, "%.*s", (int) w->len, w->s));
	const char *const *all = place ? of_places : of_people;

	if (place && w->first)
		return false;
	if (!place && !w->first && (strcmp(folded, "la") == 0 || strcmp(folded, "l") == 0))
		return true; /* de La Cour is written de la Cour when capitals did not tell */
	while (*all != NULL && strcmp(*all, folded) != 0)
		all++;
	return *all != NULL;
}

static bool
after_digit(const struct word *w)
{
	return w->before >= '0' && w->before <= '9';
}

/* "JB", "XIV" and an initial are no words in capitals; the D of "D’ORMESSON" and the E of "11E"
 * are. */
static bool
stays(const struct word *w, bool mixed)
{
	bool vowel = false, roman = mixed;

	if (w->letters == 1)
		return !after_digit(w) && (mixed || !is_apostrophe(w->after));
	for (size_t i = 0; i < w->len; i++) {
		vowel = vowel || strchr("AEIOUY", w->s[i]) != NULL || (w->s[i] & 0x80) != 0;
		roman = roman && strchr("IVX", w->s[i]) != NULL;
	}
	return roman || (w->letters == 2 && !vowel);
}

static void
put_word(struct buffer *out, const struct word *w, bool capital)
{
	const char *s = w->s;
	char bytes[4];

	for (int i = 0; s < w->s + w->len; i++) {
		int32_t c = text_next(&s);

		c = i == 0 && capital ? utf8proc_toupper(c) : utf8proc_tolower(c);
		buffer_add(out, bytes, text_put(c, bytes));
	}
}

/* NAME, of a PLACE or of a person, in the case of names: "DE FONTENAY" is de Fontenay,
 * "jean-claude" Jean-Claude.  A word that has both is as it was written, and so is what holds signs
 * that no name has. */
char *
text_names_case(struct arena *a, const char *name, bool place)
{
	struct buffer out = { a }, nothing = { a };
	struct word w = { 0 };
	const char *s = name;
	bool any_capital = false, any_small = false;

	if (strpbrk(name, "<>{}=@\\\"") != NULL)
		return arena_strdup(a, name);
	while (next_word(&nothing, &s, &w)) {
		any_capital = any_capital || w.capitals > 0;
		any_small = any_small || w.capitals < w.letters;
	}
	w = (struct word) { 0 };
	for (s = name; next_word(&out, &s, &w);) {
		bool all = w.capitals == w.letters && !stays(&w, any_small);
		bool none = w.capitals == 0 && !any_capital;
		bool within = (is_apostrophe(w.before) && w.after_long) || after_digit(&w);

		if (all || none)
			put_word(&out, &w, !within && !small(a, &w, place));
		else
			buffer_add(&out, w.s, w.len);
	}
	return buffer_text(&out);
}
