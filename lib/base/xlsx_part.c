/* xlsx_part.c - one XML part of a workbook, streamed out of the archive */

#include <string.h>

#include "base/buffer.h"
#include "base/xlsx_part.h"

/* What is read of a part without a look at how small it was packed; then no more than what real
 * sheets come to, whose cells each say where they are: a tenth of this. */
enum { FREE_BYTES = 4 << 20, BYTES_PACKED = 100, FREE_NODES = 1000000, NODES_PACKED = 20 };

static uint64_t unpacked;

/* Bytes unpacked by this process since it began: the difference is what a workbook costs. */
uint64_t
part_unpacked(void)
{
	return unpacked;
}

static bool
is_xml(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && (strcmp(name + n - 4, ".xml") == 0 || strcmp(name + n - 4, "rels") == 0);
}

/* Does it say of a part that it unpacks to more than any spreadsheet makes? */
bool
part_swollen(zip_t *zip)
{
	zip_stat_t st;

	for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
		if (zip_stat_index(zip, (zip_uint64_t) i, 0, &st) == 0 && is_xml(st.name) &&
			st.size > FREE_BYTES && st.size / BYTES_PACKED > st.comp_size)
			return true;
	return false;
}

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
	unpacked += (uint64_t) n;
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

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* That part of the archive, which may unpack to MOST bytes, to no more than it says, and to no more
 * than was packed in good faith.  NULL: it has none. */
struct part *
part_open(struct arena *mem, zip_t *zip, const char *name, int64_t most)
{
	zip_int64_t at = zip_name_locate(zip, name, ZIP_FL_NOCASE);
	zip_stat_t st;
	struct part *p;

	if (at < 0 || zip_stat_index(zip, (zip_uint64_t) at, 0, &st) != 0)
		return NULL;
	p = arena_alloc(mem, sizeof *p);
	most = least(most, FREE_BYTES + BYTES_PACKED * least((int64_t) st.comp_size, INT32_MAX));
	*p = (struct part) { .left = least(most, least((int64_t) st.size, INT32_MAX) + 1),
		.nodes = FREE_NODES + NODES_PACKED * st.comp_size };
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
	if (more < 0 || p->nodes-- == 0 ||
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
