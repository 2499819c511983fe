/* webhook.c - whatever is posted as an event, only ids come out of it
 * links: lib/base/json.c lib/base/buffer.c lib/domain/crm/crm_evenement.c
 * libs: -ljson-c */

#include "base/json.h"
#include "domain/crm/crm_evenement.h"
#include "promise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	json_object *events = json_whole(&mem, (const char *) data, size);

	if (json_object_is_type(events, json_type_array))
		for (size_t i = 0; i < json_object_array_length(events); i++) {
			struct named named[NAMED];
			unsigned n = crm_named(json_object_array_get_idx(events, i), named);

			promise(n <= NAMED);
			for (unsigned k = 0; k < n; k++)
				promise(named[k].id > 0);
		}
	arena_reset(&mem);
	return 0;
}
