/* qr.h - a QR code, as the path of an SVG */
#ifndef QR_H
#define QR_H

#include "base/req.h"

void qr_say(struct req *, const char *text);

#endif
