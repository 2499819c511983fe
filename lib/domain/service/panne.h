/* panne.h - when something was wrong, as ranges of time; and how much of it the site was open */
#ifndef PANNE_H
#define PANNE_H

#include "domain/service/controle.h"

void panne_follow(struct req *, const struct regard *, const struct constat found[CONTROLES]);
void panne_announce(
	struct req *, const char *mot, const char *detail, time_t from, int64_t minutes);
void panne_base_lost(time_t now);
bool panne_base_back(struct req *, time_t now, time_t *since);
void panne_base_told(void);
int panne_list(struct req *, const char *name, time_t now, int most);
void panne_days(struct req *, time_t now);

#endif
