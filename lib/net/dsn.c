/* dsn.c - GMime's view of what came back, and what is in it that decides */

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <gmime/gmime.h>

#include "base/buffer.h"
#include "base/text.h"
#include "net/dsn.h"

enum { MOST = 1 << 20, BODY = 1 << 16, DEPTH = 8, SAID = 490 };

/* What is gathered on the way through the parts. */
struct came {
	struct arena *mem;
	struct buffer report; /* of message/delivery-status */
	struct buffer body;   /* of texts outside the mail that is sent back */
	bool reported, complaint;
	int depth;
};

static void
add_content(GMimePart *part, struct buffer *into)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GMimeStream *mem = g_mime_stream_mem_new();
	GByteArray *bytes;

	if (content != NULL && into->n < BODY) {
		g_mime_data_wrapper_write_to_stream(content, mem);
		bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(mem));
		for (guint i = 0; i < bytes->len && into->n < BODY; i++)
			if (bytes->data[i] != '\r' && bytes->data[i] != '\0')
				buffer_char(into, (char) bytes->data[i]);
		buffer_char(into, '\n');
	}
	g_object_unref(mem);
}

static void
walk(struct came *c, GMimeObject *o)
{
	GMimeContentType *type = o != NULL ? g_mime_object_get_content_type(o) : NULL;

	if (type == NULL || ++c->depth > DEPTH)
		return;
	if (GMIME_IS_MULTIPART(o)) {
		int n = g_mime_multipart_get_count(GMIME_MULTIPART(o));

		for (int i = 0; i < n && i < 20; i++)
			walk(c, g_mime_multipart_get_part(GMIME_MULTIPART(o), i));
	} else if (GMIME_IS_PART(o)) {
		if (g_mime_content_type_is_type(type, "message", "delivery-status") ||
			g_mime_content_type_is_type(type, "message", "global-delivery-status")) {
			c->reported = true;
			add_content(GMIME_PART(o), &c->report);
		} else if (g_mime_content_type_is_type(type, "message", "feedback-report"))
			c->complaint = true;
		else if (g_mime_content_type_is_type(type, "text", "plain") ||
			g_mime_content_type_is_type(type, "text", "html"))
			add_content(GMIME_PART(o), &c->body);
	}
	c->depth--;
}

/* The value of field NAME in the lines of a report, folded lines joined; the first, "" if none. */
static char *
field(struct arena *a, const char *text, const char *name)
{
	struct buffer out = { a };
	size_t n = strlen(name);

	for (const char *s = text; *s != '\0'; s += strcspn(s, "\n"), s += *s == '\n') {
		if (strncasecmp(s, name, n) != 0 || s[n] != ':')
			continue;
		for (s += n + 1; *s != '\0' && out.n < SAID * 2; s++)
			if (*s != '\n')
				buffer_char(&out, *s);
			else if (s[1] == ' ' || s[1] == '\t')
				buffer_char(&out, ' ');
			else
				break;
		break;
	}
	return text_trim(a, buffer_text(&out));
}

/* "5.1.1" where S begins with one; "". */
static char *
status_at(struct arena *a, const char *s)
{
	size_t n = strspn(s, "0123456789.");
	bool is = n >= 5 && n <= 9 && (*s == '2' || *s == '4' || *s == '5') && s[1] == '.' &&
		isdigit((unsigned char) s[2]) && strchr(s + 2, '.') != NULL &&
		strchr(s + 2, '.') < s + n - 1 && !isalnum((unsigned char) s[n]);

	return arena_printf(a, "%.*s", is ? (int) n : 0, s);
}

/* The first enhanced status in TEXT that is not "5.0.0", which says nothing; "". */
static char *
status_in(struct arena *a, const char *text)
{
	for (const char *s = text; *s != '\0'; s++)
		if ((s == text || !(isalnum((unsigned char) s[-1]) || s[-1] == '.')) &&
			(*s == '4' || *s == '5')) {
			char *found = status_at(a, s);

			if (*found != '\0' && strcmp(found + 1, ".0.0") != 0)
				return found;
		}
	return arena_strdup(a, "");
}

/* Where an answer of a server begins in TEXT ("550 ", "550-5.1.1"): the last thing that was said
 * before what is sent back; TEXT if there is none. */
static const char *
answer_in(const char *text)
{
	for (const char *s = text; *s != '\0'; s++)
		if ((s == text || !isalnum((unsigned char) s[-1])) && (*s == '4' || *s == '5') &&
			s[1] >= '0' && s[1] <= '5' && isdigit((unsigned char) s[2]) &&
			(s[3] == ' ' || s[3] == '-' || s[3] == ':') &&
			!(s > text + 1 && s[-1] == '.'))
			return s;
	return text;
}

/* Text before the mail that is sent back, where no part tells them apart. */
static char *
own_words(struct arena *a, const char *text)
{
	static const char *const ends[] = { "--- Below this line is a copy", "This is a copy of",
		"Original message", "----- Original", "--- The header of the original",
		"Return-Path:", "Message d'origine", "Received: ", "Reporting-MTA:", NULL };
	size_t n = strlen(text);

	for (int i = 0; ends[i] != NULL; i++) {
		const char *end = strstr(text, ends[i]);

		if (end != NULL && (size_t) (end - text) < n && end > text)
			n = (size_t) (end - text);
	}
	return arena_printf(a, "%.*s", (int) n, text);
}

