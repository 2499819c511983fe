/* notifications.h - the pages of notifications, file by file */
#ifndef NOTIFICATIONS_PAGES_H
#define NOTIFICATIONS_PAGES_H

#include "domain/notif.h"

void notifications_pager(struct req *, const char *path, int64_t here, int64_t total, int par);

/* preferences.c */
int preferences_show(struct req *);
int preferences_save(struct req *);

/* suivis.c */
int suivis_list(struct req *);
int suivis_set(struct req *);

/* direct.c */
int direct_open(struct req *);

#endif
