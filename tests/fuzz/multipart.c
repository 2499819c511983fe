/* multipart.c - first line: behind "multipart/form-data"; the rest: the body, in two chunkings
 * links: lib/web/body.c lib/web/multipart.c lib/base/text.c lib/base/buffer.c lib/base/scratch.c
 * libs: -lutf8proc */

#include "client.h"

static const struct limits limits = { 20, 3, 16, 1000, 500, "/tmp" };

static int
parse(struct body *b, const char *type, const uint8_t *data, size_t size, size_t chunk)
{
	struct client c = { data, size, chunk };
	int result = body_read(b, type, (int64_t) size, from_client, &c);

	body_keeps_its_promises(b);
	promise(result != BODY_OK || c.n == 0);
	return result;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	struct body whole = { &mem, &limits }, pieces = { &mem, &limits };
	const uint8_t *line = memchr(data, '\n', size);
	size_t head = line != NULL ? (size_t) (line - data) + 1 : 0;
	const char *type =
		arena_printf(&mem, "multipart/form-data%.*s", (int) head, (const char *) data);
	int first = parse(&whole, type, data + head, size - head, size + 1);
	int second = parse(&pieces, type, data + head, size - head, 1 + size % 5);

	promise(first == second);
	promise(whole.n_files == pieces.n_files && whole.n_params == pieces.n_params);
	for (struct param *p = whole.params, *q = pieces.params; p != NULL;
		p = p->next, q = q->next)
		promise(strcmp(p->name, q->name) == 0 && strcmp(p->value, q->value) == 0);
	arena_reset(&mem);
	return 0;
}
