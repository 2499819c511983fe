/* releve.h - "trouver la relève": who could hold a shift, asking them, their answers
 *
 * Each who is asked has a page of her own, where one press answers: signed in, or by the key that
 * her mail alone bears.
 * The first yes that are enough close the request, and the others are told.
 */
#ifndef RELEVE_H
#define RELEVE_H

#include "db/db.h"

enum { RELEVE_PAR = 12, RELEVE_GENS = 30 };

int64_t releve_need(struct req *, int64_t creneau_id, int64_t pour);
int64_t releve_candidates(struct req *, const char *into, int64_t creneau_id, int64_t page);
bool releve_fits(struct req *, int64_t creneau_id, int64_t contact_id);
void releve_others(struct req *, const char *into, int64_t creneau_id);
int releve_ask(struct req *, int64_t creneau_id, int64_t pour, const char *mot, const int64_t *who,
	unsigned n);
void releve_settle(struct req *, int64_t creneau_id);

const char *releve_lien(struct req *, int64_t contact_id, const char *url);

/* What was asked of somebody: by the key of her mail; or, jeton "", what the reader herself was
 * asked last for that shift. */
struct releve_cle {
	const char *jeton;
	int64_t creneau;
};
bool releve_say(struct req *, const struct releve_cle *); /* false: there is nothing such */
enum releve_dit { RELEVE_ECRITE, RELEVE_REFUSEE, RELEVE_INCONNUE };
enum releve_dit releve_answer(
	struct req *, const struct releve_cle *, const char *reponse, const char **why);
bool releve_no_more(struct req *, const struct releve_cle *);
const char *releve_keep(struct req *, int64_t creneau_id, int64_t contact_id);

#endif
