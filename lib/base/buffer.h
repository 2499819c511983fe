/* buffer.h - a text that grows, in an arena */
#ifndef BUFFER_H
#define BUFFER_H

#include "base/arena.h"

struct buffer {
	struct arena *mem; /* the only member to set; { mem } is an empty text */
	char *s;
	size_t n, room;
};

void buffer_add(struct buffer *, const char *, size_t);
void buffer_puts(struct buffer *, const char *);
void buffer_char(struct buffer *, char);
char *buffer_text(struct buffer *);

#endif
