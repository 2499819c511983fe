/* adresses.h - the addresses that the tables of routes tell, filled in */
#ifndef ADRESSES_H
#define ADRESSES_H

#include "t.h"

/* The address of a route, its ":" parts FIRST, then SECOND. */
const char *route_address(
	const struct area *, const struct route *, const char *first, const char *second);
int route_parts(const struct route *); /* how many ":" parts it has */

#endif
