/* ical_reply.c - any bytes as what a calendar answers: what comes out is short, of one line, a day
 * links: lib/base/ical_reply.c lib/base/local.c lib/base/clock.c lib/base/conf.c lib/base/text.c
 * lib/base/buffer.c lib/base/date.c
 * libs: -lical -lutf8proc -lsodium */

#include "base/ical_reply.h"
#include "base/text.h"
#include "promise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	struct ical_reply a;

	if (ical_reply_read(&mem, (const char *) data, size, &a)) {
		promise(size <= ICAL_REPLY_MAX && *a.uid != '\0' && strlen(a.uid) <= size * 2);
		promise(*a.day == '\0' || strlen(a.day) == 10);
		promise(text_is_utf8(a.answer, strlen(a.answer)));
	}
	arena_reset(&mem);
	return 0;
}
