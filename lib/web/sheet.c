/* sheet.c - a table for a spreadsheet, as CSV or as a real workbook (libxlsxwriter); or as JSON, an
 * object a row */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/csv.h"
#include "base/fault.h"
#include "base/json.h"
#include "base/scratch.h"
#include "base/text.h"
#include "web/body.h"
#include "web/sheet.h"

enum {
	TITLE_MAX = 28,   /* Excel's 31, less a number */
	CELL_MAX = 32767, /* Excel's, in UTF-16 units */
	CELL_ALL = 16000, /* characters that surely fit */
	WIDTH_MIN = 8,
	WIDTH_MAX = 50,
	YEAR_FIRST = 1900, /* of Excel's calendar */
};

struct sheet {
	int fd;
	struct arena *mem;     /* of the whole file */
	struct arena cell_mem; /* of one row */
	const char *title;
	const char *const *columns;
	size_t n;      /* columns */
	size_t column; /* where the next cell goes */
	FILE *out;     /* CSV, JSON */
	bool json;
	struct csv csv;
	lxw_workbook *book; /* XLSX; NULL once closed */
	lxw_worksheet *page;
	lxw_format *bold, *day;
	lxw_row_t row;
	unsigned pages;
	unsigned char *widths; /* of each column, in characters */
};

/* A workbook nobody closed; the library forgets the files of its rows. */
static void
drop_book(lxw_workbook *book)
{
	lxw_worksheet *page;

	LXW_FOREACH_WORKSHEET(page, book)
	fclose(page->optimize_tmpfile);
	lxw_workbook_free(book);
}

static void
release(void *p)
{
	struct sheet *s = p;

	arena_reset(&s->cell_mem);
	if (s->out != NULL)
		fclose(s->out);
	if (s->book != NULL)
		drop_book(s->book);
}

/* Excel refuses some characters in the name of a sheet, and more than 31. */
static const char *
page_title(struct sheet *s)
{
	char *title = text_cut(s->mem, text_clean(s->mem, s->title), TITLE_MAX);

	for (char *c = title; *c != '\0'; c++)
		if (strchr("[]:*?/\\'", *c) != NULL || (unsigned char) *c < ' ')
			*c = ' ';
	if (title[strspn(title, " ")] == '\0')
		title = arena_strdup(s->mem, "Export");
	return s->pages == 1 ? title : arena_printf(s->mem, "%s %u", title, s->pages);
}

static void
widen(struct sheet *s, const char *text)
{
	size_t n = text_length(text) + 1;

	if (n > s->widths[s->column])
		s->widths[s->column] = (unsigned char) (n < WIDTH_MAX ? n : WIDTH_MAX);
}

/* A page of the workbook, with its header: bold, and still there when one scrolls. */
static void
new_page(struct sheet *s)
{
	s->pages++;
	s->page = workbook_add_worksheet(s->book, page_title(s));
	if (s->page == NULL)
		fault("xlsx: no sheet \"%s\"", page_title(s));
	worksheet_freeze_panes(s->page, 1, 0);
	worksheet_repeat_rows(s->page, 0, 0);
	for (s->column = 0; s->column < s->n; s->column++) {
		widen(s, s->columns[s->column]);
		worksheet_write_string(s->page, 0, (lxw_col_t) s->column,
			text_clean(s->mem, s->columns[s->column]), s->bold);
	}
	s->column = 0;
	s->row = 1;
}

/* The library never looks whether its rows reached the disk: look here. */
static void
end_page(struct sheet *s)
{
	if (fflush(s->page->optimize_tmpfile) != 0 || ferror(s->page->optimize_tmpfile))
		fault_down("xlsx: cannot write: %s", strerror(errno));
	for (size_t i = 0; i < s->n; i++)
		worksheet_set_column(s->page, (lxw_col_t) i, (lxw_col_t) i, s->widths[i], NULL);
	if (s->n > 0)
		worksheet_autofilter(s->page, 0, 0, s->row - 1, (lxw_col_t) (s->n - 1));
}

/* The workbook writes by name: that of our nameless file. */
static void
open_book(struct sheet *s)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
		.tmpdir = (char *) body_limits.tmpdir };

	s->book = workbook_new_opt(arena_printf(s->mem, "/proc/self/fd/%d", s->fd), &options);
	if (s->book == NULL)
		fault("xlsx: out of memory");
	s->bold = workbook_add_format(s->book);
	format_set_bold(s->bold);
	s->day = workbook_add_format(s->book);
	format_set_num_format(s->day, "dd/mm/yyyy");
	s->widths = arena_alloc(s->mem, s->n);
	memset(s->widths, WIDTH_MIN, s->n);
	new_page(s);
}

