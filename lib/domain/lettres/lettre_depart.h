/* lettre_depart.h - letters leave: what essaim-mail does of them at each turn
 *
 * For who holds the lock of the sender.  A recipient's row is claimed ('pris') before her mail
 * begins, and marked once it was answered for, before another begins on that connection: whoever
 * dies in between leaves rows that are claimed.  The next sender looks these up in the relay's log
 * (smtp.log) once it can say: what was taken is marked, the rest goes out, under the Message-ID
 * that depends on the row alone.  Without a log one mail is under way at once, and may go twice.
 */
#ifndef LETTRE_DEPART_H
#define LETTRE_DEPART_H

#include "domain/notifications/courriel.h"

void depart_begin(struct req *);
bool depart_turn(struct req *, bool may_begin, long ms, struct tally *); /* false: all rests */
bool depart_waits(void);                                                 /* somebody may go soon */
void depart_end(struct req *, long ms, struct tally *);

/* lettre_prepare.c: the recipients of what is due are written, some at each call; false: none. */
bool prepare_some(struct req *, bool look);
void prepare_end(void);

#endif
