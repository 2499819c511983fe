/* html_head.h - what a page of HTML says of itself: its title and its date
 *
 * Read by libxml2, as a stream: no tree, nothing is fetched.
 */
#ifndef HTML_HEAD_H
#define HTML_HEAD_H

#include "base/arena.h"

struct html_head {
	const char *titre; /* of <title>, else of the first <h1>; "" */
	const char *date;  /* of <meta>, else of the first <time>, as it stands there; "" */
};

struct html_head html_head(struct arena *, const char *html);

#endif
