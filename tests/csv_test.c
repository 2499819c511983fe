/* csv_test.c - tables to and from spreadsheets: nothing lost, nothing run */

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/csv.h"
#include "base/text.h"
#include "t.h"

static struct arena mem;
static char *file;
static size_t file_len;
static struct arena kept;
static struct buffer read_back; /* cells ended by '|', rows by "line/" */

static char *
written(const char *const *cells, size_t n)
{
	struct csv c;
	FILE *to;

	free(file);
	file = NULL;
	to = open_memstream(&file, &file_len);
	csv_start(&c, to);
	for (size_t i = 0; i < n; i++)
		csv_cell(&c, cells[i]);
	csv_row(&c);
	fclose(to);
	return file + 3;
}

static bool
writes(const char *cell, const char *wanted)
{
	const char *got = written((const char *const[]) { cell, "x" }, 2);
	bool ok = strcmp(got, arena_printf(&mem, "%s;x\r\n", wanted)) == 0;

	if (!ok)
		printf("  got %s  wanted %s;x\n", got, wanted);
	return ok;
}

static bool
keep(void *into, unsigned long line, const char *const *cells, size_t n)
{
	(void) into;
	for (size_t i = 0; i < n; i++) {
		buffer_puts(&read_back, cells[i]);
		buffer_char(&read_back, '|');
	}
	buffer_puts(&read_back, arena_printf(&kept, "%lu/", line));
	return true;
}

static enum csv_fault
parse(const char *bytes, size_t n, size_t chunk)
{
	struct csv_reader *r = csv_reader(&mem, keep, NULL);
	enum csv_fault fault = CSV_OK;

	arena_reset(&kept);
	read_back = (struct buffer) { &kept };
	for (size_t i = 0; i < n && fault == CSV_OK; i += chunk)
		fault = csv_read(r, bytes + i, n - i < chunk ? n - i : chunk);
	fault = csv_end(r);
	arena_reset(&mem);
	return fault;
}

static bool
reads(const char *bytes, const char *wanted)
{
	bool ok = true;

	for (size_t chunk = 1; chunk <= strlen(bytes) + 1; chunk++)
		ok = ok && parse(bytes, strlen(bytes), chunk) == CSV_OK &&
			strcmp(buffer_text(&read_back), wanted) == 0;
	if (!ok)
		printf("  got %s\n  wanted %s\n", buffer_text(&read_back), wanted);
	return ok;
}

TEST(csv_writes_what_a_french_spreadsheet_understands)
{
	check(writes("Zoé", "Zoé") && writes("", "") && memcmp(file, "\xEF\xBB\xBF", 3) == 0);
	check(writes("a;b", "\"a;b\"") && writes("a\"b", "\"a\"\"b\"") &&
		writes("a\nb", "\"a\nb\""));
	check(writes("a,b", "\"a,b\"") && writes(" a", "\" a\"") && writes("a ", "\"a \""));
	check(writes("97 133", "\"=\"\"97 133\"\"\"") && writes("06 12", "06 12"));
	check(writes("01000", "\"=\"\"01000\"\"\"") && writes("75011", "75011") &&
		writes("0", "0"));
	check(writes("+33612345678", "\"=\"\"+33612345678\"\"\"") &&
		writes("0612345678", "\"=\"\"0612345678\"\"\""));
	check(writes("123456789012", "\"=\"\"123456789012\"\"\"") &&
		writes("12345678901", "12345678901"));
	check(writes("+33 6 12 34 56 78", "+33 6 12 34 56 78") &&
		writes("06 12 34 56 78", "06 12 34 56 78"));
	check(writes("-3", "-3") && writes("-3,50", "\"-3,50\"") && writes("-3.5", "-3.5") &&
		writes("3-4", "3-4"));
}

TEST(csv_runs_no_formula)
{
	static const char *const formulas[] = {
		"=1+1",
		"+1+1",
		"-1+1",
		"@SUM(A1)",
		"\t=1",
		"\r=1",
		"\n=1",
		"=cmd|' /C calc'!A0",
		"+",
		"-",
		"=",
		"@",
		"-3-2",
		"-3,5,6",
		"-x",
		"+33 6 12|x",
		"'=1+1",
		"''@x",
		"+ 33",
		"-3,",
		"+33 6 12 34 56 78;=1",
		"=\"01000\"",
		"+A1",
		"--1",
	};

	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
		if (strncmp(written(&formulas[i], 1), "\"'", 2) != 0)
			t_check(false, __FILE__, __LINE__, formulas[i]);
	check(writes("'a", "'a") && writes("'", "'") && writes("l'été", "l'été"));
}

static const char *const odd_cells[] = {
	"",
	"a",
	"01000",
	"0612345678",
	"+33612345678",
	"+33 6 12 34 56 78",
	"=1+1",
	"'=1+1",
	"''=1",
	"'",
	"''",
	"'a",
	"=\"x\"",
	"'=\"x\"",
	"=\"\"",
	"=\"",
	"\"",
	"\"\"",
	"a\"b",
	";",
	",",
	"\t",
	"\r",
	"\n",
	"\r\n",
	"a\r\nb",
	" a ",
	"-",
	"-3",
	"-3,5",
	"é",
	"œ",
	"😀",
	"@x",
	"1234567890123456",
	"00",
	"+",
	"+0",
	"\t=1",
	"'\t",
	"'-3",
	"'+33 6",
	"\uFEFF",
	"sep=;",
	"sep=@",
};

