/* lieu.c - in which country a network is, by the registers of addresses that the build brought
 *
 * Enough to notice a sign-in from elsewhere; nothing is asked of anybody outside.
 */

#include <maxminddb.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "net/lieu.h"

/* The register, opened once; NULL: this build has none (essaim-admin check says so). */
static MMDB_s *
registre(void)
{
	static MMDB_s base;
	static bool open;

	open = open || MMDB_open(conf_data("pays.mmdb"), MMDB_MODE_MMAP, &base) == MMDB_SUCCESS;
	return open ? &base : NULL;
}

/* The name of a country from its code of two letters (ISO 3166-1); NULL: not in the list. */
static const char *
name_of(struct arena *mem, const char *code)
{
	FILE *f = fopen(conf_data("pays.txt"), "r");
	char line[128];
	const char *name = NULL;

	while (f != NULL && name == NULL && fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, code, 2) == 0 && line[2] == ' ')
			name = arena_strdup(mem, line + 3);
	}
	if (f != NULL)
		fclose(f);
	return name;
}

/* The country, in French, of an IPv4 or IPv6 ADDRESS in text; NULL: not one, a private network,
 * or in no register. */
const char *
lieu_of(struct arena *mem, const char *address)
{
	MMDB_s *base = registre();
	MMDB_lookup_result_s found;
	MMDB_entry_data_s data;
	int not_address, fault;

	if (base == NULL)
		return NULL;
	found = MMDB_lookup_string(base, address, &not_address, &fault);
	if (not_address != 0 || fault != MMDB_SUCCESS || !found.found_entry ||
		MMDB_get_value(&found.entry, &data, "country_code", NULL) != MMDB_SUCCESS ||
		!data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING || data.data_size != 2)
		return NULL;
	return name_of(mem, arena_printf(mem, "%.2s", data.utf8_string));
}
