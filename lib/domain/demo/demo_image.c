/* demo_image.c - a sun over hills, as a PNG: drawn line by line, packed by zlib */

#include <math.h>
#include <string.h>

#include <zlib.h>

#include "base/buffer.h"
#include "domain/demo/demo_image.h"
#include "domain/objets/fichier.h"

enum { WIDTH = 960, HEIGHT = 480, HILLS = 4, ROW = 1 + WIDTH * 3 };

const char demo_image_alt[] = "Dessin\u00A0: un soleil au-dessus de collines";

struct colour {
	double r, g, b;
};

/* Skies, from above to the horizon, and the farthest and the nearest hill. */
static const struct colour skies[][4] = {
	{ { 45, 106, 172 }, { 190, 220, 240 }, { 143, 188, 160 }, { 24, 92, 70 } },
	{ { 88, 60, 128 }, { 255, 196, 150 }, { 196, 132, 140 }, { 66, 40, 84 } },
	{ { 20, 110, 120 }, { 236, 240, 200 }, { 160, 200, 120 }, { 38, 84, 48 } },
	{ { 214, 110, 70 }, { 255, 228, 170 }, { 226, 160, 96 }, { 110, 52, 44 } },
};

static struct colour
between(struct colour a, struct colour b, double t)
{
	return (struct colour) { a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t,
		a.b + (b.b - a.b) * t };
}

/* How high, from the top, hill H begins at X. */
static double
crest(unsigned number, int h, double x)
{
	double shift = number * 1.7 + h * 2.3;

	return HEIGHT * (0.5 + 0.13 * h) + 26 * sin(x / (150.0 + 37 * h) + shift) +
		11 * sin(x / (47.0 + 9 * h) + shift * 2);
}

static struct colour
pixel(unsigned number, int x, int y)
{
	const struct colour *c = skies[number % (sizeof skies / sizeof *skies)];
	double dx = x - WIDTH * (0.2 + 0.15 * (number % 5)), dy = y - HEIGHT * 0.36;

	for (int h = HILLS - 1; h >= 0; h--)
		if (y > crest(number, h, x))
			return between(c[2], c[3], h / (HILLS - 1.0));
	if (dx * dx + dy * dy < 54 * 54)
		return (struct colour) { 255, 244, 214 };
	return between(c[0], c[1], y / (HEIGHT * 0.62));
}

static void
put_number(struct buffer *out, unsigned long n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buffer_char(out, (char) (n >> shift & 255));
}

static void
put_chunk(struct buffer *out, const char *kind, const void *bytes, size_t n)
{
	uLong sum = crc32(crc32(0, (const Bytef *) kind, 4), bytes, (uInt) n);

	put_number(out, n);
	buffer_add(out, kind, 4);
	buffer_add(out, bytes, n);
	put_number(out, sum);
}

/* Give that objet such a picture: the file; 0: it was refused. */
int64_t
demo_image(struct req *r, int64_t objet_id, unsigned number)
{
	static const char head[] = { 0, 0, WIDTH >> 8, (char) (WIDTH & 255), 0, 0, HEIGHT >> 8,
		(char) (HEIGHT & 255), 8, 2, 0, 0, 0 };
	unsigned char *rows = arena_alloc(&r->mem, (size_t) ROW * HEIGHT), *o = rows;
	uLongf n = compressBound((uLong) ROW * HEIGHT);
	Bytef *packed = arena_alloc(&r->mem, n);
	struct buffer png = { &r->mem };

	for (int y = 0; y < HEIGHT; y++) {
		*o++ = 0;
		for (int x = 0; x < WIDTH; x++) {
			struct colour c = pixel(number, x, y);

			*o++ = (unsigned char) c.r;
			*o++ = (unsigned char) c.g;
			*o++ = (unsigned char) c.b;
		}
	}
	if (compress2(packed, &n, rows, (uLong) ROW * HEIGHT, 9) != Z_OK)
		return 0;
	buffer_add(&png, "\x89PNG\r\n\x1A\n", 8);
	put_chunk(&png, "IHDR", head, sizeof head);
	put_chunk(&png, "IDAT", packed, n);
	put_chunk(&png, "IEND", "", 0);
	return fichier_store_bytes(r, "collines.png", png.s, png.n, objet_id);
}
