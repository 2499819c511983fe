/* limite.h - limitation (GDPR, article 18): a person put aside until it is lifted
 *
 * contact.limite_le is asked where access is computed (acces.c): she is on a list that the domain
 * "protection" alone sees, is of no public, and enters as who sees nothing but herself; so no page,
 * search, list, export or feed shows her.  What asks no right asks the column: mails and letters,
 * what the CRM says, forms on her fields, the job of retention, figures.
 */
#ifndef LIMITE_H
#define LIMITE_H

#include "db/db.h"

bool limite_set(struct req *, int64_t contact_id);
bool limite_lift(struct req *, int64_t contact_id);

/* opposition.c: uses that a person says no to (GDPR, article 21), at once */
void oppositions_say(struct req *, const char *list, int64_t contact_id);
void oppositions_choose(struct req *, const char *field, int64_t contact_id);

#endif
