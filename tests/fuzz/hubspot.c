/* hubspot.c - whatever the CRM answers, a contact is read whole or not at all
 * links: lib/base/json.c lib/domain/crm/crm_json.c lib/base/date.c lib/base/text.c
 * lib/base/buffer.c
 * libs: -ljson-c -lutf8proc */

#include "base/json.h"
#include "base/text.h"
#include "domain/crm/crm_json.h"
#include "promise.h"

static const struct mapping mapping = {
	.n = 3,
	.fields = { { .propriete = "email" }, { .propriete = "firstname" },
		{ .propriete = "date_of_birth" } },
};

static void
read_one(struct arena *mem, json_object *o)
{
	struct crm_contact c;

	if (!crm_contact_read(mem, &mapping, o, &c))
		return;
	promise(c.hubspot_id > 0);
	promise(strlen(c.modifie_le) == 23 && c.modifie_le[10] == ' ' && c.modifie_le[19] == '.');
	for (unsigned i = 0; i < mapping.n; i++)
		promise(c.values[i] == NULL || text_is_utf8(c.values[i], strlen(c.values[i])));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	json_object *whole = json_whole(&mem, (const char *) data, size);
	json_object *results = json_member(whole, "results");

	if (json_object_is_type(results, json_type_array))
		for (size_t i = 0; i < json_object_array_length(results); i++)
			read_one(&mem, json_object_array_get_idx(results, i));
	arena_reset(&mem);
	return 0;
}
