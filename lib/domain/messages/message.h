/* message.h - what is written in conversations */
#ifndef MESSAGE_DOMAIN_H
#define MESSAGE_DOMAIN_H

#include "db/db.h"

enum { MESSAGE_LONG = 20000, MESSAGES_PAR = 30 };

/* What is to be sent; conversation_id alone is needed beside texte. */
struct envoi {
	int64_t conversation_id;
	const char *texte;
	const char *voie; /* NULL: site */
	bool important, interne;
};

const char *message_pace(struct req *);
int64_t message_send(struct req *, const struct envoi *);
void message_trace(struct req *, int64_t conversation_id, const char *code, int64_t concerne_id);
void message_attach(struct req *, int64_t message_id, int64_t fichier_id);
void message_attach_uploads(
	struct req *, int64_t message_id, int64_t conversation_id, const char *field);
int message_list(struct req *, const char *name, int64_t conversation_id, int64_t avant);
void message_merge(struct req *, int64_t from, int64_t into);
void message_forget(struct req *, int64_t contact_id);

#endif
