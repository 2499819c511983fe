/* hubspot_sign.c - the signature of HubSpot's webhooks, version 3
 *
 * https://developers.hubspot.com/docs/apps/legacy-apps/authentication/validating-requests:
 * base64(HMAC-SHA256(secret, method + url + body + timestamp)), refused after five minutes.
 * Ours: refused as well five minutes ahead, and compared in constant time.
 */

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "net/hubspot_sign.h"

enum { WINDOW_MS = 300000 };

/* The URL with the percent-encodings that HubSpot decodes before it signs. */
static const char *
decoded(struct arena *mem, const char *url)
{
	static const char pairs[][4] = { "3A:", "2F/", "3F?", "40@", "21!", "24$", "27'", "28(",
		"29)", "2A*", "2C,", "3B;" };
	char *out = arena_strdup(mem, url), *to = out;

	for (const char *s = url; *s != '\0'; s++) {
		char c = *s;

		for (size_t i = 0; *s == '%' && i < sizeof pairs / sizeof *pairs; i++)
			if (strncmp(s + 1, pairs[i], 2) == 0)
				c = pairs[i][2];
		*to++ = c;
		s += c != *s ? 2 : 0;
	}
	*to = '\0';
	return out;
}

static bool
in_window(const char *timestamp, int64_t now_ms)
{
	size_t n = strspn(timestamp, "0123456789");
	int64_t at;

	if (n == 0 || n > 15 || timestamp[n] != '\0')
		return false;
	at = strtoll(timestamp, NULL, 10);
	return at >= now_ms - WINDOW_MS && at <= now_ms + WINDOW_MS;
}

static void
add(crypto_auth_hmacsha256_state *mac, const char *s, size_t n)
{
	crypto_auth_hmacsha256_update(mac, (const unsigned char *) s, n);
}

/* Was that request signed with SECRET, within five minutes of NOW_MS (since 1970)? */
bool
hubspot_signed(
	struct arena *mem, const struct hubspot_signed *q, const char *secret, int64_t now_ms)
{
	unsigned char sum[crypto_auth_hmacsha256_BYTES];
	char expected[sodium_base64_ENCODED_LEN(sizeof sum, sodium_base64_VARIANT_ORIGINAL)];
	crypto_auth_hmacsha256_state mac;
	const char *url;

	if (q->timestamp == NULL || q->signature == NULL || !in_window(q->timestamp, now_ms))
		return false;
	url = decoded(mem, q->url);
	crypto_auth_hmacsha256_init(&mac, (const unsigned char *) secret, strlen(secret));
	add(&mac, q->method, strlen(q->method));
	add(&mac, url, strlen(url));
	add(&mac, q->body, q->body_len);
	add(&mac, q->timestamp, strlen(q->timestamp));
	crypto_auth_hmacsha256_final(&mac, sum);
	sodium_bin2base64(
		expected, sizeof expected, sum, sizeof sum, sodium_base64_VARIANT_ORIGINAL);
	return strlen(q->signature) == sizeof expected - 1 &&
		sodium_memcmp(q->signature, expected, sizeof expected - 1) == 0;
}
