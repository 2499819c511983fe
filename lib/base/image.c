/* image.c - JPEG, PNG, WebP and GIF, part by part: only known parts are copied
 *
 * Nothing is decoded.  Whatever follows the end of the picture (another file hidden there) goes.
 */

#include <stdbool.h>
#include <string.h>

#include "base/image.h"

struct copy {
	const uint8_t *s, *end;
	uint8_t *out;
	struct image *image;
	bool pixels;
};

static uint32_t
big(const uint8_t *s, int bytes)
{
	uint32_t v = 0;

	while (bytes-- > 0)
		v = v << 8 | *s++;
	return v;
}

static uint32_t
little(const uint8_t *s, int bytes)
{
	uint32_t v = 0;

	while (bytes-- > 0)
		v = v << 8 | s[bytes];
	return v;
}

static void
put(struct copy *c, const uint8_t *s, size_t n)
{
	memcpy(c->out, s, n);
	c->out += n;
}

/* Which way up an Exif block of N bytes says the picture is; 1: as it stands. */
static int
orientation(const uint8_t *s, size_t n)
{
	uint32_t (*num)(const uint8_t *, int);
	uint32_t at, entries;

	if (n < 14 || memcmp(s, "Exif\0\0", 6) != 0)
		return 1;
	s += 6, n -= 6;
	num = s[0] == 'I' ? little : big;
	at = num(s + 4, 4);
	if (at > n - 2)
		return 1;
	entries = num(s + at, 2);
	for (at += 2; entries > 0 && at <= n - 12 && n >= 12; entries--, at += 12)
		if (num(s + at, 2) == 0x0112) {
			uint32_t way = num(s + at + 8, 2);

			return way >= 1 && way <= 8 ? (int) way : 1;
		}
	return 1;
}

/* An Exif block that says the way up and nothing else. */
static void
put_orientation(struct copy *c, int way)
{
	uint8_t block[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0,
		0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (uint8_t) way, 0, 0, 0, 0, 0, 0, 0 };

	put(c, block, sizeof block);
}

/* A part of a JPEG: S is its marker, N what follows the marker, its length first. */
static void
jpeg_part(struct copy *c, const uint8_t *s, size_t n, bool *turned)
{
	uint8_t m = s[1];
	const uint8_t *data = s + 4;
	bool kept = m < 0xe0 || m == 0xee;

	if (m >= 0xc0 && m <= 0xcf && m != 0xc4 && m != 0xc8 && m != 0xcc && n >= 7) {
		c->image->height = (int32_t) big(data + 1, 2);
		c->image->width = (int32_t) big(data + 3, 2);
	}
	if (m == 0xe1 && !*turned && orientation(data, n - 2) != 1) {
		put_orientation(c, orientation(data, n - 2));
		*turned = true;
	}
	if (m == 0xe0)
		kept = n >= 7 && memcmp(data, "JFIF", 5) == 0;
	if (m == 0xe2)
		kept = n >= 14 && memcmp(data, "ICC_PROFILE", 12) == 0;
	if (kept)
		put(c, s, n + 2);
}

/* The pixels, up to the next marker that is one. */
static void
jpeg_pixels(struct copy *c)
{
	const uint8_t *from = c->s;

	for (; c->s < c->end; c->s++)
		if (c->s + 1 < c->end && c->s[0] == 0xff && c->s[1] != 0 && c->s[1] != 0xff &&
			(c->s[1] < 0xd0 || c->s[1] > 0xd7))
			break;
	put(c, from, (size_t) (c->s - from));
	c->pixels = true;
}

static bool
jpeg(struct copy *c)
{
	static const uint8_t first[] = { 0xff, 0xd8 }, last[] = { 0xff, 0xd9 };
	bool turned = false;

	put(c, first, 2);
	for (c->s += 2; c->end - c->s >= 4 && c->s[0] == 0xff && c->s[1] != 0xd9;) {
		const uint8_t *s = c->s;
		size_t n = big(s + 2, 2);

		if (s[1] == 0xff) {
			c->s++;
			continue;
		}
		if (s[1] <= 1 || (s[1] >= 0xd0 && s[1] <= 0xd8) || n < 2 ||
			(size_t) (c->end - s) < n + 2)
			break;
		jpeg_part(c, s, n, &turned);
		c->s = s + 2 + n;
		if (s[1] == 0xda)
			jpeg_pixels(c);
	}
	put(c, last, 2);
	return c->pixels;
}

