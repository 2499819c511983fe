/* mail_write.h - the bytes of a mail (RFC 5322, MIME) */
#ifndef MAIL_WRITE_H
#define MAIL_WRITE_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"

struct mail {
	const char *from; /* "Essaim <essaim@exemple.org>" or an address alone */
	const char *to;   /* an address */
	const char *subject, *text, *html;
	const char *id; /* of Message-ID, without <> */
	time_t date;
	const char *reply;            /* address of Reply-To; NULL: none */
	const char *unsubscribe;      /* address of List-Unsubscribe; NULL: none is due */
	const char *unsubscribe_mail; /* a mail that does the same; NULL: none */
	/* of a letter to many, NULL: it is for one: List-Id, and the opaque Feedback-ID */
	const char *list, *feedback;
	const char *calendar; /* text/calendar that says the same; NULL: none */
	const char *method;   /* of calendar: REQUEST, CANCEL (RFC 6047) */
	bool coded;           /* text and html are what mail_code() gave */
};

bool mail_address_ok(const char *);
const char *mail_address(struct arena *, const char *from);
char *mail_text(struct arena *, const struct mail *);
const char *mail_code(struct arena *, const char *text);

#endif
