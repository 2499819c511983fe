/* xlsx.c - any archive, and any XML inside a good one: rows or a sentence, never harm
 * links: lib/base/xlsx.c lib/base/xlsx_part.c lib/base/xlsx_strings.c lib/base/xlsx_style.c
 * lib/base/scratch.c lib/base/date.c lib/base/text.c lib/base/buffer.c
 * libs: -I/usr/include/libxml2 -lzip -lxml2 -lutf8proc
 *
 * The first byte says what the rest is: the archive itself, or one part of it. */

#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "base/text.h"
#include "base/xlsx.h"
#include "promise.h"

static const char workbook[] =
	"<workbook xmlns:r='r'><workbookPr date1904='0'/><sheets><sheet name='a'"
	" r:id='r1'/></sheets></workbook>";
static const char rels[] =
	"<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>";
static const char styles[] =
	"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts><cellXfs>"
	"<xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>";
static const char strings[] = "<sst><si><t>un</t></si><si><r><t>deux</t></r></si></sst>";
static const char sheet[] =
	"<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'"
	" s='1'><v>44000.5</v></c>"
	"<c r='D1' t='inlineStr'><is><t>ici</t></is></c></row></sheetData></worksheet>";

static unsigned long last, rows;

static bool
look(void *into, unsigned long line, const char *const *cells, size_t n)
{
	(void) into;
	promise(line > last && n > 0);
	last = line;
	for (size_t i = 0; i < n; i++)
		promise(text_is_utf8(cells[i], strlen(cells[i])));
	return ++rows < 10000;
}

/* A good workbook but for its part number WHICH. */
static void
pack(int fd, unsigned which, const uint8_t *data, size_t size)
{
	const struct {
		const char *name, *text;
	} parts[] = {
		{ "xl/worksheets/sheet1.xml", sheet },
		{ "xl/sharedStrings.xml", strings },
		{ "xl/styles.xml", styles },
		{ "xl/workbook.xml", workbook },
		{ "xl/_rels/workbook.xml.rels", rels },
	};
	zip_error_t error;
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, &error);
	char bytes[16384];
	zip_int64_t n;

	zip_source_keep(to);
	for (unsigned i = 0; i < 5; i++) {
		bool given = i == which;
		zip_int64_t at = zip_file_add(zip, parts[i].name,
			zip_source_buffer(zip, given ? (const void *) data : parts[i].text,
				given ? size : strlen(parts[i].text), 0),
			0);

		zip_set_file_compression(zip, (zip_uint64_t) at, ZIP_CM_STORE, 0);
	}
	zip_close(zip);
	zip_source_open(to);
	while ((n = zip_source_read(to, bytes, sizeof bytes)) > 0)
		promise(write(fd, bytes, (size_t) n) == n);
	zip_source_close(to);
	zip_source_free(to);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	int fd = memfd_create("fuzz", 0);

	if (size == 0 || fd < 0)
		return close(fd), 0;
	if (data[0] % 6 == 5)
		promise(write(fd, data + 1, size - 1) == (ssize_t) (size - 1));
	else
		pack(fd, data[0] % 6, data + 1, size - 1);
	lseek(fd, 0, SEEK_SET);
	last = rows = 0;
	xlsx_read(&mem, fd, "/tmp", look, NULL);
	arena_reset(&mem);
	close(fd);
	return 0;
}
