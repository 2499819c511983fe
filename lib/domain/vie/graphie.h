/* graphie.h - regular expressions of a name, as people write it */
#ifndef GRAPHIE_H
#define GRAPHIE_H

#include <stdbool.h>

#include "base/arena.h"

#define NEARLY_APART "(?:[^\\pL\\pN]|&#?[a-z0-9]{2,6};)"
/* What stands between the words of a name: spaces, hyphens, apostrophes, and signs of Markdown. */
#define APART "(?:[-_* \\t\u00a0\u202f'‘’ʼ‐‑–]{1,4}|&#?[a-z0-9]{2,6};)"
#define CAPITAL "(?=(?-i:[\\p{Lu}\\p{Lt}\\p{Lo}\\pN]))"

const char *graphie_nearly(struct arena *, const char *folded);
const char *graphie_name(struct arena *, const char *name, bool capitals);

#endif
