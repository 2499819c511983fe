/* markdown_part.h - the parts of markdown*.c, for them alone */
#ifndef MARKDOWN_PART_H
#define MARKDOWN_PART_H

#include <cmark-gfm.h>

#include "base/arena.h"

char *markdown_weigh(struct arena *, const char *source);
void markdown_links(struct arena *, cmark_node *root);

#endif
