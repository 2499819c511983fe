/* html_read.c - one reading of HTML (UTF-8), told to who asks */

#include <string.h>

#include <libxml/parserInternals.h>

#include "base/html_read.h"

enum { HTML_MAX = 4 << 20 };

/* "": it has none of that name. */
const char *
html_attribute(const xmlChar **pairs, const char *name)
{
	for (; pairs != NULL && pairs[0] != NULL; pairs += 2)
		if (strcasecmp((const char *) pairs[0], name) == 0)
			return pairs[1] != NULL ? (const char *) pairs[1] : "";
	return "";
}

void
html_read(const char *html, htmlSAXHandler on, void *user)
{
	htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(html, (int) strnlen(html, HTML_MAX));

	if (parser == NULL)
		return;
	*parser->sax = on;
	parser->userData = user;
	htmlCtxtUseOptions(parser,
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			HTML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(parser);
	if (parser->myDoc != NULL)
		xmlFreeDoc(parser->myDoc);
	htmlFreeParserCtxt(parser);
}
