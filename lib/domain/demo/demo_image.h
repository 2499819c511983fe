/* demo_image.h - pictures of a demonstration, drawn when it is made: one number, the same hills */
#ifndef DEMO_IMAGE_H
#define DEMO_IMAGE_H

#include "base/req.h"

extern const char demo_image_alt[];

int64_t demo_image(struct req *, int64_t objet_id, unsigned number);

#endif
