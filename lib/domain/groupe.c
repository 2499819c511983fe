/* groupe.c - groups, wherever they are shown */

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "domain/groupe.h"

/* Words that say the kind of group, not which one. */
static bool
is_common(const char *word, size_t n)
{
	static const char *const words[] = { "Groupe", "GT", "Bouquinerie", "Friperie", "Magasin", "Conseil", "Programme" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == n && strncmp(words[i], word, n) == 0)
			return true;
	return false;
}

static char *
two_letters(struct req *r, const char *s)
{
	const char *end = s;

	for (int i = 0; i < 2 && *end != '\0'; i++)
		text_next(&end);
	return arena_printf(&r->mem, "%.*s", (int) (end - s), s);
}

/* Two letters that stand for a group: "Groupe local de Lyon" is Ly, "GT Banques et Climat" BC. */
char *
groupe_sigle(struct req *r, const char *titre)
{
	const char *first = NULL, *second = NULL;

	for (const char *s = titre; *s != '\0'; ) {
		size_t n = strcspn(s, " -");
		bool capital = !islower((unsigned char) *s);
		const char *apostrophe = memchr(s, '\'', n);

		if (apostrophe != NULL && (size_t) (apostrophe - s) < n - 1)
			n -= (size_t) (apostrophe + 1 - s), s = apostrophe + 1, capital = true;
		if (n > 0 && capital && !isdigit((unsigned char) *s) && !is_common(s, n)) {
			if (first == NULL)
				first = s;
			else if (second == NULL)
				second = s;
		}
		s += n;
		s += strspn(s, " -");
	}
	if (first == NULL)
		first = titre;
	if (second != NULL && strncmp(titre, "GT", 2) == 0)
		return text_initials(&r->mem, first, second);
	return two_letters(r, first);
}
