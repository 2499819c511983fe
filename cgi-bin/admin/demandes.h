/* demandes.h - what the screens of persons' requests share */
#ifndef ADMIN_DEMANDES_H
#define ADMIN_DEMANDES_H

#include "domain/demandes/requete.h"
#include "web/route.h"

/* demande.c */
void admin_request_say(struct req *, const struct requete *);
int admin_request_page(struct req *, const struct requete *);
bool admin_request_administers(struct req *, int64_t contact);
const char *admin_past_day(struct req *, const char *field, const char *text);

/* demande_droits.c */
void admin_request_rights_say(struct req *, const struct requete *);

#endif
