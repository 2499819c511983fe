/* crm_efface.h - contacts of the CRM that were erased here: they never come back */
#ifndef CRM_EFFACE_H
#define CRM_EFFACE_H

#include "db/db.h"

void crm_erased_remember(struct req *, int64_t hubspot_id);
void crm_erased_may_return(struct req *, int64_t hubspot_id);
bool crm_erased_comes_back(struct req *, int64_t hubspot_id, const char *statut, const char *type);
bool crm_erased_is(struct req *, int64_t hubspot_id);
size_t crm_erased_among(struct req *, const int64_t *hubspot_ids, size_t n, bool *erased);

#endif
