/* vote.c - one person answers a poll, a quiz or a date finder
 *
 * Counts are kept in the rows of the answers, in the transaction of the vote.  Of a secret poll no
 * row joins a person and an answer: it cannot be changed, and nothing can ever tell it.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "domain/fil/sondage.h"
#include "domain/socle/journal.h"

enum { MOST = QUESTIONS * OPTIONS };

/* The ballot: each option of the poll, and what the reader answers. */
struct ballot {
	struct answer {
		int64_t question, option;
		int valeur; /* 1 yes, 2 if needed, 0 no */
		bool juste;
	} answers[MOST];
	unsigned n;
	bool dates, quiz, plusieurs, secret;
};

static bool
ticked(struct req *r, const char *name, int64_t option)
{
	const char *s;

	for (unsigned i = 0; (s = param_nth(r, name, i)) != NULL; i++)
		if (strtoll(s, NULL, 10) == option)
			return true;
	return false;
}

static void
read_ballot(struct req *r, int64_t id, struct ballot *b)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT question_id, id, juste FROM sondage_option WHERE sondage_id = ?"
		    " ORDER BY question_id, rang"),
		I(id));

	while (db_next(rows, &r->mem) && b->n < MOST) {
		struct answer *a = &b->answers[b->n++];
		const char *date;

		*a = (struct answer) { db_num(rows, 0), db_num(rows, 1), 0, db_num(rows, 2) != 0 };
		date = param(r, arena_printf(&r->mem, "d%" PRId64, a->option));
		a->valeur = b->dates ?
			(strcmp(date, "1") == 0                ? 1 :
					strcmp(date, "2") == 0 ? 2 :
								 0) :
			ticked(r, arena_printf(&r->mem, "q%" PRId64, a->question), a->option);
	}
}

/* Each question has one answer, or some where several may be given; of dates, none may do. */
static const char *
faults(const struct ballot *b)
{
	for (unsigned i = 0; i < b->n && !b->dates;) {
		unsigned given = 0, from = i;

		for (; i < b->n && b->answers[i].question == b->answers[from].question; i++)
			given += b->answers[i].valeur != 0;
		if (given == 0)
			return b->quiz ? "Répondez à chaque question." : "Choisissez une réponse.";
		if (given > 1 && !b->plusieurs && !b->quiz)
			return "Une seule réponse est possible.";
	}
	return NULL;
}

/* How many questions were answered right: all right answers and no other. */
static int
score(const struct ballot *b)
{
	int right = 0;

	for (unsigned i = 0; i < b->n;) {
		unsigned from = i;
		bool good = true;

		for (; i < b->n && b->answers[i].question == b->answers[from].question; i++)
			good = good && (b->answers[i].valeur != 0) == b->answers[i].juste;
		right += good;
	}
	return right;
}

/* Take back what the reader answered before. */
static void
take_back(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE sondage_option o JOIN vote v ON v.option_id = o.id AND v.contact_id = ?"
		    " SET o.oui = o.oui - (v.valeur = 1),"
		    " o.peut_etre = o.peut_etre - (v.valeur = 2) WHERE o.sondage_id = ?"),
		I(r->user.id), I(id));
	db_exec(r,
		SQL("DELETE v FROM vote v JOIN sondage_option o ON o.id = v.option_id"
		    " WHERE v.contact_id = ? AND o.sondage_id = ?"),
		I(r->user.id), I(id));
}

static void
put(struct req *r, const struct ballot *b)
{
	for (unsigned i = 0; i < b->n; i++) {
		const struct answer *a = &b->answers[i];

		if (a->valeur != 0)
			db_exec(r,
				SQL("UPDATE sondage_option SET oui = oui + ?,"
				    " peut_etre = peut_etre + ? WHERE id = ?"),
				I(a->valeur == 1), I(a->valeur == 2), I(a->option));
		if (!b->secret && (a->valeur != 0 || b->dates))
			db_exec(r,
				SQL("INSERT INTO vote (option_id, contact_id, valeur)"
				    " VALUES (?, ?, ?)"),
				I(a->option), I(r->user.id), I(a->valeur));
	}
}

/* The reader answers, by the parameters qQUESTION=OPTION, or dOPTION=1 (yes), 2 (if needed), 0 of a
 * date finder.  NULL, or the sentence that says why not.  The journal says that there was a vote
 * where it is not secret, never for what. */
const char *
sondage_vote(struct req *r, int64_t id)
{
	struct ballot *b = arena_alloc(&r->mem, sizeof *b);
	const char *why, *genre;
	bool again;

	*b = (struct ballot) { 0 };
	if (!db_read(r,
		    SQL("SELECT genre, plusieurs, secret FROM sondage WHERE id = ?"
			" AND clos_le IS NULL"
			" AND (fin IS NULL OR fin > UTC_TIMESTAMP()) FOR UPDATE"),
		    INTO(TO(&genre), TO(&b->plusieurs), TO(&b->secret)), I(id)))
		return "Ce sondage est clos.";
	b->dates = strcmp(genre, "dates") == 0;
	b->quiz = strcmp(genre, "quiz") == 0;
	read_ballot(r, id, b);
	if ((why = faults(b)) != NULL)
		return why;
	again = db_exec(r,
			SQL("INSERT IGNORE INTO sondage_votant (sondage_id, contact_id, score,"
			    " jour) VALUES (?, ?, ?, UTC_DATE())"),
			I(id), I(r->user.id), b->quiz ? I(score(b)) : NOTHING) == 0;
	if (again && (b->secret || b->quiz))
		return b->quiz ? "Vous avez déjà répondu à ce quiz." :
				 "Vous avez déjà voté, et un vote secret ne se change pas.";
	if (again)
		take_back(r, id);
	else
		db_exec(r, SQL("UPDATE sondage SET votants = votants + 1 WHERE id = ?"), I(id));
	put(r, b);
	if (!b->secret)
		journal(r, "sondage.vote", id, NULL, NULL);
	return NULL;
}
