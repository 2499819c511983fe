/* store.h - the contents of files, each once, under the SHA-256 of its bytes: store.url */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>

#include "base/arena.h"

char *store_place(struct arena *, const char *hash);
bool store_is_folder(void);
const char *store_path(struct arena *, const char *hash);
void store_put(struct arena *, const char *hash, int fd);
int store_open(struct arena *, const char *hash);
enum { STORE_PART = 80 };
int store_part(struct arena *, const char *place, const char *range, char part[STORE_PART]);
void store_drop(struct arena *, const char *hash);

#endif
