/* demo_agenda.h - a lived-in year of events, for a demonstration instance */
#ifndef DEMO_AGENDA_H
#define DEMO_AGENDA_H

#include "base/json.h"
#include "db/db.h"

int64_t demo_coordinator(struct req *, int64_t groupe);
int demo_agenda(struct req *, json_object *groups);

#endif
