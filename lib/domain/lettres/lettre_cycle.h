/* lettre_cycle.h - what letters do when people are merged, erased, or ask for their data */
#ifndef LETTRE_CYCLE_H
#define LETTRE_CYCLE_H

#include "db/db.h"

struct personne;
struct etapes;

void lettre_merge(struct req *, int64_t from, int64_t into);
void lettre_erase(struct req *, int64_t contact_id);
void lettre_say_data(struct req *, int64_t contact_id);
void lettre_oubli_tour(struct req *);
void lettre_etapes(struct req *, const struct personne *, struct etapes *);

#endif
