/* probe_test.c - what is asked for people never reaches inside our walls */

#include <arpa/inet.h>
#include <netinet/in.h>

#include "net/probe.h"
#include "t.h"

static bool
is_public(const char *text)
{
	struct sockaddr_in four = { .sin_family = AF_INET };
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };

	if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
		return probe_public((const struct sockaddr *) &four);
	check(inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
	return probe_public((const struct sockaddr *) &six);
}

TEST(probe_reaches_the_public_network_alone)
{
	static const char *const out[] = { "1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1",
		"100.128.0.1", "223.255.255.255", "2a01:e0a::1", "::ffff:1.1.1.1", "2001:41d0::1" };
	static const char *const in[] = { "0.0.0.0", "10.1.2.3", "127.0.0.1", "127.9.9.9",
		"169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1",
		"198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
		"fd00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
		"2002:7f00:1::", "2001::1", "2001:db8::1", "::7f00:1" };

	for (unsigned i = 0; i < sizeof out / sizeof *out; i++)
		check(is_public(out[i]));
	for (unsigned i = 0; i < sizeof in / sizeof *in; i++)
		check(!is_public(in[i]));
	check(probe("http://127.0.0.1:9/") == 0);
	check(probe("http://localhost/") == 0);
	check(probe("file:///etc/passwd") == 0);
}
