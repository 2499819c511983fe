/* sheet_test.c - exports: what the two kinds of file hold, looked at from outside */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/fault.h"
#include "t.h"
#include "web/sheet.h"

static const char *const columns[] = { "Prénom", "Code postal", "Né le" };
static struct arena mem;
static char *content;

static int export(enum sheet_kind kind, const char *const *cells, size_t rows)
{
	struct sheet *s = sheet_open(&mem, kind, "Annuaire : [tout]", columns, 3);

	for (size_t i = 0; i < rows * 3; i++) {
		sheet_cell(s, cells[i]);
		if (i % 3 == 2)
			sheet_row(s);
	}
	return sheet_close(s);
}

static const char *
all_of(FILE *from)
{
	size_t n;

	content = arena_alloc(&mem, 100000);
	n = fread(content, 1, 99999, from);
	content[n] = '\0';
	return content;
}

/* One file of the workbook, as another program sees it; NULL: it finds a fault with it. */
static const char *
inside(int fd, const char *name)
{
	FILE *p = popen(arena_printf(&mem,
				"f=$(mktemp) && cp /proc/%d/fd/%d $f &&"
				" unzip -p $f '%s'; e=$?; rm -f $f; exit $e",
				(int) getpid(), fd, name),
		"r");
	const char *found = all_of(p);

	return pclose(p) == 0 ? found : NULL;
}

TEST(sheet_writes_csv)
{
	int fd = export(SHEET_CSV,
		(const char *const[]) {
			"Zoé", "01000", "1980-02-01", "=1+1", "75011", "", "a\xff", "", "x;y" },
		3);

	check(strcmp(all_of(fdopen(dup(fd), "r")),
		      "\xEF\xBB\xBFPrénom;Code postal;Né le\r\n"
		      "Zoé;\"=\"\"01000\"\"\";1980-02-01\r\n\"'=1+1\";75011;\r\n"
		      "a\uFFFD;;\"x;y\"\r\n") == 0);
	arena_reset(&mem);
}

TEST(sheet_writes_a_workbook)
{
	int fd = export(SHEET_XLSX,
		(const char *const[]) { "Zoé", "01000", "1980-02-01", "=1+1", "+33 6 12",
			"1880-02-01", "a\xff\x01<b>", "", "1980-02-31" },
		3);
	const char *page = inside(fd, "xl/worksheets/sheet1.xml");

	check(page != NULL && strstr(page, "state=\"frozen\"") != NULL);
	check(strstr(content, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>Prénom</t>") != NULL);
	check(strstr(content, "<c r=\"B2\" t=\"inlineStr\"><is><t>01000</t>") != NULL);
	check(strstr(content, "<c r=\"C2\" s=\"2\"><v>29252</v>") != NULL); /* 1980-02-01 */
	check(strstr(content, "<is><t>=1+1</t>") != NULL && strstr(content, "<f>") == NULL);
	check(strstr(content, "<is><t>+33 6 12</t>") != NULL);
	check(strstr(content, "<is><t>1880-02-01</t>") != NULL &&
		strstr(content, "<is><t>1980-02-31</t>") != NULL);
	check(strstr(content, "<t>a\uFFFD\uFFFD&lt;b&gt;</t>") != NULL);
	check(inside(fd, "xl/workbook.xml") != NULL &&
		strstr(content, "name=\"Annuaire    tout \"") != NULL);
	check(inside(fd, "xl/styles.xml") != NULL && strstr(content, "dd/mm/yyyy") != NULL);
	arena_reset(&mem);
}

TEST(sheet_takes_long_cells_and_short_rows)
{
	char *cell = malloc(100001);
	struct sheet *s;
	const char *page;

	memset(cell, 'a', 100000);
	cell[100000] = '\0';
	s = sheet_open(&mem, SHEET_XLSX, "", columns, 3);
	sheet_cell(s, cell);
	sheet_row(s);
	sheet_row(s);
	page = inside(sheet_close(s), "xl/worksheets/sheet1.xml");
	check(page != NULL && strstr(page, "aaa…</t>") != NULL);
	s = sheet_open(&mem, SHEET_CSV, "", columns, 3);
	sheet_cell(s, cell);
	sheet_row(s);
	check(strlen(all_of(fdopen(dup(sheet_close(s)), "r"))) == 99999);
	free(cell);
	arena_reset(&mem);
}

static bool
faults(enum sheet_kind kind)
{
	static const char *cells[30000];
	jmp_buf here, *before = fault_catcher;
	volatile bool faulted = true;

	for (size_t i = 0; i < 30000; i++)
		cells[i] = "Bourg-en-Bresse";
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		export(kind, cells, 10000);
		faulted = false;
	}
	fault_catcher = before;
	arena_reset(&mem);
	return faulted && fault_kind == FAULT_DOWN;
}

TEST(sheet_says_when_the_disk_is_full)
{
	struct rlimit small = { 100000, RLIM_INFINITY }, before;
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);

	getrlimit(RLIMIT_FSIZE, &before);
	small.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &small);
	check(faults(SHEET_CSV));
	check(faults(SHEET_XLSX));
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, handler);
}

TEST(sheet_left_open_leaks_nothing)
{
	int free_fd = dup(0);
	struct sheet *csv, *book;

	close(free_fd);
	csv = sheet_open(&mem, SHEET_CSV, "a", columns, 3);
	book = sheet_open(&mem, SHEET_XLSX, "a", columns, 3);
	sheet_cell(csv, "\xff");
	sheet_cell(book, "\xff"); /* ASan says it when something stays */
	arena_reset(&mem);
	check(dup(0) == free_fd);
	close(free_fd);
}
