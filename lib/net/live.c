/* live.c - publish to nginx's nchan, after the commit, on a connection that is kept
 *
 * What goes wrong is forgotten: the pages read the database anyway.
 */

#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/conf.h"
#include "net/live.h"

enum { PATIENCE_MS = 300 };

struct queued {
	struct queued *next;
	const char *canal;
};

static CURL *kept;

static size_t
drop(char *bytes, size_t one, size_t n, void *into)
{
	(void) bytes, (void) into;
	return one * n;
}

/* Say to CHANNEL, as nchan knows it, that CANAL, as the page knows it, has news; NULL: that it
 * ends, so that whoever listens asks for the right again. */
void
live_publish(struct req *r, const char *channel, const char *canal)
{
	if (conf.live_socket == NULL || (kept == NULL && (kept = curl_easy_init()) == NULL))
		return;
	curl_easy_reset(kept); /* keeps the connection */
	curl_easy_setopt(kept, CURLOPT_UNIX_SOCKET_PATH, conf.live_socket);
	curl_easy_setopt(
		kept, CURLOPT_URL, arena_printf(&r->mem, "http://localhost/pub/%s", channel));
	curl_easy_setopt(kept, CURLOPT_PROTOCOLS_STR, "http");
	curl_easy_setopt(kept, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(kept, CURLOPT_TIMEOUT_MS, (long) PATIENCE_MS);
	if (canal != NULL)
		curl_easy_setopt(kept, CURLOPT_POSTFIELDS, canal);
	else
		curl_easy_setopt(kept, CURLOPT_CUSTOMREQUEST, "DELETE");
	curl_easy_setopt(kept, CURLOPT_WRITEFUNCTION, drop);
	curl_easy_perform(kept);
}

/* The page's "moi" of one person, if a browser of hers listens; CANAL NULL: it ends. */
static void
publish_person(struct req *r, int64_t contact_id, const char *canal)
{
	const char *jeton =
		db_string(r, SQL("SELECT jeton FROM canal WHERE contact_id = ? AND vu_le > ?"),
			I(contact_id), S(clock_sql(&r->mem, clock_now() - LIVE_SECONDS)));

	if (jeton != NULL)
		live_publish(r, jeton, canal);
}

/* Will that be said ("o-12", "moi-34"; "fin-o-12", "fin-34": who listens is asked again)? */
bool
live_queued(const struct req *r, const char *canal)
{
	for (const struct queued *q = r->live; q != NULL; q = q->next)
		if (strcmp(q->canal, canal) == 0)
			return true;
	return false;
}

/* There is news on CANAL ("o-12", "moi-34"): said once this request is committed. */
void
live_tell(struct req *r, const char *canal)
{
	struct queued *q;

	if (live_queued(r, canal))
		return;
	q = arena_alloc(&r->mem, sizeof *q);
	*q = (struct queued) { r->live, arena_strdup(&r->mem, canal) };
	r->live = q;
}

void
live_tell_objet(struct req *r, int64_t objet_id)
{
	live_tell(r, arena_printf(&r->mem, "o-%lld", (long long) objet_id));
}

void
live_tell_person(struct req *r, int64_t contact_id)
{
	live_tell(r, arena_printf(&r->mem, "moi-%lld", (long long) contact_id));
}

/* Whatever pages of that person listen to ends now: those that may come back by themselves. */
void
live_end_person(struct req *r, int64_t contact_id)
{
	live_tell(r, arena_printf(&r->mem, "fin-%lld", (long long) contact_id));
}

/* The same of all that listen to that objet: who sees it has changed. */
void
live_end_objet(struct req *r, int64_t objet_id)
{
	live_tell(r, arena_printf(&r->mem, "fin-o-%lld", (long long) objet_id));
}

/* Say what was queued: the transaction is committed, and the answer has left. */
void
live_flush(struct req *r)
{
	struct queued *q = conf.live_socket != NULL ? r->live : NULL;

	for (r->live = NULL; q != NULL; q = q->next)
		if (strncmp(q->canal, "moi-", 4) == 0)
			publish_person(r, strtoll(q->canal + 4, NULL, 10), "moi");
		else if (strncmp(q->canal, "fin-o-", 6) == 0)
			live_publish(r, q->canal + 4, NULL);
		else if (strncmp(q->canal, "fin-", 4) == 0)
			publish_person(r, strtoll(q->canal + 4, NULL, 10), NULL);
		else
			live_publish(r, q->canal, q->canal);
}
