/* rappel.h - the day before: each who comes is reminded once, at a civil hour */
#ifndef RAPPEL_H
#define RAPPEL_H

#include "db/db.h"

void rappel_tour(struct req *);

#endif
