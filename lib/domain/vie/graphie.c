/* graphie.c - regular expressions of a name, as people write it */

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/vie/graphie.h"

/* A folded word, as it and those of people who are named nearly so may be written. */
const char *
graphie_nearly(struct arena *mem, const char *folded)
{
	static const char *const letters[26] = { ['a' - 'a'] = "[aàáâãäåāă]",
		['c' - 'a'] = "[cçćč]",
		['e' - 'a'] = "[eèéêëēěę]",
		['i' - 'a'] = "[iìíîïī]",
		['n' - 'a'] = "[nñńň]",
		['o' - 'a'] = "[oòóôõöøō]",
		['s' - 'a'] = "[sšśş]",
		['u' - 'a'] = "[uùúûüū]",
		['y' - 'a'] = "[yýÿ]",
		['z' - 'a'] = "[zžźż]" };
	struct buffer out = { mem };

	for (const char *s = folded; *s != '\0'; s++)
		if (*s == ' ')
			buffer_puts(&out, NEARLY_APART "{0,3}");
		else if ((*s == 'o' || *s == 'a') && s[1] == 'e') {
			buffer_puts(&out, *s == 'o' ? "(?:œ|oe|o[eèéêë])" : "(?:æ|ae|a[eèéêë])");
			s++;
		} else if (*s >= 'a' && *s <= 'z' && letters[*s - 'a'] != NULL)
			buffer_puts(&out, letters[*s - 'a']);
		else if ((unsigned char) *s >= 0x80 || isalnum((unsigned char) *s))
			buffer_char(&out, *s);
	return buffer_text(&out);
}

/* One letter of a name: an accent that it has may be missing, and one that it has not never
 * comes. */
static const char *
letter(struct arena *mem, const char *c)
{
	const char *folded = text_fold(mem, c);

	if ((unsigned char) *c < 0x80 || strcmp(c, folded) == 0 || *folded == '\0')
		return folded;
	return arena_printf(mem, "(?:%s|%s\\pM?)", c, folded);
}

/* "de" of "de La Fontaine": what begins at S may be written small, other words follow. */
static bool
particle(struct arena *mem, const char *s)
{
	static const char *const small[] = { "d", "de", "del", "della", "den", "der", "des", "di",
		"dos", "du", "el", "al", "l", "la", "le", "les", "van", "von", "y", "et" };
	char *folded = text_fold(mem, s), *end = strchr(folded, ' ');

	if (end == NULL)
		return false;
	*end = '\0';
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (strcmp(folded, small[i]) == 0)
			return true;
	return false;
}

/* A name as it may be written; CAPITALS: each of its words begins with one. */
const char *
graphie_name(struct arena *mem, const char *name, bool capitals)
{
	struct buffer out = { mem };
	bool within = false;
	char c[5];
	int32_t code;

	for (const char *at = name, *next = name; (code = text_next(&next)) != 0; at = next) {
		const char *one;

		c[text_put(code, c)] = '\0';
		one = letter(mem, c);
		if (code >= 0x300 && code < 0x370) /* an accent that stands after its letter */
			buffer_puts(&out, "\\pM?");
		else if (*one != '\0') {
			if (!within && out.n > 0)
				buffer_puts(&out, APART "?");
			if (!within && capitals && !particle(mem, at))
				buffer_puts(&out, CAPITAL);
			buffer_puts(&out, one);
		}
		within = *one != '\0' || (code >= 0x300 && code < 0x370);
	}
	return buffer_text(&out);
}
