/* reaction.h - one small sign under any objet, each once per person */
#ifndef REACTION_H
#define REACTION_H

#include "db/db.h"

enum {
	REACTIONS = 6
}; /* partant, bravo, merci, victoire, idee, discuter: the template draws them */

void reaction_toggle(struct req *, int64_t objet_id, int genre);
void reaction_say(struct req *, const char *list, const char *ids, bool all);

#endif
