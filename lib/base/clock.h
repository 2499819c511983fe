/* clock.h - the one clock and the one source of randomness, so that tests can turn both */
#ifndef CLOCK_H
#define CLOCK_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/arena.h"

extern int64_t clock_shift; /* seconds added to the system's clock: tests, demonstration */

time_t clock_now(void);
int64_t clock_ms(void);
char *clock_sql(struct arena *, time_t);
time_t clock_parse(const char *utc);
void random_bytes(void *into, size_t n);
char *random_hex(struct arena *, size_t bytes);
char *sha256_hex(struct arena *, const void *text, size_t n);

#endif
