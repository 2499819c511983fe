/* mail_write.c - a mail in text and HTML, by GMime, as bytes that any server takes
 *
 * Nothing that comes from people adds a header or a recipient: addresses are checked, other values
 * of headers are one line before GMime sees them.  Two things are not left to it: its encoded words
 * grow over the 75 characters of RFC 2047 where no space stands, and it encodes addresses of pages.
 */

#include <string.h>

#include <gmime/gmime.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "net/mail_write.h"

enum { WORD = 39 }; /* bytes: 52 of base64, a line of 75 with the name of the header */

/* Where a part that is coded already goes: no header and no text that GMime codes has it. */
#define HERE "\001"

/* Can that be one recipient?  One '@', no space, control, quote, bracket or list. */
bool
mail_address_ok(const char *s)
{
	const char *at = strrchr(s, '@');

	if (at == NULL || at == s || at[1] == '\0' || strchr(s, '@') != at || strlen(s) > 254 ||
		!text_is_utf8(s, strlen(s)))
		return false;
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char) *p <= ' ' || *p == 127 || strchr("<>()[],;:\\\"", *p) != NULL)
			return false;
	return true;
}

/* The address in "Name <address>". */
const char *
mail_address(struct arena *mem, const char *from)
{
	const char *open = strrchr(from, '<'), *close = open != NULL ? strchr(open, '>') : NULL;

	if (close == NULL)
		return from;
	return arena_printf(mem, "%.*s", (int) (close - open - 1), open + 1);
}

/* TEXT without controls: whatever ends a line becomes a space. */
static char *
one_line(struct arena *mem, const char *text)
{
	char *line = arena_strdup(mem, text_clean(mem, text));

	for (char *c = line; *c != '\0'; c++)
		if ((unsigned char) *c < ' ')
			*c = ' ';
	return line;
}

/* ASCII that GMime can fold: not the look of an encoded word, no word that is longer than a
 * line. */
static bool
is_plain(const char *s)
{
	size_t word = 0;

	if (strstr(s, "=?") != NULL)
		return false;
	for (; *s != '\0' && (unsigned char) *s < 127 && word < 60; s++)
		word = *s == ' ' ? 0 : word + 1;
	return *s == '\0';
}

/* Text of a header: as it is when it is plain, else encoded words of whole characters. */
static const char *
words(struct arena *mem, const char *text)
{
	struct buffer out = { mem };

	text = one_line(mem, text);
	if (is_plain(text))
		return text;
	while (*text != '\0') {
		const char *from = text;
		gchar *word;

		while (*text != '\0' && text - from <= WORD - 4)
			text_next(&text);
		word = g_base64_encode((const guchar *) from, (gsize) (text - from));
		buffer_puts(&out, arena_printf(mem, "=?utf-8?B?%s?= ", word));
		g_free(word);
	}
	return text_trim(mem, buffer_text(&out));
}

static void
from(struct arena *mem, GMimeMessage *m, const char *value)
{
	const char *open = strrchr(value, '<');
	char *name = arena_printf(mem, "%.*s", open != NULL ? (int) (open - value) : 0, value);

	name = text_trim(mem, name);
	if (*name == '"')
		g_mime_utils_unquote_string(name);
	g_mime_message_add_mailbox(m, GMIME_ADDRESS_TYPE_FROM, words(mem, name),
		one_line(mem, mail_address(mem, value)));
}

