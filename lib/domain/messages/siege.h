/* siege.h - what is asked of the Siège: subjects, and a box that the whole staff shares */
#ifndef SIEGE_H
#define SIEGE_H

#include "db/db.h"

int siege_subjects(struct req *, const char *name);
int64_t siege_ask(struct req *, int64_t sujet_id);
void siege_tell_staff(struct req *, int64_t conversation_id, const char *says);
int64_t siege_problem(struct req *);
int64_t siege_answer(struct req *, const char *titre);
int64_t siege_change(struct req *, const char *titre);
bool siege_say(struct req *, int64_t conversation_id);
void siege_follow(struct req *, int64_t conversation_id);
void siege_set(struct req *, int64_t conversation_id, const char *etat, int64_t assigne_id);
int siege_list(struct req *, const char *vue, int64_t from);
void siege_counts(struct req *);

#endif
