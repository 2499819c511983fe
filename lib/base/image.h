/* image.h - pictures that people send: their size, and their bytes without what they tell
 *
 * The place where a photo was taken, the name of the telephone, remarks and small copies of the
 * picture before it was cropped are dropped; the pixels, the colours and the right way up stay.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include <stddef.h>
#include <stdint.h>

enum image_kind { IMAGE_NONE, IMAGE_JPEG, IMAGE_PNG, IMAGE_WEBP, IMAGE_GIF };
enum { IMAGE_ROOM = 64 }; /* bytes more than the picture, at most */

struct image {
	int32_t width, height;
};

size_t image_clean(enum image_kind, const uint8_t *s, size_t n, uint8_t *into, struct image *);

#endif
