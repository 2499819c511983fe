/* admin.h - what the screens of the administration share */
#ifndef ADMIN_PAGES_H
#define ADMIN_PAGES_H

#include "db/db.h"
#include "web/route.h"

/* synchro.c */
int admin_synchro(struct req *);

/* departs.c */
void admin_say_departures(struct req *);

/* champs.c */
char *admin_key(struct req *, const char *libelle, size_t max);

/* champs_choix.c */
enum { ADMIN_CHOIX = 200 }; /* characters of the name of a choice */
bool admin_choices_read(struct req *, int64_t id, const char *text);
void admin_choices_say(struct req *, int64_t id);
void admin_choices_write(struct req *, int64_t id, const char *text);

/* champs_effet.c */
bool admin_effect_agreed(struct req *, int64_t before, int64_t after);
bool admin_field_above(struct req *);
void admin_field_filled(struct req *);
bool admin_field_free(struct req *);
int admin_field_closed(struct req *);
bool admin_field_agreed(struct req *, const char *lecture, const char *ecriture);
void admin_blocks(struct req *, const char *bloc);
void admin_field_place(struct req *, int64_t id, const char *bloc);

/* droits.c */
int64_t admin_profile_person(struct req *, const char *profil_id);

/* groupes.c */
int admin_above(struct req *);
const char *admin_key_of(struct req *, const char *titre, bool role);
const char *admin_free_title(struct req *, struct sql *taken, const char *titre, const char *cle);

/* groupes_coordonnees.c */
void admin_details_read(struct req *);
void admin_details_save(struct req *, const char *cle);

#endif