TEST(csv_comes_back_as_it_was)
{
	size_t n = sizeof odd_cells / sizeof *odd_cells;
	struct arena own = { 0 };
	struct buffer wanted = { &own };

	for (size_t i = 0; i < n; i++)
		buffer_puts(&wanted, arena_printf(&own, "%s|", odd_cells[i]));
	buffer_puts(&wanted, "1/");
	check(reads(written(odd_cells, n), buffer_text(&wanted)));
	check(parse(file, file_len, 7) == CSV_OK);
	check(strcmp(buffer_text(&read_back), buffer_text(&wanted)) == 0);
	for (size_t i = 0; i < n; i++)
		check(reads(
			written(&odd_cells[i], 1) - 3, arena_printf(&own, "%s|1/", odd_cells[i])));
	arena_reset(&own);
}

TEST(csv_finds_separator_and_encoding)
{
	check(reads("a;b\nc;d\n", "a|b|1/c|d|2/") && reads("a,b\r\nc,d", "a|b|1/c|d|2/"));
	check(reads("a\tb\rc\td\r", "a|b|1/c|d|2/") && reads("a\nb\n", "a|1/b|2/"));
	check(reads("\"a,b\";c\nd,e;f\n", "a,b|c|1/d,e|f|2/"));
	check(reads("nom, prénom;âge\nx;y\n", "nom, prénom|âge|1/x|y|2/"));
	check(reads("sep=|\r\na|b\r\n", "a|b|2/") &&
		reads("\xEF\xBB\xBFsep=,\na;b,c\n", "a;b|c|2/"));
	check(reads("Zo\xe9;\x80 \x9cuvre\nZoé;€\n", "Zoé|€ œuvre|1/Zoé|€|2/"));
	check(reads("\x81;a\x0b\n", "\uFFFD|a\uFFFD|1/"));
}

TEST(csv_reads_quotes_lines_and_oddities)
{
	check(reads("\"a\nb\";c\nd;e\n", "a\nb|c|1/d|e|3/") &&
		reads("\"a\r\nb\"\r\nc\r\n", "a\r\nb|1/c|3/"));
	check(reads("a\n\n\nb\n", "a|1/b|4/") && reads("a;;\n;;\n", "a|||1/|||2/"));
	check(reads("a\"b;c\"\n", "a\"b|c\"|1/") && reads("\"a\"b;\"c\"\n", "ab|c|1/"));
	check(reads("\"\"\n", "|1/") && reads("a;\"\"", "a||1/") && reads("", "") &&
		reads("\n\n", ""));
	check(reads("\"a\"\"b\"", "a\"b|1/") && reads("=\"01\";='x\n", "01|='x|1/"));
}

/* TEXT as UTF-16, the low byte of each pair first or last, after its mark, in pieces. */
static bool
reads_wide(const char *text, bool big, const char *wanted)
{
	char bytes[256];
	bool ok = true;
	size_t n = 2;

	memcpy(bytes, big ? "\xFE\xFF" : "\xFF\xFE", 2);
	while (*text != '\0') {
		int32_t c = text_next(&text), low = 0;

		if (c > 0xFFFF) {
			low = 0xDC00 + ((c - 0x10000) & 0x3FF);
			c = 0xD800 + ((c - 0x10000) >> 10);
		}
		for (; c != 0; c = low, low = 0) {
			bytes[n + big] = (char) (c & 0xFF);
			bytes[n + !big] = (char) (c >> 8);
			n += 2;
		}
	}
	for (size_t chunk = 1; chunk <= n; chunk++)
		ok = ok && parse(bytes, n, chunk) == CSV_OK &&
			strcmp(buffer_text(&read_back), wanted) == 0;
	return ok;
}

TEST(csv_reads_unicode_text_of_excel)
{
	for (int big = 0; big < 2; big++) {
		check(reads_wide("Prénom\tVille\r\nZoé\tL’Haÿ \U0001F41D\r\n", big,
			"Prénom|Ville|1/Zoé|L’Haÿ \U0001F41D|2/"));
		check(reads_wide("a;\"b\nœ\"", big, "a|b\nœ|1/"));
	}
	check(parse("\xff\xfe\x00\xdc;\x00\x41", 7, 3) == CSV_OK &&
		strcmp(buffer_text(&read_back), "\uFFFD||1/") == 0);
	check(reads("a", "a|1/") && reads("", ""));
}

static bool
stop(void *into, unsigned long line, const char *const *cells, size_t n)
{
	(void) into, (void) line, (void) cells, (void) n;
	return false;
}

TEST(csv_stops_where_it_must)
{
	char *wide = malloc(3 << 20);
	struct csv_reader *r;

	check(parse("a;\0b\n", 5, 1) == CSV_BINARY &&
		parse("\xff\xfe"
		      "a\0\0\0",
			6, 9) == CSV_BINARY);
	check(parse("a;\"b\nc", 6, 1) == CSV_QUOTE && parse("\"", 1, 1) == CSV_QUOTE);
	memset(wide, ';', 3 << 20);
	check(parse(wide, 2000, 100) == CSV_WIDE && parse(wide, 1022, 100) == CSV_OK);
	memset(wide, 'a', 3 << 20);
	check(parse(wide, 3 << 20, 65536) == CSV_WIDE);
	free(wide);
	r = csv_reader(&mem, stop, NULL);
	check(csv_read(r, "a\nb\nc\n", 6) == CSV_STOPPED && csv_line(r) == 1);
	check(csv_read(r, "d\n", 2) == CSV_STOPPED && csv_end(r) == CSV_STOPPED);
	arena_reset(&mem);
	free(file);
	file = NULL;
}
