/* notifications.h - the pages of notifications, file by file */
#ifndef NOTIFICATIONS_PAGES_H
#define NOTIFICATIONS_PAGES_H

#include "domain/notifications/notif.h"

/* preferences.c */
int preferences_show(struct req *);
int preferences_save(struct req *);

/* abonnements.c */
int abonnements_list(struct req *);
int abonnements_set(struct req *);

/* direct.c */
int direct_open(struct req *);

#endif
