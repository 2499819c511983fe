/* xlsx_test.c - workbooks that people bring: ours, and some that mean harm */

#include <unistd.h>
#include <zip.h>

#include "base/buffer.h"
#include "base/scratch.h"
#include "base/xlsx.h"
#include "base/xlsx_part.h"
#include "t.h"
#include "web/sheet.h"

static struct buffer seen;

static bool
note(void *into, unsigned long line, const char *const *cells, size_t n)
{
	(void) into;
	buffer_puts(&seen, arena_printf(&t.mem, "%lu", line));
	for (size_t i = 0; i < n; i++)
		buffer_puts(&seen, arena_printf(&t.mem, "|%s", cells[i]));
	buffer_char(&seen, '\n');
	return true;
}

static const char *
read_back(int fd)
{
	seen = (struct buffer) { &t.mem };
	lseek(fd, 0, SEEK_SET);
	return xlsx_read(&t.mem, fd, "/tmp", note, NULL);
}

/* A workbook of one sheet, made by hand. */
static int
workbook(const char *sheet, const char *strings)
{
	const char *parts[][2] = {
		{ "xl/workbook.xml",
			"<workbook><sheets><sheet name='cachée' state='hidden' r:id='r9'"
			" xmlns:r='r'/><sheet name='a' state='visible' r:id='r1'"
			" xmlns:r='r'/></sheets></workbook>" },
		{ "xl/_rels/workbook.xml.rels",
			"<Relationships><Relationship Id='r1'"
			" Target='worksheets/sheet1.xml'/></Relationships>" },
		{ "xl/worksheets/sheet1.xml", sheet },
		{ "xl/sharedStrings.xml", strings },
	};
	int fd = scratch_open(&t.mem, "/tmp");
	zip_error_t error;
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = zip_open_from_source(to, ZIP_CREATE, &error);
	char bytes[65536];
	zip_int64_t n;

	for (size_t i = 0; i < 4; i++)
		zip_file_add(zip, parts[i][0],
			zip_source_buffer(zip, parts[i][1], strlen(parts[i][1]), 0), 0);
	zip_source_keep(to);
	zip_close(zip);
	zip_source_open(to);
	while ((n = zip_source_read(to, bytes, sizeof bytes)) > 0)
		scratch_write(fd, bytes, (size_t) n);
	zip_source_close(to);
	zip_source_free(to);
	return fd;
}

TEST(xlsx_what_we_write_comes_back)
{
	static const char *const columns[] = { "Nom", "Code postal", "Téléphone", "Né le", "Note" };
	static const char *const cells[] = { "Élodie <b> & co", "01000", "+33612345678",
		"1980-05-01", "=1+1\nsuite" };
	struct sheet *s = sheet_open(&t.mem, SHEET_XLSX, "Essai", columns, 5);

	for (int i = 0; i < 5; i++)
		sheet_cell(s, cells[i]);
	sheet_row(s);
	sheet_cell(s, "seule");
	sheet_row(s);
	check(read_back(sheet_close(s)) == NULL);
	check_text(buffer_text(&seen),
		"1|Nom|Code postal|Téléphone|Né le|Note\n"
		"2|Élodie <b> & co|01000|+33612345678|1980-05-01|=1+1\nsuite\n"
		"3|seule\n");
}

TEST(xlsx_numbers_types_and_holes)
{
	check(read_back(workbook(
		      "<worksheet><sheetData><row r='2'><c r='A2' t='s'><v>1</v></c>"
		      "<c r='C2'><v>1000</v></c><c r='D2'><v>12.5</v></c>"
		      "<c r='E2' t='str'><f>A1</f><v>01_x0041_</v></c><c r='F2' t='b'><v>1</v></c>"
		      "<c r='G2' t='inlineStr'><is><t>ici</t></is></c><c r='H2'"
		      " t='s'><v>99</v></c></row>"
		      "<row/><row><c><v>1E3</v></c></row></sheetData></worksheet>",
		      "<sst><si><t>zéro</t></si><si><r><t>un</t></r><r><t>"
		      " deux</t></r><rPh><t>non</t></rPh></si></sst>")) == NULL);
	check_text(buffer_text(&seen), "2|un deux||1000|12.5|01A|1|ici|\n4|1000\n");
}

TEST(xlsx_refuses_what_means_harm)
{
	const char *sheet = "<worksheet><sheetData><row><c"
			    " t='inlineStr'><is><t>a</t></is></c></row></sheetData></worksheet>";
	struct buffer bomb = { &t.mem };

	check(read_back(workbook(sheet, "<sst/>")) == NULL);
	check(read_back(workbook(
		      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData>"
		      "<row><c t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>",
		      "<sst/>")) != NULL);
	check(strstr(buffer_text(&seen), "root") == NULL);
	check(read_back(workbook(sheet,
		      "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
		      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><sst><si><t>&c;</t></si></sst>")) !=
		NULL);
	check(read_back(workbook("<worksheet><sheetData><row>", "<sst/>")) != NULL);
	buffer_puts(&bomb, "<worksheet><sheetData><row>");
	for (int i = 0; i < 10000; i++)
		buffer_puts(&bomb, "<c/>");
	buffer_puts(&bomb, "</row></sheetData></worksheet>");
	check(read_back(workbook(buffer_text(&bomb), "<sst/>")) != NULL);
	check(read_back(workbook("", "")) != NULL);
}

/* A sheet of 24 MB, all rows the same. */
static const char *
monotone(void)
{
	static const char head[] = "<worksheet><sheetData>", tail[] = "</sheetData></worksheet>",
			  row[] = "<row><c t='n'><v>1</v></c></row>";
	size_t n = (24 << 20) / (sizeof row - 1);
	char *sheet = arena_alloc(&t.mem, n * (sizeof row - 1) + sizeof head + sizeof tail),
	     *at = stpcpy(sheet, head);

	for (size_t i = 0; i < n; i++)
		at = stpcpy(at, row);
	stpcpy(at, tail);
	return sheet;
}

/* The size that the archive says of its parts, in the central directory, is SIZE from now on. */
static void
lie(int fd, uint32_t size)
{
	static char bytes[1 << 20];
	ssize_t n = pread(fd, bytes, sizeof bytes, 0);

	for (ssize_t i = 0; i + 46 < n; i++)
		if (memcmp(bytes + i, "PK\1\2", 4) == 0 &&
			memcmp(bytes + i + 46, "xl/worksheets", 13) == 0)
			check(pwrite(fd, &size, 4, i + 24) == 4);
}

TEST(xlsx_what_unpacks_to_much_more_is_refused_before_it_is_unpacked)
{
	const char *sheet = monotone(), *why;
	int fd = workbook(sheet, "<sst/>");
	uint64_t before = part_unpacked();

	why = read_back(fd);
	check(why != NULL && strstr(why, "se déploie") != NULL);
	check(part_unpacked() == before);
	lie(fd, 1 << 20);
	check(read_back(fd) != NULL);
	check(part_unpacked() - before < (2 << 20));
	lie(fd, 3 << 20); /* less than is looked at */
	check(read_back(fd) != NULL);
	check(part_unpacked() - before < (8 << 20));
}
