/* buffer.c - a text that grows by doubling, so that adding costs a constant time on average */

#include <string.h>

#include "base/buffer.h"

static void
make_room(struct buffer *t, size_t more)
{
	size_t room = t->room == 0 ? 64 : t->room;
	char *wider;

	if (t->room - t->n > more)
		return;
	while (room - t->n <= more)
		room *= 2;
	wider = arena_alloc(t->mem, room);
	if (t->n > 0)
		memcpy(wider, t->s, t->n);
	t->s = wider;
	t->room = room;
}

void
buffer_add(struct buffer *t, const char *bytes, size_t n)
{
	make_room(t, n);
	if (n > 0)
		memcpy(t->s + t->n, bytes, n);
	t->n += n;
}

void
buffer_puts(struct buffer *t, const char *text)
{
	buffer_add(t, text, strlen(text));
}

void
buffer_char(struct buffer *t, char c)
{
	buffer_add(t, &c, 1);
}

/* The text, ended by a NUL that does not count; valid until the next addition. */
char *
buffer_text(struct buffer *t)
{
	make_room(t, 0);
	t->s[t->n] = '\0';
	return t->s;
}
