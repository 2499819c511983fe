/* vignette.h - small copies of pictures, made by a process of their own */
#ifndef VIGNETTE_H
#define VIGNETTE_H

#include "base/arena.h"
#include "base/image.h"

enum vignette { VIGNETTE_MADE, VIGNETTE_NONE, VIGNETTE_NO_TOOL };

enum vignette vignette_make(struct arena *, int fd, struct image *, int *into);
int vignette_jpeg(struct arena *, int fd, int64_t *size);
int vignette_mail(struct arena *, int fd, int64_t *size);

#endif
