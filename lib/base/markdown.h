/* markdown.h - the text people write: Markdown in, safe HTML or plain text out
 *
 * Whatever comes in, what goes out holds no tag, script, style, frame or foreign picture of its
 * author, and costs little: sources are cut at MARKDOWN_MAX bytes and hostile nesting is undone.
 */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include <stdint.h>

#include "base/arena.h"

enum { MARKDOWN_MAX = 65536, MARKDOWN_MENTIONS = 50 };

char *markdown_html(struct arena *, const char *source, int heading);
char *markdown_read(
	struct arena *, const char *source, int64_t ids[MARKDOWN_MENTIONS], unsigned *n);
char *markdown_text(struct arena *, const char *source);
unsigned markdown_mentions(struct arena *, const char *source, int64_t ids[MARKDOWN_MENTIONS]);

#endif
