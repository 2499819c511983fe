/* crm_evenement.c - which contacts an event of the CRM names: hints, never data
 *
 * Kinds come as "contact.propertyChange" or, in the newer form, "object.propertyChange" of
 * objectTypeId "0-1"; in subscriptionType or eventType.  Ids are JSON numbers of 64 bits.
 */

#include <string.h>

#include "base/json.h"
#include "domain/crm/crm_evenement.h"

static const char *
kind_of(json_object *event)
{
	const char *kind = json_text(event, "subscriptionType");
	const char *type = json_text(event, "objectTypeId");

	if (kind == NULL)
		kind = json_text(event, "eventType");
	if (kind != NULL && strncmp(kind, "contact.", 8) == 0)
		return kind + 8;
	if (kind != NULL && strncmp(kind, "object.", 7) == 0 && type != NULL &&
		strcmp(type, "0-1") == 0)
		return kind + 7;
	return NULL;
}

static unsigned
add(struct named *into, unsigned n, json_object *id, bool erased)
{
	int64_t number = json_object_is_type(id, json_type_int) ? json_object_get_int64(id) : 0;

	if (number <= 0 || n == NAMED)
		return n;
	into[n] = (struct named) { number, erased };
	return n + 1;
}

/* The contacts that EVENT names, into INTO; how many.  0: it is of no concern here. */
unsigned
crm_named(json_object *event, struct named into[NAMED])
{
	static const char *const others[] = { "primaryObjectId", "newObjectId" };
	const char *kind = kind_of(event);
	json_object *merged = json_member(event, "mergedObjectIds");
	unsigned n;

	if (kind == NULL)
		return 0;
	n = add(into, 0, json_member(event, "objectId"), strcmp(kind, "privacyDeletion") == 0);
	for (size_t i = 0; i < 2; i++)
		n = add(into, n, json_member(event, others[i]), false);
	if (json_object_is_type(merged, json_type_array))
		for (size_t i = 0; i < json_object_array_length(merged); i++)
			n = add(into, n, json_object_array_get_idx(merged, i), false);
	return n;
}
