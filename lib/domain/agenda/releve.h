/* releve.h - "trouver la relève": who could hold a shift, asking them, their answers
 *
 * Each who is asked has a page of her own behind a key, where one press answers without signing in.
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

/* By the key of a page: false, or nothing, where it is none. */
bool releve_say(struct req *, const char *jeton);
enum releve_dit { RELEVE_ECRITE, RELEVE_REFUSEE, RELEVE_INCONNUE };
enum releve_dit releve_answer(
	struct req *, const char *jeton, const char *reponse, const char **why);
bool releve_no_more(struct req *, const char *jeton);
const char *releve_keep(struct req *, int64_t creneau_id, int64_t contact_id);

#endif
