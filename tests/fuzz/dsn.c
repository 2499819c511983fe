/* dsn.c - any bytes as a report of delivery: one of the five answers, words that a column holds
 * links: lib/net/dsn.c lib/net/dsn_mots.c lib/base/text.c lib/base/buffer.c
 * libs: -lutf8proc -I/usr/include/gmime-3.0 -I/usr/include/glib-2.0
 * -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -lgmime-3.0 -lgio-2.0 -lgobject-2.0 -lglib-2.0 */

#include "base/text.h"
#include "net/dsn.h"
#include "promise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	struct dsn_report d;

	dsn_read(&mem, (const char *) data, size, &d);
	promise(d.what >= DSN_NONE && d.what <= DSN_COMPLAINT);
	promise(strlen(d.status) <= 9);
	promise(text_length(d.words) <= 491 && text_is_utf8(d.words, strlen(d.words)));
	dsn_words("", as_text(&mem, data, size));
	dsn_nobody(550, as_text(&mem, data, size));
	arena_reset(&mem);
	return 0;
}
