/* talk.h - people who write to one another, for tests of messages */
#ifndef TALK_H
#define TALK_H

#include "people.h"

void talkers(void);   /* makes people(), benm in no group, adm an administrator */
int64_t led_to(void); /* the conversation that the last answer leads to; 0: none */
int64_t write_to(int64_t who, const char *texte, const char *cle); /* that conversation */
const char *talk_at(int64_t id, const char *rest); /* an address of a conversation */

#endif
