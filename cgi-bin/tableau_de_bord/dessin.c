/* dessin.c - the map and the curve, drawn by the server: a few paths, whatever the number of
 * people */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/carte_france.h"
#include "web/reply.h"

/* ---- the map ---- */

static int64_t
people_in(const void *b, const char *code)
{
	return bord_n(b, "departement", code);
}

void
dessin_map(struct req *r, const struct bord *b)
{
	carte_france_say(r, people_in, b);
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

static void
add_number(struct req *r, struct buffer *list, double x)
{
	buffer_puts(list, arena_printf(&r->mem, list->n > 0 ? " %.4g" : "%.4g", x));
}

static const char *
polyline(struct req *r, const int64_t *n, int64_t most)
{
	struct buffer d = { &r->mem };

	for (int i = 0; i < MOIS; i++)
		buffer_puts(&d,
			arena_printf(&r->mem, "%c%d %.4g", i == 0 ? 'M' : 'L', LEFT + i * STEP,
				BASE - (most > 0 ? (double) n[i] * HIGH / (double) most : 0.0)));
	return buffer_text(&d);
}

static void
say_peak(struct req *r, int at, int i, int64_t n, int64_t most)
{
	struct row *v = row_nth(r, "Courbe.valeurs", at);

	row_say_int(v, "x", i < MOIS - 1 ? LEFT + i * STEP : LEFT + i * STEP - 4);
	row_say(v, "y",
		arena_printf(&r->mem, "%.4g", BASE - 6 - (double) n * HIGH / (double) most));
	row_say(v, "n", bord_number(r, n));
}

void
dessin_curve(struct req *r, const struct bord *b)
{
	int64_t in[MOIS], out[MOIS], most = 0, all_in = 0, all_out = 0;
	struct buffer letters = { &r->mem }, xs = { &r->mem };
	int peak = 0;

	for (int i = 0; i < MOIS; i++) {
		const char *month = dessin_month(r, b, i);

		in[i] = bord_n(b, "arrivee", month);
		out[i] = bord_n(b, "depart", month);
		peak = in[i] > in[peak] ? i : peak;
		most = in[i] > most ? in[i] : most;
		most = out[i] > most ? out[i] : most;
		all_in += in[i], all_out += out[i];
		buffer_char(&letters,
			(char) (*text_month((int) strtol(month + 5, NULL, 10)) - 'a' + 'A'));
		add_number(r, &xs, LEFT + i * STEP);
	}
	say(r, "Courbe.arrivees", polyline(r, in, most));
	say(r, "Courbe.departs", polyline(r, out, most));
	say(r, "Courbe.lettres", buffer_text(&letters));
	say(r, "Courbe.x", buffer_text(&xs));
	say(r, "Courbe.total_arrivees", bord_number(r, all_in));
	say(r, "Courbe.total_departs", bord_number(r, all_out));
	if (most > 0 && in[peak] > 0)
		say_peak(r, 0, peak, in[peak], most);
	if (most > 0 && peak < MOIS - 2)
		say_peak(r, 1, MOIS - 1, in[MOIS - 1], most);
}
