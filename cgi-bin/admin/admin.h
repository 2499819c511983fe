/* admin.h - the screens of the administration, file by file */
#ifndef ADMIN_PAGES_H
#define ADMIN_PAGES_H

#include "web/route.h"

/* synchro.c */
int admin_synchro(struct req *);
int admin_form_set(struct req *);

/* departs.c */
void admin_say_departures(struct req *);
int admin_departures_decide(struct req *);

/* champs.c */
int admin_fields(struct req *);
int admin_field_create(struct req *);
int admin_field(struct req *);
int admin_field_save(struct req *);
int admin_field_retire(struct req *);
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

/* accompagnement.c */
int admin_care(struct req *);
int admin_care_save(struct req *);

/* correspondance.c */
int admin_mapping(struct req *);
int admin_unmapped(struct req *);
int admin_map(struct req *);

/* droits.c */
int admin_rights(struct req *);
int admin_right(struct req *);
int admin_right_save(struct req *);
int admin_right_remove(struct req *);
int admin_right_new(struct req *);
int admin_right_add(struct req *);

/* comme.c */
int admin_as(struct req *);
int admin_as_start(struct req *);

/* groupes.c */
int admin_groups(struct req *);
int admin_type_new(struct req *);
int admin_type(struct req *);
int admin_type_save(struct req *);
int admin_role_new(struct req *);
int admin_role(struct req *);
int admin_role_save(struct req *);

/* groupes_coordonnees.c */
void admin_details_read(struct req *);
void admin_details_save(struct req *, const char *cle);

/* pages.c */
int admin_pages(struct req *);
int admin_page(struct req *);
int admin_page_save(struct req *);

#endif
