/* clock.c - time, randomness and the hash of tokens */

#include <stdio.h>

#include <sodium.h>

#include "base/clock.h"
#include "base/fault.h"

int64_t clock_shift;

/* Seconds since 1970, UTC. */
time_t
clock_now(void)
{
	return time(NULL) + clock_shift;
}

/* Milliseconds since 1970, UTC. */
int64_t
clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return ((int64_t) t.tv_sec + clock_shift) * 1000 + t.tv_nsec / 1000000;
}

/* "2026-09-14 18:30:00", UTC, as MariaDB's DATETIME reads it. */
char *
clock_sql(struct arena *a, time_t t)
{
	struct tm tm;
	char s[20];

	gmtime_r(&t, &tm);
	strftime(s, sizeof s, "%F %T", &tm);
	return arena_strdup(a, s);
}

/* The inverse of clock_sql(); a day alone is midnight; 0 when it is neither. */
time_t
clock_parse(const char *utc)
{
	struct tm tm = { 0 };
	int n = sscanf(utc, "%4d-%2d-%2d%*c%2d:%2d:%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
		&tm.tm_hour, &tm.tm_min, &tm.tm_sec);

	if (n < 3)
		return 0;
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return timegm(&tm);
}

static void
sodium(void)
{
	if (sodium_init() < 0)
		fault("no source of randomness");
}

void
random_bytes(void *into, size_t n)
{
	sodium();
	randombytes_buf(into, n);
}

static char *
hex(struct arena *a, const unsigned char *bytes, size_t n)
{
	return sodium_bin2hex(arena_alloc(a, n * 2 + 1), n * 2 + 1, bytes, n);
}

/* As many random bytes, written as twice as many lower-case hex digits. */
char *
random_hex(struct arena *a, size_t bytes)
{
	unsigned char *b = arena_alloc(a, bytes);

	random_bytes(b, bytes);
	return hex(a, b, bytes);
}

/* 64 lower-case hex digits. */
char *
sha256_hex(struct arena *a, const void *text, size_t n)
{
	unsigned char h[crypto_hash_sha256_BYTES];

	sodium();
	crypto_hash_sha256(h, text, n);
	return hex(a, h, sizeof h);
}
