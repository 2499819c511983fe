/* cookie.c - any Cookie header
 * links: lib/web/body.c lib/web/multipart.c lib/base/text.c lib/base/buffer.c lib/base/scratch.c
 * libs: -lutf8proc */

#include "promise.h"
#include "web/body.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	const char *header = as_text(&mem, data, size);
	const char *value = cookie_value(&mem, header, "s");

	if (value != NULL) {
		promise(strstr(header, arena_printf(&mem, "s=%s", value)) != NULL);
		for (const char *c = value; *c != '\0'; c++)
			promise(*c > ' ' && *c <= '~' && *c != ';');
	}
	arena_reset(&mem);
	return 0;
}
