/* heures.h - what the files of the area share */
#ifndef CGI_HEURES_H
#define CGI_HEURES_H

#include "domain/agenda/heures.h"

void heures_dress(struct req *, const char *list);

#endif
