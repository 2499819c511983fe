/* sondage.h - polls, quizzes and date finders: a publication that one answers */
#ifndef SONDAGE_H
#define SONDAGE_H

#include "db/db.h"

enum { QUESTIONS = 5, OPTIONS = 12 };

struct sondage {
	const char *genre; /* sondage, quiz, dates */
	bool plusieurs, secret;
	const char *resultat; /* suite, vote, cloture */
	const char *fin;      /* UTC; NULL: closed by hand */
	struct question {
		const char *texte, *explication;
		struct {
			const char *texte, *jour; /* JOUR: UTC, of a date finder */
			bool juste;
		} options[OPTIONS];
		unsigned n;
	} questions[QUESTIONS];
	unsigned n;
};

const char *sondage_utc(struct req *, const char *local);
void sondage_create(struct req *, int64_t id, const struct sondage *);
char *sondage_words(struct req *, int64_t id);
bool sondage_open(struct req *, int64_t id);
const char *sondage_vote(struct req *, int64_t id);
bool sondage_close(struct req *, int64_t id, int64_t choisi);
void sondage_delete(struct req *, int64_t id);
const char *sondage_date(struct req *, int64_t id);
void sondage_say(struct req *, struct row *row);

#endif
