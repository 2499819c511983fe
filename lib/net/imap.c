/* imap.c - by libcurl: search what is new, fetch one by one, delete what was taken (RFC 9051,
 * 6.4) */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "net/imap.h"
#include "net/mail_read.h"

enum { MAILS = 20, TRIES = 200 }; /* of one turn: taken, and looked at */

static CURL *curl;
static bool swept; /* nothing that was taken is left */
static bool late;  /* the server did not answer in time */

static size_t
keep(char *from, size_t size, size_t n, void *into)
{
	struct buffer *all = into;

	if (all->n <= MAIL_IN_MAX) /* what is longer is refused by its length, and leaves too */
		buffer_add(all, from, size * n);
	return size * n;
}

/* One command or fetch; the answer, or NULL. */
static char *
ask(struct arena *a, const char *path, const char *command, size_t *n)
{
	struct buffer all = { a };
	CURLcode code;

	curl_easy_setopt(curl, CURLOPT_URL, arena_printf(a, "%s/%s", conf.imap_url, path));
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, command);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, &all);
	if ((code = curl_easy_perform(curl)) != CURLE_OK) {
		late = code == CURLE_OPERATION_TIMEDOUT;
		return NULL;
	}
	*n = all.n;
	return buffer_text(&all);
}

static bool
start(void)
{
	const char *password = conf_file_text(conf.imap_password_file);

	if (curl != NULL)
		return true;
	curl_global_init(CURL_GLOBAL_DEFAULT);
	if (password == NULL || conf.imap_user == NULL || (curl = curl_easy_init()) == NULL)
		return false;
	curl_easy_setopt(curl, CURLOPT_USERNAME, conf.imap_user);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "imap,imaps");
	return true;
}

/* Give each mail of the mailbox to TAKE, which lives in an arena of its own; how many were
 * taken.  What cannot be reached now is asked again at the next turn. */
int
imap_fetch(struct req *r, imap_taker *take)
{
	struct arena mem = { 0 };
	size_t n;
	char *found, *s;
	int taken = 0;

	if (conf.imap_url == NULL || !start())
		return 0;
	late = false;
	found = ask(&mem, "INBOX", "UID SEARCH UNDELETED", &n);
	s = found != NULL ? strstr(found, "SEARCH") : NULL;
	for (int i = 0; s != NULL && i < TRIES && taken < MAILS && !late; i++) {
		long uid = strtol(s += strcspn(s, "0123456789"), &s, 10);
		char *mail;

		if (uid <= 0)
			break;
		mail = ask(&mem, arena_printf(&mem, "INBOX;UID=%ld", uid), NULL, &n);
		if (mail == NULL || !take(r, mail, n))
			continue;
		ask(&mem, "INBOX",
			arena_printf(&mem, "UID STORE %ld +FLAGS.SILENT (\\Deleted)", uid), &n);
		taken++;
	}
	if (!late && (taken > 0 || !swept)) /* those of a turn that was cut short too */
		swept = ask(&mem, "INBOX", "EXPUNGE", &n) != NULL;
	arena_reset(&mem);
	return taken;
}

void
imap_close(void)
{
	if (curl != NULL)
		curl_easy_cleanup(curl);
	curl = NULL;
}
