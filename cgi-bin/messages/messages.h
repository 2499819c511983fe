/* messages.h - what the pages of messages share */
#ifndef MESSAGES_PAGES_H
#define MESSAGES_PAGES_H

#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "web/route.h"

void messages_say_box(struct req *, int64_t current);
void messages_find(struct req *, const char *name, const char *q);

/* fil.c */
int messages_thread(struct req *, int64_t id);

#endif
