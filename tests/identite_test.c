/* identite_test.c - which machines are the site, and what is a copy of it */

#include <string.h>

#include "domain/socle/identite.h"
#include "domain/socle/reglage.h"
#include "t.h"

/* A second machine of one base joins the first, which stays; a copy joins nothing. */
TEST(identite_machines_of_one_site_are_named_one_by_one)
{
	static const char first[] =
		"0123456789012345678901234567890123456789012345678901234567890123";

	reglage_set(&t, "site.identite", first);
	check(site_muet(&t));
	check(site_join(&t) == JOINED);
	check(!site_muet(&t));
	check(site_join(&t) == JOINED_BEFORE);
	check(strstr(reglage(&t, "site.identite", ""), first) != NULL);
	reglage_set(&t, "site.identite", IDENTITE_COPIE);
	check(site_join(&t) == JOIN_COPY);
	check(site_muet(&t));
}
