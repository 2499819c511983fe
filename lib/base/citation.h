/* citation.h - an answer by mail without the mail it answers */
#ifndef CITATION_H
#define CITATION_H

#include "base/arena.h"

char *citation_cut(struct arena *, const char *text);
char *citation_plain(struct arena *, const char *html);

#endif
