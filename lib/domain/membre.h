/* membre.h - who belongs to a group with which role; rights follow in the same transaction
 *
 * A person has one current row a role: "membre", and one more for each role beside it.  Rows
 * that came from the CRM end there alone.
 */
#ifndef MEMBRE_H
#define MEMBRE_H

#include "db/db.h"

bool membre_is(struct req *, int64_t groupe_id, int64_t contact_id);
bool membre_grants(struct req *, int64_t groupe_id, const char *role);
bool membre_offers(struct req *, int64_t groupe_id, const char *role);
bool membre_direct(struct req *, int64_t contact_id);
bool membre_add(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
int membre_end(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
bool membre_from_crm(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
void membre_say_roles(struct req *, const char *list, int64_t groupe_id, const char *chosen);

#endif
