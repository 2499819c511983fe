/* crm_json.h - a contact as HubSpot's JSON tells it */
#ifndef CRM_JSON_H
#define CRM_JSON_H

#include "domain/crm/contact_store.h"

int64_t json_id(json_object *);
const char *crm_moment(struct arena *, const char *iso);
bool crm_contact_read(struct arena *, const struct mapping *, json_object *, struct crm_contact *);

#endif
