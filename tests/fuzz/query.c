/* query.c - query strings and urlencoded bodies give the same parameters, or the same refusal
 * links: lib/web/body.c lib/web/multipart.c lib/base/text.c lib/base/buffer.c lib/base/scratch.c
 * libs: -lutf8proc */

#include "client.h"

static const struct limits limits = { 30, 3, 16, 2000, 1000, "/tmp" };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	struct body q = { &mem, &limits }, f = { &mem, &limits };
	char *text = as_text(&mem, data, size);
	struct client c = { (const uint8_t *) text, strlen(text), 1 + size % 7 };
	int first, second;

	first = body_query(&q, text);
	second = body_read(&f, "application/x-www-form-urlencoded", (int64_t) c.n, from_client, &c);
	body_keeps_its_promises(&q);
	body_keeps_its_promises(&f);
	promise(first == second || (first == BODY_LONG && second == BODY_LARGE) ||
		second == BODY_LARGE);
	promise(second == BODY_LARGE || q.n_params == f.n_params);
	arena_reset(&mem);
	return 0;
}
