/* html_head.c - the first title, the first date */

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/html_head.h"
#include "base/html_read.h"
#include "base/text.h"

enum { WORDS_MAX = 2000 };

struct reader {
	struct buffer title, h1;
	struct buffer *into; /* of the two, the one that is open; NULL: none is */
	const char *meta, *time;
};

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
		r->time = arena_strdup(r->title.mem, html_attribute(pairs, "datetime"));
	else if (strcmp(name, "meta") == 0 && *r->meta == '\0' &&
		(strcasecmp(html_attribute(pairs, "name"), "date") == 0 ||
			strcasecmp(html_attribute(pairs, "property"), "article:published_time") ==
				0 ||
			strcasecmp(html_attribute(pairs, "name"), "article:published_time") == 0))
		r->meta = arena_strdup(r->title.mem, html_attribute(pairs, "content"));
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
	const char *titre;

	html_read(html,
		(htmlSAXHandler) { .startElement = on_open,
			.endElement = on_close,
			.characters = on_text,
			.cdataBlock = on_text,
			.ignorableWhitespace = on_text },
		&r);
	titre = text_line(a, buffer_text(&r.title));
	return (struct html_head) {
		*titre != '\0' ? titre : text_line(a, buffer_text(&r.h1)),
		text_clean(a, *r.meta != '\0' ? r.meta : r.time),
	};
}
