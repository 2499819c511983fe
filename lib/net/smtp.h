/* smtp.h - hand mails to the server that smtp.url names, one after another on one connection
 *
 * When a mail waits for an answer longer than SMTP_LAG_MS, another connection takes those of other
 * domains meanwhile: a domain that is slow holds nobody but itself.
 *
 * Letters have connections of their own, so that they are never in the way of the others; who sends
 * them says how many go at once, and to whom (domain/lettres/lettre_attente.h).
 */
#ifndef SMTP_H
#define SMTP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { SMTP_SLOTS = 4, SMTP_LETTERS = 16, SMTP_LAG_MS = 1000 };

/* LATER: worth another try (4xx, no connection, sign-in refused); REFUSED: for ever (5xx). */
enum smtp_outcome { SMTP_SENT, SMTP_LATER, SMTP_REFUSED };

struct smtp_end {
	int64_t id; /* as given to smtp_start() */
	enum smtp_outcome outcome;
	bool nobody;     /* refused because there is nobody at that address */
	bool relay;      /* LATER, and it says nothing of her: the server itself takes none now */
	bool domain;     /* LATER: her domain takes none now (421) */
	bool unsure;     /* LATER: it was given whole, and no answer came: it may have been taken */
	const char *why; /* what the server or the network said */
};

bool smtp_paced(void); /* does smtp.rate want a pause now? */

bool smtp_full(void);
int smtp_busy(void);
const char *smtp_busy_domain(int slot);
bool smtp_start(int64_t id, const char *to, const char *message);
bool smtp_next(struct arena *, long ms, struct smtp_end *);
void smtp_close(void);

bool smtp_letter(int64_t id, const char *from, const char *to, const char *message);
bool smtp_letter_next(struct arena *, long ms, struct smtp_end *);
int smtp_letters(void);

#endif
