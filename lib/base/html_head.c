/* html_head.c - the first title, the first date */

#include <stdbool.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/buffer.h"
#include "base/html_head.h"
#include "base/text.h"

enum { HTML_MAX = 4 << 20, WORDS_MAX = 2000 };

struct reader {
	struct buffer title, h1;
	struct buffer *into; /* of the two, the one that is open; NULL: none is */
	const char *meta, *time;
};

static const char *
attribute(const xmlChar **pairs, const char *name)
{
	for (; pairs != NULL && pairs[0] != NULL; pairs += 2)
		if (strcasecmp((const char *) pairs[0], name) == 0 && pairs[1] != NULL)
			return (const char *) pairs[1];
	return "";
}

static void
on_open(void *user, const xmlChar *element, const xmlChar **pairs)
{
	struct reader *r = user;
	const char *name = (const char *) element;

	if (strcmp(name, "title") == 0 && r->title.n == 0)
		r->into = &r->title;
	else if (strcmp(name, "h1") == 0 && r->h1.n == 0)
		r->into = &r->h1;
	else if (strcmp(name, "time") == 0 && *r->time == '\0')
		r->time = arena_strdup(r->title.mem, attribute(pairs, "datetime"));
	else if (strcmp(name, "meta") == 0 && *r->meta == '\0' &&
		(strcasecmp(attribute(pairs, "name"), "date") == 0 ||
			strcasecmp(attribute(pairs, "property"), "article:published_time") == 0 ||
			strcasecmp(attribute(pairs, "name"), "article:published_time") == 0))
		r->meta = arena_strdup(r->title.mem, attribute(pairs, "content"));
}

static void
on_text(void *user, const xmlChar *s, int n)
{
	struct reader *r = user;

	if (r->into != NULL && n > 0 && r->into->n < WORDS_MAX)
		buffer_add(r->into, (const char *) s, (size_t) n);
}

static void
on_close(void *user, const xmlChar *element)
{
	struct reader *r = user;

	if (strcmp((const char *) element, "title") == 0 ||
		strcmp((const char *) element, "h1") == 0)
		r->into = NULL;
}

/* What that page (UTF-8) says of itself. */
struct html_head
html_head(struct arena *a, const char *html)
{
	struct reader r = { .title = { a }, .h1 = { a }, .meta = "", .time = "" };
	htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(html, (int) strnlen(html, HTML_MAX));
	const char *titre;

	if (parser == NULL)
		return (struct html_head) { "", "" };
	*parser->sax = (htmlSAXHandler) { .startElement = on_open,
		.endElement = on_close,
		.characters = on_text,
		.cdataBlock = on_text,
		.ignorableWhitespace = on_text };
	parser->userData = &r;
	htmlCtxtUseOptions(parser,
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			HTML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(parser);
	if (parser->myDoc != NULL)
		xmlFreeDoc(parser->myDoc);
	htmlFreeParserCtxt(parser);
	titre = text_line(a, buffer_text(&r.title));
	return (struct html_head) {
		*titre != '\0' ? titre : text_line(a, buffer_text(&r.h1)),
		text_clean(a, *r.meta != '\0' ? r.meta : r.time),
	};
}
