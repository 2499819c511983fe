/* sondage.c - polls, quizzes and date finders: made, closed, shown */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "domain/fil/publication.h"
#include "domain/fil/sondage.h"
#include "domain/socle/journal.h"

/* "2026-12-10T19:00" of the site's time zone, as UTC; NULL when it is no moment. */
const char *
sondage_utc(struct req *r, const char *local)
{
	struct tm tm = { .tm_isdst = -1 };

	if (sscanf(local, "%4d-%2d-%2dT%2d:%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
		    &tm.tm_min) != 5)
		return NULL;
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return clock_sql(&r->mem, mktime(&tm));
}

static void
put_question(struct req *r, int64_t id, unsigned rang, const struct question *q)
{
	int64_t question = db_insert(r,
		SQL("INSERT INTO sondage_question (sondage_id, rang, texte, explication)"
		    " VALUES (?, ?, ?, ?)"),
		I(id), I(rang), S(q->texte), S(q->explication != NULL ? q->explication : ""));

	for (unsigned i = 0; i < q->n; i++)
		db_exec(r,
			SQL("INSERT INTO sondage_option (sondage_id, question_id, rang, texte,"
			    " jour, juste) VALUES (?, ?, ?, ?, ?, ?)"),
			I(id), I(question), I(i),
			S(q->options[i].texte != NULL ? q->options[i].texte : ""),
			S(q->options[i].jour), I(q->options[i].juste));
}

/* Make the publication ID one that can be answered.  A secret one shows its result when it is
 * closed and not before: each new vote would be read off the counts. */
void
sondage_create(struct req *r, int64_t id, const struct sondage *s)
{
	db_exec(r,
		SQL("INSERT INTO sondage (id, genre, plusieurs, secret, resultat, fin)"
		    " VALUES (?, ?, ?, ?, ?, ?)"),
		I(id), S(s->genre), I(s->plusieurs), I(s->secret),
		S(s->secret ? "cloture" : s->resultat), S(s->fin));
	for (unsigned i = 0; i < s->n; i++)
		put_question(r, id, i, &s->questions[i]);
	publication_index(r, id);
}

/* Questions and answers, for the search. */
char *
sondage_words(struct req *r, int64_t id)
{
	return arena_strdup(&r->mem,
		db_string(r,
			SQL("SELECT COALESCE(GROUP_CONCAT(texte SEPARATOR ' '), '') FROM"
			    " (SELECT texte FROM sondage_question"
			    " WHERE sondage_id = ? UNION ALL SELECT texte FROM sondage_option"
			    " WHERE sondage_id = ?) x"),
			I(id), I(id)));
}

bool
sondage_open(struct req *r, int64_t id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM sondage WHERE id = ? AND clos_le IS NULL"
			   " AND (fin IS NULL OR fin > UTC_TIMESTAMP())"),
		       I(id)) != 0;
}

/* Close it; of a date finder CHOISI is the date that was kept, one of its own.  False: it is not
 * open, or that date is not of it. */
bool
sondage_close(struct req *r, int64_t id, int64_t choisi)
{
	if (db_exec(r,
		    SQL("UPDATE sondage s SET clos_le = UTC_TIMESTAMP(), choisi_id = NULLIF(?, 0)"
			" WHERE id = ?"
			" AND clos_le IS NULL AND (? = 0 OR EXISTS (SELECT 1 FROM sondage_option o"
			" WHERE o.id = ? AND o.sondage_id = s.id AND s.genre = 'dates'))"),
		    I(choisi), I(id), I(choisi), I(choisi)) == 0)
		return false;
	journal(r, "sondage.clos", id, NULL, NULL);
	return true;
}

/* Its questions go with all answers; the publication stays. */
void
sondage_delete(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("DELETE v FROM vote v JOIN sondage_option o ON o.id = v.option_id"
		    " WHERE o.sondage_id = ?"),
		I(id));
	db_exec(r, SQL("DELETE FROM sondage_votant WHERE sondage_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM sondage_option WHERE sondage_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM sondage_question WHERE sondage_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM sondage WHERE id = ?"), I(id));
}

/* The date that was kept, UTC; NULL: none.  What an event is made of. */
const char *
sondage_date(struct req *r, int64_t id)
{
	const char *jour = db_string(r,
		SQL("SELECT o.jour FROM sondage s JOIN sondage_option o ON o.id = s.choisi_id"
		    " WHERE s.id = ?"),
		I(id));

	return jour == NULL || *jour == '\0' ? NULL : arena_strdup(&r->mem, jour);
}

