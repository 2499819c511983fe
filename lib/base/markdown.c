/* markdown.c - CommonMark by libcmark-gfm in safe mode, held short */

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#include "base/buffer.h"
#include "base/markdown.h"
#include "base/markdown_part.h"
#include "base/text.h"

enum { OPTIONS = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_HARDBREAKS };

/* Kinds of the extensions have no number of their own. */
static bool
markdown_is(cmark_node *n, const char *kind)
{
	return strcmp(cmark_node_get_type_string(n), kind) == 0;
}

static void
release(void *node)
{
	cmark_node_free(node);
}

/* The lines of a text as nodes, after one another, before AT. */
static void
put_lines(cmark_node *at, const char *text)
{
	for (const char *s = text; *s != '\0';) {
		size_t n = strcspn(s, "\n");
		char *line = strndup(s, n);
		cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);

		cmark_node_set_literal(node, line != NULL ? line : "");
		free(line);
		cmark_node_insert_before(at, node);
		s += n + (s[n] == '\n');
		if (*s != '\0')
			cmark_node_insert_before(at, cmark_node_new(CMARK_NODE_LINEBREAK));
	}
}

/* Tags are words like others: who writes "<samedi>" means it to be read. */
static void
untag(cmark_node *root)
{
	cmark_iter *i = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(i)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(i);

		if (cmark_node_get_type(n) == CMARK_NODE_HTML_BLOCK) {
			cmark_node *block = cmark_node_new(CMARK_NODE_PARAGRAPH);
			cmark_node *end = cmark_node_new(CMARK_NODE_TEXT);

			cmark_node_append_child(block, end);
			put_lines(end, cmark_node_get_literal(n));
			cmark_node_replace(n, block);
			cmark_node_free(n);
		} else if (cmark_node_get_type(n) == CMARK_NODE_HTML_INLINE) {
			put_lines(n, cmark_node_get_literal(n));
			cmark_node_free(n);
		}
	}
	cmark_iter_free(i);
}

static cmark_node *
parse(struct arena *a, const char *source)
{
	static const char *const names[] = { "autolink", "strikethrough", "table" };
	const char *text = markdown_weigh(a, source);
	cmark_parser *p;
	cmark_node *root;

	cmark_gfm_core_extensions_ensure_registered();
	p = cmark_parser_new(OPTIONS);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		cmark_parser_attach_syntax_extension(p, cmark_find_syntax_extension(names[i]));
	cmark_parser_feed(p, text, strlen(text));
	root = cmark_parser_finish(p);
	cmark_parser_free(p);
	untag(root);
	markdown_links(a, root);
	return arena_own(a, root, release);
}

/* A picture that was put here: no other may be shown, since asking for it tells who reads. */
static bool
is_ours(const char *url)
{
	return strncmp(url, "/fichiers/", 10) == 0 && isdigit((unsigned char) url[10]) &&
		strstr(url, "..") == NULL && strchr(url, '\\') == NULL;
}

/* A foreign picture becomes a link to it. */
static void
unframe(cmark_node *image)
{
	cmark_node *link = cmark_node_new(CMARK_NODE_LINK), *child;
	const char *url = cmark_node_get_url(image);

	cmark_node_set_url(link, url);
	while ((child = cmark_node_first_child(image)) != NULL)
		cmark_node_append_child(link, child);
	if (cmark_node_first_child(link) == NULL) {
		cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);

		cmark_node_set_literal(text, *url != '\0' ? url : "image");
		cmark_node_append_child(link, text);
	}
	cmark_node_replace(image, link);
	cmark_node_free(image);
}

/* Columns are set as all tables here are, not by attributes that pages no longer have. */
static void
align_nothing(cmark_node *table)
{
	uint8_t *sides = cmark_gfm_extensions_get_table_alignments(table);

	memset(sides, 0, cmark_gfm_extensions_get_table_columns(table));
}

/* Undo what a text may not bring; its titles begin at level HEADING. */
static void
tame(cmark_node *root, int heading)
{
	cmark_iter *i = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(i)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(i);
		cmark_node_type type = cmark_node_get_type(n);

		if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_HEADING) {
			int level = cmark_node_get_heading_level(n);

			level = heading + (level > 2 ? level - 2 : 0);
			cmark_node_set_heading_level(n, level > 6 ? 6 : level);
		}
		if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_IMAGE &&
			!is_ours(cmark_node_get_url(n)))
			unframe(n);
		if (event == CMARK_EVENT_ENTER && markdown_is(n, "table"))
			align_nothing(n);
	}
	cmark_iter_free(i);
}

/* Give links that lead away their rel, and let pictures come when they are looked at: these
 * tags can only be the renderer's own. */
static char *
dress(struct arena *a, const char *html)
{
	struct buffer out = { a };

	for (const char *s = html, *lt; *s != '\0'; s = lt) {
		lt = s + 1 + strcspn(s + 1, "<");
		if (strncmp(s, "<a href=\"", 9) == 0 && (s[9] != '/' || s[10] == '/')) {
			buffer_puts(&out, "<a rel=\"noopener nofollow ugc\" ");
			s += 3;
		} else if (strncmp(s, "<img ", 5) == 0) {
			buffer_puts(&out, "<img loading=\"lazy\" ");
			s += 5;
		}
		buffer_add(&out, s, (size_t) (lt - s));
	}
	return buffer_text(&out);
}

