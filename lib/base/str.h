/* str.h - a text that grows, in an arena */
#ifndef STR_H
#define STR_H

#include "base/arena.h"

struct str {
	struct arena *mem; /* the only member to set; { mem } is an empty text */
	char *s;
	size_t n, room;
};

void str_add(struct str *, const char *, size_t);
void str_puts(struct str *, const char *);
void str_char(struct str *, char);
char *str_text(struct str *);

#endif
