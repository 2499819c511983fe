/* lettre_marque.c - what became of each: written down with the figures of its letter, before the
 * next one leaves
 *
 * All that have ended at one moment are one transaction: as long as they are not marked, their
 * connections stay still.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/lettres/lettre_vol.h"
#include "net/smtp_log.h"

/* Given up so long after the first try; the longest wait between two; the server itself is asked
 * again after so long, at most so long. */
enum { GIVE_UP_S = 72 * 3600, WAIT_MOST_S = 12 * 3600, AWAY_MS = 5000, AWAY_MOST_MS = 240000 };
enum { MOMENT_MS = 2 };

struct vol vols[SMTP_LETTERS];

/* Of whom it is not known whether the server has it, and when the log will tell. */
static struct {
	int64_t *ids, at_ms;
	size_t n, room;
} unsure;

static int64_t away_until, away_ms;

/* Does the server take nothing at all now? */
bool
marque_relay_away(void)
{
	return clock_ms() < away_until;
}

static void
relay_away(void)
{
	away_ms = away_ms == 0 ? AWAY_MS : away_ms * 2 < AWAY_MOST_MS ? away_ms * 2 : AWAY_MOST_MS;
	away_until = clock_ms() + away_ms;
}

static const char *
short_of(struct req *r, const char *why)
{
	return text_cut(&r->mem, text_clean(&r->mem, why), 490);
}

static void
measured(int64_t lettre, int64_t n)
{
	struct partant *p = partant_of(lettre);

	if (p != NULL)
		p->done += n;
}

/* It is refused for good. */
void
marque_refused(struct req *r, const struct vol *v, const char *why, struct tally *tally)
{
	bool own = db_begin_own();

	if (db_exec(r,
		    SQL("UPDATE lettre_envoi SET etat = 'refuse', erreur = ?, essais = essais + 1,"
			" premier_le = COALESCE(premier_le, ?) WHERE id = ? AND etat = 'pris'"),
		    S(short_of(r, why)), S(clock_sql(&r->mem, clock_now())), I(v->a.envoi)) > 0)
		db_exec(r, SQL("UPDATE lettre SET refuses = refuses + 1 WHERE id = ?"),
			I(v->a.lettre));
	db_commit_own(own);
	measured(v->a.lettre, 1);
	tally->refused++;
}

/* She gets none any more, and why: a word of LETTRE_WHY_NOT. */
void
marque_cancelled(struct req *r, const struct vol *v, const char *why, struct tally *tally)
{
	db_exec(r,
		SQL("UPDATE lettre_envoi SET etat = 'annule', erreur = ? WHERE id = ?"
		    " AND etat = 'pris'"),
		S(why), I(v->a.envoi));
	tally->cancelled++;
}

/* IDS, a JSON array, were taken: rows and figure together, in the transaction of the caller. */
static void
mark_sent(struct req *r, int64_t lettre, const char *ids)
{
	const char *now = clock_sql(&r->mem, clock_now());
	int64_t n = db_exec(r,
		SQL("UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) k"
		    " STRAIGHT_JOIN lettre_envoi v ON v.id = k.id"
		    " SET v.etat = 'envoye', v.envoye_le = ?,"
		    " v.premier_le = COALESCE(v.premier_le, ?), v.essais = v.essais + 1,"
		    " v.erreur = '' WHERE v.lettre_id = ? AND v.etat = 'pris'"),
		S(ids), S(now), S(now), I(lettre));

	db_exec(r, SQL("UPDATE lettre SET envoyes = envoyes + ? WHERE id = ?"), I(n), I(lettre));
	measured(lettre, n);
}

/* Not now: again after 1, 4, 16 ... minutes, for 72 hours after the first try. */
static void
mark_later(struct req *r, const struct vol *v, const char *why, struct tally *tally)
{
	time_t now = clock_now(), first = v->premier != 0 ? v->premier : now;
	long wait = v->essais < 6 ? 60L << (2 * v->essais) : WAIT_MOST_S;
	time_t due = now + (wait < WAIT_MOST_S ? wait : WAIT_MOST_S);

	if (now >= first + GIVE_UP_S) {
		marque_refused(r, v, why, tally);
		return;
	}
	db_exec(r,
		SQL("UPDATE lettre_envoi SET etat = 'pret', essais = LEAST(essais + 1, 100),"
		    " premier_le = ?, du_le = ?, erreur = ? WHERE id = ? AND etat = 'pris'"),
		S(clock_sql(&r->mem, first)),
		S(clock_sql(&r->mem, due < first + GIVE_UP_S ? due : first + GIVE_UP_S)),
		S(short_of(r, why)), I(v->a.envoi));
	tally->deferred++;
}

/* Nothing was said of her: she is the first again, and no try of hers is spent. */
static void
mark_back(struct req *r, const struct vol *v)
{
	db_exec(r,
		SQL("UPDATE lettre_envoi SET etat = 'pret', premier_le = COALESCE(premier_le, ?)"
		    " WHERE id = ? AND etat = 'pris'"),
		S(clock_sql(&r->mem, clock_now())), I(v->a.envoi));
	attente_back(&v->a);
}

static void
add_unsure(int64_t envoi)
{
	if (unsure.n == unsure.room) {
		unsure.room = unsure.room > 0 ? unsure.room * 2 : 64;
		unsure.ids = realloc(unsure.ids, unsure.room * sizeof *unsure.ids);
		if (unsure.ids == NULL)
			abort();
	}
	unsure.ids[unsure.n++] = envoi;
	unsure.at_ms = clock_ms() + conf.smtp_log_wait * 1000;
}

