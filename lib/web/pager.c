/* pager.c - lists in pages: "1 … 4 5 6 … 70", the one before, the one after */

#include <inttypes.h>
#include <stdlib.h>

#include "web/pager.h"

enum { AROUND = 2, MOST = 100000 };

/* The page that ?page= asks for, from 1. */
int64_t
pager_asked(struct req *r)
{
	int64_t n = strtoll(param(r, "page"), NULL, 10);

	return n < 1 || n > MOST ? 1 : n;
}

static const char *
address(struct req *r, const char *prefix, int64_t n)
{
	return arena_printf(&r->mem, "%s%" PRId64, prefix, n);
}

static struct row *
row_of(struct req *r, unsigned n)
{
	return row_nth(r, "Pager.pages", n);
}

static void
say_numbers(struct req *r, const char *prefix, int64_t here, int64_t last)
{
	unsigned n = 0;

	for (int64_t i = 1; i <= last; i++) {
		struct row *row = row_of(r, n++);

		if (i != 1 && i != last && (i < here - AROUND || i > here + AROUND)) {
			row_say(row, "numero", ""); /* a gap */
			i = i < here ? here - AROUND - 1 : last - 1;
			continue;
		}
		row_say_int(row, "numero", i);
		row_say(row, "url", address(r, prefix, i));
		if (i == here)
			row_say(row, "ici", "1");
	}
}

/* Say `total`, `page` and Pager for page HERE, from 1, of a list of TOTAL, PAR a page.  The address
 * of a page is PREFIX and its number: PREFIX ends with "page=". */
void
pager_say(struct req *r, const char *prefix, int64_t here, int64_t total, int64_t par)
{
	int64_t last = (total + par - 1) / par;

	say_int(r, "total", total);
	say_int(r, "page", here);
	say_numbers(r, prefix, here, last);
	if (here > 1)
		say(r, "Pager.precedente", address(r, prefix, here - 1));
	if (here < last)
		say(r, "Pager.suivante", address(r, prefix, here + 1));
}

/* The same without a total: LIST was asked for PAR rows and one more, which says whether there is
 * another page and is taken away. */
void
pager_more(struct req *r, const char *prefix, const char *list, int64_t par)
{
	int64_t here = pager_asked(r);
	const char *last = arena_printf(&r->mem, "%s.%" PRId64, list, par);

	if (row_find(r, last) != NULL) {
		unsay(r, last);
		say(r, "Pager.suivante", arena_printf(&r->mem, "%s%" PRId64, prefix, here + 1));
	}
	if (here > 1)
		say(r, "Pager.precedente", arena_printf(&r->mem, "%s%" PRId64, prefix, here - 1));
}
