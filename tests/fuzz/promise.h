/* promise.h - what a fuzz target checks: a broken promise of a header stops the run */
#ifndef PROMISE_H
#define PROMISE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define promise(e) \
	do { \
		if (!(e)) { \
			fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #e); \
			abort(); \
		} \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input as a text: what follows a NUL is lost. */
static inline char *
as_text(struct arena *a, const uint8_t *data, size_t size)
{
	char *s = arena_alloc(a, size + 1);

	return memcpy(s, data, size);
}

#endif
