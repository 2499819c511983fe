/* mail.c - essaim-mail: answer the requests for links, send what the outbox holds */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/template.h"
#include "db/db.h"
#include "domain/compte.h"
#include "domain/courriel.h"
#include "domain/alarme.h"
#include "domain/cycle.h"
#include "domain/fichier.h"
#include "domain/notif.h"
#include "domain/note.h"
#include "domain/relais.h"
#include "net/smtp.h"

enum { BATCH = 20, TURN_MS = 500 };

static sigset_t stops;

/* Wait, or less when asked to stop.  True: stop. */
static bool
pause_ms(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	return sigtimedwait(&stops, NULL, &t) > 0;
}

static void
fresh(struct req *r)
{
	arena_reset(&r->mem);
	*r = (struct req) { 0 };
	req_init(r);
}

static long
answer_requests(struct req *r)
{
	long written = 0;
	int said_;

	do {
		fresh(r);
		db_begin(false);
		said_ = lien_answer(r);
		db_commit();
		written += said_ > 0;
	} while (said_ >= 0);
	return written;
}

/* Send a batch.  False: asked to stop. */
static bool
send_batch(struct req *r, struct tally *tally, int *n)
{
	int64_t ids[BATCH];

	fresh(r);
	*n = courriel_claim(r, ids, BATCH);
	for (int i = 0; i < *n; i++) {
		fresh(r);
		courriel_deliver(r, ids[i], tally);
		if (pause_ms(conf.smtp_rate > 0 ? 60000 / conf.smtp_rate : 0))
			return false;
	}
	return true;
}

/* Who is to know of what happened since. */
static void
spread(struct req *r)
{
	do
		fresh(r);
	while (notif_spread(r));
}

static void
turn(struct req *r, long seconds, struct tally *tally)
{
	int64_t end = clock_ms() + seconds * 1000;
	int n;

	do {
		answer_requests(r);
		spread(r);
		if (!send_batch(r, tally, &n))
			return;
	} while (n == BATCH || (clock_ms() < end && !pause_ms(TURN_MS)));
}

static long
arguments(int argc, char **argv)
{
	char *end = "";
	long seconds = 0;

	if (argc == 3 && strcmp(argv[1], "--for") == 0)
		seconds = strtol(argv[2], &end, 10);
	else if (argc != 1)
		end = "?";
	if (*end == '\0' && seconds >= 0)
		return seconds;
	fprintf(stderr, "usage: essaim-mail [--for SECONDS]\n");
	exit(2);
}

int
main(int argc, char **argv)
{
	static struct req r;
	long seconds = arguments(argc, argv);
	struct tally tally = { 0 };
	int64_t began = clock_ms();

	conf_load();
	if (conf.smtp_url == NULL || conf.smtp_from == NULL) {
		fprintf(stderr, "essaim-mail: smtp.url and smtp.from are wanted\n");
		return 2;
	}
	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	sigprocmask(SIG_BLOCK, &stops, NULL);
	req_init(&r);
	if (db_int(&r, SQL("SELECT GET_LOCK(CONCAT(DATABASE(), '.mail'), 0)")) != 1) {
		printf("mail: another one is at work\n");
		return 0;
	}
	courriel_release(&r);
	cycle_clean(&r);
	if (conf.store_url != NULL)
		fichier_clean(&r);
	alarme_synchro(&r);
	note_remind(&r);
	relais_settle(&r);
	turn(&r, seconds, &tally);
	printf("mail: sent=%ld deferred=%ld refused=%ld cancelled=%ld ms=%lld\n", tally.sent,
		tally.deferred, tally.refused, tally.cancelled, (long long) (clock_ms() - began));
	smtp_close();
	db_close();
	arena_reset(&r.mem);
	template_forget();
	return 0;
}
