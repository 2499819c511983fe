/* image_test.c - what pictures tell besides the picture goes, part by part, in each of their
 * kinds */

#include "base/image.h"
#include "t.h"

static uint8_t made[4096], out[4096 + IMAGE_ROOM];
static size_t n_made, n_out;

static void
add(const void *bytes, size_t n)
{
	memcpy(made + n_made, bytes, n);
	n_made += n;
}

#define ADD(literal) add(literal, sizeof(literal) - 1)

/* Clean what was made; does something come out? */
static bool
cleaned(enum image_kind kind)
{
	struct image i;

	n_out = image_clean(kind, made, n_made, out, &i);
	return n_out > 0 && i.width == 3 && i.height == 2;
}

static bool
tells(const char *word)
{
	return memmem(out, n_out, word, strlen(word)) != NULL;
}

/* A part of a JPEG: its marker, then what it holds. */
static void
segment(uint8_t marker, const char *bytes, size_t n)
{
	uint8_t head[] = { 0xff, marker, 0, (uint8_t) (n + 2) };

	add(head, 4);
	add(bytes, n);
}

#define SEGMENT(marker, literal) segment(marker, literal, sizeof(literal) - 1)

TEST(image_of_jpeg_keeps_colours_and_tells_nothing_else)
{
	n_made = 0;
	ADD("\xff\xd8");
	SEGMENT(0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0");
	SEGMENT(0xe0, "JFXX\0\x10miniature");
	SEGMENT(0xe1, "Exif\0\0MM\0*\0\0\0\10\0\0exif-lieu");
	SEGMENT(0xe1, "http://ns.adobe.com/xap/1.0/\0xmp-lieu");
	SEGMENT(0xe2, "ICC_PROFILE\0\1\1couleurs");
	SEGMENT(0xe2, "MPF\0MM\0*autre-photo");
	SEGMENT(0xe3, "Meta\0\0numero-de-serie");
	SEGMENT(0xec, "Ducky\0qualite");
	SEGMENT(0xed, "Photoshop 3.0\0008BIM\4\4iptc-auteur");
	SEGMENT(0xef, "dernier");
	SEGMENT(0xfe, "commentaire");
	SEGMENT(0xc0, "\10\0\2\0\3\1\1\x11\0");
	SEGMENT(0xda, "\1\1\0\0\x3f\0");
	ADD("pixels\xff\xd9suite");
	check(cleaned(IMAGE_JPEG));
	check(tells("JFIF") && tells("couleurs") && tells("pixels"));
	check(!tells("miniature") && !tells("exif-lieu") && !tells("xmp-lieu"));
	check(!tells("autre-photo") && !tells("numero") && !tells("qualite"));
	check(!tells("iptc") && !tells("8BIM") && !tells("dernier"));
	check(!tells("commentaire") && !tells("suite"));
}

static void
chunk(const char *name, const char *bytes, size_t n)
{
	uint8_t head[] = { 0, 0, 0, (uint8_t) n };

	add(head, 4);
	add(name, 4);
	add(bytes, n);
	ADD("csum");
}

#define CHUNK(name, literal) chunk(name, literal, sizeof(literal) - 1)

TEST(image_of_png_keeps_colours_and_tells_nothing_else)
{
	n_made = 0;
	ADD("\x89PNG\r\n\x1a\n");
	CHUNK("IHDR", "\0\0\0\3\0\0\0\2\10\0\0\0\0");
	CHUNK("iCCP", "couleurs");
	CHUNK("eXIf", "MM\0*exif-lieu");
	CHUNK("iTXt", "XML:com.adobe.xmp\0\0\0\0\0xmp-lieu");
	CHUNK("tEXt", "Author\0auteur");
	CHUNK("zTXt", "Comment\0\0serre");
	CHUNK("tIME", "moment!");
	CHUNK("caBX", "c2pa");
	CHUNK("prVt", "prive");
	CHUNK("IDAT", "pixels");
	CHUNK("IEND", "");
	ADD("suite");
	check(cleaned(IMAGE_PNG));
	check(tells("couleurs") && tells("pixels") && tells("IEND"));
	check(!tells("exif-lieu") && !tells("xmp-lieu") && !tells("auteur"));
	check(!tells("serre") && !tells("moment") && !tells("c2pa"));
	check(!tells("prive") && !tells("suite"));
}

static void
riff(const char *name, const char *bytes, size_t n)
{
	uint8_t size[] = { (uint8_t) n, 0, 0, 0 };

	add(name, 4);
	add(size, 4);
	add(bytes, n);
}

#define RIFF(name, literal) riff(name, literal, sizeof(literal) - 1)

TEST(image_of_webp_keeps_colours_and_tells_nothing_else)
{
	n_made = 0;
	ADD("RIFF\0\0\0\0WEBP");
	RIFF("VP8X", "\x2c\0\0\0\2\0\0\1\0\0"); /* colours, Exif, XMP */
	RIFF("ICCP", "couleurs");
	RIFF("VP8L", "\x2f\2\x40\0\0pixels!");
	RIFF("EXIF", "exif-lieu!");
	RIFF("XMP ", "xmp-lieu");
	RIFF("INCO", "inconnu!");
	check(cleaned(IMAGE_WEBP));
	check(tells("couleurs") && tells("pixels") && out[20] == 0x20);
	check(!tells("exif-lieu") && !tells("xmp-lieu") && !tells("inconnu"));
	check(out[4] + 8u == n_out);
}
