/* contacts.h - the pages of a person, file by file */
#ifndef CONTACTS_PAGES_H
#define CONTACTS_PAGES_H

#include "domain/contacts/contact.h"
#include "web/route.h"

enum { FIELDS_MAX = 200, CHOICES = 100 };

void contacts_sync_age(struct req *);

/* tete.c: the top of every page of a person */
void contacts_head(struct req *, const struct modele *, const struct personne *);
void contacts_top(struct req *, const struct modele *, const struct personne *, const char *onglet);

/* parcours.c */
int contacts_path(struct req *);

/* notes.c */
int contacts_notes(struct req *);
int contacts_note_write(struct req *);
int contacts_note_act(struct req *);

/* qui.c */
int contacts_who(struct req *);

/* discretion.c */
int contacts_discretion(struct req *);
int contacts_discretion_save(struct req *);

/* donnees.c */
int contacts_data(struct req *);

/* relais.c */
int contacts_relays(struct req *);
int contacts_relay(struct req *);
int contacts_relay_move(struct req *);
int contacts_relay_begin(struct req *);

/* silence.c */
int contacts_silence(struct req *);
int contacts_silence_note(struct req *);

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
