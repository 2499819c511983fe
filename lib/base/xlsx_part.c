/* xlsx_part.c - one XML part of a workbook, streamed out of the archive */

#include <string.h>

#include "base/str.h"
#include "base/xlsx_part.h"

static int
read_some(void *context, char *into, int room)
{
	struct part *p = context;
	zip_int64_t n;

	if (p->left <= 0) {
		p->broken = true;
		return -1;
	}
	n = zip_fread(p->file, into, (zip_uint64_t) (room < p->left ? room : p->left));
	if (n < 0) {
		p->broken = true;
		return -1;
	}
	p->left -= n;
	return (int) n;
}

static int
close_nothing(void *context)
{
	(void) context;
	return 0;
}

static void
release(void *thing)
{
	struct part *p = thing;

	if (p->xml != NULL)
		xmlFreeTextReader(p->xml);
	if (p->file != NULL)
		zip_fclose(p->file);
}

/* That part of the archive, which may unpack to MOST bytes.  NULL: it has none. */
struct part *
part_open(struct arena *mem, zip_t *zip, const char *name, int64_t most)
{
	zip_int64_t at = zip_name_locate(zip, name, ZIP_FL_NOCASE);
	struct part *p;

	if (at < 0)
		return NULL;
	p = arena_alloc(mem, sizeof *p);
	*p = (struct part) { .left = most };
	arena_own(mem, p, release);
	p->file = zip_fopen_index(zip, (zip_uint64_t) at, 0);
	if (p->file == NULL)
		return NULL;
	p->xml = xmlReaderForIO(read_some, close_nothing, p, NULL, NULL,
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	return p->xml != NULL ? p : NULL;
}

/* On to the next node.  False: the end, or no more sense (broken). */
bool
part_next(struct part *p)
{
	int more;

	if (p->broken)
		return false;
	more = xmlTextReaderRead(p->xml);
	if (more < 0 ||
		(more == 1 && xmlTextReaderNodeType(p->xml) == XML_READER_TYPE_DOCUMENT_TYPE))
		p->broken = true;
	return more == 1 && !p->broken;
}

static bool
is_node(struct part *p, int type, const char *name)
{
	return xmlTextReaderNodeType(p->xml) == type &&
		strcmp((const char *) xmlTextReaderConstLocalName(p->xml), name) == 0;
}

bool
part_starts(struct part *p, const char *name)
{
	return is_node(p, XML_READER_TYPE_ELEMENT, name);
}

/* An empty element ends where it starts. */
bool
part_ends(struct part *p, const char *name)
{
	return is_node(p, XML_READER_TYPE_END_ELEMENT, name) ||
		(is_node(p, XML_READER_TYPE_ELEMENT, name) && xmlTextReaderIsEmptyElement(p->xml));
}

/* Is this node text?  It lives until the next one. */
bool
part_text(struct part *p, const char **text)
{
	switch (xmlTextReaderNodeType(p->xml)) {
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		*text = (const char *) xmlTextReaderConstValue(p->xml);
		return *text != NULL;
	}
	return false;
}

/* That attribute of the element, whatever its prefix; "" if it has none. */
char *
part_attribute(struct arena *mem, struct part *p, const char *name)
{
	char *value = NULL;

	for (int more = xmlTextReaderMoveToFirstAttribute(p->xml); more == 1 && value == NULL;
		more = xmlTextReaderMoveToNextAttribute(p->xml))
		if (strcmp((const char *) xmlTextReaderConstLocalName(p->xml), name) == 0 &&
			xmlTextReaderConstValue(p->xml) != NULL)
			value = arena_strdup(mem, (const char *) xmlTextReaderConstValue(p->xml));
	xmlTextReaderMoveToElement(p->xml);
	return value != NULL ? value : arena_strdup(mem, "");
}
