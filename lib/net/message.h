/* message.h - the bytes of a mail (RFC 5322, MIME) */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"

struct message {
	const char *from; /* "Essaim <essaim@exemple.org>" or an address alone */
	const char *to;   /* an address */
	const char *subject, *text, *html;
	const char *id; /* of Message-ID, without <> */
	time_t date;
	const char *reply;       /* address of Reply-To; NULL: none */
	const char *unsubscribe; /* address of List-Unsubscribe; NULL: none is due */
};

bool message_address_ok(const char *);
const char *message_address(struct arena *, const char *from);
char *message_text(struct arena *, const struct message *);

#endif
