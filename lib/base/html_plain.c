/* html_plain.c - words apart and lines where they are seen; addresses of links kept */

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/html_plain.h"
#include "base/html_read.h"
#include "base/text.h"

enum { QUOTES = 64, URL_MAX = 2000 };

struct reader {
	struct buffer out;
	int depth;          /* open elements */
	int hidden;         /* the depth of the element that hides what is in it; 0: none does */
	int pre;            /* the same of <pre> */
	int quotes[QUOTES]; /* depths of open quotations */
	int n_quotes;
	int numbers[QUOTES]; /* of open lists: the last number; -1: none are shown */
	int n_lists;
	int link; /* the depth of the open link; 0: none */
	const char *href;
	size_t words; /* where its words begin */
	size_t mark;  /* where the mark of an item ended */
	int lines;    /* ends of line that are due before the next word */
	bool space;   /* a space is due */
	bool fresh;   /* nothing is on this line yet */
};

static bool
one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

/* Lines end before the next word, N of them at least (2: a blank line). */
static void
lines(struct reader *r, int n)
{
	if (r->mark > 0 && r->out.n == r->mark)
		return; /* a paragraph that an item begins with */
	r->space = false;
	if (r->out.n > 0 && r->lines < n)
		r->lines = n;
}

static void
line_end(struct reader *r)
{
	buffer_char(&r->out, '\n');
	for (int i = 0; i < r->n_quotes; i++)
		buffer_char(&r->out, '>');
	if (r->n_quotes > 0)
		buffer_char(&r->out, ' ');
}

/* "-- ", which begins a signature, keeps its space. */
static void
keep_mark(struct reader *r)
{
	if (r->space && r->lines == 0 && r->out.n >= 2 &&
		memcmp(r->out.s + r->out.n - 2, "--", 2) == 0 &&
		(r->out.n == 2 || r->out.s[r->out.n - 3] == '\n'))
		buffer_char(&r->out, ' ');
}

/* What is due before a word. */
static void
before(struct reader *r)
{
	if (r->out.n == 0)
		for (int i = 0; i < r->n_quotes; i++)
			buffer_puts(&r->out, i + 1 < r->n_quotes ? ">" : "> ");
	for (; r->lines > 0; r->lines--) {
		line_end(r);
		r->fresh = true;
	}
	if (r->space && !r->fresh)
		buffer_char(&r->out, ' ');
	r->space = r->fresh = false;
}

static void
put(struct reader *r, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\n' && s[i] != '\r') {
			before(r);
			buffer_char(&r->out, s[i]);
		} else if (r->pre > 0 && s[i] == '\n') {
			r->lines++;
		} else if (r->pre > 0 && s[i] != '\r') {
			before(r);
			buffer_char(&r->out, ' ');
		} else {
			r->space = r->out.n > 0 && !r->fresh && r->lines == 0;
		}
}

static void
on_text(void *user, const xmlChar *s, int n)
{
	struct reader *r = user;

	if (r->hidden == 0 && n > 0)
		put(r, (const char *) s, (size_t) n);
}

static bool
is_hidden(const char *name, const xmlChar **pairs)
{
	static const char *const never[] = { "head", "style", "script", "title", "template",
		"noscript", "object", "svg", NULL };
	static const char *const signs[] = { "gmail_signature", "moz-signature",
		"protonmail_signature_block", "ms-outlook-mobile-signature", NULL };
	const char *class = html_attribute(pairs, "class"), *style = html_attribute(pairs, "style");

	for (int i = 0; signs[i] != NULL; i++)
		if (strstr(class, signs[i]) != NULL ||
			strcmp(html_attribute(pairs, "id"), signs[i]) == 0)
			return strstr(class, "gmail_signature_prefix") == NULL;
	return one_of(name, never) || strcasestr(style, "display:none") != NULL ||
		strcasestr(style, "display: none") != NULL;
}

/* Programs indent one's own words by the same element. */
static bool
is_quote(const char *name, const xmlChar **pairs)
{
	const char *style = html_attribute(pairs, "style");

	return strcmp(name, "blockquote") == 0 &&
		(*html_attribute(pairs, "type") != '\0' ||
			*html_attribute(pairs, "class") != '\0' ||
			*html_attribute(pairs, "cite") != '\0' ||
			(strcasestr(style, "border:none") == NULL &&
				strcasestr(style, "border: none") == NULL));
}

/* Lines that the element begins and ends with. */
static int
lines_of(const char *name, const char *class)
{
	static const char *const blocks[] = { "div", "li", "tr", "table", "hr", "dt", "dd",
		"section", "article", "header", "footer", "address", "center", "form", "body",
		"caption", "fieldset", NULL };
	static const char *const apart[] = { "p", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5",
		"h6", "blockquote", "pre", NULL };

	if (one_of(name, apart))
		return strstr(class, "MsoNormal") != NULL ? 1 : 2;
	return one_of(name, blocks) ? 1 : 0;
}