/* ---- shown ---- */

/* May the counts be shown to the reader?  Never those of a secret poll that is open. */
static bool
may_show(struct row *s)
{
	const char *resultat = row_text(s, "resultat");

	if (row_int(s, "clos"))
		return true;
	if (row_int(s, "secret"))
		return false;
	return strcmp(resultat, "suite") == 0 ||
		(strcmp(resultat, "vote") == 0 && row_int(s, "vote"));
}

static void
say_options(struct req *r, struct row *s, int64_t id, bool shown, bool answered)
{
	for (struct row *q = row_child(s, "questions"); q != NULL; q = row_next(q)) {
		const char *at = arena_printf(
			&r->mem, "Sondages.%" PRId64 ".questions.%s.options", id, row_key(q));

		db_list(r, at,
			SQL("SELECT o.id, o.texte, o.jour, IF(?, o.oui, NULL) AS n, IF(?,"
			    " o.peut_etre, NULL) AS peut_etre,"
			    " v.valeur AS mien, IF(?, o.juste, NULL) AS juste,"
			    " o.id = COALESCE(s.choisi_id, 0) AS choisi"
			    " FROM sondage_option o JOIN sondage s ON s.id = o.sondage_id"
			    " LEFT JOIN vote v ON v.option_id = o.id AND v.contact_id = ?"
			    " WHERE o.sondage_id = ? AND o.question_id = ? ORDER BY o.rang"),
			I(shown), I(shown), I(answered), I(r->user.id), I(id), I(row_id(q, "id")));
		for (struct row *o = row_first(r, at); o != NULL; o = row_next(o))
			if (*row_text(o, "jour") != '\0')
				row_say(o, "texte",
					text_moment(&r->mem, clock_parse(row_text(o, "jour"))));
	}
}

static void
say_state(struct req *r, struct row *s, int64_t groupe)
{
	const char *fin = row_text(s, "fin");

	if (*fin != '\0')
		row_say(s, "jusque", text_moment(&r->mem, clock_parse(fin)));
	if (row_id(s, "choisi_id") != 0) /* the date that was kept becomes an event */
		row_say_int(s, "cree", droit_sur(r, "agenda", groupe));
	row_say_int(s, "echelle", row_int(s, "votants") > 0 ? row_int(s, "votants") : 1);
}

/* Put into ROW, a publication with its id, what there is to answer: sondage.{genre, secret,
 * votants, clos, vote, montre} and sondage.questions.N.options.N.  What must not be known yet is
 * not there at all. */
void
sondage_say(struct req *r, struct row *row)
{
	int64_t id = row_id(row, "id");
	const char *genre = row_text(row, "genre"),
		   *at = arena_printf(&r->mem, "Sondages.%" PRId64, id);
	bool quiz = strcmp(genre, "quiz") == 0, shown, answered;
	struct row *s;

	if (!quiz && strcmp(genre, "sondage") != 0 && strcmp(genre, "dates") != 0)
		return;
	if (!db_one(r, at,
		    SQL("SELECT s.genre, s.plusieurs, s.secret, s.resultat, s.fin, s.votants,"
			" s.choisi_id,"
			" (s.clos_le IS NOT NULL OR COALESCE(s.fin <= UTC_TIMESTAMP(), 0)) AS clos,"
			" v.contact_id IS NOT NULL AS vote, v.score FROM sondage s"
			" LEFT JOIN sondage_votant v"
			" ON v.sondage_id = s.id AND v.contact_id = ? WHERE s.id = ?"),
		    I(r->user.id), I(id)))
		return;
	s = row_find(r, at);
	shown = may_show(s);
	answered = quiz && (row_int(s, "vote") || row_int(s, "clos"));
	row_say_int(s, "montre", shown);
	say_state(r, s, row_id(row, "groupe_id"));
	db_list(r, arena_printf(&r->mem, "%s.questions", at),
		SQL("SELECT q.id, q.texte, IF(?, q.explication, '') AS explication,"
		    " (SELECT COUNT(*) FROM sondage_option o"
		    " WHERE o.question_id = q.id AND o.juste) > 1 AS plusieurs"
		    " FROM sondage_question q WHERE q.sondage_id = ? ORDER BY q.rang"),
		I(answered), I(id));
	say_options(r, s, id, shown, answered);
	row_copy(row, "sondage", s);
}
