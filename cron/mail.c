/* mail.c - essaim-mail: answer the requests for links, send what the outbox holds */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/options.h"
#include "base/template.h"
#include "db/db.h"
#include "db/lock.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/compte/compte.h"
#include "domain/demandes/requete.h"
#include "domain/lettres/lettre_depart.h"
#include "domain/messages/reponse.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/rebond.h"
#include "domain/notifications/notif.h"
#include "domain/objets/fichier.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/socle/genre.h"
#include "domain/socle/identite.h"
#include "domain/vie/cycle.h"
#include "net/imap.h"
#include "net/live.h"
#include "net/mail_read.h"
#include "net/smtp.h"

enum { BATCH = 20, TURN_MS = 500, WAIT_MS = 100, PAUSE_MS = 20, PATIENCE_MS = 10000 };

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
		said_ = lien_connexion_answer(r);
		db_commit();
		written += said_ > 0;
	} while (said_ >= 0);
	return written;
}

/* Who is to know of what happened since, and by which mail. */
static void
notify(struct req *r)
{
	do
		fresh(r);
	while (notif_spread(r));
	do
		fresh(r);
	while (notif_mail(r) > 0);
	do
		fresh(r);
	while (evenement_mail(r) > 0);
}

/* The mails that are claimed and have not begun. */
struct batch {
	int64_t ids[BATCH * 4];
	int n;
	int64_t asked; /* none was due at that moment; 0: some were */
	bool stuck;    /* none that is claimed can begin before a domain answers */
};

enum { ASK_MS = 50 };

/* Begin the first that can.  False: none can. */
static bool
begin_one(struct req *r, struct batch *b, struct tally *tally)
{
	for (int i = 0; i < b->n; i++) {
		fresh(r);
		if (!courriel_start(r, b->ids[i], tally))
			continue;
		b->n--;
		for (int k = i; k < b->n; k++)
			b->ids[k] = b->ids[k + 1];
		b->stuck = false;
		return true;
	}
	b->stuck = true;
	return false;
}

/* Claim some more, when some may be due. */
static void
claim(struct req *r, struct batch *b)
{
	int n;

	if (b->n > BATCH * 3 || clock_ms() - b->asked < ASK_MS)
		return;
	fresh(r);
	n = courriel_claim(r, b->ids + b->n, BATCH);
	b->n += n;
	b->asked = n > 0 ? 0 : clock_ms();
}

/* Begin what can, write down what has ended.  False: there was nothing to do. */
static bool
send_some(struct req *r, struct batch *b, struct tally *tally)
{
	bool worked = false;

	if (!smtp_full() && !smtp_paced()) {
		worked = begin_one(r, b, tally);
		if (!worked) {
			claim(r, b);
			worked = begin_one(r, b, tally);
		}
	}
	fresh(r);
	while (smtp_busy() > 0 && courriel_end(r, WAIT_MS, tally)) {
		worked = true;
		if (!smtp_full() && !smtp_paced())
			break;
	}
	return worked;
}

/* Letters, in what the outbox leaves: its mails never wait for one.  False: nothing to do. */
static bool
send_letters(struct req *r, const struct batch *b, bool worked, struct tally *tally)
{
	bool may_begin = b->n == 0 || b->stuck || conf.smtp_rate == 0;

	fresh(r);
	return depart_turn(r, may_begin, worked ? 0 : PAUSE_MS, tally);
}

/* Asked to stop: what is on its way arrives, the rest is given back. */
static void
finish(struct req *r, struct batch *b, struct tally *tally)
{
	int64_t end = clock_ms() + PATIENCE_MS;

	fresh(r);
	while (smtp_busy() > 0 && clock_ms() < end)
		courriel_end(r, 200, tally);
	for (int i = 0; i < b->n; i++)
		courriel_unclaim(r, b->ids[i]);
	depart_end(r, PATIENCE_MS, tally);
}

/* The outbox is emptied, however long that takes; letters go on in the next run. */
static void
turn(struct req *r, long seconds, struct tally *tally)
{
	int64_t end = clock_ms() + seconds * 1000, last = 0;
	struct batch b = { 0 };
	bool worked, letters, more;

	fresh(r);
	depart_begin(r);
	do {
		if (clock_ms() - last >= TURN_MS) {
			answer_requests(r);
			notify(r);
			last = clock_ms();
		}
		worked = send_some(r, &b, tally);
		letters = send_letters(r, &b, worked, tally);
		more = worked || b.n > 0 || smtp_busy() > 0 ||
			((letters || depart_waits()) && (seconds == 0 || clock_ms() < end));
	} while (!pause_ms(worked || letters || smtp_letters() > 0 ? 0 :
				 more                              ? PAUSE_MS :
								     TURN_MS) &&
		(more || clock_ms() < end));
	finish(r, &b, tally);
}