static void
open_csv(struct sheet *s)
{
	s->out = fdopen(dup(s->fd), "w");
	if (s->out == NULL)
		fault_down("csv: %s", strerror(errno));
	csv_start(&s->csv, s->out);
	for (size_t i = 0; i < s->n; i++)
		csv_cell(&s->csv, s->columns[i]);
	csv_row(&s->csv);
}

/* An array, filled in by json_cell() and sheet_row(). */
static void
open_json(struct sheet *s)
{
	s->out = fdopen(dup(s->fd), "w");
	if (s->out == NULL)
		fault_down("json: %s", strerror(errno));
	s->json = true;
	fputs("[", s->out);
}

static void
json_cell(struct sheet *s, const char *text)
{
	fputs(s->column > 0 ? "," : s->row > 0 ? ",\n{" : "\n{", s->out);
	fprintf(s->out, "%s:%s", json_quoted(&s->cell_mem, s->columns[s->column]),
		json_quoted(&s->cell_mem, text_clean(&s->cell_mem, text)));
}

/* Start a table of N columns; their names must live until sheet_close(). */
struct sheet *
sheet_open(struct arena *a, enum sheet_kind kind, const char *title, const char *const *columns,
	size_t n)
{
	struct sheet *s = arena_alloc(a, sizeof *s);

	s->fd = scratch_open(a, body_limits.tmpdir);
	s->mem = a;
	s->title = title;
	s->columns = columns;
	s->n = n;
	arena_own(a, s, release);
	if (kind == SHEET_CSV)
		open_csv(s);
	else if (kind == SHEET_JSON)
		open_json(s);
	else
		open_book(s);
	return s;
}

/* "2026-09-14" and nothing else, in the calendar of Excel. */
static bool
is_day(const char *text, lxw_datetime *day)
{
	*day = (lxw_datetime) { 0 };
	return strlen(text) == 10 && text[4] == '-' && text[7] == '-' &&
		text_date(text, &day->year, &day->month, &day->day) && day->year >= YEAR_FIRST;
}

static void
book_cell(struct sheet *s, const char *text)
{
	lxw_col_t column = (lxw_col_t) s->column;
	lxw_datetime day;

	if (*text == '\0')
		return;
	widen(s, text);
	if (is_day(text, &day)) {
		worksheet_write_datetime(s->page, s->row, column, &day, s->day);
		return;
	}
	text = text_clean(&s->cell_mem, text);
	if (strlen(text) > CELL_MAX && text_length(text) > CELL_ALL)
		text = text_cut(&s->cell_mem, text, CELL_ALL);
	if (worksheet_write_string(s->page, s->row, column, text, NULL) != LXW_NO_ERROR)
		fault_down("xlsx: cannot write: %s", strerror(errno));
}

/* The next cell of the row.  Text stays text, "2026-09-14" becomes a date. */
void
sheet_cell(struct sheet *s, const char *text)
{
	if (s->column >= s->n)
		fault("a row has more than the %zu columns of \"%s\"", s->n, s->title);
	if (s->book != NULL)
		book_cell(s, text);
	else if (s->json)
		json_cell(s, text);
	else
		csv_cell(&s->csv, text_clean(&s->cell_mem, text));
	s->column++;
}

/* End the row; cells not given stay empty. */
void
sheet_row(struct sheet *s)
{
	while (s->book == NULL && s->column < s->n)
		sheet_cell(s, "");
	s->column = 0;
	s->row += s->json;
	if (s->cell_mem.blocks != NULL)
		arena_reset(&s->cell_mem);
	if (s->json)
		fputs("}", s->out);
	else if (s->book == NULL)
		csv_row(&s->csv);
	else if (++s->row == LXW_ROW_MAX) {
		end_page(s);
		new_page(s);
	}
}

static void
close_csv(struct sheet *s)
{
	bool failed;

	if (s->json)
		fputs("\n]\n", s->out);
	failed = ferror(s->out) != 0;
	failed = fclose(s->out) != 0 || failed;
	s->out = NULL;
	if (failed)
		fault_down("csv: cannot write: %s", strerror(errno));
}

static void
close_book(struct sheet *s)
{
	lxw_workbook *book = s->book;
	lxw_error error;

	end_page(s);
	s->book = NULL; /* workbook_close() frees it, even when it fails */
	error = workbook_close(book);
	if (error != LXW_NO_ERROR)
		fault_down("xlsx: %s: %s", lxw_strerror(error), strerror(errno));
}

/* The whole file: its descriptor, at 0, closed with the arena. */
int
sheet_close(struct sheet *s)
{
	if (s->book != NULL)
		close_book(s);
	else
		close_csv(s);
	lseek(s->fd, 0, SEEK_SET);
	return s->fd;
}
