/* admin.h - the screens of the administration, file by file */
#ifndef ADMIN_PAGES_H
#define ADMIN_PAGES_H

#include "web/route.h"

/* synchro.c */
int admin_synchro(struct req *);

#endif
