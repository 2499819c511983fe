/* carte_france.c - the map of France: a hexagon for each département, five shades
 *
 * Drawn by the server: one path a shade, whatever is counted.  A list of the same figures stands
 * beside it, for who does not see the map.
 */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "web/carte_france.h"

enum { SHADES = 5, NAMED = 4 };
#define CELL 20.0
#define RADIUS (CELL / 1.7320508)

/* What begins each shade, as long as nobody has more than a few hundred. */
static const int64_t steps[SHADES] = { 0, 1, 5, 15, 40 };

struct map {
	struct buffer paths[SHADES], texts[2], xs[2], ys[2];
	int64_t scale;
};

struct best {
	const char *nom;
	int64_t n;
};

static unsigned
shade(const struct map *m, int64_t n)
{
	unsigned i = SHADES - 1;

	while (i > 1 && n < steps[i] * m->scale)
		i--;
	return n == 0 ? 0 : i;
}

static void
add_number(struct req *r, struct buffer *list, double x)
{
	buffer_puts(list, arena_printf(&r->mem, list->n > 0 ? " %.4g" : "%.4g", x));
}

/* One cell: its outline among those of its shade, its letters among those of its ink. */
static void
add_cell(struct req *r, struct map *m, const char *code, int row, int column, int64_t n)
{
	double x = (column + (row & 1 ? 0.5 : 0.0)) * CELL - CELL / 2;
	double y = row * RADIUS * 1.5 + 13;
	unsigned q = shade(m, n), ink = q == SHADES - 1;
	size_t letters = strlen(code);

	buffer_puts(&m->paths[q],
		arena_printf(&r->mem, "M%.4g %.4gl9.3 5.4v10.7l-9.3 5.4-9.3-5.4v-10.7z", x,
			y - RADIUS * 0.93));
	buffer_puts(&m->texts[ink], code);
	for (size_t i = 0; i < letters; i++) {
		add_number(r, &m->xs[ink], x + ((double) i - (double) (letters - 1) / 2) * 4.1);
		add_number(r, &m->ys[ink], y + 2.4);
	}
}

static void
say_shades(struct req *r, struct map *m)
{
	for (int i = 0; i < SHADES; i++) {
		struct row *c = row_nth(r, "Carte.teintes", i);
		int64_t from = i < 2 ? steps[i] : steps[i] * m->scale;

		row_say_int(c, "i", i);
		row_say(c, "d", buffer_text(&m->paths[i]));
		if (i == 0)
			row_say(c, "libelle", "0");
		else if (i == SHADES - 1)
			row_say(c, "libelle",
				arena_printf(&r->mem, "%s et plus", text_number(&r->mem, from)));
		else
			row_say(c, "libelle",
				arena_printf(&r->mem, "%s à %s", text_number(&r->mem, from),
					text_number(&r->mem, steps[i + 1] * m->scale - 1)));
	}
	for (int i = 0; i < 2; i++) {
		struct row *c = row_nth(r, "Carte.textes", i);

		row_say_int(c, "i", i);
		row_say(c, "t", buffer_text(&m->texts[i]));
		row_say(c, "x", buffer_text(&m->xs[i]));
		row_say(c, "y", buffer_text(&m->ys[i]));
	}
}

/* The scale that spreads the shades: 1, 10, 100... */
static int64_t
scale_of(int64_t most)
{
	int64_t scale = 1;

	while (most >= 400 * scale)
		scale *= 10;
	return scale;
}

/* Where most are, for who does not see the map. */
static void
add_named(struct req *r, struct buffer *words, const char *nom, int64_t n)
{
	buffer_puts(words,
		arena_printf(&r->mem, "%s%s (%s)", words->n > 0 ? ", " : "", nom,
			text_number(&r->mem, n)));
}

/* The names of those with most, the most first. */
static void
rank(struct best *best, const char *nom, int64_t n)
{
	for (int i = 0; i < NAMED && n > 0; i++)
		if (n > best[i].n) {
			memmove(best + i + 1, best + i, (size_t) (NAMED - 1 - i) * sizeof *best);
			best[i] = (struct best) { nom, n };
			return;
		}
}

static int64_t
most_of(struct rows *rows, struct req *r, carte_france_nombre *nombre, const void *arg)
{
	int64_t most = 0;

	while (db_next(rows, &r->mem)) {
		int64_t n = nombre(arg, db_text(rows, 0));

		most = n > most ? n : most;
	}
	return most;
}

/* Say Carte: a cell for each département, darker as NOMBRE(ARG, its code) is higher. */
void
carte_france_say(struct req *r, carte_france_nombre *nombre, const void *arg)
{
	struct map m = { .scale = scale_of(most_of(db_rows(r, SQL("SELECT code FROM departement")),
				 r, nombre, arg)) };
	struct rows *rows = db_rows(
		r, SQL("SELECT code, nom, rang, colonne FROM departement ORDER BY rang, colonne"));
	struct buffer named = { &r->mem };
	struct best best[NAMED] = { 0 };

	for (int i = 0; i < SHADES; i++)
		m.paths[i].mem = &r->mem;
	for (int i = 0; i < 2; i++)
		m.texts[i].mem = m.xs[i].mem = m.ys[i].mem = &r->mem;
	while (db_next(rows, &r->mem)) {
		const char *code = arena_strdup(&r->mem, db_text(rows, 0));
		int64_t n = nombre(arg, code);

		add_cell(r, &m, code, (int) db_num(rows, 2), (int) db_num(rows, 3), n);
		rank(best, arena_strdup(&r->mem, db_text(rows, 1)), n);
	}
	for (int i = 0; i < NAMED && best[i].n > 0; i++)
		add_named(r, &named, best[i].nom, best[i].n);
	say(r, "Carte.ou", buffer_text(&named));
	say_shades(r, &m);
}
