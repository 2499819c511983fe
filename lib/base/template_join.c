/* template_join.c - lines and indents that people read, taken out of a template before it is parsed
 *
 * Beside < or > a line break is nothing, with the blank around it; anywhere else it is one space.
 * Blank without a line break stays as it is.
 */

#include <stdbool.h>
#include <string.h>

#include "base/template.h"

#define BLANK " \t\r\n"

struct join {
	const char *from;
	char *text, *to;
};

static void
copy(struct join *j, size_t n)
{
	memmove(j->to, j->from, n);
	j->to += n;
	j->from += n;
}

static bool
beside(char c)
{
	return c == '<' || c == '>' || c == '\0';
}

static void
join_blank(struct join *j, size_t n, bool in_command)
{
	char before = j->to > j->text ? j->to[-1] : '\0';

	if (memchr(j->from, '\n', n) == NULL) {
		copy(j, n);
		return;
	}
	if (in_command || !(beside(before) || beside(j->from[n])))
		*j->to++ = ' ';
	j->from += n;
}

/* How an element ends whose blank is content, if the tag at S opens one. */
static const char *
verbatim(const char *s)
{
	static const char *const ends[] = { "</pre", "</textarea", "</script", "</style" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i] + 2);

		if (strncmp(s + 1, ends[i] + 2, n) == 0 && strchr(BLANK "<>", s[1 + n]) != NULL)
			return ends[i];
	}
	return NULL;
}

/* Up to and with what follows an element's opening tag, to its end. */
static void
copy_content(struct join *j, const char *end)
{
	const char *stop = strstr(j->from, end);

	copy(j, stop != NULL ? (size_t) (stop - j->from) : strlen(j->from));
}

/* Join the lines of TEXT, in place. */
void
template_join(char *text)
{
	struct join j = { text, text, text };
	const char *end = NULL;
	bool in_command = false;

	while (*j.from != '\0') {
		size_t n = strspn(j.from, BLANK);

		if (n > 0)
			join_blank(&j, n, in_command);
		else if (in_command) {
			in_command = strncmp(j.from, "?>", 2) != 0;
			copy(&j, in_command ? 1 : 2);
		} else if (*j.from == '>' && end != NULL) {
			copy_content(&j, end);
			end = NULL;
		} else {
			in_command = strncmp(j.from, "<?cs", 4) == 0;
			if (*j.from == '<' && !in_command)
				end = verbatim(j.from);
			copy(&j, 1);
		}
	}
	*j.to = '\0';
}
