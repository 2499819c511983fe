/* service.h - looking at how the service is doing, in tests */
#ifndef CAST_SERVICE_H
#define CAST_SERVICE_H

#include "domain/service/controle.h"
#include "t.h"

extern struct regard service_g; /* a site that answers, unless a test says otherwise */
extern struct constat service_found[CONTROLES];

const struct constat *service_find(const char *cle);                              /* looks now */
void service_run(const char *minutes_ago, const char *etat, const char *message); /* of the sync */
void service_dump(const char *hours_ago, const char *erreur);
void service_minute(void); /* what essaim-service does of what it finds */

#endif
