/* agenda.h - what the files of the area share */
#ifndef AGENDA_H
#define AGENDA_H

#include "domain/agenda/evenement.h"

int agenda_load(struct req *, int droit);

#endif
