/* metrique.h - the figures of the service for a host's own watch: Prometheus's text format 0.0.4 */
#ifndef METRIQUE_H
#define METRIQUE_H

#include "db/db.h"

const char *metrique_text(struct req *);

#endif
