/* smtp.c - sending, by libcurl: a connection kept for many mails, others beside it when it lags */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "net/mail_write.h"
#include "net/smtp.h"
#include "net/smtp_answer.h"

enum { ANSWER = 300 };

/* One mail on its way.  What foreign code may still read is not in an arena. */
struct slot {
	CURL *curl;
	struct curl_slist *to;
	char *message, *domain, *from;
	const char *rest;
	size_t left;
	int64_t id, since;
	bool busy, ended;
	CURLcode rc; /* once it has ended */
	char error[CURL_ERROR_SIZE], answer[ANSWER];
};

/* Those of the outbox, then those of letters. */
static struct slot slots[SMTP_SLOTS + SMTP_LETTERS];
static struct slot *const letters = slots + SMTP_SLOTS, *const slots_end = letters + SMTP_LETTERS;
static double next_ms; /* moment before which none begins */
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

/* Must the next mail wait?  While one is on its way that does not lag, or all slots are taken. */
bool
smtp_full(void)
{
	int64_t now = clock_ms();
	int busy = 0;

	for (struct slot *s = slots; s < letters; s++) {
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

	for (struct slot *s = slots; s < letters; s++)
		busy += s->busy;
	return busy;
}

/* The domain that a slot waits for; "". */
const char *
smtp_busy_domain(int slot)
{
	return slots[slot].busy ? slots[slot].domain : "";
}

/* How many letters are on their way. */
int
smtp_letters(void)
{
	int busy = 0;

	for (struct slot *s = letters; s < slots_end; s++)
		busy += s->busy;
	return busy;
}

bool
smtp_paced(void)
{
	return conf.smtp_rate > 0 && (double) clock_ms() < next_ms;
}

/* One begins now: when may the next?  What was late is made good for a moment, not for ever. */
static void
pace(void)
{
	enum { LATE_MS = 50 };
	double now = (double) clock_ms();

	if (conf.smtp_rate <= 0)
		return;
	if (next_ms < now - LATE_MS || next_ms > now + 60000)
		next_ms = now - LATE_MS;
	next_ms += 60000.0 / (double) conf.smtp_rate;
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

/* Begin to send MESSAGE by that slot. */
static void
begin(struct slot *s, int64_t id, const char *from, const char *to, const char *message)
{
	struct arena mem = { 0 };

	start();
	if (s->curl == NULL && (s->curl = curl_easy_init()) == NULL)
		fault("out of memory");
	s->to = curl_slist_append(NULL, arena_printf(&mem, "<%s>", to));
	s->from = copy(arena_printf(&mem, "<%s>", from));
	s->message = copy(message);
	s->domain = copy(domain(to));
	s->rest = s->message;
	s->left = strlen(message);
	s->id = id;
	s->since = clock_ms();
	s->busy = true;
	s->ended = false;
	*s->error = *s->answer = '\0';
	set_up(s);
	arena_reset(&mem);
	pace();
	if (curl_multi_add_handle(multi, s->curl) != CURLM_OK)
		fault("libcurl refuses a mail");
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
	for (s = slots; s < letters; s++)
		if (s->busy && strcasecmp(s->domain, domain(to)) == 0)
			return false;
		else if (!s->busy && own == NULL)
			own = s;
	begin(own, id, mail_address(&mem, conf.smtp_from), to, message);
	arena_reset(&mem);
	return true;
}

/* The same of a letter, that comes back to FROM.  False: all their slots are taken. */
bool
smtp_letter(int64_t id, const char *from, const char *to, const char *message)
{
	for (struct slot *s = letters; s < slots_end; s++)
		if (!s->busy) {
			begin(s, id, from, to, message);
			return true;
		}
	return false;
}

static void
report(struct arena *mem, struct slot *s, struct smtp_end *end)
{
	struct smtp_answer a = { s->rc, 0, s->error, s->answer, s->left == 0 };

	curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &a.code);
	smtp_answered(mem, &a, end);
	end->id = s->id;
	curl_multi_remove_handle(multi, s->curl);
	release(s);
}

/* Let all go on.  True: some are on their way. */
static bool
go_on(void)
{
	int running, left;
	CURLMsg *m;

	curl_multi_perform(multi, &running);
	while ((m = curl_multi_info_read(multi, &left)) != NULL)
		if (m->msg == CURLMSG_DONE) {
			struct slot *s = NULL;
			CURLcode rc = m->data.result;

			curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &s);
			s->ended = true;
			s->rc = rc;
		}
	return running > 0;
}

static struct slot *
ended(struct slot *from, struct slot *to)
{
	for (struct slot *s = from; s < to; s++)
		if (s->busy && s->ended)
			return s;
	return NULL;
}

/* One of those slots that has ended; waits for it MS at most, and not while one of the others has.
 */
static bool
next(struct slot *from, struct slot *to, struct arena *mem, long ms, struct smtp_end *end)
{
	int64_t until = clock_ms() + ms;
	struct slot *s = multi != NULL ? ended(from, to) : NULL;

	while (multi != NULL && s == NULL) {
		bool some = go_on();

		if ((s = ended(from, to)) == NULL &&
			(!some || ended(slots, slots_end) != NULL || clock_ms() >= until))
			return false;
		if (s == NULL)
			curl_multi_poll(multi, NULL, 0, (int) (until - clock_ms()), NULL);
	}
	if (s != NULL)
		report(mem, s, end);
	return s != NULL;
}

/* One that has ended; waits for it MS at most.  False: none has. */
bool
smtp_next(struct arena *mem, long ms, struct smtp_end *end)
{
	return next(slots, letters, mem, ms, end);
}

bool
smtp_letter_next(struct arena *mem, long ms, struct smtp_end *end)
{
	return next(letters, slots_end, mem, ms, end);
}

/* Say goodbye to the server. */
void
smtp_close(void)
{
	if (multi == NULL)
		return;
	for (struct slot *s = slots; s < slots_end; s++) {
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
	next_ms = 0;
}
