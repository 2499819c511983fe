/* smtp.h - hand a mail to the server that smtp.url names */
#ifndef SMTP_H
#define SMTP_H

#include "base/arena.h"

/* LATER: worth another try (4xx, no connection, sign-in refused); REFUSED: for ever (5xx). */
enum smtp_outcome { SMTP_SENT, SMTP_LATER, SMTP_REFUSED };

enum smtp_outcome smtp_send(struct arena *, const char *to, const char *message, const char **why);
void smtp_close(void);

#endif
