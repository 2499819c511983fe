/* genre.c - the table of kinds, asked */

#include <string.h>

#include "base/buffer.h"
#include "domain/socle/genre.h"

/* The kind of that name; NULL: there is none. */
const struct genre *
genre_find(const char *nom)
{
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if (strcmp((*g)->nom, nom) == 0)
			return *g;
	return NULL;
}

/* Can all of WHAT be done with things of that kind? */
bool
genre_peut(const char *nom, unsigned what)
{
	const struct genre *g = genre_find(nom);

	return g != NULL && (g->peut & what) == what;
}

/* The names of the kinds with which all of WHAT can be done, for FIND_IN_SET(). */
const char *
genres_that(struct req *r, unsigned what)
{
	struct buffer out = { &r->mem };

	for (const struct genre *const *g = genres; *g != NULL; g++)
		if (((*g)->peut & what) == what) {
			buffer_puts(&out, out.n > 0 ? "," : "");
			buffer_puts(&out, (*g)->nom);
		}
	return buffer_text(&out);
}

/* What they are called, in the order of genres_that(r, 0). */
const char *
genres_titres(struct req *r)
{
	struct buffer out = { &r->mem };

	for (const struct genre *const *g = genres; *g != NULL; g++) {
		buffer_puts(&out, g > genres ? "," : "");
		buffer_puts(&out, (*g)->titre);
	}
	return buffer_text(&out);
}
