/* xlsx.c - the rows of the first sheet of a workbook */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/text.h"
#include "base/xlsx.h"
#include "base/xlsx_part.h"

enum {
	SHEET_MAX = 512 << 20, /* bytes of a sheet, unpacked */
	COLUMNS_MAX = 1024,
	ROWS_MAX = 1048576, /* Excel's */
	ROW_BYTES = 1 << 20,
	CELLS_MAX = 4096, /* of a row, however they are numbered */
	ENTRIES_MAX = 2000,
};

struct sheet_reader {
	struct arena *mem;
	zip_t *zip;
	struct styles styles;
	struct strings *strings;
	bool from_1904;
	const char *book, *styles_part, *strings_part; /* names in the archive */
	size_t folder;                                 /* bytes of the folder of the book */
	csv_sink *sink;
	void *into;
	struct arena row_mem;
	const char *cells[COLUMNS_MAX];
	size_t n, seen, bytes;
	unsigned long row;
	bool stopped;
};

static void
release(void *thing)
{
	struct sheet_reader *b = thing;

	arena_reset(&b->row_mem);
	if (b->zip != NULL)
		zip_discard(b->zip);
}

/* A target relative to the folder of the workbook, or from the root of the archive. */
static const char *
resolve(struct sheet_reader *b, const char *target)
{
	return *target == '/' ? target + 1 :
				arena_printf(b->mem, "%.*s%s", (int) b->folder, b->book, target);
}

/* The workbook as the archive names it, "xl/workbook.xml" nearly always. */
static void
find_book(struct sheet_reader *b)
{
	struct part *p = part_open(b->mem, b->zip, "_rels/.rels", SMALL_PART);
	const char *type, *slash;

	b->book = "xl/workbook.xml";
	while (p != NULL && part_next(p)) {
		if (!part_starts(p, "Relationship"))
			continue;
		type = part_attribute(b->mem, p, "Type");
		if ((slash = strrchr(type, '/')) != NULL && strcmp(slash, "/officeDocument") == 0) {
			b->book = part_attribute(b->mem, p, "Target");
			b->book += *b->book == '/';
		}
	}
	slash = strrchr(b->book, '/');
	b->folder = slash != NULL ? (size_t) (slash + 1 - b->book) : 0;
}

static bool
is_hidden(struct sheet_reader *b, struct part *p)
{
	const char *state = part_attribute(b->mem, p, "state");

	return strcmp(state, "hidden") == 0 || strcmp(state, "veryHidden") == 0;
}

/* The first sheet that is shown: the id of its part, and the calendar of the workbook. */
static const char *
first_sheet(struct sheet_reader *b)
{
	struct part *p = part_open(b->mem, b->zip, b->book, SMALL_PART);
	const char *id = NULL;

	while (p != NULL && part_next(p)) {
		if (part_starts(p, "workbookPr")) {
			const char *old = part_attribute(b->mem, p, "date1904");

			b->from_1904 = strcmp(old, "1") == 0 || strcmp(old, "true") == 0;
		}
		if (part_starts(p, "sheet") && id == NULL && !is_hidden(b, p))
			id = part_attribute(b->mem, p, "id");
	}
	return p == NULL || p->broken ? NULL : id;
}

/* Where the sheet is, and the parts that go with it. */
static const char *
sheet_path(struct sheet_reader *b, const char *id)
{
	struct part *p = part_open(b->mem, b->zip,
		arena_printf(
			b->mem, "%.*s_rels/%s.rels", (int) b->folder, b->book, b->book + b->folder),
		SMALL_PART);
	const char *path = NULL, *slash;

	while (p != NULL && part_next(p)) {
		const char *target;

		if (!part_starts(p, "Relationship"))
			continue;
		target = resolve(b, part_attribute(b->mem, p, "Target"));
		slash = strrchr(part_attribute(b->mem, p, "Type"), '/');
		if (path == NULL && strcmp(part_attribute(b->mem, p, "Id"), id) == 0)
			path = target;
		else if (slash != NULL && strcmp(slash, "/styles") == 0)
			b->styles_part = target;
		else if (slash != NULL && strcmp(slash, "/sharedStrings") == 0)
			b->strings_part = target;
	}
	return path;
}

/* "C5" is column 2; -1 when it makes no sense. */
static long
column_of(const char *ref)
{
	long n = 0;

	for (; isupper((unsigned char) *ref) && n < 100000; ref++)
		n = n * 26 + (*ref - 'A' + 1);
	return n - 1;
}

static int
hex4(const char *s)
{
	int code = 0;

	for (int i = 0; i < 4; i++)
		if (!isxdigit((unsigned char) s[i]))
			return -1;
		else
			code = code * 16 +
				(isdigit((unsigned char) s[i]) ? s[i] - '0' :
								 (s[i] | 32) - 'a' + 10);
	return code;
}

/* "_x000D_" is a carriage return, "_x005F_" the underscore that such a name would begin with. */
static const char *
unescaped(struct arena *mem, const char *s)
{
	struct buffer out = { mem };
	char bytes[4];

	if (strstr(s, "_x") == NULL)
		return s;
	for (; *s != '\0'; s++) {
		int code = s[0] == '_' && s[1] == 'x' ? hex4(s + 2) : -1;

		if (code <= 0 || s[6] != '_') {
			buffer_char(&out, *s);
			continue;
		}
		buffer_add(&out, bytes, text_put(code, bytes));
		s += 6;
	}
	return buffer_text(&out);
}

