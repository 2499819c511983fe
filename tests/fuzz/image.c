/* image.c - any bytes as a picture: a result that fits, and that cleans to itself
 * links: lib/base/image.c
 * libs: */

#include "base/image.h"
#include "promise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	uint8_t *once = arena_alloc(&mem, size + IMAGE_ROOM);
	struct image image, again;

	for (enum image_kind k = IMAGE_JPEG; k <= IMAGE_GIF; k++) {
		size_t n = image_clean(k, data, size, once, &image);
		uint8_t *twice = arena_alloc(&mem, n + IMAGE_ROOM);

		promise(n <= size + IMAGE_ROOM);
		if (n == 0)
			continue;
		promise(image_clean(k, once, n, twice, &again) == n);
		promise(memcmp(once, twice, n) == 0);
		promise(again.width == image.width && again.height == image.height);
	}
	arena_reset(&mem);
	return 0;
}
