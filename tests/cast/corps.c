/* corps.c - a client that sends what it is told to, and what became of it */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "corps.h"

struct arena body_mem;
struct limits body_most;
struct body body_got;

/* A client that gives its bytes CHUNK at a time. */
struct client {
	const char *bytes;
	size_t n, chunk;
};

static long
from_client(void *from, char *into, size_t n)
{
	struct client *c = from;

	if (n > c->chunk)
		n = c->chunk;
	if (n > c->n)
		n = c->n;
	memcpy(into, c->bytes, n);
	c->bytes += n;
	c->n -= n;
	return (long) n;
}

void
body_start(void)
{
	arena_reset(&body_mem);
	body_most = body_limits;
	body_got = (struct body) { &body_mem, &body_most };
}

int
body_query_of(const char *q)
{
	body_start();
	return body_query(&body_got, q);
}

int
body_feed(const char *type, const char *bytes, size_t n, int64_t length, size_t chunk)
{
	struct client c = { bytes, n, chunk };

	body_got = (struct body) { &body_mem, &body_most };
	return body_read(&body_got, type, length, from_client, &c);
}

int
send_form(const char *bytes)
{
	body_start();
	return body_feed("application/x-www-form-urlencoded", bytes, strlen(bytes),
		(int64_t) strlen(bytes), 100);
}

int
send_multi(const char *bytes)
{
	body_start();
	return body_feed(MULTI, bytes, strlen(bytes), (int64_t) strlen(bytes), 1000);
}

bool
body_has(const char *name, const char *value)
{
	for (struct param *p = body_got.params; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0 && strcmp(p->value, value) == 0 &&
			p->len == strlen(value))
			return true;
	return false;
}

bool
upload_holds(const struct upload *u, const char *bytes, size_t n)
{
	char *got = malloc(n + 1);
	bool same = u != NULL && u->size == (int64_t) n && read(u->fd, got, n + 1) == (long) n &&
		memcmp(got, bytes, n) == 0;

	free(got);
	return same;
}