static void
mark_unsent(struct req *r, struct vol *v, const struct smtp_end *end, struct tally *tally)
{
	bool given_up = v->premier != 0 && clock_now() >= v->premier + GIVE_UP_S;

	if (end->outcome == SMTP_REFUSED) {
		if (end->nobody)
			courriel_nobody(r, v->contact, v->adresse, end->why);
		marque_refused(r, v, end->why, tally);
	} else if (end->unsure && smtp_log_there()) {
		add_unsure(v->a.envoi);
	} else if ((end->relay || end->domain) && !given_up) {
		if (end->relay)
			relay_away();
		else
			attente_hold(v->a.domaine, clock_ms());
		mark_back(r, v);
	} else {
		mark_later(r, v, end->why, tally);
	}
}

/* Write down that END, but for those that were taken, whose ids are gathered in SENT. */
static void
mark(struct req *r, const struct smtp_end *end, struct buffer *sent, int64_t *lettre,
	struct tally *tally)
{
	for (struct vol *v = vols; v < vols + SMTP_LETTERS; v++) {
		if (v->a.envoi != end->id)
			continue;
		attente_ended(v->a.domaine, clock_ms(),
			end->outcome != SMTP_LATER        ? 1 :
				end->relay || end->unsure ? 0 :
							    -1);
		if (end->outcome == SMTP_SENT) {
			if (*lettre != 0 && *lettre != v->a.lettre) {
				mark_sent(r, *lettre,
					arena_printf(&r->mem, "[%s]", buffer_text(sent)));
				*sent = (struct buffer) { &r->mem };
			}
			*lettre = v->a.lettre;
			buffer_puts(sent,
				arena_printf(
					&r->mem, "%s%" PRId64, sent->n > 0 ? "," : "", v->a.envoi));
			tally->sent++;
			away_ms = 0;
		} else {
			mark_unsent(r, v, end, tally);
		}
		*v = (struct vol) { 0 };
	}
}

/* Those that have ended, the first within MS; others of a fast server are waited for a moment, as
 * one transaction of some costs what one of one does.  How many. */
static int
read_ends(struct req *r, long ms, struct smtp_end ends[SMTP_LETTERS])
{
	int enough = (smtp_letters() + 1) / 2, n = 0;
	int64_t until = 0;

	while (n < SMTP_LETTERS) {
		long wait = n == 0 ? ms : n < enough ? (long) (until - clock_ms()) : 0;

		if (!smtp_letter_next(&r->mem, wait > 0 ? wait : 0, &ends[n]))
			break;
		if (n++ == 0)
			until = clock_ms() + MOMENT_MS;
	}
	return n;
}

/* Mark those that have ended; waits for the first MS at most.  False: none has. */
bool
marque_ended(struct req *r, long ms, struct tally *tally)
{
	struct buffer sent = { &r->mem };
	struct smtp_end ends[SMTP_LETTERS];
	int64_t lettre = 0;
	int n;
	bool own;

	if (smtp_letters() == 0)
		return false;
	n = read_ends(r, ms, ends);
	if (n == 0)
		return false;
	own = db_begin_own();
	for (int i = 0; i < n; i++)
		mark(r, &ends[i], &sent, &lettre, tally);
	if (lettre != 0)
		mark_sent(r, lettre, arena_printf(&r->mem, "[%s]", buffer_text(&sent)));
	db_commit_own(own);
	return true;
}

/* ---- after a sender that died, or an answer that did not come ---- */

/* Whoever is claimed now was by a sender that is no more. */
void
marque_unsure(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT v.id FROM lettre l JOIN lettre_envoi v ON v.lettre_id = l.id"
		    " AND v.etat = 'pris' WHERE l.commence_le IS NOT NULL AND l.fini_le IS NULL"));

	while (db_next(rows, &r->mem))
		add_unsure(db_num(rows, 0));
	if (!smtp_log_there())
		unsure.at_ms = 0;
}

/* Which of those the relay has; none, where it cannot be read. */
static struct smtp_trace *
traces(struct req *r)
{
	struct smtp_trace *t = arena_alloc(&r->mem, unsure.n * sizeof *t);

	for (size_t i = 0; i < unsure.n; i++)
		t[i] = (struct smtp_trace) { .message_id = lettre_message_id(r, unsure.ids[i]),
			.envoi = unsure.ids[i] };
	if (!smtp_log_find(t, unsure.n) && conf.smtp_log != NULL)
		fprintf(stderr, "essaim-mail: %s cannot be read: %zu letters may go twice\n",
			conf.smtp_log, unsure.n);
	return t;
}

/* Mark what the relay has; the others wait again. */
void
marque_settle(struct req *r, bool now)
{
	struct smtp_trace *t;
	bool own;

	if (unsure.n == 0 || (!now && clock_ms() < unsure.at_ms))
		return;
	t = traces(r);
	own = db_begin_own();
	for (size_t i = 0; i < unsure.n; i++) {
		const char *domaine = "", *id = arena_printf(&r->mem, "[%" PRId64 "]", t[i].envoi);
		int64_t lettre = 0;

		if (!db_read(r,
			    SQL("SELECT lettre_id, domaine FROM lettre_envoi WHERE id = ?"
				" AND etat = 'pris'"),
			    INTO(TO(&lettre), TO(&domaine)), I(t[i].envoi)))
			continue;
		if (t[i].taken) {
			mark_sent(r, lettre, id);
			continue;
		}
		db_exec(r, SQL("UPDATE lettre_envoi SET etat = 'pret' WHERE id = ?"),
			I(t[i].envoi));
		if (partant_of(lettre) != NULL)
			attente_add(lettre, t[i].envoi, domaine);
	}
	db_commit_own(own);
	unsure.n = 0;
}

void
marque_end(void)
{
	free(unsure.ids);
	memset(&unsure, 0, sizeof unsure);
}