static const char *
number_text(struct sheet_reader *b, const char *text, long style)
{
	char *end;
	double x = strtod(text, &end);

	if (end == text || *end != '\0')
		return text;
	if (style >= 0 && style < (long) b->styles.n && b->styles.kinds[style] == KIND_DATE)
		return serial_text(&b->row_mem, x, b->from_1904);
	if (x > -1e15 && x < 1e15 && x == (double) (int64_t) x)
		return arena_printf(&b->row_mem, "%.0f", x);
	return arena_printf(&b->row_mem, "%.15g", x);
}

/* "2026-09-14T18:30:00": the day, and the hour if there is one. */
static const char *
iso_text(struct sheet_reader *b, const char *text)
{
	bool moment = strlen(text) >= 16 && text[10] == 'T' && strncmp(text + 11, "00:00", 5) != 0;

	return moment ? arena_printf(&b->row_mem, "%.10s %.5s", text, text + 11) :
			arena_printf(&b->row_mem, "%.*s",
				strlen(text) > 10 && text[10] == 'T' ? 10 : 64, text);
}

static const char *
cell_text(struct sheet_reader *b, const char *type, const char *text, long style)
{
	if (*text == '\0')
		return "";
	if (strcmp(type, "s") == 0)
		return unescaped(&b->row_mem, strings_at(b->strings, strtoull(text, NULL, 10)));
	if (strcmp(type, "str") == 0 || strcmp(type, "inlineStr") == 0)
		return unescaped(&b->row_mem, text);
	if (strcmp(type, "d") == 0)
		return iso_text(b, text);
	if (*type == '\0' || strcmp(type, "n") == 0)
		return number_text(b, text, style);
	return text; /* b: 0 or 1; e: #N/A */
}

/* One <c>: its value goes to its column. */
static void
read_cell(struct sheet_reader *b, struct part *p)
{
	const char *type = part_attribute(&b->row_mem, p, "t"), *text;
	long style = strtol(part_attribute(&b->row_mem, p, "s"), NULL, 10);
	const char *ref = part_attribute(&b->row_mem, p, "r");
	long column = *ref != '\0' ? column_of(ref) : (long) b->n;
	struct buffer value = { &b->row_mem };
	bool in_value = false;

	while (!part_ends(p, "c") && part_next(p)) {
		if (part_starts(p, "v") || part_starts(p, "t"))
			in_value = true;
		if (part_ends(p, "v") || part_ends(p, "t"))
			in_value = false;
		if (in_value && part_text(p, &text) && b->bytes + strlen(text) < ROW_BYTES) {
			buffer_puts(&value, text);
			b->bytes += strlen(text);
		}
	}
	if (column < 0 || column >= COLUMNS_MAX)
		return;
	while (b->n <= (size_t) column)
		b->cells[b->n++] = "";
	b->cells[column] = text_clean(&b->row_mem, cell_text(b, type, buffer_text(&value), style));
}

static void
read_row(struct sheet_reader *b, struct part *p)
{
	unsigned long said = strtoul(part_attribute(&b->row_mem, p, "r"), NULL, 10);

	b->row = said > b->row ? said : b->row + 1;
	b->n = b->seen = b->bytes = 0;
	while (!part_ends(p, "row") && part_next(p))
		if (part_starts(p, "c")) {
			if (++b->seen > CELLS_MAX)
				p->broken = true;
			read_cell(b, p);
		}
	b->stopped = b->row > ROWS_MAX ||
		(b->n > 0 && !p->broken && !b->sink(b->into, b->row, b->cells, b->n));
	arena_reset(&b->row_mem);
}

static const char *
read_sheet(struct sheet_reader *b, const char *path)
{
	struct part *p = part_open(b->mem, b->zip, path, SHEET_MAX);

	if (p == NULL)
		return "Ce classeur n’a pas de feuille lisible.";
	while (!b->stopped && part_next(p))
		if (part_starts(p, "row"))
			read_row(b, p);
	return p->broken ?
		"Ce classeur est abîmé\u00A0: ouvrez-le dans un tableur et enregistrez-le de"
		" nouveau." :
		NULL;
}

static zip_t *
open_archive(int fd)
{
	int error, own = dup(fd);
	zip_t *zip = own >= 0 ? zip_fdopen(own, 0, &error) : NULL;

	if (zip == NULL && own >= 0)
		close(own);
	return zip;
}

/* The rows of the first sheet of the workbook in that file, each to the sink.  NULL, or the
 * sentence that says why it is refused; the sink stops a reading without one. */
const char *
xlsx_read(struct arena *mem, int fd, const char *tmpdir, csv_sink *sink, void *into)
{
	static const char broken[] =
		"Ce fichier n’est pas un classeur .xlsx lisible\u00A0: enregistrez-le de nouveau"
		" depuis"
		" un tableur.";
	struct sheet_reader *b = arena_alloc(mem, sizeof *b);
	const char *id, *path;

	*b = (struct sheet_reader) { .mem = mem,
		.sink = sink,
		.into = into,
		.styles_part = "xl/styles.xml",
		.strings_part = "xl/sharedStrings.xml" };
	arena_own(mem, b, release);
	b->zip = open_archive(fd);
	if (b->zip == NULL || zip_get_num_entries(b->zip, 0) > ENTRIES_MAX)
		return broken;
	if (part_swollen(b->zip))
		return "Ce classeur se déploie en bien plus qu’un tableau\u00A0: enregistrez-le de"
		       " nouveau depuis un tableur, ou en .csv.";
	find_book(b);
	if ((id = first_sheet(b)) == NULL || (path = sheet_path(b, id)) == NULL)
		return broken;
	styles_read(mem, b->zip, b->styles_part, &b->styles);
	if ((b->strings = strings_read(mem, b->zip, b->strings_part, tmpdir)) == NULL)
		return broken;
	return read_sheet(b, path);
}
