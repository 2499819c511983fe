/* client.h - a client for body_read() that gives its bytes a few at a time; what a body promises */
#ifndef CLIENT_H
#define CLIENT_H

#include "base/text.h"
#include "promise.h"
#include "web/body.h"

struct client {
	const uint8_t *bytes;
	size_t n, chunk;
};

static inline long
from_client(void *from, char *into, size_t n)
{
	struct client *c = from;

	n = n > c->chunk ? c->chunk : n;
	n = n > c->n ? c->n : n;
	if (n > 0)
		memcpy(into, c->bytes, n);
	c->bytes += n;
	c->n -= n;
	return (long) n;
}

static inline void
body_keeps_its_promises(const struct body *b)
{
	unsigned n = 0;

	for (const struct param *p = b->params; p != NULL; p = p->next, n++) {
		promise(*p->name != '\0' && strlen(p->name) <= b->limits->name);
		promise(strspn(p->name,
				"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"0123456789_.:-[]") == strlen(p->name));
		promise(strlen(p->value) == p->len && text_is_utf8(p->value, p->len));
		promise(strchr(p->value, '\r') == NULL);
	}
	promise(n == b->n_params && n <= b->limits->params && b->used <= b->limits->memory);
	n = 0;
	for (const struct upload *u = b->uploads; u != NULL; u = u->next, n++) {
		promise(*u->filename != '\0' && strpbrk(u->filename, "/\\\r\n") == NULL);
		promise(text_is_utf8(u->filename, strlen(u->filename)) && u->fd >= 0);
		promise(u->size <= b->limits->file);
	}
	promise(n == b->n_files && n <= b->limits->files);
}

#endif
