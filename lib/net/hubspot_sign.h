/* hubspot_sign.h - is a request HubSpot's? */
#ifndef HUBSPOT_SIGN_H
#define HUBSPOT_SIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct hubspot_signed {
	const char *method, *url; /* url: as HubSpot calls it, scheme, host and query included */
	const char *body;
	size_t body_len;
	const char *timestamp, *signature; /* the headers; NULL: absent */
};

bool hubspot_signed(
	struct arena *, const struct hubspot_signed *, const char *secret, int64_t now_ms);

#endif
