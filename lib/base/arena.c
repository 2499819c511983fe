/* arena.c - memory and foreign objects that live exactly as long as one request */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fault.h"

#ifdef __SANITIZE_ADDRESS__
#	define BLOCK_SIZE 1 /* one malloc each, so that ASan sees overruns */
#else
#	define BLOCK_SIZE 16384
#endif

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(max_align_t) char bytes[];
};

struct owned {
	struct owned *next;
	void *thing;
	void (*release)(void *);
};

/* Zeroed memory, gone at arena_reset().  Never NULL. */
void *
arena_alloc(struct arena *a, size_t n)
{
	struct block *b = a->blocks;

	n = (n + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
	if (b == NULL || b->size - b->used < n) {
		size_t size = n > BLOCK_SIZE ? n : BLOCK_SIZE;

		b = calloc(1, sizeof *b + size);
		if (b == NULL)
			fault("out of memory (%zu bytes)", n);
		b->size = size;
		b->next = a->blocks;
		a->blocks = b;
	}
	b->used += n;
	return b->bytes + b->used - n;
}

/* Hand over a foreign object: release(thing) runs at arena_reset(). */
void *
arena_own(struct arena *a, void *thing, void (*release)(void *))
{
	struct owned *o = arena_alloc(a, sizeof *o);

	*o = (struct owned) { a->owned, thing, release };
	a->owned = o;
	return thing;
}

void
arena_reset(struct arena *a)
{
	for (struct owned *o = a->owned; o != NULL; o = o->next)
		o->release(o->thing);
	for (struct block *b = a->blocks, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena) { 0 };
}

char *
arena_strdup(struct arena *a, const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(arena_alloc(a, n), s, n);
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	int n;
	char *s;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	s = arena_alloc(a, (size_t) n + 1);
	vsnprintf(s, (size_t) n + 1, fmt, again);
	va_end(again);
	return s;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}