/* Where to leave, by one click (RFC 8058): an address in one piece, however long. */
static void
unsubscribe(struct arena *mem, GMimeObject *m, const struct mail *mail)
{
	const char *url = mail->unsubscribe, *by_mail = mail->unsubscribe_mail;
	static const char name[] = "List-Unsubscribe";

	g_mime_object_append_header(m, name, "", NULL);
	g_mime_header_set_raw_value(
		g_mime_header_list_get_header(g_mime_object_get_header_list(m), name),
		arena_printf(mem, " <%s>%s%s%s\n", one_line(mem, url),
			by_mail != NULL ? ",\n <mailto:" : "", by_mail != NULL ? by_mail : "",
			by_mail != NULL ? ">" : ""));
	g_mime_object_append_header(m, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click", NULL);
}

/* That a machine wrote it; or that it is a letter to many, which no program answers for the
 * absent. */
static void
kind(GMimeObject *m, const struct mail *mail)
{
	if (mail->list == NULL) {
		g_mime_object_append_header(m, "Auto-Submitted", "auto-generated", NULL);
		return;
	}
	g_mime_object_append_header(m, "List-Id", mail->list, NULL);
	g_mime_object_append_header(m, "Feedback-ID", mail->feedback, NULL);
	g_mime_object_append_header(m, "Precedence", "bulk", NULL);
	g_mime_object_append_header(m, "X-Auto-Response-Suppress", "OOF, AutoReply", NULL);
}

static void
head(struct arena *mem, GMimeMessage *m, const struct mail *mail)
{
	GDateTime *date = g_date_time_new_from_unix_utc(mail->date);

	g_mime_message_set_date(m, date);
	g_date_time_unref(date);
	from(mem, m, mail->from);
	g_mime_message_add_mailbox(m, GMIME_ADDRESS_TYPE_TO, NULL, one_line(mem, mail->to));
	g_mime_message_set_subject(m, words(mem, mail->subject), NULL);
	g_mime_message_set_message_id(m, one_line(mem, mail->id));
	kind(GMIME_OBJECT(m), mail);
	g_mime_object_append_header(GMIME_OBJECT(m), "Content-Language", "fr", NULL);
	if (mail->reply != NULL && mail_address_ok(mail->reply))
		g_mime_message_add_mailbox(m, GMIME_ADDRESS_TYPE_REPLY_TO, NULL, mail->reply);
	if (mail->unsubscribe != NULL)
		unsubscribe(mem, GMIME_OBJECT(m), mail);
}

/* TEXT with the ends of line that GMime reads: it writes those of mails itself. */
static GMimeStream *
read_lines(const char *text)
{
	GMimeStream *bytes = g_mime_stream_mem_new();

	for (size_t n; *text != '\0'; text += n + (text[n] == '\r')) {
		n = strcspn(text, "\r");
		g_mime_stream_write(bytes, text, n);
	}
	g_mime_stream_reset(bytes);
	return bytes;
}

static void
part(GMimeMultipart *whole, const char *subtype, const char *text, const char *method, bool coded)
{
	GMimePart *part = g_mime_part_new_with_type("text", subtype);
	GMimeStream *bytes = read_lines(coded ? HERE : text);
	GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(bytes,
		coded ? GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE : GMIME_CONTENT_ENCODING_DEFAULT);

	g_mime_part_set_content(part, content);
	g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
	if (method != NULL)
		g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "method", method);
	g_mime_multipart_add(whole, GMIME_OBJECT(part));
	g_object_unref(content);
	g_object_unref(bytes);
	g_object_unref(part);
}

/* TEXT as it stands in a mail (quoted-printable, lines ended by CR LF), in pieces: those of "ab"
 * are those of "a", then those of "b".  What ends within a line ends by a break that is none. */
const char *
mail_code(struct arena *mem, const char *text)
{
	GMimeStream *lines, *out, *through;
	GMimeFilter *code, *crlf;
	GByteArray *bytes;
	struct buffer coded = { mem };

	g_mime_init();
	lines = read_lines(text);
	out = g_mime_stream_mem_new();
	through = g_mime_stream_filter_new(out);
	code = g_mime_filter_basic_new(GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, true);
	crlf = g_mime_filter_unix2dos_new(false);
	g_mime_stream_filter_add(GMIME_STREAM_FILTER(through), code);
	g_mime_stream_filter_add(GMIME_STREAM_FILTER(through), crlf);
	g_mime_stream_write_to_stream(lines, through);
	g_mime_stream_flush(through);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out));
	buffer_add(&coded, (const char *) bytes->data, bytes->len);
	if (bytes->len > 0 && bytes->data[bytes->len - 1] != '\n')
		buffer_puts(&coded, "=\r\n");
	g_object_unref(code);
	g_object_unref(crlf);
	g_object_unref(through);
	g_object_unref(out);
	g_object_unref(lines);
	return buffer_text(&coded);
}

/* The whole as GMime wrote it, with the parts that were coded before in their places. */
static char *
with_parts(struct arena *mem, char *whole, const struct mail *mail)
{
	const char *parts[] = { mail->text, mail->html };
	struct buffer out = { mem };
	char *at;

	for (unsigned i = 0; i < 2 && (at = strchr(whole, *HERE)) != NULL; i++) {
		buffer_add(&out, whole, (size_t) (at - whole));
		buffer_puts(&out, parts[i]);
		whole = at + 1;
	}
	buffer_puts(&out, whole);
	return buffer_text(&out);
}

/* The whole mail, lines ended by CR LF. */
char *
mail_text(struct arena *mem, const struct mail *mail)
{
	GMimeFormatOptions *format;
	GMimeMultipart *whole;
	GMimeMessage *m;
	char *text;

	g_mime_init();
	m = g_mime_message_new(true);
	head(mem, m, mail);
	whole = g_mime_multipart_new_with_subtype("alternative");
	g_mime_multipart_set_boundary(whole,
		arena_printf(mem, "essaim-%.32s", sha256_hex(mem, mail->id, strlen(mail->id))));
	part(whole, "plain", mail->text, NULL, mail->coded);
	part(whole, "html", mail->html, NULL, mail->coded);
	if (mail->calendar != NULL)
		part(whole, "calendar", mail->calendar, mail->method, false);
	g_mime_message_set_mime_part(m, GMIME_OBJECT(whole));
	format = g_mime_format_options_new();
	g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
	text = g_mime_object_to_string(GMIME_OBJECT(m), format);
	g_mime_format_options_free(format);
	g_object_unref(whole);
	g_object_unref(m);
	text = arena_own(mem, text, g_free);
	return mail->coded ? with_parts(mem, text, mail) : text;
}
