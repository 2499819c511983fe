/* groupes.h - people and groups that the tests of groups share */
#ifndef GROUPES_H
#define GROUPES_H

#include "people.h"

void groupes_people(void);
const char *groupes_at(int64_t id, const char *rest);
int64_t made(const char *titre);
const char *member_page(int64_t group, int64_t who);
int64_t post_in(int64_t group);
int64_t right_of(int64_t who, int64_t objet);
/* How many events of that kind were told to somebody. */
int64_t groupes_told(const char *genre);

#endif
