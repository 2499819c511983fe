/* smtp_answer.h - what an answer of the server, or none, means for a mail */
#ifndef SMTP_ANSWER_H
#define SMTP_ANSWER_H

#include <curl/curl.h>

#include "net/smtp.h"

struct smtp_answer {
	CURLcode rc;
	long code;          /* the last of the server; 0 */
	const char *error;  /* of libcurl, which says what had been asked */
	const char *answer; /* the last refusal, as it was said */
	bool whole;         /* all of the mail was given */
};

void smtp_answered(struct arena *, const struct smtp_answer *, struct smtp_end *);

#endif