static bool
png(struct copy *c)
{
	static const char kept[] =
		"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT ";

	put(c, c->s, 8);
	for (c->s += 8; c->end - c->s >= 12;) {
		size_t n = big(c->s, 4);
		char name[6] = { 0 };

		memcpy(name, c->s + 4, 4);
		name[4] = ' ';
		if (n > (size_t) (c->end - c->s) - 12)
			return false;
		if (memcmp(name, "IHDR", 4) == 0 && n == 13) {
			c->image->width = (int32_t) (big(c->s + 8, 4) & INT32_MAX);
			c->image->height = (int32_t) (big(c->s + 12, 4) & INT32_MAX);
		}
		c->pixels = c->pixels || memcmp(name, "IDAT", 4) == 0;
		if (strlen(name) == 5 && strchr(name, ' ') == name + 4 &&
			strstr(kept, name) != NULL)
			put(c, c->s, n + 12);
		c->s += n + 12;
		if (memcmp(name, "IEND", 4) == 0)
			return c->pixels;
	}
	return false;
}

/* The size that the first part of a WebP tells. */
static void
webp_size(struct image *i, const uint8_t *s, size_t n)
{
	uint32_t bits;

	if (memcmp(s, "VP8X", 4) == 0 && n >= 10) {
		i->width = (int32_t) little(s + 12, 3) + 1;
		i->height = (int32_t) little(s + 15, 3) + 1;
	} else if (i->width == 0 && memcmp(s, "VP8 ", 4) == 0 && n >= 10) {
		i->width = (int32_t) little(s + 14, 2) & 0x3fff;
		i->height = (int32_t) little(s + 16, 2) & 0x3fff;
	} else if (i->width == 0 && memcmp(s, "VP8L", 4) == 0 && n >= 5) {
		bits = little(s + 9, 4);
		i->width = (int32_t) (bits & 0x3fff) + 1;
		i->height = (int32_t) (bits >> 14 & 0x3fff) + 1;
	}
}

static bool
webp(struct copy *c)
{
	static const char kept[] = "VP8 VP8LVP8XALPHANIMANMFICCP";
	uint8_t *riff = c->out;
	size_t total;

	put(c, c->s, 12);
	for (c->s += 12; c->end - c->s >= 8;) {
		size_t n = little(c->s + 4, 4), whole = 8 + n + (n & 1);
		uint8_t *at = c->out;

		if (n > (size_t) (c->end - c->s) - 8)
			return false;
		if (whole > (size_t) (c->end - c->s))
			whole--;
		webp_size(c->image, c->s, n);
		c->pixels = c->pixels || memcmp(c->s, "VP8 ", 4) == 0 ||
			memcmp(c->s, "VP8L", 4) == 0 || memcmp(c->s, "ANMF", 4) == 0;
		for (size_t k = 0; k + 4 < sizeof kept; k += 4)
			if (memcmp(c->s, kept + k, 4) == 0) {
				put(c, c->s, whole);
				break;
			}
		if (c->out > at && memcmp(at, "VP8X", 4) == 0 && n >= 10)
			at[8] &= (uint8_t) ~0x0c; /* no Exif, no XMP */
		c->s += whole;
	}
	total = (size_t) (c->out - riff) - 8;
	for (int i = 0; i < 4; i++)
		riff[4 + i] = (uint8_t) (total >> 8 * i);
	return c->pixels;
}

/* The N bytes of a picture of that kind, cleaned INTO a place for n + IMAGE_ROOM bytes; its size.
 * How many bytes; 0: it is no such picture. */
size_t
image_clean(enum image_kind kind, const uint8_t *s, size_t n, uint8_t *into, struct image *image)
{
	struct copy c = { s, s + n, into, image };
	bool ok = false;

	*image = (struct image) { 0 };
	if (kind == IMAGE_JPEG && n > 4 && s[0] == 0xff && s[1] == 0xd8)
		ok = jpeg(&c);
	else if (kind == IMAGE_PNG && n > 33 && memcmp(s, "\x89PNG\r\n\x1a\n", 8) == 0)
		ok = png(&c);
	else if (kind == IMAGE_WEBP && n > 20 && memcmp(s, "RIFF", 4) == 0 &&
		memcmp(s + 8, "WEBP", 4) == 0)
		ok = webp(&c);
	else if (kind == IMAGE_GIF && n > 13 && memcmp(s, "GIF8", 4) == 0) {
		image->width = (int32_t) little(s + 6, 2);
		image->height = (int32_t) little(s + 8, 2);
		put(&c, s, n);
		ok = true;
	}
	return ok && image->width > 0 && image->height > 0 ? (size_t) (c.out - into) : 0;
}
