/* mail_write.c - a mail in text and HTML, as bytes that any server takes
 *
 * Nothing that comes from people is written as it is: addresses are checked, other header
 * values are encoded words (RFC 2047), bodies quoted-printable.  So no name, subject or
 * address can add a header or a recipient.
 */

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "net/mail_write.h"

enum { LINE = 76, WORD = 45 }; /* WORD bytes make 60 of base64: an encoded word stays under 75 */

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

static void
base64(struct buffer *out, const unsigned char *s, size_t n)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		unsigned v = (unsigned) s[i] << 16 | (i + 1 < n ? (unsigned) s[i + 1] << 8 : 0) |
			(i + 2 < n ? s[i + 2] : 0);

		buffer_char(out, digits[v >> 18]);
		buffer_char(out, digits[v >> 12 & 63]);
		buffer_char(out, i + 1 < n ? digits[v >> 6 & 63] : '=');
		buffer_char(out, i + 2 < n ? digits[v & 63] : '=');
	}
}

static bool
is_plain(const char *s)
{
	for (const char *p = s; *p != '\0'; p++)
		if (*p < ' ' || *p > '~')
			return false;
	return strlen(s) < 60 && strstr(s, "=?") == NULL;
}

/* One encoded word of whole characters; controls become spaces.  What remains of TEXT. */
static const char *
word(struct buffer *out, const char *text)
{
	struct buffer bytes = { out->mem };

	while (*text != '\0' && bytes.n <= WORD - 4) {
		char c[4];
		int32_t code = text_next(&text);

		buffer_add(&bytes, c, text_put(code < ' ' || code == 127 ? ' ' : code, c));
	}
	buffer_puts(out, "=?utf-8?B?");
	base64(out, (const unsigned char *) bytes.s, bytes.n);
	buffer_puts(out, "?=");
	return text;
}

/* Text of a header: as it is when it is plain ASCII, else in encoded words. */
static void
words(struct buffer *out, const char *text)
{
	if (is_plain(text)) {
		buffer_puts(out, text);
		return;
	}
	while (*(text = word(out, text)) != '\0')
		buffer_puts(out, "\r\n ");
}

static void
from(struct buffer *out, const char *value)
{
	const char *open = strrchr(value, '<');
	size_t n = open != NULL ? (size_t) (open - value) : 0;
	const char *name;

	while (n > 0 && value[n - 1] == ' ')
		n--;
	name = arena_printf(out->mem, "%.*s", (int) n, value);
	buffer_puts(out, "From: ");
	if (*name != '\0') {
		if (is_plain(name) && strpbrk(name, "\"\\<>@,;:()[].") == NULL)
			buffer_puts(out, name);
		else
			while (*(name = word(out, name)) != '\0')
				buffer_puts(out, "\r\n ");
		buffer_char(out, ' ');
	}
	buffer_puts(out, arena_printf(out->mem, "<%s>\r\n", mail_address(out->mem, value)));
}

/* Quoted-printable (RFC 2045, 6.7): lines of at most 76, LF as CR LF. */
static void
quoted(struct buffer *out, const char *s)
{
	size_t column = 0;

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char) *s;
		bool ends = s[1] == '\n' || s[1] == '\0', plain;

		if (c == '\r')
			continue;
		if (c == '\n') {
			buffer_puts(out, "\r\n");
			column = 0;
			continue;
		}
		if (column + 3 >= LINE) {
			buffer_puts(out, "=\r\n");
			column = 0;
		}
		plain = (c > ' ' && c <= '~' && c != '=' && (c != '.' || column > 0)) ||
			(c == ' ' && !ends);
		if (plain)
			buffer_char(out, (char) c);
		else
			buffer_puts(out, arena_printf(out->mem, "=%02X", c));
		column += plain ? 1 : 3;
	}
	buffer_puts(out, "\r\n");
}

static void
part(struct buffer *out, const char *boundary, const char *type, const char *body)
{
	buffer_puts(out,
		arena_printf(out->mem,
			"--%s\r\nContent-Type: %s; charset=utf-8\r\n"
			"Content-Transfer-Encoding: quoted-printable\r\n\r\n",
			boundary, type));
	quoted(out, body);
}

static const char *
date(struct arena *mem, time_t t)
{
	static const char days[] = "SunMonTueWedThuFriSat",
			  months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct tm tm;

	gmtime_r(&t, &tm);
	return arena_printf(mem, "%.3s, %d %.3s %d %02d:%02d:%02d +0000", days + tm.tm_wday * 3,
		tm.tm_mday, months + tm.tm_mon * 3, tm.tm_year + 1900, tm.tm_hour, tm.tm_min,
		tm.tm_sec);
}

static void
head(struct buffer *out, const struct mail *m)
{
	buffer_puts(out, arena_printf(out->mem, "Date: %s\r\n", date(out->mem, m->date)));
	from(out, m->from);
	buffer_puts(out, arena_printf(out->mem, "To: <%s>\r\nSubject: ", m->to));
	words(out, m->subject);
	buffer_puts(out,
		arena_printf(out->mem,
			"\r\nMessage-ID: <%s>\r\nAuto-Submitted: auto-generated\r\n"
			"Content-Language: fr\r\n",
			m->id));
	if (m->reply != NULL && mail_address_ok(m->reply))
		buffer_puts(out, arena_printf(out->mem, "Reply-To: <%s>\r\n", m->reply));
	if (m->unsubscribe != NULL)
		buffer_puts(out,
			arena_printf(out->mem,
				"List-Unsubscribe: <%s>\r\n"
				"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
				m->unsubscribe));
}

/* The whole mail, lines ended by CR LF. */
char *
mail_text(struct arena *mem, const struct mail *m)
{
	struct buffer out = { mem };
	const char *boundary =
		arena_printf(mem, "essaim-%.32s", sha256_hex(mem, m->id, strlen(m->id)));

	head(&out, m);
	buffer_puts(&out,
		arena_printf(mem,
			"MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"%s\"\r\n\r\n",
			boundary));
	part(&out, boundary, "text/plain", m->text);
	part(&out, boundary, "text/html", m->html);
	buffer_puts(&out, arena_printf(mem, "--%s--\r\n", boundary));
	return buffer_text(&out);
}