/* SOURCE as HTML that may stand in a page as it is; its titles begin at level HEADING. */
char *
markdown_html(struct arena *a, const char *source, int heading)
{
	cmark_node *root = parse(a, source);
	char *html;

	tame(root, heading);
	html = arena_own(a, cmark_render_html(root, OPTIONS, NULL), free);
	return dress(a, html);
}

static void
end_line(struct buffer *out, unsigned lines)
{
	size_t n = out->n;

	while (n > 0 && out->s[n - 1] == '\n' && lines > 0)
		n--, lines--;
	while (out->n > 0 && lines-- > 0)
		buffer_char(out, '\n');
}

/* What opens a block or stands for a node in plain text. */
static void
say_node(struct buffer *out, cmark_node *n)
{
	const char *s = cmark_node_get_literal(n);

	if (markdown_is(n, "table"))
		end_line(out, 2);
	else if (markdown_is(n, "table_row"))
		end_line(out, 1);
	else if (markdown_is(n, "table_cell") && cmark_node_previous(n) != NULL)
		buffer_puts(out, " | ");
	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE: buffer_puts(out, s); break;
	case CMARK_NODE_CODE_BLOCK:
		end_line(out, 2);
		buffer_puts(out, s);
		break;
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_SOFTBREAK: buffer_char(out, '\n'); break;
	case CMARK_NODE_ITEM:
		end_line(out, 1);
		buffer_puts(out, "- ");
		break;
	case CMARK_NODE_HEADING: end_line(out, 2); break;
	case CMARK_NODE_PARAGRAPH:
		if (cmark_node_get_type(cmark_node_parent(n)) != CMARK_NODE_ITEM)
			end_line(out, 2);
		break;
	default: break;
	}
}

/* The address of a link whose words do not say it, for who reads it in a mail. */
static void
say_address(struct buffer *out, cmark_node *link)
{
	const char *url = cmark_node_get_url(link);
	cmark_node *text = cmark_node_first_child(link);
	const char *words = text != NULL ? cmark_node_get_literal(text) : NULL;

	if (strncmp(url, "http", 4) != 0 || (words != NULL && strstr(url, words) != NULL))
		return;
	buffer_puts(out, " (");
	buffer_puts(out, url);
	buffer_char(out, ')');
}

/* The person a link names when it is a mention: "@" and a link to her page.  0: it is none. */
static int64_t
mentioned(cmark_node *link)
{
	cmark_node *before = cmark_node_previous(link);
	const char *words = before != NULL ? cmark_node_get_literal(before) : NULL;
	const char *url = cmark_node_get_url(link);
	char *end;
	int64_t id;

	if (words == NULL || *words == '\0' || words[strlen(words) - 1] != '@' ||
		strncmp(url, "/contacts/", 10) != 0 || !isdigit((unsigned char) url[10]))
		return 0;
	id = strtoll(url + 10, &end, 10);
	return *end == '\0' ? id : 0;
}

/* Add the person that LINK mentions to the first N of IDS, unless she is there; how many then. */
static unsigned
add_mentioned(cmark_node *link, int64_t ids[MARKDOWN_MENTIONS], unsigned n)
{
	int64_t id = mentioned(link);
	unsigned k = 0;

	while (k < n && ids[k] != id)
		k++;
	if (id != 0 && k == n && n < MARKDOWN_MENTIONS)
		ids[n++] = id;
	return n;
}

/* SOURCE without its marks: paragraphs apart, an item a line, addresses of links after them; and
 * the people it mentions, each once, the first MARKDOWN_MENTIONS, *N of them.  Who may be told is
 * for the caller to ask. */
char *
markdown_read(struct arena *a, const char *source, int64_t ids[MARKDOWN_MENTIONS], unsigned *n)
{
	struct buffer out = { a };
	cmark_iter *i = cmark_iter_new(parse(a, source));
	cmark_event_type event;

	*n = 0;
	while ((event = cmark_iter_next(i)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(i);
		bool link = cmark_node_get_type(node) == CMARK_NODE_LINK;

		if (event == CMARK_EVENT_ENTER)
			say_node(&out, node);
		else if (link)
			say_address(&out, node);
		if (event == CMARK_EVENT_ENTER && link)
			*n = add_mentioned(node, ids, *n);
	}
	cmark_iter_free(i);
	return text_trim(a, buffer_text(&out));
}

char *
markdown_text(struct arena *a, const char *source)
{
	int64_t ids[MARKDOWN_MENTIONS];
	unsigned n;

	return markdown_read(a, source, ids, &n);
}

unsigned
markdown_mentions(struct arena *a, const char *source, int64_t ids[MARKDOWN_MENTIONS])
{
	unsigned n;

	markdown_read(a, source, ids, &n);
	return n;
}
