/* html_plain.h - the words of a page of HTML, for a mail that has no other text
 *
 * Read by libxml2, as a stream: no tree, nothing is fetched, no entity is made.  What is quoted
 * has "> " before it, as in a mail of plain text; pictures of the mail stand as [cid:...].
 */
#ifndef HTML_PLAIN_H
#define HTML_PLAIN_H

#include "base/arena.h"

char *html_plain(struct arena *, const char *html);

#endif
