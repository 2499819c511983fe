/* dessin.c - the map and the curve, drawn by the server: a few paths, whatever the number of people */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "domain/contact.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/reply.h"

/* ---- the map: a hexagon for each département, five shades ---- */

enum { SHADES = 5, NAMED = 4 };
#define CELL 20.0
#define RADIUS (CELL / 1.7320508)

/* What begins each shade, as long as nobody has more than a few hundred. */
static const int64_t steps[SHADES] = { 0, 1, 5, 15, 40 };

struct map {
	struct str paths[SHADES], texts[2], xs[2], ys[2];
	int64_t scale;
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
add_number(struct req *r, struct str *list, double x)
{
	str_puts(list, arena_printf(&r->mem, list->n > 0 ? " %.4g" : "%.4g", x));
}

/* One cell: its outline among those of its shade, its letters among those of its ink. */
static void
add_cell(struct req *r, struct map *m, const char *code, int row, int column, int64_t n)
{
	double x = (column + (row & 1 ? 0.5 : 0.0)) * CELL - CELL / 2;
	double y = row * RADIUS * 1.5 + 13;
	unsigned q = shade(m, n), ink = q == SHADES - 1;
	size_t letters = strlen(code);

	str_puts(&m->paths[q],
		arena_printf(&r->mem, "M%.4g %.4gl9.3 5.4v10.7l-9.3 5.4-9.3-5.4v-10.7z", x,
			y - RADIUS * 0.93));
	str_puts(&m->texts[ink], code);
	for (size_t i = 0; i < letters; i++) {
		add_number(r, &m->xs[ink], x + ((double) i - (double) (letters - 1) / 2) * 4.1);
		add_number(r, &m->ys[ink], y + 2.4);
	}
}

static void
say_shades(struct req *r, struct map *m)
{
	for (int i = 0; i < SHADES; i++) {
		HDF *c = hdf_node(r, arena_printf(&r->mem, "Carte.teintes.%d", i));
		int64_t from = i < 2 ? steps[i] : steps[i] * m->scale;

		hdf_say_int(c, "i", i);
		hdf_say(c, "d", str_text(&m->paths[i]));
		if (i == 0)
			hdf_say(c, "libelle", "0");
		else if (i == SHADES - 1)
			hdf_say(c, "libelle",
				arena_printf(&r->mem, "%s et plus", bord_number(r, from)));
		else
			hdf_say(c, "libelle",
				arena_printf(&r->mem, "%s à %s", bord_number(r, from),
					bord_number(r, steps[i + 1] * m->scale - 1)));
	}
	for (int i = 0; i < 2; i++) {
		HDF *c = hdf_node(r, arena_printf(&r->mem, "Carte.textes.%d", i));

		hdf_say_int(c, "i", i);
		hdf_say(c, "t", str_text(&m->texts[i]));
		hdf_say(c, "x", str_text(&m->xs[i]));
		hdf_say(c, "y", str_text(&m->ys[i]));
	}
}

/* The scale that spreads the shades: 1, 10, 100... */
static int64_t
scale_of(const struct bord *b)
{
	int64_t most = 0, scale = 1;

	for (const struct chiffre *c = b->t->chiffres; c != NULL; c = c->next)
		if (strcmp(c->axe, "departement") == 0 && strcmp(c->cle, "00") != 0 && c->n > most)
			most = c->n;
	while (most >= 400 * scale)
		scale *= 10;
	return scale;
}

/* Where most are, for who does not see the map. */
static void
add_named(struct req *r, struct str *words, const char *nom, int64_t n)
{
	str_puts(words,
		arena_printf(
			&r->mem, "%s%s (%s)", words->n > 0 ? ", " : "", nom, bord_number(r, n)));
}

/* The rows of the table of départements, most people first, and the map of them. */
void
dessin_map(struct req *r, const struct bord *b)
{
	struct rows *rows = db_rows(
		r, SQL("SELECT code, nom, rang, colonne FROM departement ORDER BY rang, colonne"));
	struct map m = { .scale = scale_of(b) };
	struct str named = { &r->mem };
	int64_t best[NAMED] = { 0 };
	const char *names[NAMED] = { NULL };

	for (int i = 0; i < SHADES; i++)
		m.paths[i].mem = &r->mem;
	for (int i = 0; i < 2; i++)
		m.texts[i].mem = m.xs[i].mem = m.ys[i].mem = &r->mem;
	while (db_next(rows, &r->mem)) {
		const char *code = arena_strdup(&r->mem, db_text(rows, 0));
		const char *nom = arena_strdup(&r->mem, db_text(rows, 1));
		int64_t n = bord_n(b, "departement", code);

		add_cell(r, &m, code, (int) db_num(rows, 2), (int) db_num(rows, 3), n);
		for (int i = 0; i < NAMED && n > 0; i++)
			if (n > best[i]) {
				memmove(best + i + 1, best + i,
					(size_t) (NAMED - 1 - i) * sizeof *best);
				memmove(names + i + 1, names + i,
					(size_t) (NAMED - 1 - i) * sizeof *names);
				best[i] = n, names[i] = nom;
				break;
			}
	}
	for (int i = 0; i < NAMED && best[i] > 0; i++)
		add_named(r, &named, names[i], best[i]);
	say(r, "Carte.ou", str_text(&named));
	say_shades(r, &m);
}

/* ---- the curve of arrivals and departures ---- */

enum { LEFT = 8, STEP = 16, BASE = 90, HIGH = 70 };

/* The month number I of those that are shown, "2026-10". */
const char *
dessin_month(struct req *r, const struct bord *b, int i)
{
	int y = (int) strtol(b->t->debut, NULL, 10),
	    m = (int) strtol(b->t->debut + 5, NULL, 10) - 1 + i;

	return arena_printf(&r->mem, "%04d-%02d", y + m / 12, m % 12 + 1);
}

static const char *
polyline(struct req *r, const int64_t *n, int64_t most)
{
	struct str d = { &r->mem };

	for (int i = 0; i < MOIS; i++)
		str_puts(&d,
			arena_printf(&r->mem, "%c%d %.4g", i == 0 ? 'M' : 'L', LEFT + i * STEP,
				BASE - (most > 0 ? (double) n[i] * HIGH / (double) most : 0.0)));
	return str_text(&d);
}

static void
say_peak(struct req *r, int at, int i, int64_t n, int64_t most)
{
	HDF *v = hdf_node(r, arena_printf(&r->mem, "Courbe.valeurs.%d", at));

	hdf_say_int(v, "x", i < MOIS - 1 ? LEFT + i * STEP : LEFT + i * STEP - 4);
	hdf_say(v, "y",
		arena_printf(&r->mem, "%.4g", BASE - 6 - (double) n * HIGH / (double) most));
	hdf_say(v, "n", bord_number(r, n));
}

void
dessin_curve(struct req *r, const struct bord *b)
{
	int64_t in[MOIS], out[MOIS], most = 0, all_in = 0, all_out = 0;
	struct str letters = { &r->mem }, xs = { &r->mem };
	int peak = 0;

	for (int i = 0; i < MOIS; i++) {
		const char *month = dessin_month(r, b, i);

		in[i] = bord_n(b, "arrivee", month);
		out[i] = bord_n(b, "depart", month);
		peak = in[i] > in[peak] ? i : peak;
		most = in[i] > most ? in[i] : most;
		most = out[i] > most ? out[i] : most;
		all_in += in[i], all_out += out[i];
		str_char(&letters, "JFMAMJJASOND"[strtol(month + 5, NULL, 10) - 1]);
		add_number(r, &xs, LEFT + i * STEP);
	}
	say(r, "Courbe.arrivees", polyline(r, in, most));
	say(r, "Courbe.departs", polyline(r, out, most));
	say(r, "Courbe.lettres", str_text(&letters));
	say(r, "Courbe.x", str_text(&xs));
	say(r, "Courbe.total_arrivees", bord_number(r, all_in));
	say(r, "Courbe.total_departs", bord_number(r, all_out));
	if (most > 0 && in[peak] > 0)
		say_peak(r, 0, peak, in[peak], most);
	if (most > 0 && peak < MOIS - 2)
		say_peak(r, 1, MOIS - 1, in[MOIS - 1], most);
}
