/* rendezvous.h - what takes place next, for the home page and the page of a group */
#ifndef RENDEZVOUS_H
#define RENDEZVOUS_H

#include "db/db.h"

void rendezvous_say_mine(struct req *, const char *name);
void rendezvous_say_group(struct req *, const char *name, int64_t groupe_id);
void rendezvous_say_near(struct req *, const char *name);
void rendezvous_todo(struct req *);

#endif
