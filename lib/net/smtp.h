/* smtp.h - hand mails to the server that smtp.url names, one after another on one connection
 *
 * When a mail waits for an answer longer than SMTP_LAG_MS, another connection takes those of other
 * domains meanwhile: a domain that is slow holds nobody but itself.
 */
#ifndef SMTP_H
#define SMTP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { SMTP_SLOTS = 4, SMTP_LAG_MS = 1000 };

/* LATER: worth another try (4xx, no connection, sign-in refused); REFUSED: for ever (5xx). */
enum smtp_outcome { SMTP_SENT, SMTP_LATER, SMTP_REFUSED };

struct smtp_end {
	int64_t id; /* as given to smtp_start() */
	enum smtp_outcome outcome;
	bool nobody;     /* refused because there is nobody at that address */
	const char *why; /* what the server or the network said */
};

bool smtp_full(void);
int smtp_busy(void);
const char *smtp_busy_domain(int slot);
bool smtp_start(int64_t id, const char *to, const char *message);
bool smtp_next(struct arena *, long ms, struct smtp_end *);
void smtp_close(void);

#endif
