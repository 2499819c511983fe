/* entrants.h - two who sign in, by their password or by a link */
#ifndef ENTRANTS_H
#define ENTRANTS_H

#include "people.h"

#define SECRET_ "une phrase de trois mots"

/* The value that the last answer gave to that cookie; NULL. */
const char *cookie_set(const char *name);
void entrants(void);
int sign_in(const char *email, const char *password);
/* Ask for a link, as essaim-mail answers it; the token in the mail, or NULL. */
const char *link_sent_to(const char *email);
int enter_by(const char *jeton);

#endif
