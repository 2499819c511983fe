/* uri.c - first byte: the method; then the request URI, its query string included
 * links: lib/web/parse.c lib/web/body.c lib/web/multipart.c lib/base/text.c lib/base/buffer.c
 * lib/base/scratch.c
 * libs: -lutf8proc */

#include "base/text.h"
#include "promise.h"
#include "web/parse.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const methods[] = { "GET", "POST", "HEAD", "PUT", "" };
	struct req r = { 0 };
	const char *uri = as_text(&r.mem, data + (size > 0), size - (size > 0));
	const char *query = strchr(uri, '?');
	int refused = req_parse(&r, methods[size > 0 ? *data % 5 : 0], uri, query ? query + 1 : "");

	promise(refused == 0 || (refused >= 400 && refused < 500));
	promise(r.path != NULL && text_is_utf8(r.path, strlen(r.path)));
	promise(strpbrk(r.path, "\t\r\n") == NULL);
	for (struct param *p = r.params; p != NULL; p = p->next)
		promise(text_is_utf8(p->value, p->len));
	arena_reset(&r.mem);
	return 0;
}
