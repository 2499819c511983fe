/* charset.h - bytes of other sets as the letters that were written, by iconv
 *
 * What a mail says of its letters is often wrong: "iso-8859-1" over Windows-1252 or UTF-8, nothing
 * at all, a footer in another set below.
 */
#ifndef CHARSET_H
#define CHARSET_H

#include "base/arena.h"
#include "base/buffer.h"

struct charset;

struct charset *charset_open(struct arena *, const char *name);
size_t charset_add(struct charset *, struct buffer *out, const char *bytes, size_t n);
char *charset_text(struct arena *, const char *bytes, size_t n, const char *declared);

#endif
