/* conserves.h - an association that has adopted its delays, for tests of retention */
#ifndef CONSERVES_H
#define CONSERVES_H

#include "domain/conservation/conservation.h"
#include "people.h"

void adopted(void); /* people() and an administrator, the first of December 2026, 3 h */
int64_t prospect(
	const char *nom, const char *made); /* of the CRM since that moment; NULL: unknown */
struct passage night(const char *utc);      /* people of that run */

#endif
