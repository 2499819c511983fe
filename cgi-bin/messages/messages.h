/* messages.h - the pages of messages, file by file */
#ifndef MESSAGES_PAGES_H
#define MESSAGES_PAGES_H

#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "web/route.h"

void messages_say_box(struct req *, int64_t current);
void messages_find(struct req *, const char *name, const char *q);

/* fil.c */
int messages_thread(struct req *, int64_t id);
int messages_show(struct req *);
int messages_write(struct req *);
int messages_read_all(struct req *);
int messages_archive(struct req *);
int messages_mute(struct req *);

/* gens.c */
int messages_people(struct req *);
int messages_add(struct req *);
int messages_leave(struct req *);
int messages_remove(struct req *);

/* nouveau.c */
int messages_new(struct req *);
int messages_open(struct req *);

/* groupe.c */
int messages_new_many(struct req *);
int messages_open_many(struct req *);

/* siege.c */
int siege_form(struct req *);
int siege_send(struct req *);
int siege_box(struct req *);
int siege_follow_up(struct req *);
int siege_note(struct req *);
int siege_subjects_page(struct req *);
int siege_subjects_save(struct req *);

/* choix.c */
int messages_choices(struct req *);
int messages_choose(struct req *);

#endif
