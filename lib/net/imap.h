/* imap.h - take the mails of a mailbox: imap.url, imap.user, imap.password_file */
#ifndef IMAP_H
#define IMAP_H

#include <stdbool.h>

#include "base/req.h"

/* TAKE returns true when the mail may leave the mailbox; it never faults. */
typedef bool imap_taker(struct req *, const char *bytes, size_t n);

int imap_fetch(struct req *, imap_taker *take);
void imap_close(void);

#endif
