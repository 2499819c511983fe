/* store_s3.h - contents in a bucket: store.url = s3://BUCKET@HOST, for store.c; and in the
 * second place of dumps
 */
#ifndef STORE_S3_H
#define STORE_S3_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"

bool s3_is(void);
void s3_elsewhere(const char *url, const char *key_file);
extern off_t s3_part_bytes; /* what is larger is sent in parts of so many */
void s3_put(struct arena *, const char *place, int fd);
enum { S3_PART = 80 };
int s3_open(struct arena *, const char *place, const char *range, char part[S3_PART]);
void s3_drop(struct arena *, const char *place);

#endif
