/* mentions.c - whom a text may mention: those who may read what it is about, and nobody else */

#include <stdlib.h>

#include "contacts/contacts.h"
#include "domain/objets/texte.h"
#include "web/reply.h"

/* Always JSON: what the editor's "@" offers. */
int
contacts_mentions(struct req *r)
{
	r->format = JSON;
	texte_lecteurs(r, "items", strtoll(param(r, "objet"), NULL, 10), param(r, "q"));
	return page(r, "");
}
