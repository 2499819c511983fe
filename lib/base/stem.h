/* stem.h - the words of a text as stem.c reads them, for stem*.c alone */
#ifndef STEM_H
#define STEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { WORD_MAX = 60 }; /* bytes; longer words are cut, here and there alike */

struct word {
	char stem[2 * WORD_MAX], bare_stem[2 * WORD_MAX], bare[2 * WORD_MAX]; /* ASCII */
	bool joined; /* the two words before, written as one: "weekend" behind "week-end" */
};

typedef void word_sink(void *into, const struct word *);

extern const char *const word_common[]; /* left out of a query that says something else too */

bool word_listed(const char *const list[], const char *s, size_t n);
const char *words_lower(struct arena *, const char *text);
void words_each(const char *lower, word_sink *, void *into, bool index);

#endif
