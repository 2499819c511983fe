/* jour.h - a row a day: how many looks, pages and mails, how fast, and what it cost */
#ifndef JOUR_H
#define JOUR_H

#include <time.h>

#include "base/compteur.h"
#include "db/db.h"

void jour_add(struct req *, time_t now, bool reachable, int64_t free_bytes);
void jour_missed(struct req *, time_t then, int64_t looks);
int64_t jour_durees(struct req *, time_t now, uint64_t durees[COMPTEUR_BORNES + 1]);
int64_t jour_pace(struct req *, time_t now, int64_t free_bytes);
void jour_taken(struct req *);
int jour_mois(struct req *, const char *name);

#endif