static void
take_one(struct req *r, const char *bytes, size_t n)
{
	static const char *const words[] = { "taken", "refused", "ignored" };
	const char *what;

	fresh(r);
	db_begin(false);
	what = rebond_take(r, bytes, n) ? "returned" : words[reponse_take(r, bytes, n)];
	db_commit();
	live_flush(r);
	printf("mail: received=%s\n", what);
}

/* One mail that came in, in a transaction of its own.  False: not now. */
static bool
take(struct req *r, const char *bytes, size_t n)
{
	jmp_buf here;

	fault_catcher = &here;
	if (setjmp(here) != 0) {
		fault_catcher = NULL;
		fprintf(stderr, "essaim-mail: a mail stays for later: %s\n", fault_message);
		db_rollback();
		return false;
	}
	take_one(r, bytes, n);
	fault_catcher = NULL;
	return true;
}

/* The mail of standard input.  What the database cannot take now is asked again by the MTA
 * (EX_TEMPFAIL); all else is done with. */
static int
receive(struct req *r)
{
	static char block[65536];
	struct arena mem = { 0 };
	struct buffer all = { &mem };
	bool taken;
	size_t n;

	while ((n = fread(block, 1, sizeof block, stdin)) > 0)
		if (all.n <= MAIL_IN_MAX)
			buffer_add(&all, block, n);
	taken = take(r, buffer_text(&all), all.n);
	arena_reset(&mem);
	return taken ? 0 : 75;
}

static void
clean_files(struct req *r)
{
	if (conf.store_url != NULL)
		fichier_clean(r);
}

/* Beside the dumps, so that what is restored from one of them erases again. */
static void
note_erasures(struct req *r)
{
	if (conf.dump_folder != NULL)
		effacements_write(r, conf.dump_folder);
}

/* One piece of work: when it fails, that is told, and what comes after it is done all the same,
 * unless the database has gone.  False: it failed. */
static bool
works(struct req *r, void (*work)(struct req *))
{
	jmp_buf here;

	fresh(r);
	fault_catcher = &here;
	if (setjmp(here) != 0) {
		fault_catcher = NULL;
		fprintf(stderr, "essaim-mail: %s\n", fault_message);
		if (fault_kind != FAULT_BUG && fault_kind != FAULT_STORE)
			exit(1); /* the lock may have gone with the connection */
		db_rollback();
		return false;
	}
	work(r);
	fault_catcher = NULL;
	return true;
}

/* What is due, once a run: cleaning, and what each kind of objet does in its time.  False:
 * some of it failed. */
static bool
now_and_then(struct req *r)
{
	static void (*const all[])(struct req *) = { courriel_release, cycle_clean, clean_files,
		requetes_turn, note_erasures };
	bool well = true;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		well = works(r, all[i]) && well;
	for (const struct genre *const *g = genres; *g != NULL; g++)
		well = ((*g)->tour == NULL || works(r, (*g)->tour)) && well;
	return well;
}

/* False: another one works, or this is a copy that writes to nobody. */
static bool
may_work(struct req *r)
{
	if (!lock_take(r, "mail", 0))
		printf("mail: another one is at work\n");
	else if (site_muet(r))
		printf("mail: this is a restored copy: nothing leaves before essaim-admin site"
		       " resume\n");
	else
		return true;
	return false;
}

int
main(int argc, char **argv)
{
	static long seconds;
	static bool receives;
	static const struct choice known[] = { { "for", .number = &seconds },
		{ "receive", .flag = &receives }, { 0 } };
	static struct req r;
	struct tally tally = { 0 };
	int64_t began = clock_ms();
	bool well;

	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	options_read(argc, argv, known, 0, "usage: essaim-mail [--for SECONDS | --receive]\n");
	conf_load();
	req_init(&r);
	if (receives)
		return receive(&r);
	if (conf.smtp_url == NULL || conf.smtp_from == NULL) {
		fprintf(stderr, "essaim-mail: smtp.url and smtp.from are wanted\n");
		return 2;
	}
	sigprocmask(SIG_BLOCK, &stops, NULL);
	if (!may_work(&r))
		return 0;
	well = now_and_then(&r);
	imap_fetch(&r, take);
	imap_close();
	turn(&r, seconds, &tally);
	printf("mail: sent=%ld deferred=%ld refused=%ld cancelled=%ld ms=%lld\n", tally.sent,
		tally.deferred, tally.refused, tally.cancelled, (long long) (clock_ms() - began));
	smtp_close();
	db_close();
	arena_reset(&r.mem);
	template_forget();
	return well ? 0 : 1;
}
