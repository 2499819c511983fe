/* entrant.c - GMime's view of a mail, copied and bounded */

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <gmime/gmime.h>

#include "base/citation.h"
#include "base/redact.h"
#include "base/text.h"
#include "net/entrant.h"

enum { PARTS = 100, TEXT_MAX = 200000, JOINT_MAX = 25 << 20 };

/* What stands where an address of ours was that opened something. */
#define RETIRE "(lien retiré)"

struct walk {
	struct arena *mem;
	struct entrant *mail;
	const char *plain, *html;
	int parts;
};

static char *
lower(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s);

	for (char *o = out; *o != '\0'; o++)
		*o = (char) tolower((unsigned char) *o);
	return out;
}

static void
addresses(struct walk *w, InternetAddressList *list, bool from)
{
	int n = list != NULL ? internet_address_list_length(list) : 0;

	for (int i = 0; i < n; i++) {
		InternetAddress *one = internet_address_list_get_address(list, i);
		const char *s = INTERNET_ADDRESS_IS_MAILBOX(one) ?
			internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)) :
			NULL;

		if (s == NULL || strlen(s) > 320)
			continue;
		if (from && n == 1)
			w->mail->from = lower(w->mem, text_clean(w->mem, s));
		else if (!from && w->mail->n_to < ENTRANT_TO)
			w->mail->to[w->mail->n_to++] = lower(w->mem, text_clean(w->mem, s));
	}
}

static void
more_addresses(struct walk *w, GMimeObject *m, const char *header)
{
	const char *value = g_mime_object_get_header(m, header);
	InternetAddressList *list = value != NULL ? internet_address_list_parse(NULL, value) : NULL;

	if (list == NULL)
		return;
	addresses(w, list, false);
	g_object_unref(list);
}

static bool
header_is(GMimeObject *m, const char *name, const char *word)
{
	const char *value = g_mime_object_get_header(m, name);

	return value != NULL && strcasestr(value, word) != NULL;
}

/* Machines write too: absences, reports of delivery, lists. */
static bool
is_automatic(GMimeObject *m)
{
	const char *submitted = g_mime_object_get_header(m, "Auto-Submitted");
	const char *path = g_mime_object_get_header(m, "Return-Path");

	return (submitted != NULL && strncasecmp(submitted, "no", 2) != 0) ||
		(path != NULL && strcmp(path, "<>") == 0) || header_is(m, "Precedence", "bulk") ||
		header_is(m, "Precedence", "junk") || header_is(m, "Precedence", "list") ||
		header_is(m, "Precedence", "auto_reply") ||
		g_mime_object_get_header(m, "List-Id") != NULL ||
		g_mime_object_get_header(m, "X-Autoreply") != NULL ||
		g_mime_object_get_header(m, "X-Autorespond") != NULL ||
		header_is(m, "X-Auto-Response-Suppress", "All") ||
		header_is(m, "Content-Type", "multipart/report");
}

static void
take_text(struct walk *w, GMimeTextPart *part)
{
	GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
	bool html = g_mime_content_type_is_type(type, "text", "html");
	char *text = g_mime_text_part_get_text(part);
	const char **into = html ? &w->html : &w->plain;

	if (text == NULL)
		return;
	if (*into == NULL && (html || g_mime_content_type_is_type(type, "text", "plain")))
		*into = text_clean(w->mem, arena_printf(w->mem, "%.*s", TEXT_MAX, text));
	g_free(text);
}

static void
take_file(struct walk *w, GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	const char *name = g_mime_part_get_filename(part);
	GMimeStream *memory;
	GByteArray *bytes;
	char *copy;

	if (content == NULL || name == NULL || w->mail->n_joints >= ENTRANT_JOINTS)
		return;
	memory = g_mime_stream_mem_new();
	g_mime_data_wrapper_write_to_stream(content, memory);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
	if (bytes->len > 0 && bytes->len <= JOINT_MAX) {
		copy = arena_alloc(w->mem, bytes->len);
		memcpy(copy, bytes->data, bytes->len);
		for (const char *s = name; *s != '\0'; s++)
			if (*s == '/' || *s == '\\')
				name = s + 1;
		w->mail->joints[w->mail->n_joints++] = (struct joint) {
			redact(w->mem, text_clean(w->mem, arena_strdup(w->mem, name)), ""), copy,
			bytes->len
		};
	}
	g_object_unref(memory);
}

static void
each(GMimeObject *parent, GMimeObject *part, void *user)
{
	struct walk *w = user;

	(void) parent;
	if (++w->parts > PARTS || !GMIME_IS_PART(part))
		return;
	if (GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment(GMIME_PART(part)))
		take_text(w, GMIME_TEXT_PART(part));
	else
		take_file(w, GMIME_PART(part));
}

/* CR goes: lines end with LF alone. */
static char *
lines(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s), *o = out;

	for (; *s != '\0'; s++)
		if (*s != '\r')
			*o++ = *s;
	*o = '\0';
	return out;
}

/* Read the N bytes of a mail.  False: it is none, or it is too big. */
bool
entrant_read(struct arena *a, const char *bytes, size_t n, struct entrant *mail)
{
	struct walk w = { a, mail };
	static bool started;
	GMimeStream *stream;
	GMimeParser *parser;
	GMimeMessage *m;

	*mail = (struct entrant) { .from = "", .id = "", .texte = "" };
	if (n == 0 || n > ENTRANT_MAX)
		return false;
	if (!started)
		g_mime_init();
	started = true;
	stream = g_mime_stream_mem_new_with_buffer(bytes, n);
	parser = g_mime_parser_new_with_stream(stream);
	m = g_mime_parser_construct_message(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	if (m == NULL)
		return false;
	addresses(&w, g_mime_message_get_from(m), true);
	addresses(&w, g_mime_message_get_addresses(m, GMIME_ADDRESS_TYPE_TO), false);
	addresses(&w, g_mime_message_get_addresses(m, GMIME_ADDRESS_TYPE_CC), false);
	more_addresses(&w, GMIME_OBJECT(m), "Delivered-To");
	more_addresses(&w, GMIME_OBJECT(m), "X-Original-To");
	if (g_mime_message_get_message_id(m) != NULL)
		mail->id = text_clean(a, arena_strdup(a, g_mime_message_get_message_id(m)));
	mail->automatic = is_automatic(GMIME_OBJECT(m));
	g_mime_message_foreach(m, each, &w);
	if (w.plain == NULL && w.html != NULL)
		w.plain = citation_plain(a, w.html);
	if (w.plain != NULL)
		mail->texte = redact(a, citation_cut(a, lines(a, w.plain)), RETIRE);
	g_object_unref(m);
	return true;
}
