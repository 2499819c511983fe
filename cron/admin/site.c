/* site.c - essaim-admin site: made, and which machines are it */

#include <stdio.h>

#include "commande.h"
#include "base/conf.h"
#include "domain/socle/identite.h"

/* The schema, then what a site cannot do without. */
int
admin_site_create(struct req *r, char **argv)
{
	int wanting = 0;
	const struct {
		const char *key, *value;
	} keys[] = {
		{ "site.name", *conf.site_name != '\0' ? conf.site_name : NULL },
		{ "smtp.url", conf.smtp_url },
		{ "smtp.from", conf.smtp_from },
		{ "hubspot.url", conf.hubspot_url },
		{ "hubspot.token_file", conf.hubspot_token_file },
	};

	if (admin_migrate(r, argv) != 0)
		return 1;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].value == NULL) {
			printf("site: %s is not set yet\n", keys[i].key);
			wanting++;
		}
	printf("site: %s %s\n", conf.site_url, wanting == 0 ? "ready" : "made, not complete");
	return 0;
}

int
admin_site_resume(struct req *r, char **argv)
{
	(void) argv;
	printf(site_resume(r) ? "site: %s is the site from now on; what waited to leave when it was"
				" dumped does not leave\n" :
				"site: %s is the site already\n",
		conf.site_url);
	return 0;
}

int
admin_site_join(struct req *r, char **argv)
{
	static const char *const said[] = { "this machine serves it too",
		"this machine serves it already",
		"a copy that was restored is no site yet: site resume" };
	int what = site_join(r);

	(void) argv;
	printf("site: %s: %s\n", conf.site_url, said[what]);
	return what == JOIN_COPY;
}
