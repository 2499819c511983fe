/* index.c - essaim-index: the small copies of the pictures that people sent, the links of letters
 * that are to be asked, and the full text of people once it waits to be written again; with
 * --rebuild, in the night, the full text without the words of erased people, and the extracts that
 * programs of before a migration left empty
 */

#include <signal.h>
#include <stdio.h>
#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/options.h"
#include "db/db.h"
#include "db/lock.h"
#include "domain/contacts/contact_textes.h"
#include "domain/lettres/lettre_controle.h"
#include "domain/objets/fichier.h"
#include "domain/vie/ecrit_refaire.h"
#include "domain/vie/index_refait.h"

/* Wait a second, or less when asked to stop.  True: stop. */
static bool
pause_or_stop(const sigset_t *stops, bool more)
{
	struct timespec t = { more ? 0 : 1, 0 };

	return sigtimedwait(stops, NULL, &t) > 0;
}

/* One more of those that wait, by itself.  As fichier_make_small(). */
static int
one(struct req *r)
{
	int what;

	arena_reset(&r->mem);
	db_begin(false);
	what = fichier_make_small(r);
	db_commit();
	return what;
}

/* One link of a letter that somebody wants to know to answer. */
static bool
one_link(struct req *r)
{
	bool asked;

	arena_reset(&r->mem);
	db_begin(false);
	asked = lettre_lien_probe(r);
	db_commit();
	return asked;
}

enum { PATIENCE = 180 }; /* seconds, for the run of every minute to end */

static int
rebuild(struct req *r)
{
	int64_t began = clock_ms();
	bool done;

	ecrits_complete();
	done = index_rebuild(r);
	printf("index: rebuilt=%d ms=%lld\n", done, (long long) (clock_ms() - began));
	return 0;
}

static int
small_copies(struct req *r, long seconds)
{
	int64_t end = clock_ms() + seconds * 1000, made = 0, people = 0, links = 0;
	sigset_t stops;
	int what;

	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	sigprocmask(SIG_BLOCK, &stops, NULL);
	do {
		people += contact_texts_again(r);
		links += one_link(r);
		what = one(r);
		made += what > 0;
	} while (what >= 0 && !pause_or_stop(&stops, what > 0) && (what > 0 || clock_ms() < end));
	printf("index: pictures=%ld people=%ld links=%ld\n", (long) made, (long) people,
		(long) links);
	if (what < 0)
		fprintf(stderr,
			"essaim-index: vipsthumbnail is not installed: pictures stay as they were"
			" sent\n");
	return what < 0 ? 1 : 0;
}

int
main(int argc, char **argv)
{
	static bool anew;
	static long seconds;
	static const struct choice known[] = { { "for", .number = &seconds },
		{ "rebuild", .flag = &anew }, { 0 } };
	static struct req r;
	int status;

	options_read(argc, argv, known, 0, "usage: essaim-index [--for SECONDS | --rebuild]\n");
	conf_load();
	req_init(&r);
	if (anew)
		db_patient();
	if (!lock_take(&r, "index", anew ? PATIENCE : 0)) {
		printf("index: another one is at work\n");
		return anew;
	}
	status = anew ? rebuild(&r) : small_copies(&r, seconds);
	db_close();
	arena_reset(&r.mem);
	return status;
}
