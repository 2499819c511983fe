/* mots.c - what somebody typed to find people, as words: by every list and every picker alike */

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/objets/mots.h"

bool
all_digits(const char *s)
{
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

static void
add_word(struct mots *m, const char *word)
{
	if (m->n < MOTS && *word != '\0')
		m->v[m->n++] = word;
}

/* Digits of a phone however they were written, as they are indexed. */
static const char *
digits_word(struct req *r, const char *digits)
{
	const char *e164 = text_phone(&r->mem, digits);

	return e164 != NULL ? e164 + 1 : digits;
}

static const char *
lower(struct req *r, const char *s)
{
	char *out = arena_strdup(&r->mem, s);

	for (char *c = out; *c != '\0'; c++)
		*c = (char) tolower((unsigned char) *c);
	return out;
}

/* The words of one token.  Digits go to DIGITS: those that follow each other are one number. */
static void
token_words(struct req *r, struct mots *m, const char *token, struct buffer *digits)
{
	const char *code = text_postcode(&r->mem, token);
	char *parts = text_fold(&r->mem, token), *word;

	if (strchr(token + (*token == '@'), '@') != NULL) {
		add_word(m, lower(r, token));
		return;
	}
	if (code != NULL && strspn(token, "0123456789") < 4) { /* F-75011 */
		add_word(m, code);
		return;
	}
	while ((word = strsep(&parts, " ")) != NULL)
		if (all_digits(word))
			buffer_puts(digits, word);
		else
			add_word(m, word);
}

/* Words between spaces: an address is one word, digits that follow each other are one number,
 * the rest is folded.  This is how people are looked up, by every list and every picker. */
void
mots_read(struct req *r, struct mots *m, const char *text)
{
	const char *phone = text_phone(&r->mem, text), *begun = text_phone_begun(&r->mem, text);
	struct buffer digits = { &r->mem };
	char *rest = arena_strdup(&r->mem, text), *token;

	if (phone != NULL || begun != NULL) {
		add_word(m, phone != NULL ? phone + 1 : begun);
		return;
	}
	while ((token = strsep(&rest, " \t\r\n")) != NULL)
		token_words(r, m, token, &digits);
	if (digits.n > 0)
		add_word(m, digits_word(r, buffer_text(&digits)));
}

/* S as the beginning of something, for LIKE. */
const char *
mots_beginning(struct req *r, const char *s)
{
	struct buffer out = { &r->mem };

	for (; *s != '\0'; s++) {
		if (strchr("%_\\", *s) != NULL)
			buffer_char(&out, '\\');
		buffer_char(&out, *s);
	}
	buffer_char(&out, '%');
	return buffer_text(&out);
}
