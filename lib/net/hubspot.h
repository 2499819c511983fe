/* hubspot.h - the calls of HubSpot's API that only read, within its rates */
#ifndef HUBSPOT_H
#define HUBSPOT_H

#include "base/json.h"

#include "base/req.h"

enum hubspot_end {
	HUBSPOT_OK,
	HUBSPOT_LATER,  /* gave up for now: the next run goes on */
	HUBSPOT_STOP,   /* our mistake or a refused token: an operator must look */
	HUBSPOT_ABSENT, /* 404 */
};

struct hubspot {
	const char *url, *token;
	long calls;           /* made in this run */
	int64_t date_ms;      /* HubSpot's clock at the last answer, 0: unknown */
	long daily_left;      /* -1: unknown */
	enum hubspot_end end; /* of the last call */
	char why[300];        /* why the last call failed */
};

bool hubspot_open(struct req *, struct hubspot *);
json_object *hubspot_get(struct req *, struct hubspot *, const char *path);
void hubspot_ahead(struct req *, struct hubspot *, const char *path);
json_object *hubspot_post(struct req *, struct hubspot *, const char *path, json_object *body);

#define HUBSPOT_CONTACTS "/crm/objects/2026-09/contacts"
#define HUBSPOT_PROPERTIES "/crm/properties/2026-09/contacts"
#define HUBSPOT_ACCOUNT "/account-info/2026-09/details"

#endif
