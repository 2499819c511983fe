/* adresse.c - where each kind of objet is shown */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/objets/adresse.h"

static const struct {
	const char *genre, *avant, *milieu; /* MILIEU: below its group */
} places[] = {
	{ "contact", "/contacts", NULL },
	{ "groupe", "/groupes", NULL },
	{ "publication", "/groupes", "publications" },
	{ "tache", "/groupes", "actions" },
	{ "evenement", "/agenda", NULL },
	{ "document", "/documents", NULL },
	{ "conversation", "/messages", NULL },
	{ "segment", "/annuaire/segments", NULL },
};

/* The address of that objet; /fil/ID, which leads to it, for a kind that has no page of its own. */
const char *
adresse(struct req *r, const char *genre, int64_t id, int64_t cadre_id)
{
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strcmp(places[i].genre, genre) == 0)
			return places[i].milieu == NULL ?
				arena_printf(&r->mem, "%s/%" PRId64, places[i].avant, id) :
				arena_printf(&r->mem, "%s/%" PRId64 "/%s/%" PRId64, places[i].avant,
					cadre_id, places[i].milieu, id);
	return arena_printf(&r->mem, "/fil/%" PRId64, id);
}

/* The objet that a number or a pasted address means: its last part that is a number.  0: none. */
int64_t
adresse_read(const char *text)
{
	size_t n = strcspn(text, "?#");
	const char *end = text + n;

	while (end > text && !isdigit((unsigned char) end[-1]))
		end--;
	for (n = 0; end - n > text && isdigit((unsigned char) end[-(ptrdiff_t) n - 1]);)
		n++;
	if (n == 0 || n > 17 || (end - n > text && end[-(ptrdiff_t) n - 1] != '/'))
		return 0;
	return strtoll(end - n, NULL, 10);
}
