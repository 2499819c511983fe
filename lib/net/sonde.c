/* sonde.c - ask our own site, and read the certificate that it shows */

#include <string.h>

#include <curl/curl.h>

#include "base/fault.h"
#include "net/sonde.h"

/* Nothing of what it says is wanted. */
static size_t
no_body(char *bytes, size_t one, size_t n, void *unused)
{
	(void) bytes, (void) unused;
	return one * n;
}

/* The end of the first certificate, the site's own; those after it have signed it. */
static time_t
expires(CURL *c)
{
	static const char name[] = "Expire date:";
	struct curl_certinfo *all = NULL;

	if (curl_easy_getinfo(c, CURLINFO_CERTINFO, &all) != CURLE_OK || all == NULL ||
		all->num_of_certs < 1)
		return 0;
	for (struct curl_slist *s = all->certinfo[0]; s != NULL; s = s->next)
		if (strncmp(s->data, name, strlen(name)) == 0) {
			time_t t = curl_getdate(s->data + strlen(name), NULL);

			return t > 0 ? t : 0;
		}
	return 0;
}

struct sonde
sonde(const char *url)
{
	CURL *c = curl_easy_init();
	struct sonde s = { 0 };

	if (c == NULL)
		fault("out of memory");
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 5L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 10L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "Essaim (surveillance)");
	curl_easy_setopt(c, CURLOPT_CERTINFO, 1L);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L); /* the check says what is wrong with it */
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 0L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, no_body);
	if (curl_easy_perform(c) == CURLE_OK)
		curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &s.status);
	s.expires = expires(c);
	curl_easy_cleanup(c);
	return s;
}
