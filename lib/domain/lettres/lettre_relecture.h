/* lettre_relecture.h - a second pair of eyes before a letter leaves
 *
 * Who wrote all of it does not send it unread: that is refused where the setting lettres.relecture
 * is 1, else said.
 */
#ifndef LETTRE_RELECTURE_H
#define LETTRE_RELECTURE_H

#include "domain/lettres/lettre.h"

bool lettre_relecture_due(struct req *); /* the setting */
bool lettre_all_by(struct req *, int64_t lettre_id, int64_t contact_id);
bool lettre_is_read(const struct lettre *);
const char *lettre_relecture_ask(struct req *, int64_t lettre_id, int64_t contact_id);
const char *lettre_read_again(struct req *, int64_t lettre_id, int64_t version);
void lettre_relecture_offer(struct req *, const char *name);

#endif