/* Pictures: signs that stand for a letter (emoji), and those of the mail. */
static void
picture(struct reader *r, const xmlChar **pairs)
{
	const char *src = html_attribute(pairs, "src"), *alt = html_attribute(pairs, "alt");

	if (strncasecmp(src, "cid:", 4) == 0 && strlen(src) < URL_MAX && strchr(src, ']') == NULL)
		put(r, arena_printf(r->out.mem, "[%s]", src), strlen(src) + 2);
	else if (*alt != '\0' && (unsigned char) *alt >= 0xE2 && text_length(alt) <= 8)
		put(r, alt, strlen(alt));
}

static void
item(struct reader *r)
{
	int *number = r->n_lists > 0 ? &r->numbers[r->n_lists - 1] : NULL;
	const char *mark =
		number != NULL && *number >= 0 ? arena_printf(r->out.mem, "%d.", ++*number) : "-";

	put(r, mark, strlen(mark));
	r->mark = r->out.n;
	r->space = true;
}

static void
open_kind(struct reader *r, const char *name, const xmlChar **pairs)
{
	const char *href = html_attribute(pairs, "href");

	if (is_quote(name, pairs) && r->n_quotes < QUOTES) {
		r->quotes[r->n_quotes++] = r->depth;
	} else if ((strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0) && r->n_lists < QUOTES) {
		r->numbers[r->n_lists++] = *name == 'o' ? 0 : -1;
	} else if (strcmp(name, "li") == 0) {
		item(r);
	} else if (strcmp(name, "img") == 0) {
		picture(r, pairs);
	} else if (strcmp(name, "pre") == 0 && r->pre == 0) {
		r->pre = r->depth;
	} else if (strcmp(name, "a") == 0 && r->link == 0 && strlen(href) < URL_MAX) {
		r->link = r->depth;
		r->href = arena_strdup(r->out.mem, href);
		r->words = r->out.n;
	} else if (strcmp(name, "td") == 0 || strcmp(name, "th") == 0) {
		r->space = r->out.n > 0;
	}
}

static void
on_open(void *user, const xmlChar *element, const xmlChar **pairs)
{
	struct reader *r = user;
	const char *name = (const char *) element;
	int n = lines_of(name, html_attribute(pairs, "class"));

	r->depth++;
	if (r->hidden != 0)
		return;
	if (is_hidden(name, pairs)) {
		r->hidden = r->depth;
		return;
	}
	if (strcmp(name, "br") == 0) {
		keep_mark(r);
		r->lines += r->out.n > 0;
		r->space = false;
	}
	if (n > 0)
		lines(r, r->n_lists > 0 ? 1 : n);
	open_kind(r, name, pairs);
}

/* Does a link whose address is HREF read as that already? */
static bool
reads_so(const char *words, const char *href)
{
	const char *bare = strstr(href, "://");
	size_t n = strlen(words);

	words += strspn(words, " \n>");
	n = strlen(words);
	if (strcasecmp(words, href) == 0 || n == 0)
		return true;
	bare = bare != NULL ? bare + 3 : href;
	return strncasecmp(bare, words, n) == 0 && (bare[n] == '\0' || strcmp(bare + n, "/") == 0);
}

static void
link_end(struct reader *r)
{
	const char *href = r->href + strspn(r->href, " \t\r\n");
	bool mail = strncasecmp(href, "mailto:", 7) == 0;
	const char *shown = mail ?
		arena_printf(r->out.mem, "%.*s", (int) strcspn(href + 7, "?"), href + 7) :
		href;

	if ((!mail && strncasecmp(href, "http://", 7) != 0 &&
		    strncasecmp(href, "https://", 8) != 0) ||
		strpbrk(href, " \t\r\n<>") != NULL ||
		reads_so(buffer_text(&r->out) + r->words, shown))
		return;
	r->space = true;
	put(r, "(", 1);
	put(r, shown, strlen(shown));
	put(r, ")", 1);
}

static void
on_close(void *user, const xmlChar *element)
{
	struct reader *r = user;
	const char *name = (const char *) element;
	int n = lines_of(name, "MsoNormal");

	if (r->hidden == r->depth)
		r->hidden = 0;
	else if (r->hidden == 0) {
		if (r->link == r->depth) {
			link_end(r);
			r->link = 0;
		}
		if ((strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0) && r->n_lists > 0)
			r->n_lists--;
		if (n > 0)
			lines(r, n);
		if (r->n_quotes > 0 && r->quotes[r->n_quotes - 1] == r->depth) {
			r->n_quotes--;
			lines(r, 1);
		}
		if (r->pre == r->depth)
			r->pre = 0;
	}
	if (r->depth > 0)
		r->depth--;
}

/* The words of HTML (UTF-8). */
char *
html_plain(struct arena *a, const char *html)
{
	struct reader r = { .out = { a }, .fresh = true };

	html_read(html,
		(htmlSAXHandler) { .startElement = on_open,
			.endElement = on_close,
			.characters = on_text,
			.ignorableWhitespace = on_text },
		&r);
	return text_clean(a, buffer_text(&r.out));
}
