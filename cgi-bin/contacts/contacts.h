/* contacts.h - what the pages of a person share */
#ifndef CONTACTS_PAGES_H
#define CONTACTS_PAGES_H

#include "domain/contacts/contact.h"
#include "web/route.h"

enum { FIELDS_MAX = 200, CHOICES = 100 };

void contacts_sync_age(struct req *);

/* tete.c: the top of every page of a person */
unsigned contacts_writable(
	struct req *, const struct modele *, const struct personne *, const struct champ **fields);
void contacts_head(struct req *, const struct modele *, const struct personne *);
void contacts_top(struct req *, const struct modele *, const struct personne *, const char *onglet);

/* modifier.c */

#endif
