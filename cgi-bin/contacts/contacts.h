/* contacts.h - the pages of a person, file by file */
#ifndef CONTACTS_PAGES_H
#define CONTACTS_PAGES_H

#include "domain/contact.h"
#include "web/route.h"

enum { FIELDS_MAX = 100, CHOICES = 100 };

void contacts_head(struct req *, const struct modele *, const struct personne *);

void contacts_sync_age(struct req *);

/* corriger.c */
int contacts_correct(struct req *);

/* modifier.c */
unsigned contacts_writable(
	struct req *, const struct modele *, const struct personne *, const struct champ **fields);
int contacts_edit(struct req *);
int contacts_save(struct req *);

/* mentions.c */
int contacts_mentions(struct req *);

#endif
