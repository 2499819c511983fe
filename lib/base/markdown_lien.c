/* markdown_lien.c - links that end where the address ends, and lead where the writer meant */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/markdown_part.h"
#include "base/text.h"

/* Does an address that nobody wrapped end before this character?  Spaces that French puts before
 * signs, and quotation marks, are the sentence's. */
static bool
ends_address(int32_t c)
{
	return c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2000 && c <= 0x200B) ||
		(c >= 0x2018 && c <= 0x201F) || c == 0x202F || c == 0x2039 || c == 0x203A ||
		c == 0x205F || c == 0x3000;
}

/* Is the last bracket of that text the sentence's, since none opened it? */
static bool
closes_nothing(const char *s, const char *end)
{
	int open = 0;

	for (; s < end; s++)
		open += (*s == '(') - (*s == ')');
	return open < 0;
}

/* The bytes of the address that TEXT begins with: without the signs that close the sentence. */
static size_t
address_length(const char *text)
{
	const char *s = text, *end = text;
	int32_t c;

	while ((c = text_next(&s)) != 0 && !ends_address(c))
		end = s;
	for (;;)
		if (end > text && strchr("!?.,;:'\"*_", end[-1]) != NULL)
			end--;
		else if (end - text >= 3 && strncmp(end - 3, "…", 3) == 0)
			end -= 3;
		else if (end > text && end[-1] == ')' && closes_nothing(text, end))
			end--;
		else
			return (size_t) (end - text);
}

static cmark_node *
text_node(const char *s)
{
	cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);

	cmark_node_set_literal(node, s);
	return node;
}

/* A link that is an address as it was typed, and took more of the sentence than the address. */
static void
shorten(struct arena *a, cmark_node *link)
{
	cmark_node *words = cmark_node_first_child(link);
	const char *url = cmark_node_get_url(link);
	const char *text = words != NULL && cmark_node_next(words) == NULL &&
			cmark_node_get_type(words) == CMARK_NODE_TEXT ?
		cmark_node_get_literal(words) :
		NULL;
	const char *rest = text != NULL ? strstr(url, text) : NULL;
	size_t n = rest != NULL ? address_length(text) : 0;

	if (rest == NULL || rest[strlen(text)] != '\0' || text[n] == '\0' || n == 0)
		return;
	cmark_node_insert_after(link, text_node(text + n));
	cmark_node_set_url(link, arena_printf(a, "%.*s", (int) (rest - url + (long) n), url));
	cmark_node_set_literal(words, arena_printf(a, "%.*s", (int) n, text));
}

/* "exemple.org/page", typed as the address of a link: a name with a dot, and no scheme. */
static bool
is_bare_site(const char *url)
{
	size_t n = strcspn(url, "/?#:"), dot = 0;

	for (size_t i = 0; i < n; i++)
		if (url[i] == '.')
			dot = i;
		else if (!isalnum((unsigned char) url[i]) && url[i] != '-' && (url[i] & 0x80) == 0)
			return false;
	if (url[n] == ':' && !isdigit((unsigned char) url[n + 1]))
		return false;
	return dot > 0 && n - dot > 2 && !isdigit((unsigned char) url[dot + 1]);
}

/* An address without a scheme would lead to a page of this site that is not there. */
static void
complete(struct arena *a, cmark_node *link)
{
	const char *url = cmark_node_get_url(link);

	if (is_bare_site(url))
		cmark_node_set_url(link, arena_printf(a, "https://%s", url));
	else if (text_email(a, url) != NULL && strchr(url, ':') == NULL && strchr(url, '/') == NULL)
		cmark_node_set_url(link, arena_printf(a, "mailto:%s", url));
}

/* Links that took more than their address, or lead to a page of this site that is not there. */
void
markdown_links(struct arena *a, cmark_node *root)
{
	cmark_iter *i = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(i)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(i);

		if (event != CMARK_EVENT_EXIT || cmark_node_get_type(n) != CMARK_NODE_LINK)
			continue;
		shorten(a, n);
		complete(a, n);
	}
	cmark_iter_free(i);
}
