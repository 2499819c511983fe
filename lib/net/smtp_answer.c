/* smtp_answer.c - sent, not now, never; and whom a refusal is about */

#include <string.h>

#include "net/dsn.h"
#include "net/smtp_answer.h"

static bool
asked(const struct smtp_answer *a, const char *what)
{
	return strncmp(a->error, what, strlen(what)) == 0;
}

/* A refusal before the recipient was named (a greeting, who we are, our return path) is about us,
 * not about her: it is tried again. */
static enum smtp_outcome
outcome(const struct smtp_answer *a)
{
	if (a->rc == CURLE_OK)
		return SMTP_SENT;
	return a->code >= 500 && (a->whole || asked(a, "RCPT failed") || asked(a, "DATA failed")) ?
		SMTP_REFUSED :
		SMTP_LATER;
}

/* What a failure that may pass is about: the server, her domain, or it is not known what became of
 * the mail. */
static void
later(const struct smtp_answer *a, struct smtp_end *end)
{
	bool hers = asked(a, "RCPT failed") || asked(a, "DATA failed");

	end->unsure = a->whole && a->code < 400 && !hers;
	end->domain = (hers && a->code == 421) ||
		(a->rc == CURLE_OPERATION_TIMEDOUT && !a->whole && a->code != 0);
	end->relay = !end->unsure && !end->domain && !hers && !a->whole &&
		(a->code == 0 || a->code >= 400);
}

/* What became of it: END but for its id. */
void
smtp_answered(struct arena *mem, const struct smtp_answer *a, struct smtp_end *end)
{
	*end = (struct smtp_end) { .outcome = outcome(a), .why = "" };
	end->nobody = end->outcome == SMTP_REFUSED && asked(a, "RCPT failed") &&
		dsn_nobody(a->code, a->answer);
	if (end->outcome == SMTP_LATER)
		later(a, end);
	if (a->rc != CURLE_OK)
		end->why = arena_printf(mem, "%ld %s%s%s", a->code,
			*a->error != '\0' ? a->error : curl_easy_strerror(a->rc),
			a->code >= 400 ? ": " : "", a->code >= 400 ? a->answer : "");
}
