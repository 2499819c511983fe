/* mots.h - moments and figures of the service, as one says them; and what more than one file counts
 */
#ifndef SERVICE_MOTS_H
#define SERVICE_MOTS_H

#include <time.h>

#include "db/db.h"

char *mots_depuis(struct arena *, time_t since, time_t now);
char *mots_moment(struct arena *, time_t then, time_t now);
char *mots_duree(struct arena *, int64_t seconds);
char *mots_octets(struct arena *, int64_t bytes);
char *mots_secondes(struct arena *, int64_t ms);
int64_t service_courriels(struct req *, const char *since);
int64_t service_base_octets(struct req *);

#endif
