/* courriel.c - any name, subject, address and text as a mail: no header of theirs, short lines
 * links: lib/net/mail_write.c lib/base/clock.c lib/base/text.c lib/base/buffer.c
 * libs: -lutf8proc -lsodium -I/usr/include/gmime-3.0 -I/usr/include/glib-2.0
 * -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -lgmime-3.0 -lgio-2.0 -lgobject-2.0 -lglib-2.0 */

#include "net/mail_write.h"
#include "promise.h"

/* What comes behind the next NUL. */
static const char *
next(const char **at, const char *end)
{
	const char *s = *at;

	*at = s + strlen(s) < end ? s + strlen(s) + 1 : s + strlen(s);
	return s;
}

static void
promise_head(const char *line, size_t n)
{
	static const char *const names[] = { " ", "\t",
		"Date:", "From:", "To:", "Subject:", "Message-Id:", "Auto-Submitted:",
		"Content-Language:", "Reply-To:", "List-Unsubscribe:", "List-Unsubscribe-Post:",
		"MIME-Version:", "Content-Type:", NULL };
	int i = 0;

	while (names[i] != NULL && strncmp(line, names[i], strlen(names[i])) != 0)
		i++;
	promise(names[i] != NULL && n > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	const char *at = as_text(&mem, data, size), *end = at + size;
	struct mail m = { .to = "a@b.c", .id = "essaim.1@b.c", .date = (time_t) size };
	bool in_head = true;
	char *text;

	m.from = arena_printf(&mem, "%s <a@b.c>", next(&at, end));
	m.subject = next(&at, end);
	m.text = next(&at, end);
	m.html = next(&at, end);
	m.reply = next(&at, end);
	m.unsubscribe = "https://b.c/courriel/205a6f707e79a08e9c287b0858a2cef4";
	text = mail_text(&mem, &m);
	promise(strcmp(text, mail_text(&mem, &m)) == 0);
	for (const char *s = text, *stop; (stop = strchr(s, '\n')) != NULL; s = stop + 1) {
		promise(stop > s && stop[-1] == '\r' && stop - s < 500);
		in_head = in_head && stop - s > 1;
		if (in_head)
			promise_head(s, (size_t) (stop - s));
		else if (stop - s >
			1) /* 76, and GMime's =20 of a space at the end of a full line */
			promise(stop - s <= 79);
	}
	arena_reset(&mem);
	return 0;
}
