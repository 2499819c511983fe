/* smtp.c - sending, by libcurl, one connection kept for many mails */

#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

#include "base/conf.h"
#include "base/fault.h"
#include "net/message.h"
#include "net/smtp.h"

static CURL *curl;
static const char *password;

struct rest {
	const char *s;
	size_t n;
};

static size_t
give(char *into, size_t size, size_t n, void *from)
{
	struct rest *rest = from;
	size_t room = size * n, some = rest->n < room ? rest->n : room;

	memcpy(into, rest->s, some);
	rest->s += some;
	rest->n -= some;
	return some;
}

static void
start(void)
{
	if (curl != NULL)
		return;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0 || (curl = curl_easy_init()) == NULL)
		fault("out of memory");
	if (conf.smtp_password_file != NULL)
		password = conf_file_text(conf.smtp_password_file);
}

/* A server elsewhere is spoken to over TLS only; one on this machine as it can. */
static long
tls(void)
{
	const char *host = strstr(conf.smtp_url, "://");

	host = host != NULL ? host + 3 : conf.smtp_url;
	return strncmp(host, "127.", 4) == 0 || strncmp(host, "localhost", 9) == 0 ||
			strncmp(host, "[::1]", 5) == 0 ?
		CURLUSESSL_NONE :
		CURLUSESSL_ALL;
}

static void
set_up(struct rest *rest, struct curl_slist *to, const char *from, char *error)
{
	curl_easy_reset(curl); /* keeps the connection */
	curl_easy_setopt(curl, CURLOPT_URL, conf.smtp_url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_USE_SSL, tls());
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(curl, CURLOPT_READDATA, rest);
	if (conf.smtp_user != NULL)
		curl_easy_setopt(curl, CURLOPT_USERNAME, conf.smtp_user);
	if (password != NULL)
		curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
}

static enum smtp_outcome
outcome(CURLcode rc, long code)
{
	if (rc == CURLE_OK)
		return SMTP_SENT;
	return code >= 500 && rc != CURLE_LOGIN_DENIED && rc != CURLE_USE_SSL_FAILED ?
		SMTP_REFUSED :
		SMTP_LATER;
}

/* Send MESSAGE to that one address.  *WHY: what the server or the network said. */
enum smtp_outcome
smtp_send(struct arena *mem, const char *to, const char *message, const char **why)
{
	struct rest rest = { message, strlen(message) };
	struct curl_slist *list = curl_slist_append(NULL, arena_printf(mem, "<%s>", to));
	char error[CURL_ERROR_SIZE] = "";
	long code = 0;
	CURLcode rc;

	start();
	set_up(&rest, list, arena_printf(mem, "<%s>", message_address(mem, conf.smtp_from)), error);
	rc = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
	curl_slist_free_all(list);
	*why = rc == CURLE_OK ?
		"" :
		arena_printf(mem, "%ld %s", code, *error != '\0' ? error : curl_easy_strerror(rc));
	return outcome(rc, code);
}

/* Say goodbye to the server. */
void
smtp_close(void)
{
	if (curl == NULL)
		return;
	curl_easy_cleanup(curl);
	curl_global_cleanup();
	free((void *) password);
	curl = NULL;
	password = NULL;
}
