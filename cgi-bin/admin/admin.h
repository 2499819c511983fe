/* admin.h - the screens of the administration, file by file */
#ifndef ADMIN_PAGES_H
#define ADMIN_PAGES_H

#include "web/route.h"

/* synchro.c */
int admin_synchro(struct req *);
int admin_form_set(struct req *);

/* champs.c */
int admin_fields(struct req *);
int admin_field_create(struct req *);
int admin_field(struct req *);
int admin_field_save(struct req *);
int admin_field_retire(struct req *);

/* correspondance.c */
int admin_mapping(struct req *);
int admin_map(struct req *);

#endif
