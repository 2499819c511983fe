/* markdown_plain.h - a plain text as Markdown that reads as it was written
 *
 * Who answers from a mail program writes no Markdown: "> 18 ans" is no quotation there, a rule
 * below a line makes it no title.  Lists and addresses stay what they are.
 */
#ifndef MARKDOWN_PLAIN_H
#define MARKDOWN_PLAIN_H

#include "base/arena.h"

char *markdown_plain(struct arena *, const char *text);

#endif
