/* qr.c - a QR code, as the path of an SVG */

#include <qrencode.h>

#include "base/buffer.h"
#include "web/qr.h"

/* The dark squares of line Y, each run of them one rectangle. */
static void
line(struct req *r, const QRcode *qr, int y, struct buffer *path)
{
	const unsigned char *row = qr->data + y * qr->width;

	for (int x = 0, n; x < qr->width; x += n) {
		for (n = 1; x + n < qr->width && (row[x + n] & 1) == (row[x] & 1);)
			n++;
		if (row[x] & 1)
			buffer_puts(path,
				arena_printf(&r->mem, "M%d %dh%dv1h-%dz", x + 4, y + 4, n, n));
	}
}

/* TEXT as Qr.path, and the side of its square, with the margin that cameras want, as Qr.side. */
void
qr_say(struct req *r, const char *text)
{
	QRcode *qr = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	struct buffer path = { &r->mem };

	if (qr == NULL)
		return;
	for (int y = 0; y < qr->width; y++)
		line(r, qr, y, &path);
	say(r, "Qr.path", buffer_text(&path));
	say_int(r, "Qr.side", qr->width + 8);
	QRcode_free(qr);
}
