/* notifications.h - the pages of notifications, file by file */
#ifndef NOTIFICATIONS_PAGES_H
#define NOTIFICATIONS_PAGES_H

#include "domain/notif.h"

/* preferences.c */
int preferences_show(struct req *);
int preferences_save(struct req *);

/* suivis.c */
int suivis_list(struct req *);
int suivis_set(struct req *);

/* direct.c */
int direct_open(struct req *);

#endif
