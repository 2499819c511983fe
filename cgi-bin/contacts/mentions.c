/* mentions.c - whom a text may mention: those who may read what it is about, and nobody else */

#include <stdlib.h>

#include "domain/objets/texte.h"
#include "web/reply.h"
#include "web/route.h"

/* Always JSON: what the editor's "@" offers. */
static int
contacts_mentions(struct req *r)
{
	r->format = JSON;
	texte_lecteurs(r, "items", strtoll(param(r, "objet"), NULL, 10), param(r, "q"));
	return page(r, "");
}

const struct route contacts_mentions_routes[] = {
	{ GET, "mentions", PROSPECT, contacts_mentions },
	{ 0 },
};