/* TEXT on one line that a column holds, what is no UTF-8 replaced. */
static char *
one_line(struct arena *a, const char *text)
{
	struct buffer out = { a };

	for (text = text_clean(a, text); *text != '\0'; text++) {
		bool blank = strchr(" \t\n", *text) != NULL;

		if (!blank || (out.n > 0 && out.s[out.n - 1] != ' '))
			buffer_char(&out, blank ? ' ' : *text);
	}
	return text_cut(a, text_trim(a, buffer_text(&out)), SAID);
}

/* A report that says what it is, field by field. */
static void
by_fields(struct came *c, struct dsn_report *d)
{
	const char *report = buffer_text(&c->report), *action = field(c->mem, report, "Action");
	const char *said = field(c->mem, report, "Diagnostic-Code"), *semi = strchr(said, ';');
	const char *body = own_words(c->mem, buffer_text(&c->body)), *own;

	said = semi != NULL && semi - said < 20 ? semi + 1 : said;
	said += strspn(said, " ");
	d->status = status_at(c->mem, field(c->mem, report, "Status"));
	own = status_in(c->mem, said);
	if (*own != '\0' && (*d->status == '\0' || strcmp(d->status + 1, ".0.0") == 0))
		d->status = own;
	if (*said == '\0')
		said = answer_in(body);
	d->words = one_line(c->mem, said);
	if (strncasecmp(action, "delayed", 7) == 0)
		d->what = DSN_DELAYED;
	else if (strncasecmp(action, "failed", 6) == 0)
		d->what = *d->status == '4' ?
			DSN_SOFT :
			dsn_words(strcmp(d->status + (*d->status != '\0'), ".0.0") == 0 ? "" :
											  d->status,
				d->words);
}

/* A mail of a server in words alone. */
static void
by_words(struct came *c, struct dsn_report *d)
{
	const char *body = own_words(c->mem, buffer_text(&c->body)), *said = answer_in(body);

	d->status = status_in(c->mem, said != body ? said : body);
	d->words = one_line(c->mem, said);
	d->what = strcasestr(body, "will be retried") != NULL ||
			strcasestr(body, "has not yet been delivered") != NULL ||
			strcasestr(body, "delayed") != NULL ?
		DSN_DELAYED :
		*d->status == '4' ? DSN_SOFT :
				    dsn_words(d->status, d->words);
}

static bool
header_has(GMimeMessage *m, const char *name, const char *word)
{
	const char *value = g_mime_object_get_header(GMIME_OBJECT(m), name);

	return value != NULL && strcasestr(value, word) != NULL;
}

/* Was it written by a server about a mail that it could not deliver, if no part of it says so? */
static bool
by_server(GMimeMessage *m)
{
	static const char *const subjects[] = { "undeliver", "delivery", "failure notice",
		"returned mail", "non remis", "non distribu", "remise", "mail failed", "bounce",
		NULL };
	bool server = header_has(m, "From", "mailer-daemon") ||
		header_has(m, "From", "postmaster") || header_has(m, "From", "mail delivery") ||
		header_has(m, "Return-Path", "<>") || header_has(m, "X-Failed-Recipients", "@");
	const char *subject = g_mime_message_get_subject(m);

	if (header_has(m, "X-Failed-Recipients", "@"))
		return true;
	if (header_has(m, "X-Autoreply", "") || header_has(m, "X-Auto-Response-Suppress", "All"))
		return server && subject != NULL && strcasestr(subject, "undeliver") != NULL;
	for (int i = 0; subject != NULL && server && subjects[i] != NULL; i++)
		if (strcasestr(subject, subjects[i]) != NULL)
			return true;
	return false;
}

static GMimeMessage *
parsed(const char *bytes, size_t n)
{
	GMimeStream *stream;
	GMimeParser *parser;
	GMimeMessage *m;

	g_mime_init();
	stream = g_mime_stream_mem_new_with_buffer(bytes, n < MOST ? n : MOST);
	parser = g_mime_parser_new_with_stream(stream);
	m = g_mime_parser_construct_message(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	return m;
}

/* What the N bytes of a mail report of another one: D. */
void
dsn_read(struct arena *a, const char *bytes, size_t n, struct dsn_report *d)
{
	struct came c = { .mem = a, .report = { a }, .body = { a } };
	GMimeMessage *m;

	*d = (struct dsn_report) { DSN_NONE, "", "" };
	if (n == 0 || (m = parsed(bytes, n)) == NULL)
		return;
	walk(&c, g_mime_message_get_mime_part(m));
	if (c.complaint)
		d->what = DSN_COMPLAINT;
	else if (c.reported)
		by_fields(&c, d);
	else if (by_server(m))
		by_words(&c, d);
	g_object_unref(m);
}
