/* crm_json.c - a contact as HubSpot's JSON tells it: read, or not trusted */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/crm/crm_json.h"

/* Does S begin as SHAPE, where 0 stands for any digit? */
static bool
is_shaped(const char *s, const char *shape)
{
	for (; *shape != '\0'; s++, shape++)
		if (*shape == '0' ? *s < '0' || *s > '9' : *s != *shape)
			return false;
	return true;
}

/* "2025-07-07T20:27:17.5Z" as "2025-07-07 20:27:17.500"; NULL when it is no date. */
const char *
crm_moment(struct arena *mem, const char *iso)
{
	int y, mo, d, h, mi, s, ms = 0, digits = 100;

	if (iso == NULL || !is_shaped(iso, "0000-00-00T00:00:00") ||
		sscanf(iso, "%4d-%2d-%2dT%2d:%2d:%2d", &y, &mo, &d, &h, &mi, &s) != 6 ||
		!text_date(arena_printf(mem, "%.10s", iso), &y, &mo, &d) || h > 23 || mi > 59 ||
		s > 59)
		return NULL;
	if (iso[19] == '.')
		for (const char *f = iso + 20; *f >= '0' && *f <= '9'; f++, digits /= 10)
			ms += (*f - '0') * digits;
	return arena_printf(mem, "%04d-%02d-%02d %02d:%02d:%02d.%03d", y, mo, d, h, mi, s, ms);
}

/* The id of an object of HubSpot's: digits alone, in a text; 0 when it is something else. */
int64_t
json_id(json_object *o)
{
	const char *text = json_text(o, "id");
	size_t n = text != NULL ? strspn(text, "0123456789") : 0;

	return n > 0 && n <= 18 && text[n] == '\0' ? strtoll(text, NULL, 10) : 0;
}

/* One element of "results"; false: it is not a contact, so the page is not to be trusted. */
bool
crm_contact_read(struct arena *mem, const struct mapping *m, json_object *o, struct crm_contact *c)
{
	json_object *p = json_member(o, "properties");

	*c = (struct crm_contact) { .hubspot_id = json_id(o) };
	c->modifie_le = crm_moment(mem, json_text(o, "updatedAt"));
	c->cree_le = crm_moment(mem, json_text(o, "createdAt"));
	if (c->hubspot_id <= 0 || c->modifie_le == NULL ||
		!json_object_is_type(p, json_type_object))
		return false;
	for (unsigned i = 0; i < m->n; i++) {
		json_object *v;

		if (json_object_object_get_ex(p, m->fields[i].propriete, &v))
			c->values[i] = v != NULL ? text_clean(mem, json_object_get_string(v)) : "";
	}
	c->merged = json_text(p, "hs_merged_object_ids");
	return true;
}
