/* trace.c - what is kept of a request: a line of the log, and its counts */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/compteur.h"
#include "base/conf.h"
#include "db/db.h"
#include "web/trace.h"

/* A request begins now. */
struct beginning
trace_begin(void)
{
	struct beginning b = {
		.ms = clock_ms(), .sent = db_sent(), .trips = db_trips(), .slow = db_slow()
	};

	clock_gettime(CLOCK_MONOTONIC, &b.at);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b.cpu);
	return b;
}

static int64_t
us_since(clockid_t clock, const struct timespec *from)
{
	struct timespec to;

	clock_gettime(clock, &to);
	return (int64_t) (to.tv_sec - from->tv_sec) * 1000000 + (to.tv_nsec - from->tv_nsec) / 1000;
}

/* A word of ours for the method: what was sent is anybody's. */
static const char *
known(const char *method)
{
	static const char *const words[] = { "GET", "POST", "HEAD" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(method, words[i]) == 0)
			return words[i];
	return "OTHER";
}

/* One line a request: no query string, no name, no address of a person; and its counts. */
void
trace_end(const struct area *area, const struct req *r, const char *method,
	const struct beginning *from)
{
	struct arena mem = { 0 };
	char *path = arena_strdup(&mem, r->path);
	struct mesure m = { .status = r->status,
		.us = us_since(CLOCK_MONOTONIC, &from->at),
		.cpu_us = us_since(CLOCK_PROCESS_CPUTIME_ID, &from->cpu),
		.statements = db_sent() - from->sent,
		.slow = db_slow() - from->slow,
		.bytes = r->body_len };

	compteur_note(conf.service_folder, area->name, &m);
	if (r->secret && strrchr(path, '/') != NULL)
		strrchr(path, '/')[1] = '\0';
	for (char *s = path; *s != '\0'; s++)
		if ((unsigned char) *s <= ' ' || *s == '"' || *s == 127)
			*s = '?';
	fprintf(stderr,
		"time=%s id=%s method=%s path=/%.200s status=%d user=%" PRId64
		" bytes=%zu sql=%u trips=%u ms=%.2f\n",
		clock_sql(&mem, (time_t) (from->ms / 1000)), r->id, known(method), path, r->status,
		r->user.id, r->body_len, m.statements, db_trips() - from->trips,
		(double) m.us / 1e3);
	arena_reset(&mem);
}
