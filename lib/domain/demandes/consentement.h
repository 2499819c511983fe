/* consentement.h - what a person agreed to: since when, in which words, where; taking it back */
#ifndef CONSENTEMENT_H
#define CONSENTEMENT_H

#include "db/db.h"

void consentements_say(struct req *, const char *list, int64_t contact_id);
bool consentement_withdraw(struct req *, int64_t contact_id, const char *cle);

#endif
