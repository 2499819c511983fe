/* smtp_log.h - what the relay's own log (smtp.log) says it has taken
 *
 * The log is that of Postfix: a line "...: QUEUE-ID: message-id=<...>" when the words have come,
 * then, once it answers for the mail, lines "QUEUE-ID: from=<...>" or "QUEUE-ID: to=<...> ...
 * status=..." of the same id.  What was turned to FILE.1 is read as well.
 */
#ifndef SMTP_LOG_H
#define SMTP_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A mail that is looked for. */
struct smtp_trace {
	const char *message_id; /* without <> */
	int64_t envoi;          /* of the caller */
	bool taken;
	char queue[32]; /* the last id under which it came; "": none */
};

bool smtp_log_there(void);
bool smtp_log_find(struct smtp_trace *, size_t n); /* false: the log cannot be read */

#endif
