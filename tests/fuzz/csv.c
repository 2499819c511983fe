/* csv.c - any file in any chunks reads the same; any row that is written comes back
 * links: lib/base/csv.c lib/base/csvread.c lib/base/charset.c lib/base/text.c lib/base/buffer.c
 * libs: -lutf8proc */

#include "base/buffer.h"
#include "base/csv.h"
#include "base/text.h"
#include "promise.h"

static bool
keep(void *into, unsigned long line, const char *const *cells, size_t n)
{
	struct buffer *all = into;

	promise(line > 0 && n > 0);
	for (size_t i = 0; i < n; i++) {
		promise(text_is_utf8(cells[i], strlen(cells[i])));
		buffer_puts(all, cells[i]);
		buffer_char(all, '\1'); /* no cell holds it */
	}
	buffer_char(all, '\2');
	return true;
}

static const char *
parse(struct arena *a, const char *bytes, size_t n, size_t chunk)
{
	struct buffer all = { a };
	struct csv_reader *r = csv_reader(a, keep, &all);

	for (size_t i = 0; i < n; i += chunk)
		csv_read(r, bytes + i, n - i < chunk ? n - i : chunk);
	buffer_char(&all, (char) ('0' + csv_end(r)));
	return buffer_text(&all);
}

/* The cells of a row, NUL between, written and read again. */
static void
round_trip(struct arena *a, const char *cells, size_t n)
{
	struct buffer wanted = { a };
	struct csv c;
	char *file = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&file, &len);

	csv_start(&c, to);
	for (const char *s = cells; s < cells + n; s += strlen(s) + 1) {
		const char *cell = text_clean(a, s);

		csv_cell(&c, cell);
		buffer_puts(&wanted, cell);
		buffer_char(&wanted, '\1');
	}
	csv_row(&c);
	fclose(to);
	buffer_puts(&wanted,
		"\2"
		"0");
	if (c.cells == 0 && n > 0 && n < 1000)
		promise(strcmp(parse(a, file, len, 1 + n % 5), buffer_text(&wanted)) == 0);
	free(file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	char *bytes = as_text(&mem, data, size);

	promise(strcmp(parse(&mem, bytes, size, size + 1), parse(&mem, bytes, size, 1)) == 0);
	round_trip(&mem, bytes, size);
	arena_reset(&mem);
	return 0;
}
