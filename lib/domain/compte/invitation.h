/* invitation.h - inviting a whole group to open accounts, and reminding it */
#ifndef INVITATION_H
#define INVITATION_H

#include "db/db.h"

enum { INVITATIONS = 3, RAPPEL_JOURS = 7 }; /* mails a person gets at most; days between two */

int invitation_groups(struct req *);
bool invitation_may(struct req *);
const char *invitation_figures(struct req *, int64_t id);
int invitation_send(struct req *, int64_t id);

#endif
