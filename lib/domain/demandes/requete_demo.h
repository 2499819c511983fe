/* requete_demo.h - some requests of persons, for a demonstration */
#ifndef REQUETE_DEMO_H
#define REQUETE_DEMO_H

#include "db/db.h"

int requete_demo(struct req *, char **argv);

#endif
