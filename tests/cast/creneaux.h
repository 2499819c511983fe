/* creneaux.h - an event with a post, and shifts of it, for tests */
#ifndef CRENEAUX_H
#define CRENEAUX_H

#include "evenements.h"

/* Of 22 May 2027; it is a week before.  post_id is "Parking". */
extern int64_t event, post_id;

/* Coline's event in 7 days, with a post without shifts. */
void an_event_with_a_post(void);
/* A shift of that post, by hours of the wall of that day; TO may be past 24, both before 0. */
int64_t shift_at(int64_t poste, int from, int to, int least, int most);
int64_t shift(int from, int to, int least, int most);
int64_t shift_held(int64_t id, int64_t who);
/* How many hold it; what is counted on it says so. */
int64_t shift_taken(int64_t id);
const char *page_of(const char *more);
const char *slot_of(int64_t id, const char *more);
/* How often that person is to be told, with these words in the phrase. */
int64_t was_told(int64_t who, const char *words);

#endif
