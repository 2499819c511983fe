/* cle_crm.h - a new key for the CRM, tried before it is believed
 *
 * Programs that answer people have no network: the page puts the key beside the old one, and
 * essaim-service tries it within the minute.  It takes the old one's place only when the CRM takes
 * it.
 */
#ifndef CLE_CRM_H
#define CLE_CRM_H

#include "db/db.h"

const char *cle_crm_ask(struct req *, const char *key);
bool cle_crm_waits(struct req *);
void cle_crm_try(struct req *);

#endif
