/* crm_evenement.h - what a webhook names */
#ifndef CRM_EVENEMENT_H
#define CRM_EVENEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include <json-c/json.h>

enum { NAMED = 110 };

struct named {
	int64_t id;
	bool erased; /* for privacy */
};

unsigned crm_named(json_object *event, struct named into[NAMED]);

#endif
