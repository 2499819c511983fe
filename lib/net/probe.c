/* probe.c - does an address of another site answer?  Asked for people, so never inside our walls */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <unistd.h>

#include <curl/curl.h>

#include "base/fault.h"
#include "net/probe.h"

/* What IPv4 keeps for itself: network, bits. */
static const struct range {
	unsigned char a[4];
	int bits;
} kept[] = {
	{ { 0, 0, 0, 0 }, 8 },
	{ { 10, 0, 0, 0 }, 8 },
	{ { 100, 64, 0, 0 }, 10 },
	{ { 127, 0, 0, 0 }, 8 },
	{ { 169, 254, 0, 0 }, 16 },
	{ { 172, 16, 0, 0 }, 12 },
	{ { 192, 0, 0, 0 }, 24 },
	{ { 192, 0, 2, 0 }, 24 },
	{ { 192, 88, 99, 0 }, 24 },
	{ { 192, 168, 0, 0 }, 16 },
	{ { 198, 18, 0, 0 }, 15 },
	{ { 198, 51, 100, 0 }, 24 },
	{ { 203, 0, 113, 0 }, 24 },
	{ { 224, 0, 0, 0 }, 3 },
};

static unsigned long
number(const unsigned char a[4])
{
	return (unsigned long) a[0] << 24 | (unsigned long) a[1] << 16 | (unsigned long) a[2] << 8 |
		a[3];
}

static bool
public4(const unsigned char a[4])
{
	for (unsigned i = 0; i < sizeof kept / sizeof *kept; i++)
		if ((number(a) ^ number(kept[i].a)) >> (32 - kept[i].bits) == 0)
			return false;
	return true;
}

/* Of IPv6 only 2000::/3 is the public network; what wraps an address of IPv4 there counts as none.
 */
static bool
public6(const unsigned char a[16])
{
	static const unsigned char mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF };

	if (memcmp(a, mapped, sizeof mapped) == 0)
		return public4(a + 12);
	if ((a[0] & 0xE0) != 0x20 || (a[0] == 0x20 && a[1] == 0x02))
		return false;
	return !(a[0] == 0x20 && a[1] == 0x01 && (a[2] < 2 || (a[2] == 0x0D && a[3] == 0xB8)));
}

bool
probe_public(const struct sockaddr *a)
{
	if (a->sa_family == AF_INET)
		return public4((const unsigned char *) &((const struct sockaddr_in *) a)->sin_addr);
	return a->sa_family == AF_INET6 &&
		public6(((const struct sockaddr_in6 *) a)->sin6_addr.s6_addr);
}

/* A web server's port, of either family: sin_port and sin6_port stand at the same place. */
static bool
web_port(const struct sockaddr *a)
{
	in_port_t port = ((const struct sockaddr_in *) a)->sin_port;

	return port == htons(80) || port == htons(443);
}

static curl_socket_t
open_socket(void *unused, curlsocktype purpose, struct curl_sockaddr *a)
{
	(void) unused, (void) purpose;
	return probe_public(&a->addr) && web_port(&a->addr) ?
		socket(a->family, a->socktype, a->protocol) :
		CURL_SOCKET_BAD;
}

/* Nothing of what it says is wanted. */
static size_t
no_body(char *bytes, size_t one, size_t n, void *unused)
{
	(void) bytes, (void) one, (void) n, (void) unused;
	return 0;
}

static long
ask(CURL *c, const char *url, bool head)
{
	long status = 0;

	curl_easy_reset(c);
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_NOBODY, (long) head);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 4L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 8L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_FORBID_REUSE, 1L);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "Essaim (verification des liens d'une lettre)");
	curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, no_body);
	curl_easy_perform(c);
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
	return status;
}

long
probe(const char *url)
{
	CURL *c = curl_easy_init();
	long status;

	if (c == NULL)
		fault("out of memory");
	status = ask(c, url, true);
	if (status == 403 || status == 404 || status == 405 || status == 501)
		status = ask(c, url, false);
	curl_easy_cleanup(c);
	return status;
}
