/* html_read.h - HTML of others, as libxml2 mends it: bounded, and nothing is fetched */
#ifndef HTML_READ_H
#define HTML_READ_H

#include <libxml/HTMLparser.h>

const char *html_attribute(const xmlChar **pairs, const char *name);
void html_read(const char *html, htmlSAXHandler on, void *user);

#endif
