/* req.c - what is asked of a request at every floor: its parameters and its data */

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/param.h"
#include "base/req.h"

static void
hdf_release(void *p)
{
	HDF *h = p;

	hdf_destroy(&h);
}

/* Give R a fresh, empty HDF with escaping on; whatever was said before is forgotten. */
void
req_init(struct req *r)
{
	if (hdf_init(&r->hdf) != STATUS_OK)
		fault("out of memory");
	arena_own(&r->mem, r->hdf, hdf_release);
	say(r, "Config.VarEscapeMode", "html");
}

/* The n-th value of that name, from 0; NULL when there are fewer. */
const char *
param_nth(struct req *r, const char *name, unsigned n)
{
	for (struct param *p = r->params; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0 && n-- == 0)
			return p->value;
	return NULL;
}

/* The first value of that name; "" when absent. */
const char *
param(struct req *r, const char *name)
{
	const char *s = param_nth(r, name, 0);

	return s != NULL ? s : "";
}

/* What the i-th ':' of the route caught, as a positive number; 0 when it is not one. */
int64_t
caught_id(struct req *r, int i)
{
	const char *s = r->caught[i];
	char *end;
	int64_t n;

	if (s == NULL || *s < '1' || *s > '9' || strlen(s) > 18)
		return 0;
	n = strtoll(s, &end, 10);
	return *end == '\0' ? n : 0;
}

/* A variable of the web server's, "HTTP_X_SIGNATURE" for a header of the request; NULL: none. */
const char *
req_env(struct req *r, const char *name)
{
	size_t n = strlen(name);

	for (char **e = r->env; e != NULL && *e != NULL; e++)
		if (strncmp(*e, name, n) == 0 && (*e)[n] == '=')
			return *e + n + 1;
	return NULL;
}

struct kept {
	struct kept *next;
	const void *owner;
	void *thing;
};

static void
kept_forget(void *first)
{
	*(struct kept **) first = NULL;
}

/* Where a module keeps one thing for the time of this request, NULL at first; OWNER is an address
 * of its own. */
void **
req_kept(struct req *r, const void *owner)
{
	struct kept *k = r->kept;

	while (k != NULL && k->owner != owner)
		k = k->next;
	if (k == NULL) {
		if (r->kept == NULL)
			arena_own(
				&r->mem, &r->kept, kept_forget); /* in jobs R outlives its arena */
		k = arena_alloc(&r->mem, sizeof *k);
		*k = (struct kept) { r->kept, owner, NULL };
		r->kept = k;
	}
	return &k->thing;
}
