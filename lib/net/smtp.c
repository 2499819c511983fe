/* smtp.c - sending, by libcurl: a connection kept for many mails, others beside it when it lags */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "net/dsn.h"
#include "net/mail_write.h"
#include "net/smtp.h"

enum { ANSWER = 300 };

/* One mail on its way.  What foreign code may still read is not in an arena. */
struct slot {
	CURL *curl;
	struct curl_slist *to;
	char *message, *domain, *from;
	const char *rest;
	size_t left;
	int64_t id, since;
	bool busy;
	char error[CURL_ERROR_SIZE], answer[ANSWER];
};

static struct slot slots[SMTP_SLOTS];
static CURLM *multi;
static const char *password;

static size_t
give(char *into, size_t size, size_t n, void *from)
{
	struct slot *s = from;
	size_t room = size * n, some = s->left < room ? s->left : room;

	memcpy(into, s->rest, some);
	s->rest += some;
	s->left -= some;
	return some;
}

/* The last refusal that the server said; after one, libcurl says goodbye and hears "221". */
static size_t
hear(char *line, size_t size, size_t n, void *into)
{
	struct slot *s = into;
	size_t len = size * n;

	while (len > 0 && (line[len - 1] == '\r' || line[len - 1] == '\n'))
		len--;
	if (len > 0 && (*line == '4' || *line == '5'))
		snprintf(s->answer, sizeof s->answer, "%.*s",
			(int) (len < ANSWER ? len : ANSWER - 1), line);
	return size * n;
}

static void
start(void)
{
	if (multi != NULL)
		return;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0 || (multi = curl_multi_init()) == NULL)
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
set_up(struct slot *s)
{
	CURL *c = s->curl;

	curl_easy_reset(c); /* the connections belong to the multi handle, which keeps them */
	curl_easy_setopt(c, CURLOPT_URL, conf.smtp_url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_USE_SSL, tls());
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 10L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 60L);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, s->error);
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, s->from);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, s->to);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(c, CURLOPT_READDATA, s);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, hear);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, s);
	curl_easy_setopt(c, CURLOPT_PRIVATE, s);
	if (conf.smtp_user != NULL)
		curl_easy_setopt(c, CURLOPT_USERNAME, conf.smtp_user);
	if (password != NULL)
		curl_easy_setopt(c, CURLOPT_PASSWORD, password);
}

/* A refusal before the recipient was named is about us, not about her: it is tried again. */
static enum smtp_outcome
outcome(const struct slot *s, CURLcode rc, long code)
{
	if (rc == CURLE_OK)
		return SMTP_SENT;
	return code >= 500 && rc != CURLE_LOGIN_DENIED && rc != CURLE_USE_SSL_FAILED &&
			strncmp(s->error, "MAIL failed", 11) != 0 ?
		SMTP_REFUSED :
		SMTP_LATER;
}

/* Must the next mail wait?  While one is on its way that does not lag, or all slots are taken. */
bool
smtp_full(void)
{
	int64_t now = clock_ms();
	int busy = 0;

	for (struct slot *s = slots; s < slots + SMTP_SLOTS; s++) {
		if (s->busy && now - s->since < SMTP_LAG_MS)
			return true;
		busy += s->busy;
	}
	return busy == SMTP_SLOTS;
}

/* How many mails are on their way. */
int
smtp_busy(void)
{
	int busy = 0;

	for (struct slot *s = slots; s < slots + SMTP_SLOTS; s++)
		busy += s->busy;
	return busy;
}

/* The domain that a slot waits for; "". */
const char *
smtp_busy_domain(int slot)
{
	return slots[slot].busy ? slots[slot].domain : "";
}

static const char *
domain(const char *to)
{
	const char *at = strrchr(to, '@');

	return at != NULL ? at + 1 : to;
}

static char *
copy(const char *s)
{
	char *t = strdup(s);

	if (t == NULL)
		fault("out of memory");
	return t;
}

static void
release(struct slot *s)
{
	curl_slist_free_all(s->to);
	free(s->message);
	free(s->domain);
	free(s->from);
	s->to = NULL;
	s->message = s->domain = s->from = NULL;
	s->busy = false;
}

/* Begin to send MESSAGE to that one address.  False: not now, see smtp_full(); or that domain has
 * a mail on its way. */
bool
smtp_start(int64_t id, const char *to, const char *message)
{
	struct arena mem = { 0 };
	struct slot *s, *own = NULL;

	if (smtp_full())
		return false;
	for (s = slots; s < slots + SMTP_SLOTS; s++)
		if (s->busy && strcasecmp(s->domain, domain(to)) == 0)
			return false;
		else if (!s->busy && own == NULL)
			own = s;
	s = own;
	start();
	if (s->curl == NULL && (s->curl = curl_easy_init()) == NULL)
		fault("out of memory");
	s->to = curl_slist_append(NULL, arena_printf(&mem, "<%s>", to));
	s->from = copy(arena_printf(&mem, "<%s>", mail_address(&mem, conf.smtp_from)));
	s->message = copy(message);
	s->domain = copy(domain(to));
	s->rest = s->message;
	s->left = strlen(message);
	s->id = id;
	s->since = clock_ms();
	s->busy = true;
	*s->error = *s->answer = '\0';
	set_up(s);
	arena_reset(&mem);
	if (curl_multi_add_handle(multi, s->curl) != CURLM_OK)
		fault("libcurl refuses a mail");
	return true;
}

static void
report(struct arena *mem, struct slot *s, CURLcode rc, struct smtp_end *end)
{
	long code = 0;

	curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &code);
	*end = (struct smtp_end) { .id = s->id, .outcome = outcome(s, rc, code), .why = "" };
	end->nobody = end->outcome == SMTP_REFUSED && strncmp(s->error, "RCPT failed", 11) == 0 &&
		dsn_nobody(code, s->answer);
	if (rc != CURLE_OK)
		end->why = arena_printf(mem, "%ld %s%s%s", code,
			*s->error != '\0' ? s->error : curl_easy_strerror(rc),
			code >= 400 ? ": " : "", code >= 400 ? s->answer : "");
	curl_multi_remove_handle(multi, s->curl);
	release(s);
}

/* One that has ended; waits for it MS at most.  False: none has. */
bool
smtp_next(struct arena *mem, long ms, struct smtp_end *end)
{
	int64_t until = clock_ms() + ms;
	int running, left;
	CURLMsg *m;

	if (multi == NULL)
		return false;
	for (;;) {
		curl_multi_perform(multi, &running);
		m = curl_multi_info_read(multi, &left);
		if (m != NULL && m->msg == CURLMSG_DONE) {
			struct slot *s = NULL;
			CURLcode rc = m->data.result;

			curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &s);
			report(mem, s, rc, end);
			return true;
		}
		if (running == 0 || clock_ms() >= until)
			return false;
		curl_multi_poll(multi, NULL, 0, (int) (until - clock_ms()), NULL);
	}
}

/* Say goodbye to the server. */
void
smtp_close(void)
{
	if (multi == NULL)
		return;
	for (struct slot *s = slots; s < slots + SMTP_SLOTS; s++) {
		if (s->busy) {
			curl_multi_remove_handle(multi, s->curl);
			release(s);
		}
		curl_easy_cleanup(s->curl);
		s->curl = NULL;
	}
	curl_multi_cleanup(multi);
	curl_global_cleanup();
	free((void *) password);
	multi = NULL;
	password = NULL;
}
