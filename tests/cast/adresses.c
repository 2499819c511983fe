/* adresses.c - the addresses that the tables of routes tell, filled in */

#include "adresses.h"
#include "base/buffer.h"

const char *
route_address(
	const struct area *a, const struct route *route, const char *first, const char *second)
{
	/* so named, it takes an ending */
	const char *at = strcmp(a->name, "accueil") == 0 ? "/accueil" : area_url(&t, a->name);
	struct buffer path = { &t.mem };
	int n = 0;

	buffer_puts(&path, at);
	if (*route->path != '\0')
		buffer_puts(&path, "/");
	for (const char *s = route->path; *s != '\0'; s += strcspn(s, "/")) {
		if (*s == '/')
			buffer_add(&path, s++, 1);
		if (*s == ':')
			buffer_puts(&path, n++ == 0 ? first : second);
		else
			buffer_add(&path, s, strcspn(s, "/"));
	}
	return buffer_text(&path);
}

int
route_parts(const struct route *route)
{
	int n = 0;

	for (const char *s = route->path; *s != '\0'; s++)
		n += *s == ':';
	return n;
}
