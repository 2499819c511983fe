/* charset.h - bytes of a mail as the letters that were written
 *
 * What a mail says of its letters is often wrong: "iso-8859-1" over Windows-1252 or UTF-8, nothing
 * at all, a footer in another set below.
 */
#ifndef CHARSET_H
#define CHARSET_H

#include "base/arena.h"

char *charset_text(struct arena *, const char *bytes, size_t n, const char *declared);

#endif
